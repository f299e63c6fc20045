import type { PublicFile } from '#lib/exports/public/page.ts';
import { renderReport } from '#lib/exports/render.ts';
import type { Db } from '#lib/platform/db.ts';
import { frozenReport } from '#lib/reports/data.ts';
import { openReportLink } from './mutations-links.ts';

// Its own style and nothing else: the file carries the same policy in its head.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The report that a secret link opens, as its file in HTML; null where the link opens none, whatever the reason. */
export async function sharedFile(db: Db, token: string, isCounted: boolean): Promise<PublicFile | null> {
  const reportId = await openReportLink(db, token, isCounted);
  if (reportId === null) return null;
  // In HTML nothing leads to the report's own page.
  const body = await renderReport(await frozenReport(db, reportId), 'html', '');
  return { body, type: 'text/html; charset=utf-8', policy: POLICY, isUnlisted: true };
}
