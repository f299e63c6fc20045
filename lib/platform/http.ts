import type { PersonActor } from './actor.ts';
import { attempt } from './attempt.ts';
import { currentActor } from './auth.ts';
import { done, type Refusal, type Refused, type Result, refused } from './result.ts';

const STATUS: Readonly<Record<Refusal, number>> = {
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  'stale-version': 409,
  conflict: 409,
  'basis-moved': 409,
  'own-verdict': 409,
  'not-in-force': 409,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
  busy: 503,
  'disk-full': 507,
  fault: 500,
};

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

/** A result as a JSON response. Nothing of it may be kept by a cache. */
export function respond<T>(result: Result<T>): Response {
  const headers = { 'cache-control': 'no-store' };
  return result.ok
    ? Response.json(result.value ?? null, { headers })
    : Response.json({ error: errorOf(result) }, { status: STATUS[result.reason], headers });
}

const errorOf = ({ reason, message, fields, present }: Refused) => ({ reason, message, fields, present });

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from our own pages. Browsers say so in Sec-Fetch-Site, older ones in
 * Origin; what sends neither is no browser and carries nobody's cookies unasked. The method of Go's
 * http.CrossOriginProtection.
 */
export function isSameOrigin(request: Request): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (!origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}
