import type { BlockRole, Suggestion } from '#lib/engine/types.ts';
import type { DetailSource } from '#lib/ingest/read/types.ts';
import type { CanonicalText } from '#lib/platform/canonical.ts';
import type { QueryRule, SecondReaderMode } from '#lib/settings/types.ts';

export const ACCESS = ['desk', 'named'] as const;
export type Access = (typeof ACCESS)[number];

/** How an article's text came in. */
export const REVISION_ORIGINS = ['paste', 'file', 'link', 'command', 'undo', 'sample'] as const;
export type RevisionOrigin = (typeof REVISION_ORIGINS)[number];

declare const article: unique symbol;
/** A text that a revision can hold: canonical, bounded, and not without a word. */
export type ArticleText = CanonicalText & { readonly [article]: true };

export type BlockDTO = { readonly start: number; readonly end: number; readonly role: BlockRole };
export type SentenceDTO = {
  readonly start: number;
  readonly end: number;
  readonly suggestion: Suggestion;
  readonly reason: string;
};

/** What of an article's head a job may fill in from what it reads. */
export const HEAD_FIELDS = ['headline', 'outlet', 'byline', 'publishedOn', 'link'] as const;
export type HeadField = (typeof HEAD_FIELDS)[number];
/** What was filled in, and what it was read off. */
export type ReadOff = Readonly<Partial<Record<HeadField, { readonly value: string; readonly from: DetailSource }>>>;

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
  /** Whether open queries hold its claims. */
  readonly queries: QueryRule;
  /** Whether untouched minor claims hold their sentence as any other does. */
  readonly minorCounts: boolean;
  readonly access: Access;
  readonly memberIds: readonly string[];
  readonly archived: boolean;
  /** Its first text is still to come: until then nothing is done in it. */
  readonly isUnread: boolean;
  /** Of the fields that stand as a job has filled them in, what they were read off. */
  readonly readOff: Readonly<Partial<Record<HeadField, DetailSource>>>;
  readonly createdAt: string;
};

/** What one version of the engine made of one revision. */
export type ReadingDTO = {
  /** In the order in which they were made, from 1. */
  readonly number: number;
  readonly engineVersion: string;
  readonly blocks: readonly BlockDTO[];
  readonly sentences: readonly SentenceDTO[];
};

/** A revision as its present reading has it. */
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

/** A row of an article's revisions. */
export type RevisionRowDTO = {
  readonly id: string;
  readonly number: number;
  readonly origin: RevisionOrigin;
  readonly createdAt: string;
  readonly createdBy: string | null;
};

/** Days for which a guest's link lasts at most. */
export const MOST_GUEST_DAYS = 90;

/** A writer without an account, and what became of their link; instants are ISO. */
export type GuestDTO = {
  readonly id: string;
  readonly name: string;
  readonly until: string;
  readonly invitedBy: string;
  readonly openedAt: string | null;
  readonly ended: 'revoked' | 'past' | null;
};

/** A guest's link as it is shown, once. */
export type MadeGuestLink = { readonly url: string; readonly expiresAt: string };
