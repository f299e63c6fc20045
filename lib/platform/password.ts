import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { refuse } from './result.ts';

// Argon2id is the library's default; 46 MiB and one pass are the first choice of OWASP's password storage sheet.
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

// The same password typed on two keyboards may differ in how its accents are composed.
const bytes = (password: string) => password.normalize('NFC');

/**
 * Hashes are costly on purpose, so only so many are worked out at a time, and only so many wait: of those who are known
 * (signed in, or in a browser of theirs) and of strangers apart, so that a flood of strangers keeps out strangers alone.
 */
const AT_A_TIME = 2;
const WAITING = { known: 64, stranger: 64 } as const;
export type Asker = keyof typeof WAITING;

const queues: Record<Asker, (() => void)[]> = { known: [], stranger: [] };
let running = 0;

/** @throws AppError `rate-limited` where too many wait already. */
async function inTurn<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) {
    if (queues[asker].length >= WAITING[asker]) refuse('rate-limited', 'many-sign-ins');
    await new Promise<void>((begin) => queues[asker].push(begin));
  } else running += 1;
  try {
    return await work();
  } finally {
    // Whoever is next takes this one's place.
    const next = queues.known.shift() ?? queues.stranger.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string, asker: Asker = 'known'): Promise<string> =>
  inTurn(asker, () => hash(bytes(password), COST));

let decoy: Promise<string> | undefined;

/** A hash that nobody's password has. One that could not be worked out is tried again. */
async function nobodysHash(asker: Asker): Promise<string> {
  decoy ??= hashPassword(makePassword(), asker);
  try {
    return await decoy;
  } catch (error) {
    decoy = undefined;
    throw error;
  }
}

/** Whether the password fits. Without a hash it does the same work and says no, so that time tells nobody who exists. */
export async function passwordFits(
  password: string,
  passwordHash: string | null,
  asker: Asker = 'known',
): Promise<boolean> {
  // Waited for in either case: the first sign-in of all would take longer for nobody than for somebody.
  const nobodys = await nobodysHash(asker);
  const against = passwordHash ?? nobodys;
  const fits = await inTurn(asker, () => verify(against, bytes(password)));
  return fits && passwordHash !== null;
}

// Without letters and digits that look alike.
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password to be read out or copied: four groups of four, 80 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return [group(), group(), group(), group()].join('-');
}
