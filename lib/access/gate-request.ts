import { attempt } from '#lib/platform/attempt.ts';
import { isSameOrigin, respond } from '#lib/platform/http.ts';
import { done, type Result, refused } from '#lib/platform/result.ts';
import { currentActor } from './gate-session.ts';
import type { PersonActor } from './types.ts';

/**
 * A route handler: gate, call, respond. The work answers with a value, sent as JSON, or with a response of its own
 * (a file, a stream). Refusals become `{ error: { reason, message, fields, present } }` with their status.
 */
export async function handle<T>(
  request: Request,
  work: (actor: PersonActor) => Promise<Result<T> | Response>,
): Promise<Response> {
  if (!isSameOrigin(request)) return respond(refused('forbidden', 'This request comes from another site.'));
  const result = await attempt<T | Response>(async () => {
    const actor = await currentActor();
    if (!actor) return refused('signed-out', 'Sign in first.');
    const answer = await work(actor);
    return answer instanceof Response ? done(answer) : answer;
  });
  return result.ok && result.value instanceof Response ? result.value : respond(result);
}
