import type { Refusal, Refused, Result } from './result.ts';

const STATUS: Readonly<Record<Refusal, number>> = {
  'signed-out': 401,
  unproven: 401,
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  'stale-version': 409,
  conflict: 409,
  'basis-moved': 409,
  'moved-on': 409,
  held: 409,
  'undecided-wording': 409,
  'own-verdict': 409,
  'not-in-force': 409,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
  busy: 503,
  'disk-full': 507,
  fault: 500,
};

/** A result as a JSON response. Nothing of it may be kept by a cache. */
export function respond<T>(result: Result<T>): Response {
  const headers = { 'cache-control': 'no-store' };
  return result.ok
    ? Response.json(result.value ?? null, { headers })
    : Response.json({ error: errorOf(result) }, { status: STATUS[result.reason], headers });
}

/** A refusal as JSON says it. */
export const errorOf = ({ reason, code, message, fields, present }: Refused) => ({
  reason,
  code,
  message,
  fields,
  present,
});

/**
 * Bytes that came from elsewhere: no browser guesses what they are, runs anything in them, or keeps them. Under a name they are
 * a file to save, whatever they are; without one they are shown as `type`, which must be what they have been found to be.
 */
export function respondForeign(bytes: Uint8Array, { type, name }: { type?: string; name?: string }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type ?? 'application/octet-stream',
      'content-disposition': name === undefined ? 'inline' : `attachment; filename*=UTF-8''${inHeader(name)}`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** As RFC 8187 has it: `encodeURIComponent` leaves three signs that mean something there. */
const inHeader = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Whether a browser fetches something ahead that nobody has asked to see yet: a link it thinks will be followed, or a
 * look at the head alone.
 */
export function isLookAhead({ method, headers }: Request): boolean {
  if (method === 'HEAD') return true;
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''} ${headers.get('x-moz') ?? ''}`;
  return /\bprefetch|\bprerender/i.test(purpose) || headers.has('next-router-prefetch');
}

/** Bytes that are made while they are sent, no faster than they are taken; making them ends where nobody takes them any more. */
export const streamOf = (chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });

/** Nothing was handed out. What is fetched ahead is an error, so that a browser asks again when somebody wants it. */
export const lookAhead = ({ method }: Request): Response =>
  new Response(null, { status: method === 'HEAD' ? 200 : 503, headers: { 'cache-control': 'no-store' } });

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
