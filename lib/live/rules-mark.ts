import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { DESK_CHAIN } from '#lib/history/rules.ts';

/*
 * A mark: how far somebody has been told of everything that moves. It holds the time, and the ends of the chains that had
 * moved shortly before: an event bears the time at which it was written and is seen only once its change is committed, so
 * what is older than the longest change is told by the time alone. It is sealed, always of one length and never twice the
 * same, so that it says nothing of what happens where its holder may not look.
 */

/** Longer than any change takes from its first event to its commit; milliseconds. */
export const LONGEST_CHANGE_MS = 200_000;
/** A mark that is older tells too little to be worth going by. */
export const OLDEST_MARK_MS = 7 * 24 * 60 * 60 * 1000;

export type Mark = {
  /** By the database's clock; milliseconds. */
  readonly at: number;
  /** Chains that moved in the LONGEST_CHANGE_MS before, the last moved last, each with its last sequence then. */
  readonly heads: ReadonlyMap<string, number>;
};

/** Chains that a mark holds. Of one that is left out the holder is told once more, which costs them a look. */
export const MOST_HEADS = 48;
const HEAD_BYTES = 20;
const PLAIN_BYTES = 8 + MOST_HEADS * HEAD_BYTES;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const DESK_ID = 'f'.repeat(32);

/** The key that marks are sealed with, out of the secret that signs sessions. */
export const markKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'stet: marks of live streams', 32));

/** Seals a mark for one person. */
export function sealMark({ at, heads }: Mark, userId: string, key: Buffer): string {
  const plain = Buffer.alloc(PLAIN_BYTES);
  plain.writeBigUInt64BE(BigInt(at), 0);
  [...heads].slice(-MOST_HEADS).forEach(([chain, sequence], i) => {
    const place = 8 + i * HEAD_BYTES;
    plain.write(chain === DESK_CHAIN ? DESK_ID : chain.replaceAll('-', ''), place, 16, 'hex');
    plain.writeUInt32BE(sequence, place + 16);
  });
  return seal(plain, userId, key);
}

/** What a mark says, or null where it is none of this desk's, or another person's. */
export function openMark(sealed: string, userId: string, key: Buffer): Mark | null {
  const plain = unseal(sealed, PLAIN_BYTES, userId, key);
  return plain && readPlain(plain);
}

/** Bytes that only their holder brings back, and nobody reads or changes; base64url, never twice the same. */
export function seal(plain: Buffer, holder: string, key: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(holder));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** So many bytes that were sealed for this holder; null where they were not. */
export function unseal(sealed: string, length: number, holder: string, key: Buffer): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length !== IV_BYTES + length + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(holder))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function readPlain(plain: Buffer): Mark {
  const heads = new Map<string, number>();
  for (let place = 8; place < PLAIN_BYTES; place += HEAD_BYTES) {
    const sequence = plain.readUInt32BE(place + 16);
    if (sequence > 0) heads.set(chainOf(plain.toString('hex', place, place + 16)), sequence);
  }
  return { at: Number(plain.readBigUInt64BE(0)), heads };
}

const chainOf = (hex: string): string =>
  hex === DESK_ID
    ? DESK_CHAIN
    : [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
