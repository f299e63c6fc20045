import { handle } from '#lib/access/gate-request.ts';
import { renderReport } from '#lib/exports/render.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { isLookAhead, lookAhead } from '#lib/platform/http.ts';
import { refused } from '#lib/platform/result.ts';
import { readReport } from '#lib/reports/data.ts';
import { noteExport } from '#lib/reports/mutations.ts';
import { fileName } from '#lib/reports/rules-file-name.ts';
import { REPORT_FORMATS, reportFormat } from '#lib/reports/schema.ts';

type Props = { params: Promise<{ id: string; format: string }> };

/** A report as a file. Handing it out is written into the article's history. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handle(request, 'report.export', async (actor) => {
    const { id, format } = await params;
    const known = parse(reportFormat, format);
    if (!known.ok || !isId(id)) return refused('not-found', 'no-report-format');
    const report = await readReport(database(), actor, id);
    if (!report) return refused('not-found', 'no-report');
    // Nobody has the file yet: nothing was handed out.
    if (isLookAhead(request)) return lookAhead(request);
    const { ending, type } = REPORT_FORMATS[known.value];
    const address = new URL(`/reports/${id}`, process.env.NEXTAUTH_URL ?? request.url).href;
    const { number, article, part } = report.model;
    const file = await renderReport(report, known.value, address);
    await noteExport(database(), actor, { id, articleId: report.articleId, number }, known.value);
    return new Response(file, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${fileName(article.headline)}-report-${number}${part ? '-part' : ''}.${ending}"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}
