import type { IncomingMessage, ServerResponse } from 'node:http';
import { tell } from '#lib/i18n/tell.ts';
import { errorOf } from './http.ts';
import { clientAddress } from './rate-limit.ts';
import { refused, type Unsaid } from './result.ts';
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
/** Requests from one network address in a minute; of all of them at one moment; and how many of these are worked on. */
type Bounds = { readonly aMinute: number; readonly atATime: number; readonly atWork: number };
const STRANGERS: Bounds = { aMinute: 300, atATime: 64, atWork: 3 };
/** What is published is read by many at once, behind one address too, and whoever asks for the same is answered together. */
const READERS: Bounds = { aMinute: 3000, atATime: 512, atWork: 4 };
/** How long a stranger stands in line, and how often the line looks for one that is worked on and not fetched. */
const LONGEST_WAIT_MS = 10_000;
const LOOK_EVERY_MS = 25;
/** Addresses that are counted apart; those that come on top of them in one minute share one count. */
const MOST_ADDRESSES = 20_000;
const MINUTE_MS = 60_000;

/**
 * Files that every browser loads, the same for everybody. In letters that no reader of addresses takes for anything else:
 * `/_next/static/../../sign-in` is the sign-in.
 */
const FOR_ANYBODY = /^\/(?:_next\/static\/(?!\S*\.\.)[\w.~/-]+|icon\.svg|favicon\.ico)(?:\?|$)/;
/** What is published, likewise in no way that leads elsewhere. */
const PUBLISHED = /^\/published(?:\/(?!\S*(?:\.\.|%2e|%2f|%5c))[\w.~/%-]+)?(?:\?|$)/i;
const HEALTH = /^\/api\/health(?:\?|$)/;

/** What is asked here. Any other method is some other program's business. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** What only the server itself puts into a request's head: what comes with it from outside is no word of ours. */
const OURS = ['x-nonce', 'x-stet-path', 'content-security-policy', 'content-security-policy-report-only'];

/** Answers a request that may not go on, and returns true; else lets it pass. */
export type Front = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export function makeFront(): Front {
  const lines = { strangers: new Line(STRANGERS), readers: new Line(READERS) };
  return async (request, response) => {
    for (const name of OURS) delete request.headers[name];
    if (isSecure()) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (!METHODS.includes(request.method ?? '')) {
      response.setHeader('allow', METHODS.join(', '));
      return refuse(request, response, 405, refused('invalid', 'method-unknown'));
    }
    const path = request.url ?? '';
    // A whole address, or `*`, is for proxies and servers: no browser asks for it.
    if (!path.startsWith('/')) return refuse(request, response, 400, refused('invalid', 'ask-for-a-path'));
    if (!isDecodable(path)) return refuse(request, response, 400, refused('invalid', 'path-malformed'));
    const isKnown = (await claimsIn(cookieOf(request, sessionCookieName()))) !== null;
    const objection = bodyObjection(request, isKnown);
    if (objection) return refuse(request, response, ...objection);
    if (isKnown || (FOR_ANYBODY.test(path) && !hasBody(request))) return false;
    const { counts, places } = PUBLISHED.test(path) && !hasBody(request) ? lines.readers : lines.strangers;
    if (counts.isOver(addressOf(request)))
      return refuse(request, response, 429, refused('rate-limited', 'too-many-requests'));
    if (HEALTH.test(path) && !hasBody(request)) return false;
    const turn = await places.take({ request, response });
    if (turn === 'gone') return true;
    if (turn === 'full') return refuse(request, response, 503, refused('unavailable', 'too-many-asking'));
    return false;
  };
}

/** Those who are counted together, and stand in line apart from others. */
class Line {
  readonly counts: Counts;
  readonly places: Places;

  constructor(bounds: Bounds) {
    this.counts = new Counts(bounds);
    this.places = new Places(bounds);
  }
}

