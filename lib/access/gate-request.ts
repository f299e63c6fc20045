import { tell } from '#lib/i18n/tell.ts';
import { attempt } from '#lib/platform/attempt.ts';
import { isSameOrigin, respond } from '#lib/platform/http.ts';
import { done, type Outcome, refused } from '#lib/platform/result.ts';
import { currentActor } from './gate-session.ts';
import { unseen } from './gate-unseen.ts';
import { assertMay, type Right } from './policy.ts';
import type { PersonActor } from './types.ts';

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
  if (!isSameOrigin(request)) return respond(tell(refused('forbidden', 'other-site')));
  const result = await attempt<T | Response>(async () => {
    const actor = await currentActor();
    if (!actor) return refused('signed-out', 'sign-in-first');
    assertMay(actor, right);
    const answer = await work(actor);
    return answer instanceof Response ? done(answer) : answer;
  }).then(unseen);
  return result.ok && result.value instanceof Response ? result.value : respond(result);
}

/** The gate of a route that is open to anybody: it must bound by itself what it does for whom. */
export async function handleOpen(request: Request, work: () => Promise<Response>): Promise<Response> {
  if (!isSameOrigin(request)) return respond(tell(refused('forbidden', 'other-site')));
  const result = await attempt(async () => done(await work()));
  return result.ok ? result.value : respond(result);
}
