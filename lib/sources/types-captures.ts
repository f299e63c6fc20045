import type { DocumentKind, ReadDocument, Stretch } from '#lib/ingest/read/types.ts';
import type { JobDTO } from '#lib/jobs/types.ts';

export type {
  Detail as DetailDTO,
  DocumentDetails as DetailsDTO,
  DocumentKind,
  DocumentNote as NoteDTO,
  Place as PlaceDTO,
  Stretch as StretchDTO,
  TrackedChange as TrackedChangeDTO,
} from '#lib/ingest/read/types.ts';

/** 25 MB: what a file that is kept as a capture may hold. */
export const MAX_CAPTURE_BYTES = 25 * 1024 * 1024;

export const CHECK_OUTCOMES = ['same', 'changed', 'gone'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** Where one stretch that evidence quotes stood, and where it stands; null where nothing like it is left. */
export type StretchCheck = {
  readonly evidenceId: string;
  /** `same`: its words stand there still, in a document that may have changed elsewhere. */
  readonly outcome: CheckOutcome;
  readonly before: Stretch;
  readonly after: Stretch | null;
};

/** What a re-check found of one stretch that evidence quotes. */
export type QuotedStretchDTO = {
  readonly evidenceId: string;
  readonly outcome: CheckOutcome;
  /** The words as they were, with a little around them, and as they are now; null where nothing like them is left. */
  readonly before: string;
  readonly after: string | null;
  /** The diff of the two, in order. */
  readonly diff: readonly { readonly text: string; readonly kind: 'same' | 'added' | 'removed' }[];
};

export type CheckDTO = {
  readonly id: string;
  readonly captureId: string;
  /** ISO instant. */
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly outcome: CheckOutcome;
  readonly nextCaptureId: string | null;
  /** Of the evidence that the reader may see. */
  readonly stretches: readonly QuotedStretchDTO[];
};

/** What a source said at one time. */
export type CaptureDTO = {
  readonly id: string;
  readonly sourceId: string;
  /** Counts within the source. */
  readonly number: number;
  /** Of its bytes, in lower-case hex. */
  readonly sha256: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Of a file that somebody brought. */
  readonly fileName: string | null;
  /** The address that was asked for, and the one that answered in the end. */
  readonly askedFor: string | null;
  readonly takenFrom: string | null;
  readonly takenBy: { readonly id: string; readonly name: string } | null;
  /** ISO instant. */
  readonly takenAt: string;
  readonly erased: {
    readonly at: string;
    readonly reason: string;
    readonly by: { readonly id: string; readonly name: string } | null;
  } | null;
  /** Null where its kind of bytes holds no text that Stet reads: a picture. */
  readonly reading: { readonly number: number; readonly readerVersion: string; readonly kind: DocumentKind } | null;
  /** A time-stamp authority has said that it saw the hash then, and what it calls itself. */
  readonly stamp: { readonly at: string; readonly by: string } | null;
  /** The Internet Archive's copy of its link, and when that was made. */
  readonly archived: { readonly address: string; readonly at: string } | null;
  readonly lastCheck: { readonly id: string; readonly at: string; readonly outcome: CheckOutcome } | null;
};

/** A capture's text as the reader beside the galley shows it, in the terms of `ReadDocument`. */
export type CaptureTextDTO = Omit<ReadDocument, 'kind' | 'text'> & { readonly text: string };

/** Words of a capture that a claim's evidence quotes, of what the reader may see. */
export type EvidenceStretchDTO = Stretch & {
  readonly evidenceId: string;
  /** The evidence's number in its claim, and the claim's in its article. */
  readonly number: number;
  readonly claimId: string;
  readonly claimNumber: number;
  readonly articleId: string;
  readonly headline: string;
  /** Null where a blind verdict is pending and this reader may not know. */
  readonly stance: 'supports' | 'refutes' | 'context' | null;
};

/** A capture opened: `text` is null where it was erased, or holds none (a picture). */
export type OpenedCaptureDTO = {
  readonly capture: CaptureDTO;
  readonly source: { readonly id: string; readonly title: string; readonly link: string | null };
  readonly text: CaptureTextDTO | null;
  readonly evidence: readonly EvidenceStretchDTO[];
  readonly checks: readonly CheckDTO[];
};

/** A detail read off a capture that a field of the source does not hold yet: proposed, never taken by itself. */
export type DetailProposalDTO = {
  readonly field: 'title' | 'author' | 'publisher' | 'publishedOn' | 'updatedOn' | 'doi' | 'isbn';
  readonly value: string;
  readonly from: string;
};

/** Evidence that stands in a capture, of what the reader may see. */
export type CaptureUseDTO = Omit<EvidenceStretchDTO, 'stance' | 'start' | 'end'> & { readonly captureId: string };

/** Work on a source's captures: `fileName` of a file that is to be kept. */
export type CaptureJobDTO = JobDTO & { readonly fileName: string | null };

/** What a page of a source shows of its captures: the captures, newest first, and what is being done about them. */
export type SourceCapturesDTO = {
  readonly captures: readonly CaptureDTO[];
  readonly uses: readonly CaptureUseDTO[];
  /** What waits, runs, or has failed with nothing newer in its place; newest first. */
  readonly jobs: readonly CaptureJobDTO[];
  /** Read off the captures, for fields of the source that are empty: of several values the newest. */
  readonly proposals: readonly DetailProposalDTO[];
  /** Who may be asked, as the desk has chosen, to bear witness to captures. */
  readonly witnesses: { readonly stamp: boolean; readonly archive: boolean };
};

/** What a reader may do with captures; they cancel their own jobs, and with `cancelAll` anybody's. */
export type CaptureRightsDTO = {
  readonly readerId: string;
  readonly edit: boolean;
  readonly erase: boolean;
  readonly cancelAll: boolean;
};
