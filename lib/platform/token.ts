import { randomBytes } from 'node:crypto';
import { sha256 } from './canonical.ts';

/** A secret that opens something once it is shown: 32 random bytes in base64url. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It needs no slow hash: 256 random bits cannot be guessed. */
export const tokenHash = (token: string): string => sha256(token);

const TOKEN = /^[\w-]{43}$/;
export const isToken = (value: string): boolean => TOKEN.test(value);
