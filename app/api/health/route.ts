import { handleOpen } from '#lib/access/gate-request.ts';
import { databaseAnswers } from '#lib/platform/health.ts';

export const dynamic = 'force-dynamic';

/** `?live` asks only whether the process answers; without it, whether it can also serve: the database does too. */
export async function GET(request: Request): Promise<Response> {
  return handleOpen(request, async () => {
    const headers = { 'cache-control': 'no-store' };
    if (new URL(request.url).searchParams.has('live')) return Response.json({ live: true }, { headers });
    const ready = await databaseAnswers();
    return Response.json({ live: true, ready }, { status: ready ? 200 : 503, headers });
  });
}
