import { checkActor, holdActor, visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { writeMembers } from '#lib/articles/mutations.ts';
import { suggestLinks } from '#lib/claims/mutations-links.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { dateOf } from '#lib/platform/days.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { getSettings } from '#lib/settings/data.ts';
import { refreshCoverage } from '#lib/standing/mutations.ts';
import { readArticle, revisionFields, writeMachineClaims } from './mutations-extract.ts';
import { type OriginalFile, originalFields } from './rules-original.ts';
import type { AddArticleInput } from './schema.ts';

export type AddedArticle = { readonly id: string; readonly headline: string; readonly claims: number };

/** Another article, of those the actor may see, with the very same text. */
export function findSameText(db: Db | Tx, actor: Actor, digest: string) {
  return db.article.findFirst({
    where: { AND: [visibleTo(actor), { revisions: { some: { sha256: digest } } }] },
    select: { id: true, headline: true },
    orderBy: { createdAt: 'asc' },
  });
}

/**
 * Brings an article in: its first revision and the claims that the engine proposes, in one transaction and one event.
 * A text already here is refused as `conflict` with the article in `present`, unless the adder says they know.
 */
export async function addArticle(
  db: Db,
  actor: Actor,
  input: AddArticleInput,
  original: OriginalFile | null = null,
): Promise<AddedArticle> {
  await checkActor(db, actor, 'article.add');
  const { text } = input;
  if (!input.evenIfKnown) {
    const known = await findSameText(db, actor, sha256(text));
    if (known) refuse('conflict', 'text-known', { values: { headline: known.headline }, present: known });
  }
  const read = await readArticle(text, input.publishedOn, input.outlet);
  return transact(
    db,
    async (tx) => {
      await holdActor(tx, actor, 'article.add');
      const { defaultMode, defaultQueries } = await getSettings(tx);
      const article = await tx.article.create({
        data: {
          headline: input.headline,
          outlet: input.outlet,
          byline: input.byline,
          link: input.link,
          publishedOn: dateOf(input.publishedOn),
          dueAt: input.dueAt ? new Date(input.dueAt) : null,
          mode: input.mode ?? defaultMode,
          queries: defaultQueries,
          access: input.access,
          nextClaimNumber: read.claims.length + 1,
          createdById: actor.id,
        },
      });
      const revision = await tx.revision.create({
        data: {
          ...revisionFields(read),
          ...originalFields(original),
          articleId: article.id,
          number: 1,
          origin: input.origin,
          createdById: actor.id,
        },
        select: { id: true },
      });
      await tx.article.update({ where: { id: article.id }, data: { revisionId: revision.id } });
      if (input.access === 'named') await writeMembers(tx, actor, article.id, input.memberIds);
      await writeMachineClaims(tx, { id: article.id, firstNumber: 1, revisionId: revision.id }, read, read.claims);
      await suggestLinks(tx, article.id, read.engine);
      await refreshCoverage(tx, article.id);
      await appendEvent(tx, actor, {
        chain: article.id,
        action: 'article.added',
        subject: { type: 'article', id: article.id },
        detail: {
          headline: input.headline,
          sha256: read.sha256,
          origin: input.origin,
          claims: read.claims.length,
          engine: read.engine,
        },
      });
      await appendEvent(tx, actor, {
        chain: DESK_CHAIN,
        action: 'desk.articleAdded',
        subject: { type: 'article', id: article.id },
        detail: {},
      });
      return { id: article.id, headline: article.headline, claims: read.claims.length };
    },
    60_000,
  );
}
