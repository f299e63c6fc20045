import type { PublicReader } from '#lib/access/types.ts';
import type { PublicFile } from '#lib/exports/public/page.ts';
import { takenBackPage } from '#lib/exports/public/report-page.ts';
import { renderReport } from '#lib/exports/render.ts';
import type { Db } from '#lib/platform/db.ts';
import { frozenReport } from '#lib/reports/data.ts';
import { readSite } from './data-public.ts';
import { openReportLink } from './mutations-links.ts';

// Its own style and nothing else: the file carries the same policy in its head.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The report that a secret link opens, as its file in HTML, or the note in the place of a withdrawn one; null where the link opens none, whatever the reason. */
export async function sharedFile(
  db: Db,
  reader: PublicReader,
  token: string,
  isCounted: boolean,
): Promise<PublicFile | null> {
  const opened = await openReportLink(db, token, isCounted);
  if (opened === null) return null;
  if ('note' in opened) return takenBackPage(await readSite(db, reader), opened);
  // In HTML nothing leads to the report's own page.
  const body = await renderReport(await frozenReport(db, opened.reportId), 'html', '');
  return { body, type: 'text/html; charset=utf-8', policy: POLICY, isUnlisted: true };
}
