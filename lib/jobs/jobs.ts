import type { Actor } from '#lib/access/types.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import type { JobDTO, JobKind, JobStep } from './types.ts';

/** A job while it runs, as its handler sees it. */
export type RunningJob = {
  readonly id: string;
  readonly kind: JobKind;
  /** As it was put in: to be parsed. */
  readonly input: unknown;
  readonly articleId: string | null;
  readonly sourceId: string | null;
  readonly captureId: string | null;
  readonly db: Db;
  /** The person it runs for, with the rights they have now. */
  readonly actor: Actor;
  /** Fires when it has been cancelled, takes too long, or the worker ends. */
  readonly signal: AbortSignal;
  /** Tells people how far it is. */
  readonly progress: (step: JobStep, parts?: { readonly done: number; readonly all: number }) => Promise<void>;
  /**
   * Says, inside the one transaction that has the job's effect and as its last step, that it is done. Throws Overtaken where
   * that is no longer this run's to say: the transaction leaves nothing then.
   */
  readonly finish: (tx: Tx, result?: NonNullable<JobDTO['result']>) => Promise<void>;
};

/**
 * What does the jobs of a kind. It may be begun several times, and be killed at any point: whatever it changes it changes in one
 * transaction that calls `finish`. A refusal ends the job and is told; trouble, and what nobody expected, is tried again.
 */
export type JobHandler = {
  /** How long one run may take. */
  readonly seconds: number;
  readonly run: (job: RunningJob) => Promise<void>;
};

/** Somebody else has the job by now, or it has been cancelled. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}
