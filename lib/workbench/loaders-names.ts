import { requireActor } from '#lib/access/gate-session.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { namingOf } from './data-names.ts';
import type { NamingDTO } from './types-names.ts';

/** What already names a confidential source; null where it is none, or not named to the reader. */
export async function loadNaming(sourceId: string): Promise<NamingDTO[] | null> {
  const actor = await requireActor('article.read');
  return isId(sourceId) ? namingOf(database(), actor, sourceId) : null;
}
