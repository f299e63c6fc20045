import { handle } from '#lib/access/gate-request.ts';
import { renderPeriod } from '#lib/exports/period/render.ts';
import { periodInput, periodOf } from '#lib/numbers/schema.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { isLookAhead, lookAhead } from '#lib/platform/http.ts';
import { refused } from '#lib/platform/result.ts';
import { reportPeriod } from '#lib/reports/mutations-period.ts';
import { periodFormat, REPORT_FORMATS } from '#lib/reports/schema.ts';

type Props = { params: Promise<{ format: string }> };

/** A report on the desk's work in a period (`from`, `to`) as a file. Making it is written into the desk's history. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handle(request, 'numbers.report', async (actor) => {
    const format = parse(periodFormat, (await params).format);
    if (!format.ok) return refused('not-found', 'no-report-format');
    const asked = parse(periodInput, Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.ok) return asked;
    // Nobody has the file yet: nothing was handed out.
    if (isLookAhead(request)) return lookAhead(request);
    const made = await reportPeriod(database(), actor, periodOf(asked.value), format.value);
    const { from, to } = made.model;
    const { ending, type } = REPORT_FORMATS[format.value];
    return new Response(await renderPeriod(made, format.value), {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="desk-${from}-${to}.${ending}"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}