/** Whether a path's signs are what they are written as: "%zz" is none, and Next would take it for a fault of its own. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

type Asking = { readonly request: IncomingMessage; readonly response: ServerResponse };
type Waiting = Asking & { readonly end: (how: 'in' | 'full' | 'gone') => void };

/**
 * The requests of strangers that are under way: a few are worked on, so that their questions never take the database's
 * connections from who is signed in; the others stand in line.
 */
class Places {
  readonly #working = new Map<ServerResponse, IncomingMessage>();
  #line: Waiting[] = [];
  #looking: NodeJS.Timeout | undefined;
  readonly #bounds: Bounds;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Whether its turn has come; 'full' where all places are taken or the turn does not come, 'gone' where nobody waits. */
  take(asking: Asking): Promise<'in' | 'full' | 'gone'> {
    this.#letStreamsGo();
    if (this.#working.size + this.#line.length >= this.#bounds.atATime && !this.#takeBack())
      return Promise.resolve('full');
    return new Promise((resolve) => {
      const patience = setTimeout(() => waiting.end('full'), LONGEST_WAIT_MS);
      const waiting: Waiting = {
        ...asking,
        end: (how) => {
          clearTimeout(patience);
          this.#line = this.#line.filter((one) => one !== waiting);
          resolve(how);
        },
      };
      asking.response.once('close', () => {
        waiting.end('gone');
        this.#working.delete(asking.response);
        this.#next();
      });
      this.#line.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    this.#letStreamsGo();
    for (;;) {
      // One whose body has not come yet lets others go first.
      const first = this.#line.find(({ request }) => request.complete);
      if (!first || (this.#working.size >= this.#bounds.atWork && !this.#dropUnfetched())) break;
      this.#working.set(first.response, first.request);
      first.end('in');
    }
    clearTimeout(this.#looking);
    // Nothing says that a body has come, nor that an answer is not fetched.
    if (this.#line.length > 0) this.#looking = setTimeout(() => this.#next(), LOOK_EVERY_MS).unref();
  }

  /** Drops one that waits for its visitor: its body has not come, or its answer is not fetched. It costs them nothing to keep it. */
  #takeBack(): boolean {
    const idle = this.#line.find(({ request }) => !request.complete);
    if (!idle) return this.#dropUnfetched();
    idle.end('gone');
    idle.request.destroy();
    return true;
  }

  /** A stream is answered and goes on: who opens streams to guests bounds how many there are. */
  #letStreamsGo(): void {
    for (const response of this.#working.keys()) if (isStream(response)) this.#working.delete(response);
  }

  #dropUnfetched(): boolean {
    for (const [response, request] of this.#working) {
      if (!response.writableNeedDrain) continue;
      this.#working.delete(response);
      request.destroy();
      return true;
    }
    return false;
  }
}

const isStream = (response: ServerResponse): boolean =>
  response.headersSent && String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');

/** Whether a body comes with it, which any method may bring. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

type Objection = readonly [status: number, refusal: Unsaid];

/** Why a body may not be sent: what its head says of it is enough, for no more than that is ever read. */
function bodyObjection({ headers }: IncomingMessage, isKnown: boolean): Objection | null {
  const length = headers['content-length'];
  // Without a length a body goes on until its sender is tired. Routes count what a known sender sends by themselves.
  if (length === undefined && headers['transfer-encoding'] !== undefined && !isKnown)
    return [411, refused('invalid', 'length-missing')];
  if (Number(length ?? 0) > (isKnown ? MOST_BYTES : STRANGER_BYTES))
    return [413, refused('too-large', isKnown ? 'body-larger-than-article' : 'body-of-stranger')];
  return null;
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, refusal: Unsaid): true {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    // The body that was not read is still on its way: the connection goes with it.
    connection: 'close',
    ...(status === 429 || status === 503 ? { 'retry-after': '60' } : {}),
  });
  response.end(JSON.stringify({ error: errorOf(tell(refusal)) }));
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
  readonly #bounds: Bounds;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

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
    return count > this.#bounds.aMinute;
  }
}
