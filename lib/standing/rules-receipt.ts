import { createHmac, timingSafeEqual } from 'node:crypto';

/*
 * That somebody has had a claim open: the server's word, which the browser keeps and sends back. It is over all that the reader had before them, so that it
 * is good for that very state and no other, for that person and no other; and it says when.
 */

const SEAL = /^(\d{13})\.([A-Za-z0-9_-]{43})$/;

const seal = (secret: string, shown: string, at: string): string =>
  createHmac('sha256', secret).update(`stet opened\n${shown}\n${at}`).digest('base64url');

/**
 * What is handed out with a claim.
 *
 * @param shown digest of what the reader has before them (`shownDigest`), which is over the reader and the claim too
 * @param at milliseconds since 1970
 */
export const receiptOf = (secret: string, shown: string, at: number): string => {
  const when = String(Math.trunc(at)).padStart(13, '0');
  return `${when}.${seal(secret, shown, when)}`;
};

/** When the claim was handed out as it is now, in milliseconds since 1970; null where it was not, or not to this reader. */
export function openedAt(secret: string, shown: string, receipt: string): number | null {
  const parts = SEAL.exec(receipt);
  const [, when, given] = parts ?? [];
  if (when === undefined || given === undefined) return null;
  const own = Buffer.from(seal(secret, shown, when));
  return timingSafeEqual(own, Buffer.from(given)) ? Number(when) : null;
}
