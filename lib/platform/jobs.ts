import { type Db, Prisma, type Tx } from './db.ts';

/*
 * What of graphile-worker is met in SQL. A job of ours is a row of `jobs`, written by its domain; that it is run is a row of
 * graphile-worker's with our id as its key, written in the same transaction. Who has run a job to its end says so in our row
 * first: graphile-worker's is taken off after it, and one that is run again finds nothing to do.
 */

/** A worker that has not been seen for so long is dead. */
export const DEAD_AFTER_SECONDS = 15;

/** Has a job run, from now on or after some seconds; where it is waiting already, in place of that. */
export async function enqueue(tx: Tx, kind: string, id: string, afterSeconds = 0): Promise<void> {
  await tx.$queryRaw`
    select 1 from graphile_worker.add_job(${kind}::text, json_build_object('id', ${id}::text),
      run_at => now() + make_interval(secs => ${afterSeconds}::float8), job_key => ${id}::text) as added`;
}

/** Takes a waiting job off. One that is being run is not begun again. */
export async function dequeue(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select 1 from graphile_worker.remove_job(${id}::text) as removed`;
}

/** Says that a worker is alive. */
export async function noteWorker(db: Db, workerId: string): Promise<void> {
  await db.$executeRaw`
    insert into workers (id, started_at, seen_at) values (${workerId}, now(), now())
    on conflict (id) do update set seen_at = now()`;
}

/** Says that a worker has ended, and lets what it was still running be taken up. */
export async function forgetWorker(db: Db, workerId: string): Promise<void> {
  await db.$executeRaw`delete from workers where id = ${workerId}`;
  await db.$queryRaw`select graphile_worker.force_unlock_workers(array[${workerId}])::text`;
}

/**
 * Lets the jobs of dead workers be taken up by others, which graphile-worker itself would do after four hours. Returns how many
 * workers were found dead. One that was thought dead and is not writes nothing more: its jobs have been begun anew.
 */
export async function sweepDeadWorkers(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with gone as (
      delete from workers where seen_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS}) returning id
    ), dead as (
      select id from gone
      union
      select locked_by from graphile_worker._private_jobs where locked_by is not null
        and locked_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS})
        and not exists (select from workers w where w.id = locked_by)
    )
    select id from dead`;
  if (rows.length > 0) {
    const ids = rows.map(({ id }) => id);
    await db.$queryRaw`select graphile_worker.force_unlock_workers(${ids}::text[])::text`;
  }
  return rows.length;
}

/** Of jobs that wait or run by our rows (ids and kinds of `open`), those that graphile-worker will not run. */
export const unqueued = (db: Db, open: Prisma.Sql): Promise<{ id: string; kind: string }[]> =>
  db.$queryRaw(Prisma.sql`
    select o.id, o.kind from (${open}) o where not exists (
      select from graphile_worker._private_jobs q where q.payload ->> 'id' = o.id::text
        and (q.locked_at is not null or q.attempts < q.max_attempts))`);
