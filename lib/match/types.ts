import type { EngineClaim } from '#lib/engine/types.ts';

/** What is needed of a claim to compare it; an `EngineClaim` is one as it stands. */
export type MatchClaim = Pick<
  EngineClaim,
  'quote' | 'statement' | 'kind' | 'polarity' | 'factuality' | 'claimant' | 'quantities' | 'times' | 'entities'
>;

/** A claim with its place. Two claims that overlap in one document are parts of one another and are not compared. */
export type PlacedClaim = MatchClaim & {
  readonly start?: number;
  readonly end?: number;
  /** Any name for the text it stands in; claims without one are taken to be of one text. */
  readonly document?: string;
};

/**
 * How the first claim stands to the second.
 * - `same`: a check of one is a check of the other.
 * - `more precise`, `less precise`: one says what the other says, and more exactly ("30,000" beside "thousands").
 * - `tension`: the same fact with another figure, date, origin or with a "not".
 * - `related`: about the same thing.
 */
export type Relation = 'same' | 'more precise' | 'less precise' | 'tension' | 'related';

export type Match = {
  readonly relation: Relation | null;
  /** 0 to 1: how much the two have in common. Not a probability. */
  readonly score: number;
  /** What decided, in words. */
  readonly because: readonly string[];
};

/** `a` and `b` are positions in the list that was given; `a < b`, and `relation` reads from `a` to `b`. */
export type Pair = { readonly a: number; readonly b: number; readonly relation: Relation } & Omit<Match, 'relation'>;
