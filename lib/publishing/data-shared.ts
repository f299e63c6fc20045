import { renderHtml } from '#lib/exports/html/html.ts';
import { outlineOf } from '#lib/exports/outline/index.ts';
import type { PublicFile } from '#lib/exports/public/page.ts';
import { withoutControls } from '#lib/platform/canonical.ts';
import type { Db } from '#lib/platform/db.ts';
import { frozenReport } from '#lib/reports/data.ts';
import { openReportLink } from './mutations-links.ts';

// Its own style and nothing else: the file carries the same policy in its head.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The report that a secret link opens, as its file in HTML; null where the link opens none, whatever the reason. */
export async function sharedFile(db: Db, token: string, isCounted: boolean): Promise<PublicFile | null> {
  const reportId = await openReportLink(db, token, isCounted);
  if (reportId === null) return null;
  const { model, digest, later } = await frozenReport(db, reportId);
  const body = withoutControls(renderHtml(outlineOf(model, digest, later)));
  return { body, type: 'text/html; charset=utf-8', policy: POLICY, isUnlisted: true };
}
