import { handle } from '#lib/access/gate-request.ts';
import { readNumbers } from '#lib/numbers/data.ts';
import { numbersCsv } from '#lib/numbers/rules-csv.ts';
import { periodInput, periodOf } from '#lib/numbers/schema.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';

/** The desk's numbers of a period (`from`, `to`), as CSV. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'numbers.read', async (actor) => {
    const asked = parse(periodInput, Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.ok) return asked;
    const numbers = await readNumbers(database(), actor, periodOf(asked.value));
    const { from, to } = numbers.period;
    return new Response(numbersCsv(numbers), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="numbers-${from}-${to}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}
