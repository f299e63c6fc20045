import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvents } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { Change, EventInput } from '#lib/history/types.ts';
import { dateOf, dayOf } from '#lib/platform/days.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { noteCitingEditor, settle } from '#lib/standing/mutations.ts';
import { knownSources } from './policy.ts';
import type { EditSourceInput, SourceFields } from './schema.ts';

/** The articles that cite a source, held in the order of their ids. */
const holdCiting = (tx: Tx, sourceId: string) =>
  tx.$queryRaw<{ id: string }[]>`
    select id from articles where id in (
      select c.article_id from evidence e join claims c on c.id = e.claim_id where e.source_id = ${sourceId}::uuid)
    order by id for update`;

/**
 * Sets a source right, everywhere it is cited: verdicts that rest on it ask for a fresh look, and each article it
 * touches gets an event. The articles are held in the order of their ids.
 */
export const editSource = (db: Db, actor: Actor, input: EditSourceInput): Promise<{ version: number }> =>
  transact(db, (tx) => changeSource(tx, actor, input));

/** The same inside a transaction, which holds nothing of the articles yet. */
export async function changeSource(tx: Tx, actor: Actor, input: EditSourceInput): Promise<{ version: number }> {
  await holdActor(tx, actor, 'evidence.edit');
  const found = await tx.source.findFirst({ where: { id: input.id, ...knownSources(actor) }, select: { id: true } });
  if (!found) refuse('not-found', 'no-source');
  await holdCiting(tx, input.id);
  const [source] = await tx.$queryRaw<
    { version: number }[]
  >`select version from sources where id = ${input.id}::uuid for update`;
  // Nobody can cite a source that is held: whoever did so while it was waited for is found now. Waiting for their article
  // here is against the order, and a deadlock that comes of it is tried again.
  const articles = await holdCiting(tx, input.id);
  if (source?.version !== input.version) {
    refuse('stale-version', 'source-changed');
  }
  const old = await tx.source.findUniqueOrThrow({ where: { id: input.id } });
  const before = { ...old, publishedOn: dayOf(old.publishedOn) };
  const changes: Record<string, Change> = {};
  for (const key of ['title', 'kind', 'tier', 'publisher', 'author', 'link', 'publishedOn', 'note'] as const) {
    if (before[key] !== input[key]) changes[key] = { before: before[key], after: input[key] };
  }
  if (Object.keys(changes).length === 0) return { version: input.version };
  const { id, version: _, publishedOn, ...fields } = input;
  await tx.source.update({
    where: { id },
    data: { ...fields, publishedOn: dateOf(publishedOn), version: { increment: 1 } },
  });
  const evidence = await tx.evidence.findMany({
    where: { sourceId: id },
    select: { id: true, claimId: true, claim: { select: { articleId: true } } },
  });
  await noteCitingEditor(
    tx,
    actor,
    evidence.map((item) => item.id),
  );
  for (const article of articles) {
    const claims = evidence.filter((item) => item.claim.articleId === article.id).map((item) => item.claimId);
    await settle(tx, article.id, [...new Set(claims)]);
  }
  const subject = { type: 'source', id };
  const events: EventInput[] = articles.map((article) => ({
    chain: article.id,
    action: 'source.edited',
    subject,
    detail: { source: input.title, changes },
  }));
  await appendEvents(tx, actor, [...events, { chain: DESK_CHAIN, action: 'source.changed', subject, detail: {} }]);
  return { version: input.version + 1 };
}

/** A source that the actor may cite; refused as `invalid` where it is not there, or archived, or not theirs to know of. */
export async function knownSource(tx: Tx, actor: Actor, id: string) {
  const source = await tx.source.findFirst({
    where: { id, archivedAt: null, ...knownSources(actor) },
    select: { id: true, title: true },
  });
  if (!source) refuse('invalid', 'source-gone', { fields: { source: { code: 'choose-source' } } });
  return { ...source, isNew: false };
}

/** Takes a source into the library. The event is its caller's, once it is cited. */
export async function newSource(tx: Tx, actor: Actor, fields: SourceFields) {
  const source = await tx.source.create({
    data: { ...fields, publishedOn: dateOf(fields.publishedOn), createdById: actor.id },
    select: { id: true, title: true },
  });
  return { ...source, isNew: true };
}
