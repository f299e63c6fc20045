/**
 * Readers for the parts of a year: quarters and halves, seasons.
 */

import { PARTS, SEASONS } from '../lexicon/calendar.ts';
import { ORDINAL_ENDINGS, ORDINALS } from '../lexicon/number-words.ts';
import { isDash, type Word } from '../quantities/scan.ts';
import { glued, mark, yearAt, yearBehind } from './dates.ts';
import type { Reading, Shift, TimeForm } from './forms.ts';

type Words = readonly Word[];

const NTH_OTHER: ReadonlyMap<string, number> = new Map([
  ['final', 4],
  ['last', 4],
]);

/** "The first quarter", "second-quarter", "Q3 2018", "the first half of 2019". */
export function readQuarter(words: Words, at: number): Reading | null {
  const word = words[at];
  if (word === undefined) return null;
  if (word.kind === 'word' && word.lower.length === 2 && /^[qh][1-4]$/.test(word.lower)) {
    const nth = Number(word.lower[1]);
    const count = word.lower[0] === 'q' ? 4 : 2;
    if (nth > count) return null;
    const year = yearOfFraction(words, at + 1);
    return { form: { kind: 'fraction', nth, count, year: year.year, yearShift: year.shift }, next: year.next };
  }
  const digits = word.kind === 'number' && ORDINAL_ENDINGS.has(words[at + 1]?.lower ?? '') && glued(words[at + 1]);
  const nth = digits
    ? word.value
    : (ORDINALS.get(word.lower) ??
      (words[at - 1]?.lower === 'the' && words[at + 2]?.lower === 'of' ? NTH_OTHER.get(word.lower) : undefined));
  if (nth === undefined) return null;
  let i = digits ? at + 2 : at + 1;
  if (isDash(words[i])) i++;
  const noun = words[i]?.lower;
  if (noun !== 'quarter' && noun !== 'qtr' && noun !== 'half') return null;
  const count = noun === 'half' ? 2 : 4;
  if (nth > count) return null;
  // "its fiscal third quarter": houses differ in when their years begin
  const isFiscal = words[at - 1]?.lower === 'fiscal' || words[i + 1]?.lower === 'fiscal';
  if (isFiscal && yearOfFraction(words, i + 1).year === null) return { form: { kind: 'loose' }, next: i + 1 };
  if (
    words[i + 1]?.lower === 'of' &&
    words[i + 2]?.lower === 'the' &&
    /^(?:game|match|season|final|contest)$/.test(words[i + 3]?.lower ?? '')
  )
    return null;
  if (isDash(words[i + 1]) && words[i + 2]?.lower === 'century') return null;
  // "1985's fourth quarter"
  const owner = words[at - 1]?.lower === "'s" ? yearAt(words, at - 2) : null;
  if (owner !== null) return { form: { kind: 'fraction', nth, count, year: owner, yearShift: null }, next: i + 1 };
  const year = yearOfFraction(words, i + 1);
  // a half without its year is as often a match's as a year's
  if (count === 2 && year.year === null && year.shift === null) return null;
  return { form: { kind: 'fraction', nth, count, year: year.year, yearShift: year.shift }, next: year.next };
}

const COUNTS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven'.split(' ').map((word, i): [string, number] => [word, i + 2]),
);

/** "The first nine months of 2025", "the last three months of the year". */
export function readMonths(words: Words, at: number): Reading | null {
  if (words[at + 2]?.lower !== 'months' || words[at + 3]?.lower !== 'of') return null;
  const count = words[at + 1];
  const n = COUNTS.get(count?.lower ?? '') ?? count?.value ?? 0;
  const { year, shift, next } = yearOfFraction(words, at + 3);
  if (!(n >= 2 && n <= 11) || (year === null && shift === null)) return null;
  const month = (which: number): TimeForm => ({
    kind: 'month',
    year,
    month: which,
    shift: null,
    part: null,
    yearShift: shift,
  });
  const isFirst = /^(?:first|opening)$/.test(words[at]?.lower ?? '');
  return { form: { kind: 'range', from: month(isFirst ? 1 : 13 - n), to: month(isFirst ? n : 12) }, next };
}

/** "Of 2019", "2019", "of last year", "of the year" behind a quarter. */
function yearOfFraction(words: Words, at: number): { year: number | null; shift: Shift; next: number } {
  let i = at;
  if (mark(words[i], ',') || words[i]?.lower === 'of' || words[i]?.lower === 'in') i++;
  if (words[i]?.lower === 'fiscal') return { year: null, shift: null, next: at };
  const year = yearAt(words, i);
  if (year !== null) return { year, shift: null, next: i + 1 };
  const which = words[i]?.lower;
  if (words[i + 1]?.lower === 'year' && i > at) {
    if (which === 'the' || which === 'this') return { year: null, shift: 0, next: i + 2 };
    if (which === 'last') return { year: null, shift: -1, next: i + 2 };
    if (which === 'next') return { year: null, shift: 1, next: i + 2 };
  }
  return { year: null, shift: null, next: at };
}

/** "Summer 2016", "the spring of 2015", "the fall", "this winter". */
export function readSeason(words: Words, at: number): Reading | null {
  const word = words[at];
  const month = word?.kind === 'word' ? SEASONS.get(word.lower) : undefined;
  if (month === undefined) return null;
  const year = yearBehind(words, at + 1);
  if (year.year !== null)
    return { form: { kind: 'season', month, year: year.year, shift: null, part: null }, next: year.next };
  const before = words[at - 1]?.lower ?? '';
  const shift: Shift = before === 'last' ? -1 : before === 'next' ? 1 : before === 'this' ? 0 : null;
  if (shift !== null) return { form: { kind: 'season', month, year: null, shift, part: null }, next: at + 1 };
  const led =
    before === 'the' &&
    ['in', 'for', 'during', 'by', 'until', 'since', 'of', 'over', 'through'].includes(words[at - 2]?.lower ?? '');
  const parted = PARTS.has(before) || before === 'in';
  const next = words[at + 1];
  const ends =
    next === undefined ||
    next.kind === 'mark' ||
    (next.kind === 'word' && ['when', 'and', 'after', 'as', 'but', 'because', 'before'].includes(next.lower));
  if ((led || parted) && ends)
    return { form: { kind: 'season', month, year: null, shift: null, part: null }, next: at + 1 };
  return null;
}
