import type { Stamped } from '#lib/ingest/witness/stamp.ts';
import type { JobHandler, RunningJob } from '#lib/jobs/jobs.ts';
import { transact } from '#lib/platform/db.ts';
import { granted, type Outcome } from '#lib/platform/result.ts';
import { hashOfCapture } from './data-recheck.ts';
import { keepStamp } from './mutations-witnesses.ts';
import { idOf } from './rules-captures.ts';

/** The ways out to those who bear witness to captures. */
export type Witnesses = {
  readonly stampHash: (hash: string, signal: AbortSignal) => Promise<Outcome<Stamped>>;
};

/** The handlers of what is asked of others about a capture. */
export const witnessHandlers = (witnesses: Witnesses): Readonly<Record<'stamp', JobHandler>> => ({
  stamp: { seconds: 90, run: (job) => stamp(job, witnesses) },
});

async function stamp(job: RunningJob, { stampHash }: Witnesses): Promise<void> {
  const captureId = idOf(job.captureId);
  const hash = await hashOfCapture(job.db, job.actor, captureId);
  await job.progress('asking');
  const stamped = granted(await stampHash(hash, job.signal));
  await transact(job.db, async (tx) => {
    await keepStamp(tx, job.actor, captureId, stamped);
    await job.finish(tx, { captureId });
  });
}
