import { handleGuest } from '#lib/access/gate-request.ts';
import { hub } from '#lib/live/data-hub.ts';
import { missedInput } from '#lib/live/schema.ts';
import { parse } from '#lib/platform/attempt.ts';
import { done, refused } from '#lib/platform/result.ts';
import { guestPage } from '#lib/workbench/data-guest.ts';

type Context = { readonly params: Promise<{ id: string }> };

/** Whether a guest's page is otherwise than at a mark, asked once: where no stream comes through. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handleGuest(request, params, async (guest) => {
    const input = parse(missedInput, { after: request.headers.get('last-event-id') ?? '' });
    if (!input.ok) return input;
    const missed = await hub().guests.missed(guest, guestPage, input.value.after);
    return missed ? done(missed) : refused('signed-out', 'guest-link-dead');
  });
}
