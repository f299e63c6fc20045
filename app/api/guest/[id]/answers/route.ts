import { handleGuest } from '#lib/access/gate-request.ts';
import { answerAsGuest } from '#lib/comments/mutations-guest.ts';
import { answerAsGuestInput } from '#lib/comments/schema.ts';
import { parse } from '#lib/platform/attempt.ts';
import { readJson } from '#lib/platform/body.ts';
import { database } from '#lib/platform/db.ts';
import { countTry, tooManyTries } from '#lib/platform/rate-limit.ts';
import { done } from '#lib/platform/result.ts';

/** An answer in JSON, each sign of it escaped. */
const MOST_BYTES = 60_000;

type Context = { readonly params: Promise<{ id: string }> };

/** A guest answers a question that is put to them. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handleGuest(request, params, async (guest) => {
    const body = await readJson(request, MOST_BYTES);
    if (!body.ok) return body;
    const input = parse(answerAsGuestInput, body.value);
    if (!input.ok) return input;
    const wait = await countTry(database(), 'guest', guest.id);
    return wait ? tooManyTries(wait) : done(await answerAsGuest(database(), guest, input.value));
  });
}
