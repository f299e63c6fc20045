import { currentGuest } from '#lib/access/gate-guest.ts';
import { guestMarkFor } from '#lib/live/data-mark.ts';
import { database } from '#lib/platform/db.ts';
import { guestPage } from './data-guest.ts';
import type { GuestPageDTO } from './types-guest.ts';

/** What a guest's page shows, and the mark at which it stands; null to whoever has not opened the link in this browser, and once it has ended. */
export async function loadGuestPage(
  linkId: string,
): Promise<{ readonly page: GuestPageDTO; readonly mark: string } | null> {
  const guest = await currentGuest(linkId);
  if (!guest) return null;
  const page = await guestPage(database(), guest);
  return page && { page, mark: guestMarkFor(guest, page) };
}
