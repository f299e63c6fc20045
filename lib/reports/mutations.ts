import type { Permission } from '#lib/access/policy.ts';
import { holdArticle, openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { ReportModel } from '#lib/exports/model.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { headsColumn } from '#lib/history/schema-columns.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { saidInSources } from '#lib/sources/data-said.ts';
import { claimStates } from '#lib/standing/data.ts';
import type { ArticleCaptures } from './data-archive.ts';
import { snapshotOf } from './data-snapshot.ts';
import type { FreezeReportInput, ReportFormat } from './schema.ts';

export type Frozen = { readonly id: string; readonly number: number; readonly digest: string };

/**
 * Freezes what stands now as a report, in the place of the article's last one. The article is held meanwhile, so that the
 * snapshot is of one moment; what a blind verdict still hides from others is in no report, not even its author's.
 * A correction says what was wrong in the report before, and is for who may publish. A report on chosen claims takes no report's place.
 *
 * @param also what belongs to the same change, once the report is there
 */
export async function freezeReport(
  db: Db,
  actor: Actor,
  input: FreezeReportInput & { readonly correction?: string | null },
  also?: (tx: Tx, frozen: Frozen) => Promise<void>,
): Promise<Frozen> {
  const { id: by, name } = actor;
  if (by === null) refuse('forbidden', 'reports-by-person');
  const correction = input.correction ?? null;
  const chosen = input.chosen ? { ...input.chosen, note: input.chosen.note ?? null } : null;
  if (chosen && correction) refuse('invalid', 'part-corrects-nothing');
  const right = correction ? 'report.publish' : 'report.export';
  const said = await quotationsOf(db, actor, right, input.articleId);
  return transact(
    db,
    async (tx) => {
      const article = await holdArticle(tx, actor, right, input.articleId);
      const { last, number } = await before(tx, article.id);
      if (correction && !last) refuse('conflict', 'nothing-to-correct', { field: 'correction' });
      const supersedes = last && { number: last.number, digest: last.digest };
      const about = { number, by: { id: by, name }, supersedes, correction, chosen, said };
      const model = await snapshotOf(tx, article.id, about);
      const snapshot = canonicalJson(JSON.parse(JSON.stringify(model)));
      const digest = sha256(snapshot);
      const report = await tx.report.create({
        data: {
          articleId: article.id,
          revisionId: article.revisionId,
          number,
          snapshot,
          digest,
          heads: headsColumn.write(model.heads),
          supersedesId: chosen ? null : (last?.id ?? null),
          chosen: model.part?.chosen ?? null,
          correctionNote: correction,
          createdById: by,
        },
      });
      await appendEvent(tx, actor, {
        chain: article.id,
        action: 'report.frozen',
        subject: { type: 'report', id: report.id },
        detail: { number, digest, ...(correction ? { correction } : {}), ...partIn(model) },
      });
      const frozen = { id: report.id, number, digest };
      await also?.(tx, frozen);
      return frozen;
    },
    60_000,
  );
}

const partIn = ({ part }: ReportModel) => (part ? { part: { chosen: part.chosen, of: part.of } } : {});

/** The article's last report on all of it, and the number that comes next. */
async function before(tx: Tx, articleId: string) {
  const reports = await tx.report.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, digest: true, chosen: true },
  });
  return { last: reports.find(({ chosen }) => chosen === null) ?? null, number: (reports[0]?.number ?? 0) + 1 };
}

/** How the article's quotations stand in its sources, by claim: looked for after the gate, and before anything is held. */
async function quotationsOf(db: Db, actor: Actor, right: Permission, articleId: string) {
  const { id } = await openArticle(db, actor, right, articleId);
  const claims = await db.claim.findMany({
    where: { articleId: id, evidence: { some: { withdrawnAt: null } } },
    select: { id: true },
  });
  return saidInSources(
    db,
    await claimStates(
      db,
      claims.map((claim) => claim.id),
    ),
  );
}

/** Writes down that a report was handed out in a format. */
export function noteExport(
  db: Db,
  actor: Actor,
  report: { id: string; articleId: string; number: number },
  format: ReportFormat,
): Promise<void> {
  return transact(db, (tx) =>
    appendEvent(tx, actor, {
      chain: report.articleId,
      action: 'report.exported',
      subject: { type: 'report', id: report.id },
      detail: { number: report.number, format },
    }),
  );
}

/** Writes down that the captures of an article's sources were handed out. */
export function noteCapturesExport(
  db: Db,
  actor: Actor,
  { article, captures, erased }: Pick<ArticleCaptures, 'article' | 'captures' | 'erased'>,
): Promise<void> {
  return transact(db, (tx) =>
    appendEvent(tx, actor, {
      chain: article.id,
      action: 'capture.exported',
      subject: { type: 'article', id: article.id },
      detail: { count: captures.length, erased },
    }),
  );
}
