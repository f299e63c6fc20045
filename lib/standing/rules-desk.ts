/*
 * What the desk asks of the evidence before a claim is settled. Rules look at what lies beside the claim, never at stances: those may be hidden from
 * whoever is told that a rule is unmet, and whether a source bears a claim out is what the verdict says.
 */

import type { DeskRule, DeskRules, RuleStrength } from '#lib/settings/types.ts';
import { countOrigins, type OfOrigin } from './rules-origins.ts';

/** A rule that is not met: how strongly the desk asks, and how much of what it asks for is there. */
export type UnmetRule = {
  readonly rule: DeskRule;
  readonly strength: Exclude<RuleStrength, 'off'>;
  /**
   * Of a figure the secondary sources that are independent of one another; of a quotation the evidence that is none of the kinds; of a misdeed the people; of
   * what has to be opened the pieces that have been.
   */
  readonly has: number;
};

export type RuleClaim = {
  /** Figures that are no ranks: "92 passengers", not "the third-largest". */
  readonly hasFigure: boolean;
  readonly isQuotation: boolean;
  /** A person has flagged it: it says that somebody living has done wrong. */
  readonly isMisdeed: boolean;
};

export type RuleSource = OfOrigin & { readonly kind: string; readonly tier: 'primary' | 'secondary' };
/** What became of a piece's quotation when it was held against its capture; null where nothing is quoted or nothing is kept. */
export type RuleQuote = 'exact' | 'broken' | 'close' | 'not_found' | null;
export type RuleEvidence = {
  readonly aspect: 'content' | 'attribution';
  readonly quoteCheck: RuleQuote;
  readonly source: RuleSource;
};

/** Of the evidence that a verdict cites, how many pieces there are, and how many of them everybody who answers for it has opened. */
export type Openings = { readonly cited: number; readonly opened: number };
export const NOTHING_CITED: Openings = { cited: 0, opened: 0 };

/** So many independent secondary sources stand for a primary one; so many people answer for a misdeed. */
const SECONDARY = 2;
const PEOPLE = 2;
/** Where somebody's words are kept as they were said. A page is one where it is the speaker's or the body's own. */
const KEEPS_WORDS: ReadonlySet<string> = new Set(['recording', 'document', 'report']);

/**
 * The rules that are not met, in the order in which they are told. Pure.
 *
 * @param people how many answer for the verdict, as far as it has come
 */
export function unmetRules(
  claim: RuleClaim,
  evidence: readonly RuleEvidence[],
  people: number,
  rules: DeskRules,
  { cited, opened }: Openings = NOTHING_CITED,
): UnmetRule[] {
  const content = evidence
    .filter(({ aspect, quoteCheck }) => aspect === 'content' && quoteCheck !== 'not_found')
    .map(({ source }) => source);
  const independent = countOrigins(content);
  const hasWords = evidence.some(({ source, quoteCheck }) => keepsWords(source) && saysSo(quoteCheck));
  const found: readonly (readonly [DeskRule, boolean, number])[] = [
    [
      'figure',
      claim.hasFigure && !content.some(({ tier }) => tier === 'primary') && independent < SECONDARY,
      independent,
    ],
    ['quotation', claim.isQuotation && !hasWords, evidence.length],
    ['misdeed', claim.isMisdeed && people < PEOPLE, people],
    ['opened', opened < cited, opened],
  ];
  return found.flatMap(([rule, isUnmet, has]) => {
    const strength = rules[rule];
    return isUnmet && strength !== 'off' ? { rule, strength, has } : [];
  });
}

export const refusing = (unmet: readonly UnmetRule[]): boolean => unmet.some(({ strength }) => strength === 'refuse');

/** Whether a capture holds the words that are quoted from it, as far as it was asked: "close" are other words than it holds. */
const saysSo = (check: RuleQuote): boolean => check !== 'not_found' && check !== 'close';

/** Whether a source keeps somebody's words as they were said. */
export const keepsWords = ({ kind, tier }: Pick<RuleSource, 'kind' | 'tier'>): boolean =>
  KEEPS_WORDS.has(kind) || (kind === 'page' && tier === 'primary');

/** Somebody's words, not a term in marks: so many words at least. */
const QUOTED = 3;
const MARKS = /[“„«](?<double>[^“”„«»]+)[”“»]|"(?<straight>[^"]+)"|(?<![\p{L}\d])‘(?<single>(?:[^‘’]|’(?=\p{L}))+)’/gu;

/** Whether a claim is somebody's words as they were said: some of them stand in quotation marks within it, or it within such marks. */
export const isQuotation = (quote: string, sentence: string): boolean => quotedWords(quote, sentence).length > 0;

/** The words in quotation marks that a claim holds, or stands in, without the marks and in the order of the sentence. */
export function quotedWords(quote: string, sentence: string): string[] {
  const at = quote === '' ? -1 : sentence.indexOf(quote);
  const around = at === -1 ? quote : sentence;
  const [start, end] = at === -1 ? [0, quote.length] : [at, at + quote.length];
  return [...around.matchAll(MARKS)].flatMap((match) => {
    const words = match.groups?.double ?? match.groups?.straight ?? match.groups?.single ?? '';
    const isOf = match.index < end && match.index + match[0].length > start;
    return isOf && (words.match(/[\p{L}\d]+/gu)?.length ?? 0) >= QUOTED ? [words.trim()] : [];
  });
}
