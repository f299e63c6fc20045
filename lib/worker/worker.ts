import { EventEmitter } from 'node:events';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import { requeueLost, runsToStop } from '#lib/jobs/mutations-run.ts';
import { JOB_KINDS } from '#lib/jobs/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { JOB_SCHEMA } from '#lib/platform/job-tables.ts';
import { forgetWorker, noteWorker, sweepDeadWorkers } from '#lib/platform/jobs.ts';
import { log } from '#lib/platform/log.ts';
import { type Handlers, type Runs, runJob, Stopped } from './run.ts';

/** What is done every so many seconds beside the jobs; any number of workers may at the same time. */
export type Chore = { readonly seconds: number; readonly run: (db: Db) => Promise<unknown> };

export type WorkerOptions = {
  /** For the role that works. */
  readonly url: string;
  readonly db: Db;
  readonly handlers: Handlers;
  readonly chores: readonly Chore[];
  /** How many jobs run at a time. */
  readonly jobs: number;
};

export type RunningWorker = {
  /** Settles when it has ended, by `stop` or by itself; rejects where it can go on no longer. */
  readonly ended: Promise<void>;
  /** Takes no further job, lets those under way finish for a few seconds, and gives the rest back. */
  stop(): Promise<void>;
};

/** How often it says that it is alive and asks what has been cancelled, and looks for jobs where nobody tells. */
const BEAT_MS = 2_000;
const POLL_MS = 2_000;
/** After so many beats it looks for dead workers. */
const BEATS_TO_A_SWEEP = 3;
const PATIENCE_MS = 5_000;

const payload = z.object({ id: z.string() });

/** Runs jobs until it is stopped. Any number of workers may, of any number of processes and machines. */
export async function startWorker({ url, db, handlers, chores, jobs }: WorkerOptions): Promise<RunningWorker> {
  const runs: Runs = new Map();
  const events: WorkerEvents = new EventEmitter();
  let id: string | null = null;
  events.on('pool:create', ({ workerPool }) => {
    id = workerPool.id;
  });
  const pool = new pg.Pool({ connectionString: url, max: jobs + 2, application_name: 'stet worker', keepAlive: true });
  pool.on('error', (error) => log.warn({ err: error }, 'the worker lost a connection'));
  pool.on('connect', (client) => client.on('error', () => {}));
  const task = async (input: unknown) => runJob(db, handlers, runs, payload.parse(input).id);
  const runner = await run({
    pgPool: pool,
    schema: JOB_SCHEMA,
    taskList: Object.fromEntries(JOB_KINDS.map((kind) => [kind, task])),
    concurrency: jobs,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    parsedCronItems: [],
    events,
    logger: new Logger(({ workerId }) => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ workerId }, message);
    }),
  });
  const heart = beat(db, () => id, runs, chores);
  const ended = runner.promise.finally(() => heart.stop());
  return {
    ended,
    async stop() {
      const impatient = setTimeout(() => {
        for (const { controller } of runs.values()) controller.abort(new Stopped('ending'));
      }, PATIENCE_MS);
      // It may have ended by itself: what it says of that, `ended` has said already.
      await Promise.allSettled([runner.stop(), ended]);
      clearTimeout(impatient);
      await heart.stop();
      if (id !== null) await forgetWorker(db, id).catch(() => {});
      await pool.end();
    },
  };
}

/** Says at every beat that the worker is alive, and stops runs that are no longer wanted; now and then looks for dead workers. */
function beat(db: Db, id: () => string | null, runs: Runs, chores: WorkerOptions['chores']): { stop(): Promise<void> } {
  let beats = 0;
  let under: Promise<void> | null = null;
  const once = async () => {
    const number = beats++;
    const own = id();
    if (own !== null) await noteWorker(db, own);
    const wanted = [...runs].map(([job, { attempt }]) => ({ id: job, attempt }));
    for (const { id: job, why } of await runsToStop(db, wanted)) runs.get(job)?.controller.abort(new Stopped(why));
    if (number % BEATS_TO_A_SWEEP === 0) await sweep(db);
    for (const { seconds, run: chore } of chores) if (number % beatsIn(seconds) === 0) await chore(db);
  };
  const go = () => {
    under ??= once()
      .catch((error) => log.warn({ err: error }, 'the worker could not do what it does beside its jobs'))
      .finally(() => {
        under = null;
      });
  };
  go();
  const timer = setInterval(go, BEAT_MS);
  return {
    async stop() {
      clearInterval(timer);
      await under;
    },
  };
}

const beatsIn = (seconds: number): number => Math.max(1, Math.round((seconds * 1000) / BEAT_MS));

async function sweep(db: Db): Promise<void> {
  const dead = await sweepDeadWorkers(db);
  if (dead > 0) log.warn({ dead }, 'jobs of dead workers are taken up again');
  const lost = await requeueLost(db);
  if (lost > 0) log.warn({ lost }, 'jobs that nobody would have run are put to work again');
}
