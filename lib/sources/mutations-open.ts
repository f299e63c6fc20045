import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { newSource } from './mutations.ts';
import { knownSources } from './policy.ts';
import { linkKeyOf } from './rules-link-key.ts';
import type { LinkInput } from './schema-captures.ts';
import type { LinkedSourceDTO } from './types-reader.ts';

/**
 * The source that a link leads to: the one that the library has, however the link is written, or a new one that has nothing yet but
 * its link. Where nothing is kept of it, it is captured in the background, and what is read off the page becomes a new one's details.
 */
export function openLink(db: Db, actor: Actor, { link }: LinkInput): Promise<LinkedSourceDTO> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'evidence.edit');
    const source = (await knownAt(tx, actor, link)) ?? { ...(await newSource(tx, actor, fieldsOf(link))), link };
    const { id, title, isNew } = source;
    const kept = await tx.capture.count({
      where: { erasedAt: null, source: { OR: [{ id }, { mergedIntoId: id }] } },
    });
    const jobId =
      kept > 0
        ? null
        : await addJob(tx, actor, {
            kind: 'capture',
            sourceId: id,
            input: { link: source.link, fill: isNew },
            onlyKey: `capture ${id} ${sha256(source.link)}`,
          });
    if (isNew)
      await appendEvent(tx, actor, {
        chain: DESK_CHAIN,
        action: 'source.added',
        subject: { type: 'source', id },
        detail: {},
      });
    return { id, title, isNew, jobId };
  });
}

/** The source that the library has at a link, as far as the actor may know of it: of several the oldest. */
async function knownAt(tx: Tx, actor: Actor, link: string) {
  const source = await tx.source.findFirst({
    where: { AND: [{ linkKey: linkKeyOf(link), archivedAt: null, mergedIntoId: null }, knownSources(actor)] },
    select: { id: true, title: true, link: true },
    orderBy: { id: 'asc' },
  });
  return source && { ...source, link: source.link ?? link, isNew: false };
}

const fieldsOf = (link: string) => ({
  title: link.slice(0, 500),
  kind: 'page' as const,
  // Nobody has said that it is the thing itself.
  tier: 'secondary' as const,
  publisher: null,
  author: null,
  link,
  publishedOn: null,
  note: null,
});
