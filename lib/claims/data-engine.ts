import { assertNotArchived, type OpenedArticle, openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { keptText } from '#lib/articles/data.ts';
import type { EngineClaim } from '#lib/engine/types.ts';
import { onArticleText } from '#lib/ingest/reading.ts';
import type { Db } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import type { Said } from '#lib/standing/types.ts';
import { type Place, type PresentText, presentText } from './mutations-shared.ts';
import { readAt } from './rules-wording.ts';

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

/** A text of as many characters is read in about a second: while somebody waits who has picked out a few words of it. */
const READ_AT_ONCE = 20_000;

/** How the article says what stands at a span, as far as the engine can tell: of a long text out of the paragraph alone. */
export async function engineSaysOf({ article, text }: Opened, span: Place): Promise<Partial<Said>> {
  const isWhole = text.text.length <= READ_AT_ONCE;
  const block = isWhole ? undefined : text.blocks.find(({ start, end }) => start <= span.start && span.end <= end);
  const { start, end } = block ?? { start: 0, end: text.text.length };
  const part = keptText({ text: text.text.slice(start, end) });
  const { extraction } = await onArticleText(part, article.publishedOn, article.outlet);
  return readAt({ start: span.start - start, end: span.end - start }, extraction.claims).said;
}
