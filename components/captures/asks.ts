import type { JobKind } from '#lib/jobs/types.ts';
import { archiveCapture, recheckCapture, stampCapture } from '#lib/sources/actions-captures.ts';
import type { CaptureDTO, CaptureJobDTO, SourceCapturesDTO } from '#lib/sources/types-captures.ts';

/** What is asked of others about a capture that is there, by the kind of the job that does it. */
const ASKS = { recheck: recheckCapture, stamp: stampCapture, archive: archiveCapture } as const satisfies Partial<
  Record<JobKind, typeof recheckCapture>
>;
export type Ask = keyof typeof ASKS;

export const isAsk = (kind: JobKind): kind is Ask => kind in ASKS;
export const askOf = (kind: Ask, id: string) => ASKS[kind]({ id });

/** Those who may be asked to bear witness to a capture: the desk wants it, nobody has yet, and nobody is being asked. */
export const witnessesFor = (
  { id, askedFor, erased, stamp, archived }: CaptureDTO,
  { witnesses, jobs }: Pick<SourceCapturesDTO, 'witnesses' | 'jobs'>,
): Exclude<Ask, 'recheck'>[] => {
  const isAsked = (asked: Ask) => jobs.some((job) => job.kind === asked && job.captureId === id);
  if (erased) return [];
  return [
    ...(witnesses.stamp && !stamp && !isAsked('stamp') ? (['stamp'] as const) : []),
    ...(witnesses.archive && askedFor !== null && !archived && !isAsked('archive') ? (['archive'] as const) : []),
  ];
};

/** Work on one capture that is there. */
export const jobsOn = (capture: CaptureDTO, jobs: readonly CaptureJobDTO[]): CaptureJobDTO[] =>
  jobs.filter(({ kind, captureId }) => isAsk(kind) && captureId === capture.id);
