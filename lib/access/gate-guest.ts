import { cache } from 'react';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { readGuestLinks } from '#lib/platform/session.ts';
import { guestByToken, liveGuest } from './data-guests.ts';
import { mintGuest } from './gate.ts';
import type { Guest } from './types.ts';

/**
 * The gate of a guest: whoever has opened this link in this browser, as long as it holds. A session of the desk makes nobody a guest, and being a guest opens
 * nothing that asks for a session.
 */
export const currentGuest = cache(async (linkId: string): Promise<Guest | null> => {
  if (!isId(linkId) || !(await readGuestLinks()).includes(linkId)) return null;
  const live = await liveGuest(database(), linkId);
  return live && mintGuest(live);
});

/** Whoever has the link's token; null where it is no token of this link, or the link has ended. */
export async function provenGuest(linkId: string, token: string): Promise<Guest | null> {
  const live = await guestByToken(database(), linkId, token);
  return live && mintGuest(live);
}
