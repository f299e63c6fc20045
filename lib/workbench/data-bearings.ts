import { openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { BEARINGS, captureRows, lookThrough, matchable, matchableSelect, partsIn } from './data-passages.ts';
import type { BearingsDTO } from './types-passages.ts';

/** So many claims are asked about: the first of an article, in its order. */
const CLAIMS = 1_000;

/**
 * Which claims of an article a capture speaks of, each by its best passage there: in the order of the article. What is read of a long capture grows
 * with each asking.
 *
 * @throws AppError `not-found` where the article or the capture is not theirs to see, and what `onText` throws.
 */
export async function bearingsOfCapture(
  db: Db,
  actor: Actor,
  articleId: string,
  captureId: string,
): Promise<BearingsDTO> {
  const article = await openArticle(db, actor, 'article.read', articleId);
  const captures = await captureRows(db, actor, articleId, captureId);
  if (captures.length === 0) refuse('not-found', 'no-capture');
  const parts = captures.flatMap(partsIn);
  const anchors = await db.anchor.findMany({
    where: {
      revisionId: article.revisionId,
      claim: { articleId, excludedAt: null, replacedAt: null, withdrawnAt: null },
    },
    select: { claim: { select: { id: true, ...matchableSelect } } },
    orderBy: [{ start: 'asc' }, { end: 'asc' }, { claimId: 'asc' }],
    take: CLAIMS,
  });
  const claims = anchors.map(({ claim }) => claim);
  const { passages, unread } = await lookThrough(claims.map(matchable), parts, 1);
  const starts = new Map(parts.map(({ key, start }) => [key, start]));
  const bearings = claims.flatMap(({ id }, i) =>
    (passages[i] ?? []).map(({ source, start, end, bearing }) => {
      const from = starts.get(source) ?? 0;
      return { claimId: id, start: from + start, end: from + end, bearing: BEARINGS[bearing] };
    }),
  );
  return { bearings, isPart: unread.length > 0 };
}
