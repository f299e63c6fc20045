/**
 * Numbers in words: "two hundred and fifty thousand", "half a dozen", and the plurals that give no more than an order, "tens of thousands".
 */

import { CARDINALS, GROUPS, MAGNITUDES, VAGUE_PLURALS } from '../lexicon/number-words.ts';
import { isDash, type Word } from './scan.ts';

export type NumberReading = {
  readonly value: number;
  /** Set for words that only give an order: "thousands" is 2,000 to 10,000. */
  readonly low: number | null;
  readonly high: number | null;
  /** What the figure was multiplied by: 1,000,000 for "48.6 million". */
  readonly scale: number;
  readonly form: 'digits' | 'words' | 'vague' | 'fraction' | 'ratio' | 'group';
  /** Index of the first word not read. */
  readonly next: number;
};

type Words = readonly Word[];

/** A plain reading. */
export const reading = (value: number, next: number, form: NumberReading['form'], scale = 1): NumberReading => ({
  value,
  low: null,
  high: null,
  scale,
  form,
  next,
});

const vague = (size: number, times: number, next: number): NumberReading => ({
  value: 2 * size,
  low: 2 * size,
  high: times * size,
  scale: 1,
  form: 'vague',
  next,
});

/** 0.1 + 0.2 and its kin: figures are given as they are written. */
export const tidy = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : value);

export function skipDash(words: Words, at: number): number {
  return isDash(words[at]) && words[at]?.spaced === false && words[at + 1]?.spaced === false ? at + 1 : at;
}

/** "Dozens", "thousands", "tens of thousands", "several hundred", "a few thousand". */
export function readVague(words: Words, at: number): NumberReading | null {
  const first = words[at]?.lower ?? '';
  if (first === 'several' || first === 'few' || first === 'many') {
    const size = MAGNITUDES.get(words[at + 1]?.lower ?? '') ?? (words[at + 1]?.lower === 'dozen' ? 12 : undefined);
    return size === undefined || first === 'many' ? null : vague(size, 10, at + 2);
  }
  const size = VAGUE_PLURALS.get(first);
  if (size === undefined) return null;
  if (words[at + 1]?.lower === 'of') {
    const more = VAGUE_PLURALS.get(words[at + 2]?.lower ?? '');
    if (more !== undefined && more > size) return vague(size * more, 10, at + 3);
  }
  // "(in millions)" says how a table counts
  if (words[at - 1]?.lower === 'in' && words[at - 2]?.text === '(') return null;
  if (first === 'tens') return null;
  if (first === 'scores') return words[at + 1]?.lower === 'of' ? { ...vague(20, 5, at + 1) } : null;
  return first === 'dozens' ? { ...vague(12, 100 / 12, at + 1), high: 100 } : vague(size, 10, at + 1);
}

/** No number worth writing in words is longer; without a limit a run of "million million …" would be read again from each of its words. */
const MAX_NUMBER_WORDS = 24;

/** "Two hundred and fifty thousand", "twenty-five", "a hundred", "half a million". */
export function readWords(words: Words, at: number): NumberReading | null {
  let i = at;
  let total = 0;
  let current: number | null = null;
  let last = Number.POSITIVE_INFINITY;
  let scale = 1;
  const first = words[i]?.lower;
  if (
    (first === 'a' || first === 'an') &&
    (MAGNITUDES.has(words[i + 1]?.lower ?? '') || words[i + 1]?.lower === 'dozen')
  ) {
    current = 1;
    i++;
  }
  const most = Math.min(words.length, at + MAX_NUMBER_WORDS);
  while (i < most) {
    const word = words[i]?.lower ?? '';
    const small = CARDINALS.get(word);
    if (small !== undefined) {
      if (
        current === null ||
        (last >= 20 && last < 100 && last % 10 === 0 && small < 10 && small > 0) ||
        (last >= 100 && small < 100)
      ) {
        current = (current ?? 0) + small;
        last = small;
      } else break;
      i++;
    } else if (MAGNITUDES.has(word) && current !== null && current > 0) {
      const size = MAGNITUDES.get(word) ?? 1;
      if (size === 100) {
        if (current >= 100) break;
        current *= 100;
        last = 100;
      } else {
        total += current * size;
        current = 0;
        last = size;
        scale = size;
      }
      i++;
    } else if (
      word === 'and' &&
      current !== null &&
      last >= 100 &&
      (CARDINALS.get(words[i + 1]?.lower ?? '') ?? 100) < 100 &&
      !nounOfItsOwn(words, i + 1)
    ) {
      i++;
    } else if (current !== null && andAHalf(words, i) > i) {
      // "a million and a half" is half a million more
      if (current === 0 && last >= 1000) total += last / 2;
      else current += 0.5;
      i = andAHalf(words, i);
      last = 1;
    } else {
      const past = skipDash(words, i);
      if (past === i) break;
      const joined = words[past]?.lower ?? '';
      if (!(CARDINALS.has(joined) || MAGNITUDES.has(joined)) || current === null) break;
      i = past;
    }
  }
  if (current === null) return null;
  if (words[skipDash(words, i)]?.lower === 'dozen') i = skipDash(words, i);
  const group = GROUPS.get(words[i]?.lower ?? '');
  if (group !== undefined && (words[i]?.lower === 'dozen' || words[i]?.lower === 'score'))
    return reading((total + current) * group, i + 1, 'group');
  return reading(total + current, i, 'words', scale);
}

/** The end of "and a half", with hyphens or without; `at` where it does not stand there. */
function andAHalf(words: Words, at: number): number {
  let i = at;
  for (const part of ['and', 'a', 'half']) {
    i = skipDash(words, i);
    if (words[i]?.lower !== part) return at;
    i++;
  }
  return i;
}

/** In "a hundred and one dogs" the one belongs to the number; in "two hundred and one was hurt" it does not. Only the sure case is cut. */
const nounOfItsOwn = (words: Words, at: number): boolean =>
  words[at]?.lower === 'one' && /^(?:was|is|has|of)$/.test(words[at + 1]?.lower ?? '');
