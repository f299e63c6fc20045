import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// Argon2id is the library's default; 46 MiB and one pass are the first choice of OWASP's password storage sheet.
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

// The same password typed on two keyboards may differ in how its accents are composed.
const bytes = (password: string) => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(bytes(password), COST);

let decoy: Promise<string> | undefined;

/** Whether the password fits. Without a hash it does the same work and says no, so that time tells nobody who exists. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword(makePassword());
  const fits = await verify(passwordHash ?? (await decoy), bytes(password));
  return fits && passwordHash !== null;
}

// Without letters and digits that look alike.
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password to be read out or copied: four groups of four, 80 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return [group(), group(), group(), group()].join('-');
}
