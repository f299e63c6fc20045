import { assertNotArchived, openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { ReportModel } from '#lib/exports/model.ts';
import { onCopy, onReturned } from '#lib/ingest/reading.ts';
import type { CameBack, CameIn } from '#lib/ingest/returned/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { granted, refuse } from '#lib/platform/result.ts';
import { previewRevision } from '#lib/revisions/data.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { type ReportRead, readReport } from './data.ts';
import { COPY_MARKS, sentCopy } from './rules-copy.ts';
import type { CameInDTO, ReturnDTO } from './types-return.ts';

export type Returned = { readonly report: ReportRead; readonly came: CameBack };

/**
 * Reads a writer's copy that has come back to an article, and holds it against the report that it is of.
 *
 * @throws AppError `return-…` for what is no copy, or one of another article or report
 */
export async function readReturned(db: Db, actor: Actor, articleId: string, bytes: Uint8Array): Promise<Returned> {
  assertNotArchived(await openArticle(db, actor, 'article.revise', articleId));
  const said = granted(await onCopy({ bytes, marks: COPY_MARKS }));
  if (said === null) refuse('invalid', 'return-not-ours', { field: 'text' });
  if (said.article !== articleId) refuse('conflict', 'return-other-article', { field: 'text' });
  const row = await db.report.findFirst({
    where: { articleId, number: said.number, digest: said.digest },
    select: { id: true },
  });
  const report = row && (await readReport(db, actor, row.id));
  if (!report) refuse('conflict', 'return-other-report', { field: 'text' });
  const sent = sentCopy(report.model, report.digest);
  return { report, came: granted(await onReturned({ bytes, marks: COPY_MARKS, sent })) };
}

/** What a copy that has come back would do, without doing it. */
export async function previewReturn(db: Db, actor: Actor, articleId: string, bytes: Uint8Array): Promise<ReturnDTO> {
  const { report, came } = await readReturned(db, actor, articleId, bytes);
  const { fixes, markedDone, takenOut, beyond } = came;
  const { id, model } = report;
  return {
    report: { id, number: model.number, revision: model.article.revision },
    preview: await previewRevision(db, actor, { articleId, text: typedText(came.text) }),
    cameIn: await withStates(db, articleId, model, came.cameIn),
    fixes,
    markedDone,
    takenOut,
    beyond,
  };
}

/** Of each remark whether it was taken before, and which open question it can answer. */
async function withStates(
  db: Db,
  articleId: string,
  model: ReportModel,
  cameIn: readonly CameIn[],
): Promise<CameInDTO[]> {
  const kept = await db.comment.findMany({
    where: { articleId, withdrawnAt: null, OR: [{ cameFrom: { not: null } }, { answerFrom: { not: null } }] },
    select: { claimId: true, cameFrom: true, body: true, answerFrom: true, answer: true },
  });
  const key = (...parts: readonly (string | null)[]) => JSON.stringify(parts);
  const taken = new Set(
    kept.flatMap(({ claimId, cameFrom, body, answerFrom, answer }) => [
      ...(cameFrom === null ? [] : [key(claimId, cameFrom, body)]),
      ...(answerFrom === null ? [] : [key(claimId, answerFrom, answer)]),
    ]),
  );
  const open = await openQuestions(db, articleId);
  return cameIn.map((item) => {
    const { query: _, ...said } = item;
    const claimId = claimOf(model, item);
    return {
      ...said,
      question: questionOf(open, claimId, item)?.body ?? null,
      isTaken: taken.has(key(claimId, item.by, item.text)),
    };
  });
}

/** The claim that came words speak of; null where they stand on none. */
export const claimOf = (model: ReportModel, { claim }: CameIn): string | null =>
  model.claims.find(({ number }) => number === claim)?.id ?? null;

/** The article's open questions. */
export const openQuestions = (db: Db, articleId: string) =>
  db.comment.findMany({
    where: { articleId, kind: 'query', threadId: null, resolvedAt: null, withdrawnAt: null },
    select: { id: true, version: true, body: true, claimId: true, authorId: true, createdAt: true },
  });
type Question = Awaited<ReturnType<typeof openQuestions>>[number];

/** Of open questions the one that came words answer. */
export const questionOf = (
  open: readonly Question[],
  claimId: string | null,
  { query }: CameIn,
): Question | undefined =>
  open.find(
    (one) => one.claimId === claimId && one.authorId === query?.by && one.createdAt.toISOString() === query?.at,
  );
