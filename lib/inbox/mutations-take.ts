import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { ReadFeed } from '#lib/ingest/feed/types.ts';
import type { Known } from '#lib/ingest/fetch/index.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { putBlob } from '#lib/platform/blobs.ts';
import { dateOf } from '#lib/platform/days.ts';
import { type Db, Prisma, type Tx, transact } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import type { Saying } from '#lib/platform/result.ts';
import { linkKeyOf } from '#lib/sources/rules-link-key.ts';
import { addFeedJob } from './mutations.ts';
import { restAfter } from './rules.ts';
import { feedErrorColumn } from './schema-columns.ts';
import { MOST_OF_NEW_FEED } from './types.ts';

/** The feed, held; null where it was taken off meanwhile. */
async function holdFeed(tx: Tx, actor: Actor, id: string) {
  await holdActor(tx, actor, 'article.add');
  await tx.$queryRaw`select 1 as held from feeds where id = ${id}::uuid for update`;
  return tx.feed.findFirst({ where: { id, removedAt: null } });
}

const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

/**
 * Keeps what a feed told of that has not come before, by what the feed calls it and by its link; null where it is as it was.
 * Returns how many came.
 */
export async function takeFeed(
  tx: Tx,
  actor: Actor,
  id: string,
  read: (ReadFeed & { readonly known: Known }) | null,
): Promise<number> {
  const feed = await holdFeed(tx, actor, id);
  if (feed === null) return 0;
  const title = read === null || read.title === '' ? feed.title : read.title;
  const came = read === null ? [] : read.items;
  // The newest come last, so that they stand first in the inbox.
  const rows = came.map((item, i) => ({ item, isOld: feed.readAt === null && i >= MOST_OF_NEW_FEED })).reverse();
  const { count } = await tx.inboxItem.createMany({
    data: rows.map(({ item: { key, link, publishedOn, ...words }, isOld }, i) => ({
      ...words,
      // Ids go up in this order, within a millisecond too.
      id: newId(Date.now() + i),
      feedId: id,
      key,
      link,
      linkKey: linkKeyOf(link),
      outlet: title.slice(0, 200),
      publishedOn: dateOf(publishedOn),
      state: isOld ? ('passed' as const) : ('waiting' as const),
    })),
    skipDuplicates: true,
  });
  await tx.feed.update({
    where: { id },
    data: {
      title,
      ...(read === null ? {} : read.known),
      readAt: new Date(),
      nextAt: inMinutes(feed.minutes),
      failures: 0,
      error: Prisma.DbNull,
    },
  });
  return count;
}

/** The feed's next turn is in its own time, whatever comes of this one. */
export async function endTurn(db: Db, id: string): Promise<void> {
  await db.$executeRaw`update feeds set next_at = now() + minutes * interval '1 minute' where id = ${id}::uuid and removed_at is null`;
}

/** Notes why a feed could not be read; it is left alone for longer each time. */
export async function noteFailure(tx: Tx, actor: Actor, id: string, why: Saying): Promise<void> {
  const feed = await holdFeed(tx, actor, id);
  if (feed === null) return;
  const failures = feed.failures + 1;
  await tx.feed.update({
    where: { id },
    data: { failures, error: feedErrorColumn.write(why), nextAt: inMinutes(restAfter(feed.minutes, failures)) },
  });
}

/** Puts in a job for each feed whose turn it is; the desk's own. */
export async function putInDueFeeds(db: Db): Promise<void> {
  const due = await db.feed.findMany({
    where: { removedAt: null, nextAt: { lte: new Date() } },
    orderBy: { nextAt: 'asc' },
    take: 20,
    select: { id: true },
  });
  if (due.length > 0)
    await transact(db, async (tx) => {
      for (const { id } of due) await addFeedJob(tx, null, id);
    });
}

/** Puts in the job that takes files from the folder. */
export const putInFolder = (db: Db): Promise<string> =>
  transact(db, (tx) => addJob(tx, null, { kind: 'inbox-folder', input: {}, onlyKey: 'inbox-folder' }));

/** A file of the folder as the inbox keeps it. */
export type TakenFile = {
  readonly name: string;
  readonly mark: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly publishedOn: string | null;
  readonly link: string | null;
  readonly snippet: string;
};

/** Keeps files that have not come before, by their bytes. Returns how many came. */
export async function takeFiles(tx: Tx, files: readonly TakenFile[]): Promise<number> {
  let came = 0;
  for (const { name, mark, bytes, publishedOn, ...file } of files) {
    const hash = await putBlob(tx, bytes);
    const known = await tx.inboxItem.updateMany({
      where: { feedId: null, key: hash },
      data: { fileMarks: { push: mark } },
    });
    if (known.count > 0) continue;
    const { count } = await tx.inboxItem.createMany({
      data: {
        ...file,
        key: hash,
        sha256: hash,
        fileName: name,
        fileMarks: [mark],
        publishedOn: dateOf(publishedOn),
      },
      skipDuplicates: true,
    });
    came += count;
  }
  return came;
}
