import { handleGuest } from '#lib/access/gate-request.ts';
import { hub } from '#lib/live/data-hub.ts';
import { STREAM_HEADERS, streamOf } from '#lib/live/rules-stream.ts';
import { refused } from '#lib/platform/result.ts';
import { guestPage } from '#lib/workbench/data-guest.ts';

type Context = { readonly params: Promise<{ id: string }> };

/** That a guest's page is otherwise, as it happens. `Last-Event-ID` is the mark of what they have before them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handleGuest(request, params, async (guest) => {
    const after = request.headers.get('last-event-id') ?? '';
    const stream = streamOf((outlet) => hub().guests.open(guest, guestPage, outlet, after), request.signal);
    return stream === null
      ? refused('rate-limited', 'many-streams')
      : new Response(stream, { headers: STREAM_HEADERS });
  });
}
