import type { SentenceMarkDTO } from '#lib/articles/types.ts';
import type { ClaimantType, ClaimKind, Factuality, Polarity, Quantity, Tier, Time } from '#lib/engine/types.ts';

export const PROGRESS = ['open', 'in_review', 'awaiting_second_reader', 'disputed', 'settled'] as const;
export type Progress = (typeof PROGRESS)[number];
export type SettledBy = 'one' | 'two' | 'third';
export const ANCHOR_STATES = ['unchanged', 'moved', 'context_changed', 'changed', 'lost'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

/** How a claim is drawn: its line style, colour and margin mark. */
export const CLAIM_MARKS = [
  'open',
  'review',
  'await',
  'disputed',
  'stands',
  'unrated',
  'wrong',
  'stale',
  'excluded',
] as const;
export type ClaimMark = (typeof CLAIM_MARKS)[number];

export type ClaimantDTO = { readonly id: string; readonly name: string; readonly kind: ClaimantType };

/** A claim as the galley and the list show it. Everything that takes more reading is in `ClaimDetailDTO`. */
export type ClaimDTO = {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly version: number;
  readonly statement: string;
  /** UTF-16 code units in the present revision; both null where its words are lost. */
  readonly start: number | null;
  readonly end: number | null;
  readonly anchorState: AnchorState;
  readonly kind: ClaimKind;
  readonly claimant: ClaimantDTO;
  readonly checkworthiness: number;
  readonly tier: Tier;
  readonly origin: 'machine' | 'person';
  /** False while nobody has accepted or edited what the machine proposed. */
  readonly accepted: boolean;
  readonly assigneeId: string | null;
  /** A person has done anything to it. */
  readonly touched: boolean;
  readonly excluded: boolean;
  readonly withdrawn: boolean;
  readonly replaced: boolean;
  readonly progress: Progress;
  readonly settledBy: SettledBy | null;
  readonly stale: boolean;
  /** An open query keeps it from being dealt with. */
  readonly held: boolean;
  readonly mark: ClaimMark;
  /** The settled verdict's rating. */
  readonly ratingId: string | null;
  readonly evidenceCount: number;
  readonly openComments: number;
  /** Of these, threads that ask for an answer. */
  readonly openQueries: number;
  /** Of these, flags for legal attention. */
  readonly openLegal: number;
  /** A wording waits for a decision: a revision has changed the words that the claim stands on. */
  readonly hasProposal: boolean;
};

/** How the article says what a claim says: as so or not so, as fact or less, whose word it is, and who has passed it on. */
export type Said = {
  readonly polarity: Polarity;
  readonly factuality: Factuality;
  readonly claimant: { readonly name: string; readonly kind: ClaimantType };
  readonly via: string | null;
};

/** The engine's reading of the words that a claim has come to stand on; `statement` is null where it finds no claim in them. */
export type Proposal = {
  readonly revisionId: string;
  readonly statement: string | null;
  readonly figures: readonly Quantity[];
  readonly times: readonly Time[];
  /** Unknown to those of before it was proposed. */
  readonly said?: Said;
  /** The claim's own words are as they were: what stands around them has others say it, or otherwise. */
  readonly around?: true;
  /** The words that its wording is for, which its ends have left. Back on them, nobody is asked any more. */
  readonly left?: string;
};

/** `minor`: neither read nor unread, it holds untouched minor claims only. */
export const SENTENCE_STATES = ['unread', 'minor', 'read'] as const;
export type SentenceState = (typeof SENTENCE_STATES)[number];

/** How many of an article's sentences are in which state. */
export type Coverage = { readonly read: number; readonly minor: number; readonly total: number };

/** What a change did to the workbench: claims and marks as they now are, and marks that are gone. */
export type WorkbenchPatch = {
  readonly claims: readonly ClaimDTO[];
  readonly marks: readonly SentenceMarkDTO[];
  readonly marksGone: readonly string[];
};

export const ATTRIBUTION_FINDINGS = [
  'exact',
  'fair_paraphrase',
  'distorted',
  'misattributed',
  'not_established',
] as const;
export type AttributionFinding = (typeof ATTRIBUTION_FINDINGS)[number];
export const BASIS_PARTS = [
  'statement',
  'quote',
  'sentence',
  'claimant',
  'polarity',
  'factuality',
  'figures',
  'times',
  'withdrawn',
  'source',
  'stance',
  'aspect',
  'evidenceQuote',
  'locator',
  'note',
  'recheck',
] as const;
export type BasisPart = (typeof BASIS_PARTS)[number];

/** One thing that is no longer as the verdict saw it, both sides in words; of the claim, or of one piece of its evidence. */
export type BasisChange = {
  readonly what: BasisPart;
  readonly evidence: number | null;
  readonly before: string;
  readonly after: string;
};
