/** What is done in the background. Each has its handler in the `jobs.ts` of a domain, registered in lib/worker. */
export const JOB_KINDS = [
  'article',
  'reread',
  'feed',
  'inbox-folder',
  'clean-up',
  'mail',
  'capture',
  'recheck',
  'recheck-due',
  'stamp',
  'archive',
  'reread-capture',
  'foreign',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** How far a job is, in the words of `messages/…/jobs.ts`. */
export const JOB_STEPS = ['fetching', 'reading', 'claims', 'keeping', 'checking', 'asking'] as const;
export type JobStep = (typeof JOB_STEPS)[number];

/** A job as the person it runs for sees it, and an admin. */
export type JobDTO = {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly step: JobStep | null;
  /** Parts done of all parts, where it goes by parts. */
  readonly done: number | null;
  readonly all: number | null;
  /** What went wrong last, in words: of a job that failed, or that waits to be tried again. */
  readonly error: string | null;
  /** Null for the desk itself. */
  readonly for: { readonly id: string; readonly name: string } | null;
  readonly articleId: string | null;
  readonly sourceId: string | null;
  readonly captureId: string | null;
  /** What came of it, by its kind: of a capture and a re-check the capture's id; of what is counted, how many. */
  readonly result: {
    readonly captureId?: string;
    readonly checkId?: string;
    readonly outcome?: string;
    readonly counts?: Readonly<Record<string, number>>;
  } | null;
  readonly attempts: number;
  /** ISO instants. */
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly cancelAsked: boolean;
};

export type JobPage = {
  readonly rows: readonly JobDTO[];
  /** Leads on from the last row, where there is more. */
  readonly next: string | null;
};
