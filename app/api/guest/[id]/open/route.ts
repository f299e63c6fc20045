import { provenGuest } from '#lib/access/gate-guest.ts';
import { handleOpen } from '#lib/access/gate-request.ts';
import { noteGuestOpened } from '#lib/articles/mutations-guests.ts';
import { openGuestInput } from '#lib/articles/schema-guests.ts';
import { tell } from '#lib/i18n/tell.ts';
import { parse } from '#lib/platform/attempt.ts';
import { readJson } from '#lib/platform/body.ts';
import { database } from '#lib/platform/db.ts';
import { respond } from '#lib/platform/http.ts';
import { clientAddress, countTry, tooManyTries } from '#lib/platform/rate-limit.ts';
import { done, type Outcome, refused } from '#lib/platform/result.ts';
import { rememberGuestLink } from '#lib/platform/session.ts';

const MOST_BYTES = 1_000;

type Context = { readonly params: Promise<{ id: string }> };

/** Opens a guest's link in the browser that has its token: it keeps that in a cookie, and the token no more. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handleOpen(request, async () => {
    const outcome = await open(request, (await params).id);
    return respond(outcome.ok ? outcome : tell(outcome));
  });
}

async function open(request: Request, id: string): Promise<Outcome<null>> {
  const body = await readJson(request, MOST_BYTES);
  if (!body.ok) return body;
  const input = parse(openGuestInput, body.value);
  if (!input.ok) return input;
  const guest = await provenGuest(id, input.value.token);
  if (!guest) {
    const wait = await countTry(database(), 'link', clientAddress(request.headers));
    return wait ? tooManyTries(wait) : refused('not-found', 'guest-link-dead');
  }
  await noteGuestOpened(database(), guest);
  await rememberGuestLink(guest.id);
  return done(null);
}
