import { requireActor } from '#lib/access/gate-session.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { readInbox } from './data.ts';
import type { InboxDTO } from './types.ts';

/** The inbox, for who may add articles; 404 otherwise. What the address asks for wrongly becomes the first page. */
export async function loadInbox(after: string | null): Promise<InboxDTO> {
  const actor = await requireActor('article.add');
  return readInbox(database(), actor, after !== null && isId(after) ? after : null);
}
