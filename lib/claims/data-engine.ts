import { assertNotArchived, type OpenedArticle, openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { keptText } from '#lib/articles/data.ts';
import type { EngineClaim } from '#lib/engine/types.ts';
import { onArticleText } from '#lib/ingest/reading.ts';
import type { Db } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { type PresentText, presentText } from './mutations-shared.ts';

type Opened = { readonly article: OpenedArticle; readonly text: PresentText };

/** A claim's article and its present text, for a change of the claim; with `seenRevisionId`, where that is still the present one. */
export async function openText(db: Db, actor: Actor, claimId: string, seenRevisionId?: string): Promise<Opened> {
  const found = await db.claim.findUnique({ where: { id: claimId }, select: { articleId: true } });
  if (!found) refuse('not-found', 'no-claim');
  const article = await openArticle(db, actor, 'claim.edit', found.articleId);
  assertNotArchived(article);
  return { article, text: await presentText(db, article, seenRevisionId ?? article.revisionId) };
}

/** What the engine reads in it: asked for before others wait for the article. */
export async function engineReads({ article, text }: Opened): Promise<readonly EngineClaim[]> {
  const { extraction } = await onArticleText(keptText(text), article.publishedOn, article.outlet);
  return extraction.claims;
}
