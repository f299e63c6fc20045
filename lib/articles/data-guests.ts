import type { Db } from '#lib/platform/db.ts';
import type { GuestDTO } from './types.ts';

/** An article's guests, past ones too, the newest first; the caller has been let into the article. */
export async function guestsOf(db: Db, articleId: string, now = new Date()): Promise<GuestDTO[]> {
  const rows = await db.guestLink.findMany({
    where: { articleId },
    include: { createdBy: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    until: row.until.toISOString(),
    invitedBy: row.createdBy.name,
    openedAt: row.openedAt?.toISOString() ?? null,
    ended: row.revokedAt ? 'revoked' : row.until <= now ? 'past' : null,
  }));
}

/** Names of the guests who may see the article now. */
export async function presentGuests(db: Db, articleId: string, now = new Date()): Promise<string[]> {
  const rows = await db.guestLink.findMany({
    where: { articleId, revokedAt: null, until: { gt: now } },
    select: { name: true },
    orderBy: { createdAt: 'asc' },
  });
  return [...new Set(rows.map(({ name }) => name))];
}
