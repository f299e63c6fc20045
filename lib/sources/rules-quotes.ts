import type { PlacedDifference, QuoteDifference } from './types-captures.ts';

/** A side of a difference is told with so many characters at most. */
const LONGEST = 160;

/** Words cut to what is told of them. */
export const brief = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST).toWellFormed().trimEnd()} …`;

/** Differences in words, out of the text of the capture that they are in. */
export const differenceWords = (text: string, placed: readonly PlacedDifference[]): QuoteDifference[] =>
  placed.map(({ quote, at }) => ({ quote, source: at === null ? '' : brief(text.slice(at.start, at.end)) }));
