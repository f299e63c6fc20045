import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { addJob } from '#lib/jobs/mutations.ts';
import { connect, type Db, transact } from '#lib/platform/db.ts';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { applyMigrations } from '#lib/platform/migrate.ts';
import { ensureRole, grantWork } from '#lib/platform/roles.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { newSource } from '#lib/sources/mutations.ts';
import { person, plant } from '#tests/db/desk.ts';
import { startSite } from '#tests/db/jobs/site.ts';
import { kill, startVictim, type Victim } from '#tests/db/victim.ts';

export type JobRound = {
  /** Jobs that the killed worker was doing, and from the kill until the last of them had come to its end; milliseconds. */
  readonly taken: number;
  readonly goingAgainMs: number;
};

const WORKERS = 2;
const SOURCES = 400;
/** How many jobs wait at any time, so that a kill always meets one. */
const LOAD = 12;

/**
 * Kills one of two workers with SIGKILL after each of the times given, in milliseconds, while captures are asked for without
 * end, and starts another in its place. Throws where a job is lost, is done twice, or where the history is not whole.
 */
export async function soakJobs(times: readonly number[], tell: (done: number) => void): Promise<JobRound[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-soak-jobs-'));
  const server = await joinPostgres({ folder, settings: { fsync: 'off' } });
  await applyMigrations(server.ownerUrl, undefined, async (owner) => {
    await grantWork(owner, await ensureRole(owner, server.workUrl, true));
  });
  const db = connect(server.workUrl, 4);
  const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  const site = await startSite('A page that many ask for.', 300);
  const start = () => startVictim('tests/db/jobs/worker.ts', { url: server.workUrl });
  const workers: Victim[] = await Promise.all(Array.from({ length: WORKERS }, start));
  let stopped = false;
  const asking = askWithoutEnd(db, site.address, () => stopped);
  const kills: { at: Date; jobs: string[] }[] = [];
  try {
    for (const [round, after] of times.entries()) {
      await new Promise((resolve) => setTimeout(resolve, after));
      const [victim] = workers.splice(round % workers.length, 1);
      if (!victim) throw new Error('No worker runs');
      await kill(victim);
      kills.push({ at: new Date(), jobs: await interrupted(db) });
      workers.push(await start());
      tell(round + 1);
    }
    stopped = true;
    await asking;
    await settled(db);
    const rounds = await Promise.all(kills.map((killed) => roundOf(db, killed)));
    await assertOnce(db);
    const { breaks } = await verifyHistory(owner, [], db);
    if (breaks.length > 0) throw new Error(`The history is not whole: ${JSON.stringify(breaks.slice(0, 3))}`);
    return rounds;
  } finally {
    stopped = true;
    await asking.catch(() => {});
    await Promise.all(workers.map((worker) => kill(worker)));
    site.server.close();
    await Promise.all([db.$disconnect(), owner.end()]);
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function askWithoutEnd(db: Db, link: string, isStopped: () => boolean): Promise<void> {
  const asker = await person(db, 'Asker', 'reviewer');
  const fields = {
    kind: 'page',
    tier: 'primary',
    publisher: null,
    author: null,
    publishedOn: null,
    note: null,
  } as const;
  const ids: string[] = [];
  for (let i = 0; i < SOURCES; i++)
    ids.push((await plant(db, (tx) => newSource(tx, asker, { ...fields, title: `Page ${i}`, link }))).id);
  for (let next = 0; !isStopped(); next++) {
    if ((await open(db)) < LOAD) {
      const sourceId = ids[next % ids.length] ?? '';
      await transact(db, (tx) => addJob(tx, asker, { kind: 'capture', sourceId, input: { link, fill: false } }));
    } else await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const open = (db: Db) => db.job.count({ where: { state: { in: ['queued', 'running'] } } });

/** Jobs that graphile-worker holds for a worker that has just been killed: those that are locked and that no living one ends. */
async function interrupted(db: Db): Promise<string[]> {
  const locked = () => db.$queryRaw<{ id: string; worker: string }[]>`
    select payload ->> 'id' as id, locked_by as worker from graphile_worker._private_jobs where locked_by is not null`;
  const first = await locked();
  // A job of these takes half a second: what a worker has held for two is a dead one's.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const held = new Set((await locked()).map(({ id, worker }) => `${worker} ${id}`));
  return first.filter(({ id, worker }) => held.has(`${worker} ${id}`)).map(({ id }) => id);
}

async function settled(db: Db): Promise<void> {
  for (let i = 0; (await open(db)) > 0; i++) {
    if (i > 1_200) throw new Error(`${await open(db)} jobs are still open after two minutes`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function roundOf(db: Db, { at, jobs }: { at: Date; jobs: readonly string[] }): Promise<JobRound> {
  const ended = await db.job.findMany({ where: { id: { in: [...jobs] } }, select: { endedAt: true } });
  const last = Math.max(at.getTime(), ...ended.map(({ endedAt }) => endedAt?.getTime() ?? Number.POSITIVE_INFINITY));
  return { taken: jobs.length, goingAgainMs: last - at.getTime() };
}

/** Every job is done, and has left one capture; none has left two. */
async function assertOnce(db: Db): Promise<void> {
  const [states, captures] = await Promise.all([db.job.groupBy({ by: ['state'], _count: true }), db.capture.count()]);
  const all = states.reduce((sum, { _count }) => sum + _count, 0);
  const done = states.find(({ state }) => state === 'done')?._count ?? 0;
  if (done !== all || captures !== all)
    throw new Error(`${all} jobs, ${done} done, ${captures} captures: ${JSON.stringify(states)}`);
}
