import type { Asked, Look, Looked } from '#lib/ingest/witness/archive.ts';
import type { Stamped } from '#lib/ingest/witness/stamp.ts';
import type { JobHandler, RunningJob } from '#lib/jobs/jobs.ts';
import { transact } from '#lib/platform/db.ts';
import { AppError, granted, type Outcome, refuse, type Saying, say } from '#lib/platform/result.ts';
import { captureToWitness, isKnownToAll } from './data-recheck.ts';
import { addArchive, keepArchive, keepStamp } from './mutations-witnesses.ts';
import { idOf } from './rules-captures.ts';
import { type ArchiveJob, archiveJob } from './schema-captures.ts';

/** The ways out to those who bear witness to captures. */
export type Witnesses = {
  readonly stampHash: (hash: string, signal: AbortSignal) => Promise<Outcome<Stamped>>;
  readonly archive: {
    readonly ask: (link: string, signal: AbortSignal) => Promise<Outcome<Asked>>;
    readonly look: (look: Look, signal: AbortSignal) => Promise<Looked>;
  };
};

/** The handlers of what is asked of others about a capture. */
export const witnessHandlers = (witnesses: Witnesses): Readonly<Record<'stamp' | 'archive', JobHandler>> => ({
  stamp: { seconds: 90, run: (job) => stamp(job, witnesses) },
  archive: { seconds: 300, run: (job) => archive(job, witnesses) },
});

async function stamp(job: RunningJob, { stampHash }: Witnesses): Promise<void> {
  const captureId = idOf(job.captureId);
  const { sha256 } = await captureToWitness(job.db, job.actor, captureId);
  await job.progress('asking');
  const stamped = granted(await stampHash(sha256, job.signal));
  await transact(job.db, async (tx) => {
    await keepStamp(tx, job.actor, captureId, stamped);
    await job.finish(tx, { captureId });
  });
}

/** After how many seconds it is looked for a copy that was asked for, one look after the other: a day and a half in all. */
const LOOKS = [30, 120, 600, 3_600, 6 * 3_600, 28 * 3_600];
/** After how many seconds it is tried again where an archive wants to be asked later, or may not be told yet. */
const AGAIN = [600, 3_600, 6 * 3_600, 24 * 3_600];
/** A copy that was made shortly before the capture shows the same. */
const BEFORE_MS = 3_600_000;

/**
 * Looks for a copy, asks for one where nobody has, and leaves a look for later where it is not there yet. Each look is a job
 * of its own, so that nothing waits meanwhile, and whatever kills a worker loses at most one answer.
 */
async function archive(job: RunningJob, { archive: { ask, look } }: Witnesses): Promise<void> {
  const capture = await captureToWitness(job.db, job.actor, idOf(job.captureId));
  const { id, askedFor: link, takenAt } = capture;
  if (link === null) refuse('conflict', 'capture-not-of-link');
  const { asked, tries } = archiveJob.parse(job.input);
  const later = (seconds: number, input: ArchiveJob, last: Saying | null) =>
    transact(job.db, async (tx) => {
      await job.finish(tx, { captureId: id });
      await addArchive(tx, job.actor, capture, input, { afterSeconds: seconds, last });
    });
  const putOff = AGAIN[tries];
  // A source that is kept to some is nothing to tell the world of. One that was just pasted may be cited soon, for all to see.
  if (!(await isKnownToAll(job.db, capture.sourceId)))
    return putOff === undefined
      ? refuse('forbidden', 'archive-kept-close')
      : later(putOff, { tries: tries + 1, asked }, say('archive-kept-close'));
  await job.progress('asking');
  const since = new Date(takenAt.getTime() - BEFORE_MS);
  let { copy, why } = await look({ link, ticket: asked?.ticket ?? null, since }, job.signal);
  let state = asked;
  if (copy === null && state === null) {
    const outcome = await ask(link, job.signal);
    if (!outcome.ok && outcome.code === 'archive-too-often' && putOff !== undefined)
      return later(putOff, { tries: tries + 1, asked: null }, say('archive-too-often'));
    const answer = granted(outcome);
    ({ copy, why } = answer);
    state = { ticket: answer.ticket, looks: 0 };
  }
  if (copy === null) {
    const { ticket, looks } = state ?? { ticket: null, looks: 0 };
    const wait = LOOKS[looks];
    if (wait !== undefined) return later(wait, { tries, asked: { ticket, looks: looks + 1 } }, why);
    throw new AppError({ ok: false, reason: 'not-found', ...(why ?? say('archive-not-there')) });
  }
  const found = copy;
  await transact(job.db, async (tx) => {
    await keepArchive(tx, job.actor, id, found);
    await job.finish(tx, { captureId: id });
  });
}
