import type { SentenceDTO } from '#lib/articles/types.ts';
import { countRead, readSentences } from '#lib/claims/rules.ts';
import type { Progress } from '#lib/claims/types.ts';
import type { Tx } from '#lib/platform/db.ts';
import { claimStates } from './data.ts';
import { standing } from './rules.ts';

/**
 * Brings the stored standing of claims, and the coverage of their article, in line with the records. The only writer
 * of progress, flags and counts; called at the end of every change inside its transaction.
 */
export async function settle(tx: Tx, articleId: string, claimIds: readonly string[]): Promise<void> {
  const states = await claimStates(tx, claimIds);
  for (const { record, verdicts } of states) {
    const next = standing({
      assigned: record.assigneeId !== null,
      evidence: record.evidence.filter((item) => item.withdrawnAt === null).length,
      verdicts,
    });
    const same =
      next.progress === record.progress &&
      next.settledBy === record.settledBy &&
      next.settledVerdictId === record.settledVerdictId &&
      next.stale === record.stale;
    if (!same) await tx.claim.update({ where: { id: record.id }, data: next });
  }
  await refreshCoverage(tx, articleId);
}

/** Counts an article's read sentences anew, on its present revision. */
export async function refreshCoverage(tx: Tx, articleId: string): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { revisionId: true, sentencesRead: true, sentencesTotal: true, revision: { select: { sentences: true } } },
  });
  if (!article.revisionId || !article.revision) return;
  const claims = await tx.$queryRaw<CoverageRow[]>`
    select a.start, a."end", c.excluded_at is not null as excluded, c.progress::text as progress, c.stale,
      false as withdrawn, false as replaced
    from claims c join anchors a on a.claim_id = c.id and a.revision_id = ${article.revisionId}::uuid
    where c.article_id = ${articleId}::uuid and c.withdrawn_at is null and c.replaced_at is null and a.start is not null`;
  const marks = await tx.sentenceMark.findMany({
    where: { revisionId: article.revisionId, withdrawnAt: null },
    select: { start: true, end: true },
  });
  const sentences = article.revision.sentences as unknown as readonly SentenceDTO[];
  const sentencesRead = countRead(readSentences(sentences, claims, marks));
  if (sentencesRead !== article.sentencesRead || sentences.length !== article.sentencesTotal) {
    await tx.article.update({ where: { id: articleId }, data: { sentencesRead, sentencesTotal: sentences.length } });
  }
}

type CoverageRow = {
  start: number;
  end: number;
  excluded: boolean;
  progress: Progress;
  stale: boolean;
  withdrawn: boolean;
  replaced: boolean;
};
