import type { JobDTO } from '#lib/jobs/types.ts';
import type { SourceDTO } from './types.ts';
import type { OpenedCaptureDTO } from './types-captures.ts';

/** A source as the reader beside the galley opens it. */
export type ReaderSourceDTO = {
  readonly source: SourceDTO;
  /** The capture asked for, or the newest that is kept; null while there is none. */
  readonly opened: OpenedCaptureDTO | null;
  /** A newer capture is kept than the one that was asked for. */
  readonly isOlder: boolean;
  /** The last capture that was asked for: while it waits or runs, and where it failed and nothing has come since. */
  readonly job: JobDTO | null;
};

/** What came of a link that somebody has put in: the source that it is now, or was before, and the job that captures it. */
export type LinkedSourceDTO = {
  readonly id: string;
  readonly title: string;
  readonly isNew: boolean;
  readonly jobId: string | null;
};
