import { tell } from '#lib/i18n/tell.ts';
import { attempt } from '#lib/platform/attempt.ts';
import { isSameOrigin, respond } from '#lib/platform/http.ts';
import { done, type Outcome, refused } from '#lib/platform/result.ts';
import { currentGuest } from './gate-guest.ts';
import { currentActor, type Unattended, unattendedSession } from './gate-session.ts';
import { unseen } from './gate-unseen.ts';
import { assertMay, type Right } from './policy.ts';
import type { Guest, PersonActor } from './types.ts';

/**
 * The gate of a route handler: who asks, whether they have the right, and only then the work, which reads the body. It
 * answers with a value, sent as JSON, or with a response of its own (a file, a stream). Refusals become
 * `{ error: { reason, code, message, fields, present } }` with their status.
 */
export async function handle<T>(
  request: Request,
  right: Right,
  work: (actor: PersonActor) => Promise<Outcome<T> | Response>,
): Promise<Response> {
  return answer(request, right, currentActor, (actor) => actor, work);
}

/** `handle` for what a page asks by itself, with nobody there; the work learns which session asks, to ask whether it holds. */
export async function handleUnattended<T>(
  request: Request,
  right: Right,
  work: (asks: Unattended) => Promise<Outcome<T> | Response>,
): Promise<Response> {
  return answer(request, right, unattendedSession, ({ actor }) => actor, work);
}

async function answer<A, T>(
  request: Request,
  right: Right,
  whoAsks: () => Promise<A | null>,
  actorOf: (asks: A) => PersonActor,
  work: (asks: A) => Promise<Outcome<T> | Response>,
): Promise<Response> {
  if (!isSameOrigin(request)) return respond(tell(refused('forbidden', 'other-site')));
  const result = await attempt<T | Response>(async () => {
    const asks = await whoAsks();
    if (!asks) return refused('signed-out', 'sign-in-first');
    assertMay(actorOf(asks), right);
    const value = await work(asks);
    return value instanceof Response ? done(value) : value;
  }).then(unseen);
  return result.ok && result.value instanceof Response ? result.value : respond(result);
}

/** The gate of a route that is open to anybody: it must bound by itself what it does for whom. */
export async function handleOpen(request: Request, work: () => Promise<Response>): Promise<Response> {
  if (!isSameOrigin(request)) return respond(tell(refused('forbidden', 'other-site')));
  const result = await attempt(async () => done(await work()));
  return result.ok ? result.value : respond(result);
}

/** The gate of a route that is a guest's: who asks is whoever has opened the link that `params` names, as long as it holds. */
export async function handleGuest<T>(
  request: Request,
  params: Promise<{ readonly id: string }>,
  work: (guest: Guest) => Promise<Outcome<T> | Response>,
): Promise<Response> {
  if (!isSameOrigin(request)) return respond(tell(refused('forbidden', 'other-site')));
  const result = await attempt<T | Response>(async () => {
    const guest = await currentGuest((await params).id);
    if (!guest) return refused('signed-out', 'guest-link-dead');
    const value = await work(guest);
    return value instanceof Response ? done(value) : value;
  });
  if (result.ok && result.value instanceof Response) return result.value;
  return respond(result.ok ? result : unseen(result));
}
