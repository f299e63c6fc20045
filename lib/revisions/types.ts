import type { FoundInFile } from '#lib/ingest/article.ts';
import type { JobDTO } from '#lib/jobs/types.ts';

export type { FoundInFile };

/** A text or a file as it was read, before anything is saved: what it says of itself is for a person to see and mend. */
export type ReadTextDTO = {
  readonly text: string;
  /** Empty where nothing tells it. */
  readonly headline: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** Local date, YYYY-MM-DD. */
  readonly publishedOn: string | null;
  readonly link: string | null;
  readonly language: string;
  /** What else was in the file; null for words that were pasted. */
  readonly found: FoundInFile | null;
  /** The article in which the very same text already stands. */
  readonly known: { readonly id: string; readonly headline: string } | null;
};

/** What a new text would do to one claim. */
export type PreviewedClaimDTO = {
  readonly id: string;
  readonly number: number;
  readonly statement: string;
  readonly isSettled: boolean;
  readonly isExcluded: boolean;
  readonly state: 'unchanged' | 'moved' | 'context_changed' | 'changed' | 'lost';
  readonly before: string;
  readonly after: string | null;
  /** In the new text; both null where lost. */
  readonly start: number | null;
  readonly end: number | null;
  /** A suggested wording now stands where the claim's words were. */
  readonly isFixApplied: boolean;
};

/** A revision before it is taken: what would stay, move, go stale or be lost, and what is new. */
export type RevisionPreviewDTO = {
  readonly basedOn: string;
  readonly basedOnNumber: number;
  readonly isSameText: boolean;
  readonly language: string;
  readonly counts: Readonly<Record<'unchanged' | 'moved' | 'context_changed' | 'changed' | 'lost' | 'fresh', number>>;
  readonly claims: readonly PreviewedClaimDTO[];
  readonly fresh: readonly {
    readonly start: number;
    readonly end: number;
    readonly statement: string;
    readonly quote: string;
  }[];
  readonly before: string;
  readonly after: string;
  readonly marksKept: number;
  readonly marksTotal: number;
};

/** An article whose text is still being fetched or read. */
export type ArrivalDTO = {
  readonly id: string;
  readonly version: number;
  readonly headline: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly link: string | null;
  readonly archived: boolean;
  readonly addedBy: string | null;
  readonly createdAt: string;
  /** The last job that was to bring the text; null where none is kept. */
  readonly job: Pick<JobDTO, 'id' | 'state' | 'step' | 'error' | 'cancelAsked'> | null;
  readonly may: { readonly add: boolean; readonly edit: boolean; readonly cancel: boolean };
  /** What there is to read already; `isCut`: more than is shown. */
  readonly text: string | null;
  readonly isCut: boolean;
};
