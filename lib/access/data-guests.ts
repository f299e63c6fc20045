import { type Db, Prisma } from '#lib/platform/db.ts';
import { isToken, tokenHash } from '#lib/platform/token.ts';

/** Of a guest's link that holds, what makes the guest. */
export type LiveGuest = { readonly id: string; readonly name: string; readonly articleId: string };

/** Whether a link `g` of an article `a` holds, by the database's clock: not revoked, not past its date, the article neither archived nor without a text. */
const holds = Prisma.sql`(g.revoked_at is null and g.until > now() and a.archived_at is null and a.revision_id is not null)`;

/** The link where it still holds; null otherwise. Asked at every request, so that what ends it ends it at once. */
export async function liveGuest(db: Db, id: string): Promise<LiveGuest | null> {
  const [row] = await db.$queryRaw<LiveGuest[]>`
    select g.id, g.name, g.article_id as "articleId" from guest_links g join articles a on a.id = g.article_id
    where g.id = ${id}::uuid and ${holds}`;
  return row ?? null;
}

/** Of many links at once, by their ids: those that still hold. */
export async function liveGuestIds(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select g.id from guest_links g join articles a on a.id = g.article_id where g.id = any(${[...ids]}::uuid[]) and ${holds}`;
  return new Set(rows.map(({ id }) => id));
}

/** The same for who has its token. */
export async function guestByToken(db: Db, id: string, token: string): Promise<LiveGuest | null> {
  if (!isToken(token)) return null;
  const known = await db.guestLink.count({ where: { id, tokenHash: tokenHash(token) } });
  return known === 0 ? null : liveGuest(db, id);
}
