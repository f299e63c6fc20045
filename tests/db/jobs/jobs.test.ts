import { beforeAll, describe, expect, test } from 'vitest';
import { findJob, jobPage } from '#lib/jobs/data.ts';
import type { JobHandler, RunningJob } from '#lib/jobs/jobs.ts';
import { addJob, cancelJob } from '#lib/jobs/mutations.ts';
import { beginJob, requeueLost, runsToStop } from '#lib/jobs/mutations-run.ts';
import { JOB_KINDS, type JobDTO } from '#lib/jobs/types.ts';
import { transact } from '#lib/platform/db.ts';
import { noteWorker, sweepDeadWorkers } from '#lib/platform/jobs.ts';
import { refuse } from '#lib/platform/result.ts';
import { type Handlers, type Runs, runJob, Stopped } from '#lib/worker/run.ts';
import { type Cast, cast, person } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { need } from '../trust/scene.ts';

/* The course of a job, whatever befalls it: what it does it does once, and whoever waits for it is told how it went. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

/** Its effect, in one transaction with its end: one more each time that it is done. */
const count = (job: RunningJob) =>
  transact(job.db, async (tx) => {
    await tx.rateLimit.upsert({
      where: { key: job.id },
      create: { key: job.id, points: 1 },
      update: { points: { increment: 1 } },
    });
    await job.finish(tx, { outcome: 'counted' });
  });
const counted = async (id: string) => (await database.db.rateLimit.findUnique({ where: { key: id } }))?.points ?? 0;

const handlers = (run: JobHandler['run'], seconds = 60): Handlers => {
  const handler = { seconds, run };
  const known = JOB_KINDS.map((kind) => [kind, handler]);
  return Object.fromEntries(known) as Handlers;
};
const run = (id: string, by: JobHandler['run'] = count, runs: Runs = new Map(), seconds?: number) =>
  runJob(database.db, handlers(by, seconds), runs, id);

const add = (who = people.first, onlyKey?: string) =>
  transact(database.db, (tx) =>
    addJob(tx, who, { kind: 'capture', input: { link: 'x' }, ...(onlyKey === undefined ? {} : { onlyKey }) }),
  );
const stateOf = async (id: string, who = people.first): Promise<JobDTO> => need(await findJob(database.db, who, id));
/** Whether graphile-worker would run it, and how many seconds from now. */
async function queued(id: string): Promise<number | null> {
  const [row] = await database.db.$queryRaw<{ wait: number }[]>`
    select extract(epoch from run_at - now())::float8 as wait from graphile_worker._private_jobs where key = ${id}`;
  return row?.wait ?? null;
}

test('a job is added with its change or not at all, and of those with one key one at a time', async () => {
  await expect(
    transact(database.db, async (tx) => {
      await addJob(tx, people.first, { kind: 'capture', input: {}, onlyKey: 'back' });
      throw new Error('back');
    }),
  ).rejects.toThrow('back');
  expect(await database.db.job.count({ where: { onlyKey: 'back' } })).toBe(0);
  expect(await database.db.$queryRaw`select from graphile_worker._private_jobs`).toHaveLength(0);
  const both = await Promise.all([add(people.first, 'one'), add(people.second, 'one')]);
  expect(both[0]).toBe(both[1]);
  expect(await queued(both[0])).toBeLessThanOrEqual(0);
  await run(both[0]);
  expect(await add(people.first, 'one')).not.toBe(both[0]);
});

test('it is done once, however often it is begun, and tells what came of it', async () => {
  const id = await add();
  await run(id, async (job) => {
    await job.progress('reading', { done: 1, all: 3 });
    expect(await stateOf(id)).toMatchObject({ state: 'running', step: 'reading', done: 1, all: 3 });
    await count(job);
  });
  await run(id);
  expect(await counted(id)).toBe(1);
  expect(await stateOf(id)).toMatchObject({ state: 'done', step: null, error: null, result: { outcome: 'counted' } });
});

test('a run that another has begun anew leaves nothing', async () => {
  const id = await add();
  await run(id, async (job) => {
    // Thought dead: somebody else takes it up, and is done before.
    await run(id);
    await expect(count(job)).rejects.toThrow('');
    await count(job);
  });
  expect(await counted(id)).toBe(1);
  expect(await stateOf(id)).toMatchObject({ state: 'done', attempts: 2 });
});

test('a refusal ends it and is told in words; trouble is tried again, longer apart, and ends some day', async () => {
  const refusing = await add();
  await run(refusing, async () => refuse('conflict', 'capture-no-link'));
  expect(await stateOf(refusing)).toMatchObject({ state: 'failed', error: expect.stringContaining('no link') });

  const elsewhere = await add();
  await run(elsewhere, async () => refuse('not-found', 'fetch-gone', { values: { host: 'secret.example' } }));
  expect((await stateOf(elsewhere)).error).toContain('secret.example');
  // An admin may not know of the source that it was for.
  expect((await stateOf(elsewhere, people.admin)).error).not.toContain('secret');
  expect(JSON.stringify(await jobPage(database.db, people.admin, null))).not.toContain('secret');

  const troubled = await add();
  const waits: (number | null)[] = [];
  for (let round = 0; round < 4; round++) {
    await run(troubled, async () => refuse('unavailable', 'database-away'));
    waits.push(await queued(troubled));
  }
  // At most so long from now, and longer than the time before.
  for (const [round, most] of [5, 30, 180].entries()) {
    expect(waits[round]).toBeLessThanOrEqual(most);
    expect(waits[round]).toBeGreaterThan(round === 0 ? 0 : most / 6);
  }
  expect(await stateOf(troubled)).toMatchObject({ state: 'failed', attempts: 4 });
  await run(troubled);
  expect(await counted(troubled)).toBe(0);
});

