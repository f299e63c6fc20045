import { visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { FrozenReport } from '#lib/exports/render.ts';
import type { Db } from '#lib/platform/db.ts';
import { masksIn } from '#lib/standing/data-masks.ts';
import { maskSnapshot, type ReportMask } from './rules-masks.ts';
import { readSnapshot } from './rules-upgrade.ts';
import type { LaterReport, ReportRowDTO } from './types.ts';

/** A report as it was frozen, and what has come since. */
export type ReportRead = FrozenReport & {
  readonly id: string;
  readonly articleId: string;
  /** The article has a newer revision than the one that was checked. */
  readonly newerRevision: number | null;
  /** The article's last report, where this one is not it. */
  readonly later: LaterReport | null;
};

/**
 * A report as it was frozen, for who may see its article; null otherwise. What is confidential now is masked in it for everybody: whoever it is named
 * to hands the report on too.
 */
export async function readReport(db: Db, actor: Actor, id: string): Promise<ReportRead | null> {
  const row = await db.report.findFirst({
    where: { id, article: visibleTo(actor) },
    include: { article: { select: { revision: { select: { number: true } } } } },
  });
  if (!row) return null;
  const report = await masked(db, row);
  const checked = report.model.article.revision;
  const present = row.article.revision?.number ?? checked;
  return { ...report, id: row.id, articleId: row.articleId, newerRevision: present > checked ? present : null };
}

/** The same for whoever has been let in by other means than their account. */
export async function frozenReport(db: Db, id: string): Promise<FrozenReport & { readonly later: LaterReport | null }> {
  return masked(db, await db.report.findUniqueOrThrow({ where: { id } }));
}

type Row = {
  readonly articleId: string;
  readonly number: number;
  readonly snapshot: string;
  readonly digest: string;
  readonly chosen: number | null;
};

async function masked(db: Db, row: Row) {
  const snapshot = maskSnapshot(row.snapshot, await masksOf(db, row.articleId));
  // Neither does anything take a part's place, nor a part anything's.
  const later = row.chosen === null ? await laterReport(db, row.articleId, row.number) : null;
  return { snapshot, digest: row.digest, model: readSnapshot(snapshot), later };
}

/** What is confidential among an article's evidence, as it is now. */
export async function masksOf(db: Db, articleId: string): Promise<ReportMask[]> {
  const rows = await db.evidence.findMany({
    where: { claim: { articleId }, source: { confidentialAt: { not: null } } },
    select: { claimId: true, number: true, sourceId: true, source: { select: { maskSalt: true } } },
    orderBy: { id: 'asc' },
  });
  if (rows.length === 0) return [];
  const masks = await masksIn(db, articleId);
  return rows.map(({ claimId, number, sourceId, source }) => ({
    claimId,
    number,
    title: masks.get(sourceId) ?? 'Confidential source',
    salt: `${source.maskSalt}:${articleId}`,
  }));
}

/** The last report after the one of that number, with every correction since. */
async function laterReport(db: Db, articleId: string, number: number): Promise<LaterReport | null> {
  const since = await db.report.findMany({
    where: { articleId, number: { gt: number }, chosen: null },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, createdAt: true, correctionNote: true },
  });
  const last = since.at(-1);
  if (!last) return null;
  return {
    id: last.id,
    number: last.number,
    createdAt: last.createdAt.toISOString(),
    corrections: since.flatMap(({ correctionNote, createdAt }) =>
      correctionNote ? [{ note: correctionNote, at: createdAt.toISOString() }] : [],
    ),
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
      correctionNote: true,
      chosen: true,
      createdBy: { select: { name: true } },
      revision: { select: { number: true } },
    },
  });
  return rows.map(({ createdAt, createdBy, revision, correctionNote, ...row }) => ({
    ...row,
    correction: correctionNote,
    revisionNumber: revision.number,
    createdAt: createdAt.toISOString(),
    createdBy: createdBy.name,
  }));
}

/** An article's claims that stand in it, by number; empty where it is not the reader's to see. */
export async function claimsByNumber(db: Db, actor: Actor, articleId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db.claim.findMany({
    where: { articleId, article: visibleTo(actor), withdrawnAt: null, replacedAt: null },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [number, id]));
}
