import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '#lib/access/gate-session.ts';
import { may } from '#lib/access/policy.ts';
import { readArticleHead } from '#lib/articles/data.ts';
import { markFor } from '#lib/live/data-mark.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { listReports, type ReportRead, readReport } from './data.ts';
import type { ReportRowDTO } from './types.ts';

export type LoadedReport = {
  readonly report: ReportRead;
  readonly readerId: string;
  /** The reader may make a corrected report in its place: it is the last one. */
  readonly mayCorrect: boolean;
};

/** A frozen report; 404 where its article is not the reader's to see. */
export const loadReport = cache(async (id: string): Promise<LoadedReport> => {
  const actor = await requireActor('article.read');
  const report = isId(id) ? await readReport(database(), actor, id) : null;
  if (!report) notFound();
  return {
    report,
    readerId: actor.id,
    mayCorrect: report.model.part === null && report.later === null && may(actor, 'report.publish'),
  };
});

export type LoadedReports = {
  readonly article: { readonly id: string; readonly headline: string };
  readonly reports: readonly ReportRowDTO[];
  readonly mayRevise: boolean;
  /** Where the page stands among all that moves. */
  readonly mark: string;
  /** The reader may take the whole article out. */
  readonly mayHandOn: boolean;
};

export const loadReports = cache(async (articleId: string): Promise<LoadedReports> => {
  const actor = await requireActor('article.read');
  if (!isId(articleId)) notFound();
  const mark = await markFor(database(), actor);
  const article = await readArticleHead(database(), actor, articleId);
  const reports = await listReports(database(), actor, articleId);
  if (!article || !reports) notFound();
  return { article, reports, mark, mayRevise: may(actor, 'article.revise'), mayHandOn: may(actor, 'article.handOn') };
});
