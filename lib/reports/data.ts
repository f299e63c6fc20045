import { visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type ReportModel, reportModel } from '#lib/exports/model.ts';
import type { Db } from '#lib/platform/db.ts';
import type { ReportRowDTO } from './types.ts';

export type FrozenReport = {
  readonly id: string;
  readonly articleId: string;
  readonly model: ReportModel;
  readonly digest: string;
  /** The article has a newer revision than the one that was checked. */
  readonly newerRevision: number | null;
};

/** A report as it was frozen, for who may see its article; null otherwise. */
export async function readReport(db: Db, actor: Actor, id: string): Promise<FrozenReport | null> {
  const row = await db.report.findFirst({
    where: { id, article: visibleTo(actor) },
    include: { article: { select: { revision: { select: { number: true } } } } },
  });
  if (!row) return null;
  const model = reportModel.parse(JSON.parse(row.snapshot));
  const present = row.article.revision?.number ?? model.article.revision;
  return {
    id: row.id,
    articleId: row.articleId,
    model,
    digest: row.digest,
    newerRevision: present > model.article.revision ? present : null,
  };
}

/** An article's reports, newest first; null where the article is not the reader's to see. */
export async function listReports(db: Db, actor: Actor, articleId: string): Promise<ReportRowDTO[] | null> {
  const article = await db.article.findFirst({
    where: { AND: [{ id: articleId }, visibleTo(actor)] },
    select: { id: true },
  });
  if (!article) return null;
  const rows = await db.report.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      createdAt: true,
      digest: true,
      createdBy: { select: { name: true } },
      revision: { select: { number: true } },
    },
  });
  return rows.map(({ createdAt, createdBy, revision, ...row }) => ({
    ...row,
    revisionNumber: revision.number,
    createdAt: createdAt.toISOString(),
    createdBy: createdBy.name,
  }));
}
