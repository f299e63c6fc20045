import type { CaptureDTO, CaptureJobDTO } from './types-captures.ts';

export const isOpen = ({ state }: Pick<CaptureJobDTO, 'state'>): boolean => state === 'queued' || state === 'running';

/** What two jobs have in common of which the newer says how it stands: the link, a file of one name, or a capture looked at again. */
const subjectOf = ({ kind, fileName, captureId }: CaptureJobDTO): string =>
  `${kind} ${fileName ?? ''} ${captureId ?? ''}`;

/**
 * Of the jobs of a source, newest first, those that still say something: open ones, and failures with nothing newer in their place. That
 * captures are read anew is nobody's asking: an admin sees it in the list of all jobs.
 */
export function jobsToTell(jobs: readonly CaptureJobDTO[], captures: readonly CaptureDTO[]): CaptureJobDTO[] {
  const told = new Set<string>();
  return jobs.filter((job) => {
    const subject = subjectOf(job);
    const isOverdone = told.has(subject) || captures.some((capture) => comesAfter(capture, job));
    told.add(subject);
    return job.kind !== 'reread-capture' && (isOpen(job) || (job.state === 'failed' && !isOverdone));
  });
}

/** Whether a capture shows that what failed has been done since. */
function comesAfter(capture: CaptureDTO, job: CaptureJobDTO): boolean {
  const { id, takenAt, askedFor, fileName, lastCheck, stamp, archived, erased } = capture;
  if (job.kind === 'archive') return id === job.captureId && (archived !== null || erased !== null);
  if (job.kind === 'stamp') return id === job.captureId && (stamp !== null || erased !== null);
  if (job.kind === 'recheck') return id === job.captureId && lastCheck !== null && lastCheck.at > job.createdAt;
  const isAlike = job.fileName === null ? askedFor !== null : fileName === job.fileName;
  return isAlike && takenAt > job.createdAt;
}
