import { requireActor } from '#lib/access/gate-session.ts';
import { may } from '#lib/access/policy.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { sourcePage } from './data-list.ts';
import type { SourcePage } from './types.ts';

export type LoadedSources = {
  readonly page: SourcePage;
  readonly mayEdit: boolean;
  readonly readerId: string;
};

/** One page of the sources that the reader may know of. What the address asks for wrongly becomes the first page. */
export async function loadSources(words: string, after: string | null): Promise<LoadedSources> {
  const actor = await requireActor('article.read');
  const asked = { words: words.slice(0, 300), after: after !== null && isId(after) ? after : null };
  return {
    page: await sourcePage(database(), actor, asked),
    mayEdit: may(actor, 'evidence.edit'),
    readerId: actor.id,
  };
}
