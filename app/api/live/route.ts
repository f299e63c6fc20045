import { handleUnattended } from '#lib/access/gate-request.ts';
import { hub } from '#lib/live/data-hub.ts';
import { STREAM_HEADERS, streamOf } from '#lib/live/rules-stream.ts';
import { refused } from '#lib/platform/result.ts';

/** What moves, as it happens: one stream for all windows of a browser. `Last-Event-ID` is the mark that it stands at. */
export async function GET(request: Request): Promise<Response> {
  return handleUnattended(request, 'article.read', async ({ claims }) => {
    const after = request.headers.get('last-event-id') ?? '';
    const stream = streamOf((outlet) => hub().open(claims, outlet, after), request.signal);
    return stream === null
      ? refused('rate-limited', 'many-streams')
      : new Response(stream, { headers: STREAM_HEADERS });
  });
}
