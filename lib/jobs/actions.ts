'use server';

import { runAction, runChange } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result, refused } from '#lib/platform/result.ts';
import * as data from './data.ts';
import * as mutations from './mutations.ts';
import * as schema from './schema.ts';
import type { JobDTO } from './types.ts';

/** How far a job is, for who waits for it. */
export async function jobProgress(input: unknown): Promise<Result<JobDTO>> {
  return runAction('signed in', schema.jobInput, input, async (actor, { id }) => {
    const job = await data.findJob(database(), actor, id);
    return job ? done(job) : refused('not-found', 'no-job');
  });
}

export async function cancelJob(input: unknown): Promise<Result<{ id: string }>> {
  return runChange('signed in', schema.jobInput, input, async (db, actor, { id }) => {
    await mutations.cancelJob(db, actor, id);
    return { id };
  });
}
