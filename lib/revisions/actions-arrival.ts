'use server';

import { runAction, runChange } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result } from '#lib/platform/result.ts';
import { readArrival, readHead } from './data-arrival.ts';
import * as mutations from './mutations-arrival.ts';
import * as schema from './schema.ts';
import type { ArrivalDTO } from './types.ts';

/** How far an article's first text is; null once it is there. */
export async function articleArrival(input: unknown): Promise<Result<ArrivalDTO | null>> {
  return runAction('article.read', schema.arrivalInput, input, async (actor, { articleId }) => {
    const arrival = await readArrival(database(), actor, articleId, false);
    if (arrival === null) await readHead(database(), actor, articleId);
    return done(arrival);
  });
}

/** An article by its link, fetched and read in the background. */
export async function addLinkedArticle(input: unknown): Promise<Result<mutations.AskedArticle>> {
  return runAction('article.add', schema.linkedArticleInput, input, async (actor, value) =>
    done(await mutations.askLink(database(), actor, value)),
  );
}

export async function retryArrival(input: unknown): Promise<Result<{ id: string }>> {
  return runChange('article.add', schema.arrivalInput, input, async (db, actor, { articleId }) => {
    await mutations.retryArrival(db, actor, articleId);
    return { id: articleId };
  });
}
