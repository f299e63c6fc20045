/** What a claim's kind is told from, and what is asked of it in more than one place. */
import type { VerbGroup } from '../clauses/verbs.ts';
import type { ClaimKind, Quantity, Time, Token } from '../types.ts';

/** What a clause is judged by. `words` is the claim's own text, folded; `before` is its subject. */
export type KindEvidence = {
  readonly words: string;
  /** Where `words` starts in the text. */
  readonly start: number;
  readonly subject: string;
  readonly verb: VerbGroup | null;
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
  readonly times: readonly Time[];
  readonly quoted: boolean;
  /** Somebody is said to expect it. */
  readonly foretold: boolean;
  /** Whoever expects it is a person, or many who trade or comment. */
  readonly guessed: boolean;
  /** It is what somebody is said to believe, feel or hope. */
  readonly believed: boolean;
  /** Who says it: an official's "will" is a plan, an expert's a forecast. */
  readonly speaker: 'author' | 'official' | 'expert' | 'document';
};

export type KindVerdict = {
  readonly kind: ClaimKind;
  readonly reason: string;
  readonly hedged: boolean;
  readonly negated: boolean;
  /** The kind it has if it can be checked after all. */
  readonly ifFact: ClaimKind;
};

export const COPULA: ReadonlySet<string> = new Set([
  'is',
  'are',
  'am',
  'was',
  'were',
  "'s",
  "'re",
  "'m",
  'be',
  'been',
  'become',
  'became',
  'becomes',
  'remain',
  'remains',
  'remained',
]);

/** "One gate" is hardly a figure, "no details" none; "one percent" is one. */
export const measured = (quantities: readonly Quantity[]): boolean =>
  quantities.some(
    ({ rank, value, unit }) => !rank && ((value !== 1 && value !== 0) || /^(?:percent.*|[A-Z]{3})$/.test(unit ?? '')),
  );

/** A kind, and why. */
export type Verdict = readonly [ClaimKind, string];