test('what runs too long is stopped and told, whether or not it hears of it', async () => {
  const id = await add();
  const deaf = () => new Promise<void>(() => {});
  await run(id, deaf, new Map(), 0.01);
  expect(await stateOf(id)).toMatchObject({ state: 'queued', error: expect.stringContaining('longer than it may') });
});

describe('cancelled', () => {
  test('while it waits, it never begins', async () => {
    const id = await add();
    await cancelJob(database.db, people.first, id);
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled' });
    expect(await queued(id)).toBeNull();
    await run(id);
    expect(await counted(id)).toBe(0);
    await expect(cancelJob(database.db, people.first, id)).rejects.toThrow('job-has-ended');
  });

  test('while it runs, it ends and leaves nothing; by its own person or an admin, and nobody else', async () => {
    const id = await add();
    const runs: Runs = new Map();
    await run(
      id,
      async (job) => {
        await expect(cancelJob(database.db, people.second, id)).rejects.toThrow('no-job');
        expect(await findJob(database.db, people.second, id)).toBeNull();
        await cancelJob(database.db, people.admin, id);
        const asked = [...runs].map(([one, { attempt }]) => ({ id: one, attempt }));
        expect(await runsToStop(database.db, asked)).toEqual([{ id, why: 'cancelled' }]);
        runs.get(id)?.controller.abort(new Stopped('cancelled'));
        await count(job);
      },
      runs,
    );
    expect(await counted(id)).toBe(0);
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', cancelAsked: true });
  });
});

test('its person is asked for their rights when it runs: of somebody disabled nothing is done any more', async () => {
  const leaver = await person(database.db, 'Lea', 'reviewer');
  const id = await add(leaver);
  await transact(database.db, async (tx) => {
    await tx.user.update({ where: { id: leaver.id }, data: { disabledAt: new Date() } });
    await tx.$queryRaw`select stet_append_event('desk', null, 'machine', 'person.disabled', 'person', ${leaver.id}, '{}')`;
  });
  await run(id);
  expect(await counted(id)).toBe(0);
  expect(await stateOf(id, people.admin)).toMatchObject({ state: 'failed', error: 'This account is disabled.' });
});

describe('a worker that dies', () => {
  const locked = (id: string) => database.db.$queryRaw`
    select from graphile_worker._private_jobs where key = ${id} and locked_by is not null`;
  const lock = (id: string, worker: string, ago: number) => database.db.$executeRaw`
    update graphile_worker._private_jobs set locked_by = ${worker}, attempts = attempts + 1,
      locked_at = now() - make_interval(secs => ${ago}) where key = ${id}`;

  test('gives its jobs back once it has not been seen for a while, whether it ever was; one that lives keeps them', async () => {
    const [dead, never, alive, starting] = [await add(), await add(), await add(), await add()];
    for (const worker of ['dead', 'alive']) await noteWorker(database.db, worker);
    await database.db.$executeRaw`update workers set seen_at = now() - interval '26 seconds' where id = 'dead'`;
    await lock(dead, 'dead', 60);
    await lock(never, 'never seen', 60);
    await lock(alive, 'alive', 60);
    await lock(starting, 'starting', 1);
    expect(await sweepDeadWorkers(database.db)).toBe(2);
    const still = await Promise.all([dead, never, alive, starting].map(locked));
    expect(still.map((rows) => Array.isArray(rows) && rows.length)).toEqual([0, 0, 1, 1]);
  });

  test('each time a job of its own is run, takes that job with it no further than twenty times', async () => {
    const id = await add();
    for (let round = 0; round < 20; round++) expect(await beginJob(database.db, id)).not.toBeNull();
    await run(id);
    expect(await counted(id)).toBe(0);
    expect(await stateOf(id)).toMatchObject({ state: 'failed', error: expect.stringContaining('again and again') });
  });

  test('too often for graphile-worker to go on, or whose queue was lost, leaves no job undone', async () => {
    const [spent, lost] = [await add(), await add()];
    await database.db
      .$executeRaw`update graphile_worker._private_jobs set attempts = max_attempts where key = ${spent}`;
    await database.db.$executeRaw`delete from graphile_worker._private_jobs where key = ${lost}`;
    await database.db
      .$executeRaw`update jobs set created_at = now() - interval '2 minutes' where id in (${spent}::uuid, ${lost}::uuid)`;
    expect(await requeueLost(database.db)).toBe(2);
    expect(await requeueLost(database.db)).toBe(0);
    for (const id of [spent, lost]) expect(await queued(id)).not.toBeNull();
  });
});
