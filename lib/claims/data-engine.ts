import { openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { keptText } from '#lib/articles/data.ts';
import type { EngineClaim } from '#lib/engine/types.ts';
import { onArticleText } from '#lib/ingest/reading.ts';
import type { Db } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { type PresentText, presentText } from './mutations-shared.ts';

/**
 * The present text of a claim's article, and what the engine reads in it, for a change of the claim: asked for before others
 * wait for the article. With `seenRevisionId`, where that is still the present revision.
 */
export async function engineReads(
  db: Db,
  actor: Actor,
  claimId: string,
  seenRevisionId?: string,
): Promise<{ readonly text: PresentText; readonly claims: readonly EngineClaim[] }> {
  const found = await db.claim.findUnique({ where: { id: claimId }, select: { articleId: true } });
  if (!found) refuse('not-found', 'no-claim');
  const article = await openArticle(db, actor, 'claim.edit', found.articleId);
  const text = await presentText(db, article, seenRevisionId ?? article.revisionId);
  const { extraction } = await onArticleText(keptText(text), article.publishedOn, article.outlet);
  return { text, claims: extraction.claims };
}
