import { isIP } from 'node:net';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from './db.ts';
import { refused, type Unsaid } from './result.ts';

const MINUTES = 60;
const HOURS = 60 * MINUTES;

/**
 * How often something may be tried within how many seconds, by what is limited. No limit counts by the account alone: then
 * any stranger could keep its owner out (decision 0014).
 */
const LIMITS = {
  /** Passwords tried for one account from one network address. */
  pair: { points: 10, duration: 15 * MINUTES },
  /** Passwords that did not fit, from one network address: a newsroom often has only one. */
  address: { points: 60, duration: 15 * MINUTES },
  /** Passwords tried for one account from a browser in which its owner has signed in before. */
  device: { points: 10, duration: 15 * MINUTES },
  /** One's own password, typed again in a session. */
  own: { points: 10, duration: 15 * MINUTES },
  /** One-time links that were none, from one network address. */
  link: { points: 30, duration: 15 * MINUTES },
  /** Answers that a guest sends, by their link. */
  guest: { points: 20, duration: 15 * MINUTES },
  /** Failed sign-ins of one account that are written to the desk's history; of more the log alone tells. */
  noted: { points: 20, duration: HOURS },
  /** The same of all accounts together, those that do not exist among them: the history is kept for ever. */
  notedInAll: { points: 300, duration: HOURS },
} as const;
export type Limit = keyof typeof LIMITS;

const limiters = new WeakMap<Db, Map<Limit, RateLimiterPrisma>>();

function limiter(db: Db, limit: Limit): RateLimiterPrisma {
  const made = limiters.get(db) ?? new Map<Limit, RateLimiterPrisma>();
  limiters.set(db, made);
  const found = made.get(limit);
  if (found) return found;
  const { points, duration } = LIMITS[limit];
  const fresh = new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimit',
    keyPrefix: limit,
    points,
    duration,
    // Who goes on after that is turned away without asking the database.
    inMemoryBlockOnConsumed: points + 1,
  });
  made.set(limit, fresh);
  return fresh;
}

/** Counts one try. Null where it may go on; else the seconds to wait. */
export async function countTry(db: Db, limit: Limit, key: string): Promise<number | null> {
  try {
    await limiter(db, limit).consume(key);
    return null;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
    throw rejection;
  }
}

/** Forgets an account's tries: whoever knows the password was not guessing. */
export async function forgetTries(db: Db, limit: Limit, key: string): Promise<void> {
  await limiter(db, limit).delete(key);
}

/** Gives one try back, where it turned out to be right. */
export async function giveBackTry(db: Db, limit: Limit, key: string): Promise<void> {
  await limiter(db, limit).reward(key);
}

/** What to say to somebody who has to wait: 40 seconds, 12 minutes. */
export const tooManyTries = (seconds: number): Unsaid =>
  refused('rate-limited', 'too-many-tries', {
    values: seconds < 90 ? { count: seconds, unit: 'seconds' } : { count: Math.ceil(seconds / 60), unit: 'minutes' },
  });

/**
 * The network address a request comes from. The server notes each connection's address at the end of
 * `x-forwarded-for`, and so does every proxy in front of it; what stands before those entries anybody may write.
 * STET_TRUSTED_PROXIES says how many proxies there are (0).
 */
export function clientAddress(head: Headers, proxies = Number(process.env.STET_TRUSTED_PROXIES ?? 0)): string {
  const entries = (head.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const address = entries.at(-1 - proxies) ?? entries[0] ?? '';
  return isIP(address) ? network(address) : 'unknown';
}

/** An IPv4 address as it is; of an IPv6 address the first 64 bits, for the rest is the visitor's own to choose from. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || isIP(address) === 4) return mapped ?? address;
  const [start = [], end = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const gap = Array<string>(8).fill('0');
  const groups = address.includes('::') ? [...start, ...gap.slice(start.length + end.length), ...end] : start;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
