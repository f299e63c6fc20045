import { type Db, Prisma, type Tx, transact } from '#lib/platform/db.ts';
import { enqueue, unqueued } from '#lib/platform/jobs.ts';
import type { Saying } from '#lib/platform/result.ts';
import { Overtaken } from './jobs.ts';
import { errorColumn, resultColumn } from './schema-columns.ts';
import type { JobDTO, JobKind, JobStep } from './types.ts';

/*
 * The course of a job as its worker writes it. `attempt` counts how often it was begun: only the last one that began it may
 * write, so that a worker thought dead, whose job another has begun anew, leaves nothing.
 */

export type Begun = {
  readonly id: string;
  readonly kind: JobKind;
  readonly forId: string | null;
  readonly articleId: string | null;
  readonly sourceId: string | null;
  readonly captureId: string | null;
  readonly input: unknown;
  readonly attempt: number;
  readonly cancelAsked: boolean;
  /** How often it has gone wrong. */
  readonly failures: number;
};

/** Begins a job, or returns null where there is nothing left to do. */
export async function beginJob(db: Db, id: string): Promise<Begun | null> {
  const [row] = await db.$queryRaw<(Omit<Begun, 'failures'> & { error: unknown })[]>`
    update jobs set state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, now()), step = null,
      done_parts = null, all_parts = null
    where id = ${id}::uuid and state in ('queued', 'running')
    returning id, kind, for_id as "forId", article_id as "articleId", source_id as "sourceId", capture_id as "captureId",
      input, attempts as attempt, cancel_asked_at is not null as "cancelAsked", error`;
  if (!row) return null;
  const { error, ...begun } = row;
  return { ...begun, failures: error === null ? 0 : errorColumn.read(error).times };
}

type Run = Pick<Begun, 'id' | 'attempt'>;

const mine = ({ id, attempt }: Run) => Prisma.sql`id = ${id}::uuid and state = 'running' and attempts = ${attempt}`;

/** Whether it was written: it is not where the run is no longer the last. */
const write = async (tx: Tx | Db, run: Run, set: Prisma.Sql): Promise<boolean> =>
  (await tx.$executeRaw(Prisma.sql`update jobs set ${set} where ${mine(run)}`)) > 0;

export async function noteProgress(
  db: Db,
  run: Run,
  step: JobStep,
  parts?: { readonly done: number; readonly all: number },
): Promise<void> {
  await write(
    db,
    run,
    Prisma.sql`step = ${step}, done_parts = ${parts?.done ?? null}::int, all_parts = ${parts?.all ?? null}::int`,
  );
}

/** @throws Overtaken where the run is no longer the last. */
export async function finishJob(tx: Tx | Db, run: Run, result?: NonNullable<JobDTO['result']>): Promise<void> {
  const kept = result === undefined ? null : JSON.stringify(resultColumn.write(result));
  const set = Prisma.sql`state = 'done', ended_at = now(), step = null, error = null, result = ${kept}::jsonb`;
  if (!(await write(tx, run, set))) throw new Overtaken();
}

export const endJob = (db: Db, run: Run, state: 'cancelled' | 'failed', saying?: Saying, failures = 1) =>
  write(
    db,
    run,
    Prisma.sql`state = ${state}::job_state, ended_at = now(), step = null, error = ${errorOf(saying, failures)}::jsonb`,
  );

/** Puts the job back, to be begun again after some seconds. */
export const putBack = (db: Db, run: Run & Pick<Begun, 'kind'>, seconds: number, saying?: Saying, failures = 1) =>
  transact(db, async (tx) => {
    const error = saying === undefined ? Prisma.sql`error` : Prisma.sql`${errorOf(saying, failures)}::jsonb`;
    if (await write(tx, run, Prisma.sql`state = 'queued', step = null, error = ${error}`))
      await enqueue(tx, run.kind, run.id, seconds);
  });

const errorOf = (saying: Saying | undefined, times: number): string | null =>
  saying === undefined ? null : JSON.stringify(errorColumn.write({ ...saying, times }));

/** Which of these runs are to stop: those that somebody has cancelled, and those that another has begun anew. */
export async function runsToStop(
  db: Db,
  runs: readonly Run[],
): Promise<{ id: string; why: 'cancelled' | 'overtaken' }[]> {
  if (runs.length === 0) return [];
  return db.$queryRaw<{ id: string; why: 'cancelled' | 'overtaken' }[]>`
    select j.id, case when j.state = 'running' and j.attempts = r.attempt then 'cancelled' else 'overtaken' end as why
    from unnest(${runs.map(({ id }) => id)}::uuid[], ${runs.map(({ attempt }) => attempt)}::int[]) as r (id, attempt)
    join jobs j on j.id = r.id
    where j.cancel_asked_at is not null or j.state <> 'running' or j.attempts <> r.attempt`;
}

/**
 * Puts jobs to work again that wait by their own row and that nobody would ever run: their workers were killed too often in a
 * row, or the database was brought back without graphile-worker's tables. Returns how many.
 */
export async function requeueLost(db: Db): Promise<number> {
  const lost = await unqueued(
    db,
    Prisma.sql`select id, kind from jobs where state in ('queued', 'running') and created_at < now() - interval '1 minute'`,
  );
  for (const { id, kind } of lost) await transact(db, (tx) => enqueue(tx, kind, id));
  return lost.length;
}
