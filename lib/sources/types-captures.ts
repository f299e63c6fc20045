import type { DocumentKind, ReadDocument, Stretch } from '#lib/ingest/read/types.ts';
import type { JobDTO } from '#lib/jobs/types.ts';
import type { WorkingKind } from './rules-working.ts';

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

/** How words were found in a capture (lib/anchor/quote-check.ts). */
export const QUOTE_MARKS = ['exact', 'broken', 'close', 'not_found'] as const;
export type QuoteMark = (typeof QUOTE_MARKS)[number];

/** In what a quotation differs from the capture: what each of the two says; empty where one of them says nothing there. */
export type QuoteDifference = { readonly quote: string; readonly source: string };

/** How words were found: `start` and `end` in UTF-16 code units of the text, null where they were not. */
export type QuoteFinding = {
  readonly check: QuoteMark;
  readonly start: number | null;
  readonly end: number | null;
  /** Where they were found, in words, where the locator that was typed with them names another place; null where it does not. */
  readonly standsAt: string | null;
  /** Of words that are close, and of those not found where a place may be meant; empty otherwise. */
  readonly difference: readonly PlacedDifference[];
};

/** A difference by the place where the capture says it: its words go with an erasure of it. Null where it says nothing there. */
export type PlacedDifference = { readonly quote: string; readonly at: Stretch | null };

/** A figure that goes into a working: its own words, where they stand, and the cell that holds them, if one does. */
export type WorkingInput = Stretch & {
  readonly words: string;
  /** Empty where the place has no name. */
  readonly locator: string;
  readonly cell: { readonly sheet: string | null; readonly table: number | null; readonly name: string } | null;
};

/** What is made of figures of one capture. What comes of it is worked out whenever it is shown. */
export type Working = { readonly kind: WorkingKind; readonly inputs: readonly WorkingInput[] };

/** A working as it is shown: `words` has all of it, "(1,204 − 988) ÷ 988 = 21.9 %". */
export type WorkingDTO = {
  readonly kind: WorkingKind;
  readonly inputs: readonly (WorkingInput & {
    /** What its cell says in a newer capture, where that is something else; empty where the cell is gone. */
    readonly now: string | null;
  })[];
  readonly words: string;
  /** The same with what the cells say now; null where nothing has changed, or nothing comes of it. */
  readonly now: string | null;
};

/** How words that an article has in quotation marks stand in what was kept of a piece of evidence. */
export type SaidDTO = {
  /** The evidence's number. */
  readonly evidence: number;
  readonly words: string;
  readonly check: QuoteMark;
  readonly difference: readonly QuoteDifference[];
  /** Null where they were not found. */
  readonly place: (Stretch & { readonly captureId: string }) | null;
};

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
