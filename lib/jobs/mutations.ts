import { may } from '#lib/access/policy.ts';
import { checkActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { Json } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { dequeue, enqueue } from '#lib/platform/jobs.ts';
import { refuse, type Saying } from '#lib/platform/result.ts';
import { errorColumn } from './schema-columns.ts';
import type { JobKind } from './types.ts';

/** How many jobs of one person may wait or run at a time. */
const MOST_OPEN = 500;

export type NewJob = {
  readonly kind: JobKind;
  readonly input: Json;
  readonly articleId?: string;
  readonly sourceId?: string;
  readonly captureId?: string;
  /** Of jobs with the same key one at a time waits or runs: asked for again, it is the one that is there. */
  readonly onlyKey?: string;
  /** It is not begun before. */
  readonly afterSeconds?: number;
  /** What went wrong the last time, where it goes on from a job before. */
  readonly last?: Saying;
};

/**
 * Adds a job in the change's own transaction, for the actor, or for the desk itself (null). Returns its id.
 *
 * @throws AppError `rate-limited` where the person has too many waiting.
 */
export async function addJob(tx: Tx, actor: Actor | null, job: NewJob): Promise<string> {
  const forId = actor?.id ?? null;
  if (forId !== null) await boundOpen(tx, forId);
  for (;;) {
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      insert into jobs (id, kind, for_id, article_id, source_id, capture_id, input, only_key, error)
      values (${newId()}::uuid, ${job.kind}, ${forId}::uuid, ${job.articleId ?? null}::uuid, ${job.sourceId ?? null}::uuid,
        ${job.captureId ?? null}::uuid, ${JSON.stringify(job.input)}::jsonb, ${job.onlyKey ?? null},
        ${job.last === undefined ? null : JSON.stringify(errorColumn.write({ ...job.last, times: 0 }))}::jsonb)
      on conflict (only_key) where state in ('queued', 'running') do nothing
      returning id`;
    if (made) {
      await enqueue(tx, job.kind, made.id, job.afterSeconds);
      return made.id;
    }
    const [there] = await tx.$queryRaw<{ id: string }[]>`
      select id from jobs where only_key = ${job.onlyKey ?? null} and state in ('queued', 'running')`;
    if (there) return there.id;
    // It has ended in between.
  }
}

async function boundOpen(tx: Tx, forId: string): Promise<void> {
  const open = await tx.job.count({ where: { forId, state: { in: ['queued', 'running'] } } });
  if (open >= MOST_OPEN) refuse('rate-limited', 'jobs-many-wait', { values: { most: MOST_OPEN } });
}

/**
 * Ends a job that waits, and asks one that runs to end. One's own; an admin anybody's.
 *
 * @throws AppError `not-found` where it is not there or not theirs, `conflict` where it has ended.
 */
export async function cancelJob(db: Db, actor: Actor, id: string): Promise<void> {
  if (actor.id !== null) await checkActor(db, actor, 'article.read');
  await transact(db, async (tx) => {
    const [job] = await tx.$queryRaw<{ forId: string | null; state: string }[]>`
      select for_id as "forId", state::text as state from jobs where id = ${id}::uuid for update`;
    if (!job || (job.forId !== actor.id && !may(actor, 'job.manage'))) refuse('not-found', 'no-job');
    if (job.state !== 'queued' && job.state !== 'running') refuse('conflict', 'job-has-ended');
    await tx.$executeRaw`
      update jobs set cancel_asked_at = coalesce(cancel_asked_at, now()),
        state = case state when 'queued' then 'cancelled' else state end,
        ended_at = case state when 'queued' then now() end
      where id = ${id}::uuid`;
    if (job.state === 'queued') await dequeue(tx, id);
  });
}
