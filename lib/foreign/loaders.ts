import { notFound } from 'next/navigation';
import { requireActor } from '#lib/access/gate-session.ts';
import { may } from '#lib/access/policy.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { filePage, foreignPage } from './data.ts';
import type { ForeignFileDTO, ForeignPage } from './types.ts';

/** What has been brought in. What the address asks for wrongly becomes the first page. */
export async function loadForeign(after: string | null): Promise<{
  readonly rows: readonly ForeignFileDTO[];
  readonly next: string | null;
  readonly mayBring: boolean;
}> {
  const actor = await requireActor('article.read');
  const page = await filePage(database(), after !== null && isId(after) ? after : null);
  return { ...page, mayBring: may(actor, 'foreign.bring') };
}

/** One file with a page of its claims, from the one after that number on; 404 where there is none. */
export async function loadForeignFile(
  id: string,
  after: string | null,
): Promise<ForeignPage & { readonly after: number; readonly mayBring: boolean }> {
  const actor = await requireActor('article.read');
  const from = after !== null && /^\d{1,9}$/.test(after) ? Number(after) : 0;
  const page = isId(id) ? await foreignPage(database(), id, from) : null;
  if (!page) notFound();
  return { ...page, after: from, mayBring: may(actor, 'foreign.bring') };
}
