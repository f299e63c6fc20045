'use server';

import { runAction, runChange } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import * as mutations from './mutations.ts';
import * as schema from './schema.ts';

/** The feed, and the job that reads it first; followed by `jobProgress`. */
export async function addFeed(input: unknown): Promise<Result<{ id: string; jobId: string }>> {
  return runChange('article.add', schema.addFeedInput, input, mutations.addFeed);
}

/** Reads a feed now; the job is followed by `jobProgress`. */
export async function readFeedNow(input: unknown): Promise<Result<{ jobId: string }>> {
  return runAction('article.add', schema.feedInput, input, async (actor, { id }) =>
    done(await mutations.readFeedNow(database(), actor, id)),
  );
}

export async function removeFeed(input: unknown): Promise<Result<{ id: string }>> {
  return runChange('article.add', schema.feedInput, input, async (db, actor, { id }) => {
    await mutations.removeFeed(db, actor, id);
    return { id };
  });
}

export async function acceptItems(input: unknown): Promise<Result<mutations.Accepted>> {
  return runChange('article.add', schema.itemsInput, input, (db, actor, { ids }) =>
    mutations.acceptItems(db, actor, ids),
  );
}

export async function dismissItems(input: unknown): Promise<Result<{ count: number }>> {
  return runChange('article.add', schema.itemsInput, input, async (db, actor, { ids }) => {
    await mutations.dismissItems(db, actor, ids);
    return { count: ids.length };
  });
}

export async function returnItems(input: unknown): Promise<Result<{ count: number }>> {
  return runChange('article.add', schema.itemsInput, input, async (db, actor, { ids }) => {
    await mutations.returnItems(db, actor, ids);
    return { count: ids.length };
  });
}
