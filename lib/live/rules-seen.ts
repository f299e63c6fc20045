import { createHash } from 'node:crypto';
import { seal, unseal } from './rules-mark.ts';

/*
 * The mark of somebody to whom one page is shown and nothing else: a digest of all that stands on it, sealed for them. Whatever happens
 * that they may not see leaves it as it is, so that neither marks nor gaps nor the time of a word tell of it.
 */

const BYTES = 32;

/** The digest of all that a page shows: of a value that JSON can write. */
export const digestOfPage = (page: unknown): string => createHash('sha256').update(JSON.stringify(page)).digest('hex');

/** Seals a digest for a guest's link. */
export const sealSeen = (digest: string, linkId: string, key: Buffer): string =>
  seal(Buffer.from(digest, 'hex'), holder(linkId), key);

/** The digest that a mark holds, or null where it is none of this desk's, or of another link. */
export const openSeen = (sealed: string, linkId: string, key: Buffer): string | null =>
  unseal(sealed, BYTES, holder(linkId), key)?.toString('hex') ?? null;

/** No mark of a person's opens as a guest's. */
const holder = (linkId: string): string => `guest ${linkId}`;
