import { jobActor } from '#lib/access/gate-job.ts';
import { type JobHandler, Overtaken } from '#lib/jobs/jobs.ts';
import { type Begun, beginJob, endJob, finishJob, noteProgress, putBack } from '#lib/jobs/mutations-run.ts';
import type { JobKind } from '#lib/jobs/types.ts';
import { refusalOf } from '#lib/platform/attempt.ts';
import type { Db } from '#lib/platform/db.ts';
import { log } from '#lib/platform/log.ts';
import { type Refusal, type Saying, say } from '#lib/platform/result.ts';

export type Handlers = Readonly<Record<JobKind, JobHandler>>;

/** Why a run was stopped from outside. */
export type Stop = 'cancelled' | 'overtaken' | 'ending' | 'time';

/** Runs that are under way, by the id of their job: a run is stopped by firing its controller with a Stop as the reason. */
export type Runs = Map<string, { readonly attempt: number; readonly controller: AbortController }>;

/** After so many failures a job has failed for good; before that it is begun again after 5 s, 30 s, 3 min. */
const MOST_FAILURES = 4;
const againAfter = (failures: number) => 5 * 6 ** (failures - 1);
/** How often a job may be begun: one that kills its worker each time must end some day. */
const MOST_ATTEMPTS = 20;
/** What may be otherwise the next time. */
const PASSING: readonly Refusal[] = ['unavailable', 'busy', 'disk-full', 'fault'];

/** Runs one job to its end, however that comes. Throws only where the database cannot be told. */
export async function runJob(db: Db, handlers: Handlers, runs: Runs, id: string): Promise<void> {
  const begun = await beginJob(db, id);
  if (!begun) return;
  if (begun.cancelAsked) {
    await endJob(db, begun, 'cancelled');
    return;
  }
  if (begun.attempt > MOST_ATTEMPTS) {
    await endJob(db, begun, 'failed', say('job-interrupted'), begun.failures + 1);
    return;
  }
  const controller = new AbortController();
  runs.set(id, { attempt: begun.attempt, controller });
  try {
    await withHandler(db, handlers[begun.kind], begun, controller);
  } catch (error) {
    await settleFailure(db, begun, error);
  } finally {
    runs.delete(id);
  }
}

async function withHandler(db: Db, handler: JobHandler, begun: Begun, controller: AbortController): Promise<void> {
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(new Stopped('time')), handler.seconds * 1000);
  let isFinished = false;
  try {
    const work = async () => {
      const actor = await jobActor(db, begun.forId);
      await handler.run({
        ...begun,
        db,
        actor,
        signal,
        progress: (step, parts) => noteProgress(db, begun, step, parts),
        finish: async (tx, result) => {
          signal.throwIfAborted();
          await finishJob(tx, begun, result);
          isFinished = true;
        },
      });
    };
    // A handler that does not hear of its end goes on by itself, and leaves nothing: the run is no longer the last.
    await Promise.race([work(), aborted(signal)]);
    if (!isFinished) await finishJob(db, begun);
  } finally {
    clearTimeout(timer);
  }
}

/** The run was stopped from outside. */
export class Stopped extends Error {
  override name = 'Stopped';
  readonly stop: Stop;
  constructor(stop: Stop) {
    super(stop);
    this.stop = stop;
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, failed) => {
    signal.addEventListener('abort', () => failed(signal.reason), { once: true });
  });

async function settleFailure(db: Db, begun: Begun, error: unknown): Promise<void> {
  if (error instanceof Overtaken) return;
  if (error instanceof Stopped && error.stop !== 'time') {
    if (error.stop === 'cancelled') await endJob(db, begun, 'cancelled');
    if (error.stop === 'ending') await putBack(db, begun, 0);
    return;
  }
  const { reason, saying } = error instanceof Stopped ? TOO_LONG : told(error);
  const failures = begun.failures + 1;
  log.warn({ job: begun.id, kind: begun.kind, attempt: begun.attempt, code: saying.code }, 'a job went wrong');
  if (PASSING.includes(reason) && failures < MOST_FAILURES)
    await putBack(db, begun, againAfter(failures), saying, failures);
  else await endJob(db, begun, 'failed', saying, failures);
}

type Told = { readonly reason: Refusal; readonly saying: Saying };
const TOO_LONG: Told = { reason: 'unavailable', saying: say('job-too-long') };

function told(error: unknown): Told {
  const { reason, code, values } = refusalOf(error);
  return { reason, saying: values === undefined ? { code } : { code, values } };
}
