import type { BlockRole, Suggestion } from '#lib/engine/types.ts';

export const MODES = ['one', 'open', 'blind'] as const;
export type SecondReaderMode = (typeof MODES)[number];
export const ACCESS = ['desk', 'named'] as const;
export type Access = (typeof ACCESS)[number];

/** How an article's text came in. */
export const REVISION_ORIGINS = ['paste', 'file', 'link', 'command', 'undo', 'sample'] as const;
export type RevisionOrigin = (typeof REVISION_ORIGINS)[number];

export type BlockDTO = { readonly start: number; readonly end: number; readonly role: BlockRole };
export type SentenceDTO = {
  readonly start: number;
  readonly end: number;
  readonly suggestion: Suggestion;
  readonly reason: string;
};

export type ArticleDTO = {
  readonly id: string;
  readonly version: number;
  readonly headline: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly link: string | null;
  /** Local date, YYYY-MM-DD. */
  readonly publishedOn: string | null;
  /** ISO instant. */
  readonly dueAt: string | null;
  readonly mode: SecondReaderMode;
  readonly access: Access;
  readonly memberIds: readonly string[];
  readonly archived: boolean;
  readonly createdAt: string;
};

export type RevisionDTO = {
  readonly id: string;
  readonly number: number;
  readonly language: string;
  readonly sha256: string;
  readonly text: string;
  readonly blocks: readonly BlockDTO[];
  readonly sentences: readonly SentenceDTO[];
  readonly origin: RevisionOrigin;
  readonly engineVersion: string;
  readonly createdAt: string;
  readonly createdBy: string | null;
};

export type SentenceMarkDTO = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly byId: string | null;
};

/** A row of the lists: the desk's, and all articles. */
export type ArticleRowDTO = {
  readonly id: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly publishedOn: string | null;
  readonly dueAt: string | null;
  readonly access: Access;
  readonly archived: boolean;
  readonly revisionNumber: number;
  readonly sentencesTotal: number;
  readonly sentencesRead: number;
  readonly claims: {
    readonly total: number;
    readonly open: number;
    readonly inReview: number;
    readonly awaiting: number;
    readonly disputed: number;
    readonly settled: number;
    readonly stale: number;
  };
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

/** A row of an article's revisions. */
export type RevisionRowDTO = {
  readonly id: string;
  readonly number: number;
  readonly origin: RevisionOrigin;
  readonly createdAt: string;
  readonly createdBy: string | null;
};
