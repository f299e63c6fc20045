import type { Guest, PersonActor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { sessionSecret } from '#lib/platform/session-token.ts';
import { survey } from './data.ts';
import { markKey, sealMark } from './rules-mark.ts';
import { digestOfPage, sealSeen } from './rules-seen.ts';

/** Where a page stands that is read from here on: to be taken first, so that nothing that comes meanwhile is missed. */
export async function markFor(db: Db, { id }: Pick<PersonActor, 'id'>): Promise<string> {
  return sealMark((await survey(db, null)).mark, id, markKey(sessionSecret()));
}

/** Where a guest's page stands: at what is on it. */
export const guestMarkFor = ({ id }: Guest, page: unknown): string =>
  sealSeen(digestOfPage(page), id, markKey(sessionSecret()));
