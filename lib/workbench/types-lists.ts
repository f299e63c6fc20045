import type { Access } from '#lib/articles/types.ts';
import type { NeedsDTO } from '#lib/needs/types.ts';
import type { ClaimMark, Coverage } from '#lib/standing/types.ts';
import type { LoadDTO } from './rules-risk.ts';

/** One page of articles; `next` leads on from its last row, where there is more. */
export type ArticlePage = { readonly rows: readonly ArticleRowDTO[]; readonly next: string | null };

/** An article by name alone, for going to it. */
export type ArticleNameDTO = {
  readonly id: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly archived: boolean;
};

/** A wording that a verdict suggests and nobody has decided on. */
export type OpenFixDTO = {
  readonly id: string;
  readonly articleId: string;
  readonly headline: string;
  readonly claimNumber: number;
  /** The words as they stand; null where they are lost. */
  readonly quote: string | null;
  readonly replacement: string;
};

/** The home page of one person. What they may not do is empty. */
export type DeskDTO = {
  readonly articles: ArticlePage;
  /** What needs them now. */
  readonly needs: NeedsDTO;
  /** How many claims stand in each line. */
  readonly lines: Readonly<Record<LineKind, number>>;
  /** What each person has to check, for who assigns. */
  readonly loads: readonly LoadDTO[];
  readonly fixes: { readonly rows: readonly OpenFixDTO[]; readonly more: boolean };
};

/** What claims of the desk wait for: a second reader, somebody to settle them, a fresh look, an answer. */
export const LINE_KINDS = ['second', 'disputed', 'stale', 'questions'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export type LineClaimDTO = {
  readonly id: string;
  readonly number: number;
  readonly statement: string;
  readonly mark: ClaimMark;
  readonly articleId: string;
  readonly headline: string;
  readonly dueAt: string | null;
  /** Whose it is to check. */
  readonly assignee: string | null;
};

/** The most pressing claims of a line, to be worked through from its head. */
export type LineDTO = { readonly kind: LineKind; readonly claims: readonly LineClaimDTO[]; readonly more: boolean };

/** A row of the lists: the desk's, and all articles. */
export type ArticleRowDTO = {
  readonly id: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly publishedOn: string | null;
  readonly dueAt: string | null;
  readonly access: Access;
  readonly archived: boolean;
  /** Null while its first text is still to come. */
  readonly revisionNumber: number | null;
  readonly coverage: Coverage;
  readonly claims: {
    readonly total: number;
    readonly open: number;
    readonly inReview: number;
    readonly awaiting: number;
    readonly disputed: number;
    readonly settled: number;
    readonly stale: number;
    readonly held: number;
    /** Of the core tier, those that are not dealt with. */
    readonly coreLeft: number;
    /** Nobody's to check, and not judged yet; untouched minor ones left out where they hold nothing. */
    readonly unassigned: number;
  };
  /** Questions that wait for their answer. */
  readonly questions: number;
  /** Names of people with claims of it that they have to check, up to four. */
  readonly people: readonly string[];
};
