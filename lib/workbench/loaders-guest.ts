import { currentGuest } from '#lib/access/gate-guest.ts';
import { database } from '#lib/platform/db.ts';
import { guestPage } from './data-guest.ts';
import type { GuestPageDTO } from './types-guest.ts';

/** What a guest's page shows; null to whoever has not opened the link in this browser, and once it has ended. */
export async function loadGuestPage(linkId: string): Promise<GuestPageDTO | null> {
  const guest = await currentGuest(linkId);
  if (!guest) return null;
  return guestPage(database(), guest);
}
