import { readConfiguration } from '#lib/platform/env.ts';
import { done, type Outcome, type PlainCode, refused } from '#lib/platform/result.ts';
import type { TimestampTrouble } from '#lib/platform/timestamp.ts';

/** A time stamp over a hash: the authority's answer as it came, when it says that it saw the hash, and what it calls itself. */
export type Stamped = { readonly token: Uint8Array<ArrayBuffer>; readonly at: Date; readonly by: string };

const CODES = {
  silent: 'stamp-silent',
  refused: 'stamp-refused',
  wrong: 'stamp-wrong',
} as const satisfies Record<TimestampTrouble, PlainCode>;

/**
 * Has the authority of this installation stamp a SHA-256, in lower-case hex. The authority is named by whoever runs Stet, and
 * learns the hash alone.
 *
 * @throws the signal's reason where that has ended the work.
 */
export async function stampHash(hash: string, signal: AbortSignal): Promise<Outcome<Stamped>> {
  const { authority } = readConfiguration().timestamps;
  if (authority === null) return refused('conflict', 'stamp-not-set');
  // Loaded where there is something to stamp: it is the largest thing here.
  const { checkStampOfHash, requestStampOfHash, TimestampError } = await import('#lib/platform/timestamp.ts');
  try {
    const token = await requestStampOfHash(authority, hash, signal);
    const { at, by } = await checkStampOfHash(token, hash, []);
    return done({ token, at: new Date(at), by });
  } catch (error) {
    if (error instanceof TimestampError) return refused('unavailable', CODES[error.trouble]);
    throw error;
  }
}
