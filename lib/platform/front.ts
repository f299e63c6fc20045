import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress } from './rate-limit.ts';
import { claimsIn, isSecure, sessionCookieName } from './session-token.ts';

/*
 * What stands before the pages: it bounds what a stranger can make the server do before anything of a request is read.
 * Who carries a session cookie of this desk that has not run out is no stranger here; whether that session still holds
 * the gates ask.
 */

/** Bytes of a stranger's body: a sign-in is a hundredth of it. */
const STRANGER_BYTES = 64 * 1024;
/** Bytes of anybody's: an article as JSON. */
const MOST_BYTES = 21 * 1024 * 1024;
/** Requests of strangers from one network address in a minute, and of all of them at one moment. */
const A_MINUTE = 300;
const AT_A_TIME = 64;
/** Addresses that are counted apart; those that come on top of them in one minute share one count. */
const MOST_ADDRESSES = 20_000;
const MINUTE_MS = 60_000;

/**
 * Files that every browser loads, the same for everybody. In letters that no reader of addresses takes for anything else:
 * `/_next/static/../../sign-in` is the sign-in.
 */
const FOR_ANYBODY = /^\/(?:_next\/static\/(?!\S*\.\.)[\w.~/-]+|icon\.svg|favicon\.ico)(?:\?|$)/;
const HEALTH = /^\/api\/health(?:\?|$)/;

/** What only the server itself puts into a request's head: what comes with it from outside is no word of ours. */
const OURS = ['x-nonce', 'x-stet-path', 'content-security-policy', 'content-security-policy-report-only'];

/** Answers a request that may not go on, and returns true; else lets it pass. */
export type Front = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export function makeFront(): Front {
  const counts = new Counts();
  const places = new Places();
  return async (request, response) => {
    for (const name of OURS) delete request.headers[name];
    if (isSecure()) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    const path = request.url ?? '';
    // A whole address, or `*`, is for proxies and servers: no browser asks for it.
    if (!path.startsWith('/')) return refuse(request, response, 400, 'invalid', 'Ask for a path, such as /sign-in.');
    const isKnown = (await claimsIn(cookieOf(request, sessionCookieName()))) !== null;
    const objection = bodyObjection(request, isKnown);
    if (objection) return refuse(request, response, ...objection);
    if (isKnown || (FOR_ANYBODY.test(path) && !hasBody(request))) return false;
    if (counts.isOver(addressOf(request)))
      return refuse(request, response, 429, 'rate-limited', 'Too many requests. Wait a minute, then try again.');
    if (HEALTH.test(path) && !hasBody(request)) return false;
    if (!places.take(request, response))
      return refuse(request, response, 503, 'unavailable', 'Very many are asking at this moment. Try again.');
    return false;
  };
}

/** The requests of strangers that are under way. */
class Places {
  readonly #taken = new Map<ServerResponse, IncomingMessage>();

  /** False where all are taken. One that waits for its visitor is taken from them then: it costs them nothing to keep it. */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.#taken.size >= AT_A_TIME && !this.#takeBack()) return false;
    this.#taken.set(response, request);
    response.once('close', () => this.#taken.delete(response));
    return true;
  }

  #takeBack(): boolean {
    for (const [response, request] of this.#taken) {
      // Its body has not come, or its answer is not fetched.
      if (request.complete && !response.writableNeedDrain) continue;
      this.#taken.delete(response);
      request.destroy();
      return true;
    }
    return false;
  }
}

/** Whether a body comes with it, which any method may bring. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

type Objection = readonly [status: number, reason: string, message: string];

/** Why a body may not be sent: what its head says of it is enough, for no more than that is ever read. */
function bodyObjection({ headers }: IncomingMessage, isKnown: boolean): Objection | null {
  const length = headers['content-length'];
  // Without a length a body goes on until its sender is tired. Routes count what a known sender sends by themselves.
  if (length === undefined && headers['transfer-encoding'] !== undefined && !isKnown)
    return [411, 'invalid', 'Say how long it is, with Content-Length.'];
  if (Number(length ?? 0) > (isKnown ? MOST_BYTES : STRANGER_BYTES))
    return [413, 'too-large', isKnown ? 'This is larger than an article can be.' : 'Sign in first.'];
  return null;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  reason: string,
  message: string,
): true {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    // The body that was not read is still on its way: the connection goes with it.
    connection: 'close',
    ...(status === 429 || status === 503 ? { 'retry-after': '60' } : {}),
  });
  response.end(JSON.stringify({ error: { reason, message } }));
  request.unpipe();
  response.once('finish', () => request.destroy());
  return true;
}

const addressOf = ({ headers }: IncomingMessage): string =>
  clientAddress(new Headers({ 'x-forwarded-for': String(headers['x-forwarded-for'] ?? '') }));

function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Requests by address in the present minute, in a bounded space. */
class Counts {
  #counts = new Map<string, number>();
  #since = 0;

  isOver(address: string): boolean {
    // Not the clock on the wall: that one may be set back.
    const now = performance.now();
    if (now - this.#since > MINUTE_MS) {
      this.#counts = new Map();
      this.#since = now;
    }
    const key = this.#counts.size < MOST_ADDRESSES || this.#counts.has(address) ? address : 'all others';
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count > A_MINUTE;
  }
}
