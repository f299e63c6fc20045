import { readingOf, withReading } from '#lib/articles/data-readings.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { type CoverageClaim, coverageOf, sentenceStates } from './rules-coverage.ts';

type Coverage = { readonly sentencesRead: number; readonly sentencesMinor: number; readonly sentencesTotal: number };

/** An article's sentences by where their reading stands: as it is kept, and as it is now on the present reading of its present revision. */
export async function coverageNow(tx: Tx | Db, articleId: string): Promise<{ kept: Coverage; now: Coverage }> {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      revisionId: true,
      minorCounts: true,
      sentencesRead: true,
      sentencesMinor: true,
      sentencesTotal: true,
      revision: { select: withReading },
    },
  });
  const { sentencesRead, sentencesMinor, sentencesTotal } = article;
  const kept = { sentencesRead, sentencesMinor, sentencesTotal };
  if (!article.revisionId || !article.revision) return { kept, now: kept };
  const claims = await tx.$queryRaw<CoverageClaim[]>`
    select a.start, a."end", c.excluded_at is not null as excluded, c.progress::text as progress, c.stale, c.held,
      c.tier::text as tier, c.touched_at is not null as touched, false as withdrawn, false as replaced
    from claims c join anchors a on a.claim_id = c.id and a.revision_id = ${article.revisionId}::uuid
    where c.article_id = ${articleId}::uuid and c.withdrawn_at is null and c.replaced_at is null and a.start is not null`;
  const marks = await tx.sentenceMark.findMany({
    where: { revisionId: article.revisionId, withdrawnAt: null },
    select: { start: true, end: true },
  });
  const { sentences } = readingOf(article.revision);
  const { read, minor, total } = coverageOf(sentenceStates(sentences, claims, marks, article.minorCounts));
  return { kept, now: { sentencesRead: read, sentencesMinor: minor, sentencesTotal: total } };
}
