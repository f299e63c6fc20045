import { handle } from '#lib/access/gate-request.ts';
import { renderReport } from '#lib/exports/render.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { isLookAhead } from '#lib/platform/http.ts';
import { refused } from '#lib/platform/result.ts';
import { type ReportRead, readReport } from '#lib/reports/data.ts';
import { noteExport } from '#lib/reports/mutations.ts';
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
    const file = await renderReport(report, known.value, address);
    await noteExport(database(), actor, { id, articleId: report.articleId, number: report.model.number }, known.value);
    return new Response(file, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${fileName(report)}.${ending}"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}

/** What is fetched ahead is an error, so that a browser asks again when somebody wants it. */
const lookAhead = ({ method }: Request): Response =>
  new Response(null, { status: method === 'HEAD' ? 200 : 503, headers: { 'cache-control': 'no-store' } });

/** The headline as a file's name: letters and digits, in ASCII, at most 60. */
function fileName({ model }: ReportRead): string {
  const words = model.article.headline
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-')
    .toLowerCase();
  return `${words.slice(0, 60).replace(/-$/, '') || 'article'}-report-${model.number}`;
}
