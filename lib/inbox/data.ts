import { visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { inWords } from '#lib/i18n/tell.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db } from '#lib/platform/db.ts';
import { watchedFolder } from '#lib/platform/watched-folder.ts';
import { feedErrorColumn } from './schema-columns.ts';
import { type FeedDTO, type InboxDTO, type InboxItemDTO, MOST_FEEDS } from './types.ts';

export const ITEMS_PER_PAGE = 50;

/** What waits for a decision, newest first, and the feeds it comes from. For who has the right to add articles. `after`: the last id of the page before. */
export async function readInbox(db: Db, actor: Actor, after: string | null): Promise<InboxDTO> {
  const [rows, waiting, feeds] = await Promise.all([
    db.inboxItem.findMany({
      where: { state: 'waiting', ...(after === null ? {} : { id: { lt: after } }) },
      orderBy: { id: 'desc' },
      take: ITEMS_PER_PAGE + 1,
    }),
    db.inboxItem.count({ where: { state: 'waiting' } }),
    readFeeds(db),
  ]);
  const page = rows.slice(0, ITEMS_PER_PAGE);
  const known = await articlesOf(
    db,
    actor,
    page.flatMap(({ link }) => link ?? []),
  );
  const items = page.map(
    ({ id, title, outlet, byline, publishedOn, link, fileName, snippet, createdAt }): InboxItemDTO => ({
      id,
      title,
      outlet,
      byline,
      publishedOn: dayOf(publishedOn),
      link,
      fileName,
      snippet,
      cameAt: createdAt.toISOString(),
      known: (link === null ? undefined : known.get(link)) ?? null,
    }),
  );
  const next = rows.length > ITEMS_PER_PAGE ? (page.at(-1)?.id ?? null) : null;
  return { items, next, waiting, feeds, hasFolder: watchedFolder() !== null };
}

async function articlesOf(db: Db, actor: Actor, links: readonly string[]) {
  const rows = await db.article.findMany({
    where: { AND: [visibleTo(actor), { link: { in: [...links] } }] },
    orderBy: { createdAt: 'desc' },
    select: { id: true, headline: true, link: true },
  });
  return new Map(rows.map(({ link, ...article }) => [link, article]));
}

async function readFeeds(db: Db): Promise<FeedDTO[]> {
  const rows = await db.feed.findMany({
    where: { removedAt: null },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: MOST_FEEDS,
    include: {
      addedBy: { select: { name: true } },
      _count: { select: { items: { where: { state: 'waiting' } } } },
    },
  });
  return rows.map(({ id, link, title, minutes, addedBy, readAt, nextAt, error, _count }) => ({
    id,
    link,
    title,
    minutes,
    addedBy: addedBy?.name ?? null,
    readAt: readAt?.toISOString() ?? null,
    nextAt: nextAt.toISOString(),
    error: error === null ? null : inWords(feedErrorColumn.read(error)),
    waiting: _count.items,
  }));
}

/** A feed that is read, as its job goes by it; null where it was taken off. */
export const feedToRead = (db: Db, id: string) =>
  db.feed.findFirst({
    where: { id, removedAt: null },
    select: { id: true, link: true, etag: true, lastModified: true },
  });

/** Of the marks of files those that are here already. */
export async function knownMarks(db: Db, marks: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.inboxItem.findMany({
    where: { feedId: null, fileMarks: { hasSome: [...marks] } },
    select: { fileMarks: true },
  });
  return new Set(rows.flatMap(({ fileMarks }) => fileMarks));
}
