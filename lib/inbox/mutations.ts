import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { isSeen } from '#lib/platform/canonical.ts';
import { dayOf } from '#lib/platform/days.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { askArticle } from '#lib/revisions/mutations-arrival.ts';
import { articleDetailsInput } from '#lib/revisions/schema.ts';
import { linkKeyOf } from '#lib/sources/rules-link-key.ts';
import { hostOf } from './rules.ts';
import type { AddFeedInput } from './schema.ts';
import { MOST_FEEDS } from './types.ts';

/** Has a feed read from now on. Its first reading is done in the adder's name. */
export function addFeed(db: Db, actor: Actor, { link, minutes }: AddFeedInput): Promise<{ id: string; jobId: string }> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'article.add');
    // Two at once take turns, so that the bound holds and the same feed is not added twice.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('feeds', 0))::text`;
    const linkKey = linkKeyOf(link) ?? link;
    if ((await tx.feed.count({ where: { linkKey, removedAt: null } })) > 0)
      refuse('conflict', 'feed-known', { field: 'link' });
    if ((await tx.feed.count({ where: { removedAt: null } })) >= MOST_FEEDS)
      refuse('too-large', 'feed-many', { values: { most: MOST_FEEDS } });
    const { id } = await tx.feed.create({
      data: { link, linkKey, title: hostOf(link), minutes, addedById: actor.id },
      select: { id: true },
    });
    const jobId = await addFeedJob(tx, actor, id);
    await tellFeed(tx, actor, id, 'feed.added', { link, minutes });
    return { id, jobId };
  });
}

export const addFeedJob = (tx: Tx, actor: Actor | null, feedId: string): Promise<string> =>
  addJob(tx, actor, { kind: 'feed', input: { feedId }, onlyKey: `feed ${feedId}` });

/** Has a feed read now, whatever its turn. */
export function readFeedNow(db: Db, actor: Actor, id: string): Promise<{ jobId: string }> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'article.add');
    const feed = await tx.feed.findFirst({ where: { id, removedAt: null }, select: { id: true } });
    if (!feed) refuse('not-found', 'no-feed');
    return { jobId: await addFeedJob(tx, actor, id) };
  });
}

/** Has a feed read no more. What it has brought stays. */
export function removeFeed(db: Db, actor: Actor, id: string): Promise<void> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'article.add');
    const { count } = await tx.feed.updateMany({ where: { id, removedAt: null }, data: { removedAt: new Date() } });
    if (count === 0) refuse('not-found', 'no-feed');
    const { link, minutes } = await tx.feed.findUniqueOrThrow({ where: { id } });
    await tellFeed(tx, actor, id, 'feed.removed', { link, minutes });
  });
}

const tellFeed = (
  tx: Tx,
  actor: Actor,
  id: string,
  action: 'feed.added' | 'feed.removed',
  detail: { link: string; minutes: number },
) => appendEvent(tx, actor, { chain: DESK_CHAIN, action, subject: { type: 'feed', id }, detail });

type Item = Awaited<ReturnType<typeof holdItems>>[number];

/** These items in that state, held in the order of their ids: whoever was quicker has taken some of them out of it. */
async function holdItems(tx: Tx, actor: Actor, ids: readonly string[], state: 'waiting' | 'dismissed') {
  await holdActor(tx, actor, 'article.add');
  await tx.$queryRaw`select 1 as held from inbox_items where id = any(${[...ids]}::uuid[]) order by id for update`;
  const items = await tx.inboxItem.findMany({ where: { id: { in: [...ids] }, state }, orderBy: { id: 'asc' } });
  if (items.length !== new Set(ids).size) refuse('not-found', 'no-inbox-item');
  return items;
}

export type Accepted = { readonly articles: readonly { readonly id: string; readonly headline: string }[] };

/** Makes articles of items, all or none: they are there at once, and jobs bring their texts in the name of who accepts. */
export function acceptItems(db: Db, actor: Actor, ids: readonly string[]): Promise<Accepted> {
  return transact(
    db,
    async (tx) => {
      const articles = [];
      for (const item of await holdItems(tx, actor, ids, 'waiting')) {
        const article = await askArticle(tx, actor, detailsOf(item), jobOf(item));
        await tx.inboxItem.update({
          where: { id: item.id },
          data: { state: 'accepted', articleId: article.id, decidedById: actor.id, decidedAt: new Date() },
        });
        articles.push(article);
      }
      await tell(tx, actor, 'inbox.accepted', ids);
      return { articles };
    },
    60_000,
  );
}

const detailsOf = (item: Item) =>
  articleDetailsInput.parse({
    headline: isSeen(item.title) ? item.title : item.key.slice(0, 12),
    outlet: item.outlet,
    byline: item.byline,
    link: item.link,
    publishedOn: dayOf(item.publishedOn),
    origin: item.fileName === null ? 'link' : 'file',
  });

function jobOf({ link, sha256, fileName }: Item) {
  if (fileName !== null && sha256 !== null) return { from: 'file', sha256, fileName, standIn: null } as const;
  if (link === null) throw new Error('The item leads nowhere');
  return { from: 'link', link, standIn: null } as const;
}

/** Puts items away, all or none. They do not come again. */
export function dismissItems(db: Db, actor: Actor, ids: readonly string[]): Promise<void> {
  return transact(db, async (tx) => {
    await holdItems(tx, actor, ids, 'waiting');
    await tx.inboxItem.updateMany({
      where: { id: { in: [...ids] } },
      data: { state: 'dismissed', decidedById: actor.id, decidedAt: new Date() },
    });
    await tell(tx, actor, 'inbox.dismissed', ids);
  });
}

/** Takes the putting away of items back. A file's bytes are kept for a day after. */
export function returnItems(db: Db, actor: Actor, ids: readonly string[]): Promise<void> {
  return transact(db, async (tx) => {
    const items = await holdItems(tx, actor, ids, 'dismissed');
    const wanted = new Set(items.flatMap(({ sha256 }) => sha256 ?? []));
    const there = await tx.blob.count({ where: { sha256: { in: [...wanted] } } });
    if (there < wanted.size) refuse('not-found', 'bytes-missing');
    await tx.inboxItem.updateMany({
      where: { id: { in: [...ids] } },
      data: { state: 'waiting', decidedById: null, decidedAt: null },
    });
    await tell(tx, actor, 'inbox.returned', ids);
  });
}

/** One step for what was decided at one press, in the desk's history, which names no titles. */
const tell = (
  tx: Tx,
  actor: Actor,
  action: 'inbox.accepted' | 'inbox.dismissed' | 'inbox.returned',
  ids: readonly string[],
) =>
  appendEvent(tx, actor, {
    chain: DESK_CHAIN,
    action,
    subject: { type: 'inbox', id: ids[0] ?? '' },
    detail: { items: [...ids], count: ids.length },
  });
