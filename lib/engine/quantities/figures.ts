/**
 * One figure, with its currency, number, unit and rate.
 */

import { UNIT_WORDS } from '../lexicon/units.ts';
import type { Modifier } from '../types.ts';
import type { TagAt } from './nouns.ts';
import { type NumberReading, tidy } from './number-words.ts';
import { readNumber } from './numbers.ts';
import { isDash, type Word } from './scan.ts';
import { currencyAt, distantBase, rateBase, type UnitReading, unitOf } from './units.ts';

type Words = readonly Word[];

export type Figure = {
  /** Where the number itself stands, behind currency and sign. */
  readonly at: number;
  readonly number: NumberReading;
  readonly unit: UnitReading;
  readonly currency: string | null;
  /** The base of its rate: "barrel", "100,000 people". */
  readonly per: string | null;
  readonly range: readonly [number, number] | null;
  /** Two numbers of a vote or a match, in the order of the text: "52-48". */
  readonly tally: readonly [number, number] | null;
  readonly next: number;
};

/** A figure with what stands around it, by word index. */
export type Draft = {
  readonly at: number;
  readonly next: number;
  readonly figure: Figure;
  readonly modifier: Modifier | null;
  readonly per: string | null;
  readonly signed: 'up' | 'down' | null;
};

/** What may go with what in one figure, and the sizes within a family. */
const SIZES: Readonly<Record<string, readonly [family: string, size: number]>> = {
  hour: ['clock', 3600],
  minute: ['clock', 60],
  second: ['clock', 1],
  year: ['calendar', 12],
  month: ['calendar', 1],
  foot: ['length', 12],
  inch: ['length', 1],
};
const SMALL_MONEY: Readonly<Record<string, string>> = {
  cent: 'USD EUR AUD CAD NZD SGD HKD',
  cents: 'USD EUR AUD CAD NZD SGD HKD',
  pence: 'GBP',
  p: 'GBP',
};

/** "3 dollars and 50 cents": one sum. */
function sum(words: Words, number: NumberReading, unit: UnitReading): Pick<Figure, 'number' | 'unit' | 'next'> | null {
  if (unit.kind !== 'money' || unit.unit === null || !Number.isInteger(number.value)) return null;
  const from = words[unit.next]?.lower === 'and' ? unit.next + 1 : unit.next;
  const small = words[from];
  const coin = words[from + 1];
  if (small?.kind !== 'number' || !(small.value > 0 && small.value < 100) || coin === undefined) return null;
  if (!(SMALL_MONEY[coin.lower] ?? '').includes(unit.unit)) return null;
  const next = from + 2;
  return { number: { ...number, value: tidy(number.value + small.value / 100), next }, unit: { ...unit, next }, next };
}

/** "14:18.6": a time run rather than a time of day, since it has tenths. */
function clocked(words: Words, at: number): Figure | null {
  const [minutes, colon, seconds] = [words[at], words[at + 1], words[at + 2]];
  if (minutes?.kind !== 'number' || colon?.text !== ':' || colon.spaced || seconds?.kind !== 'number' || seconds.spaced)
    return null;
  const long = marathon(words, at);
  if (long !== null) return long;
  if (!Number.isInteger(minutes.value) || seconds.text.indexOf('.') !== 2 || !(seconds.value < 60)) return null;
  const next = at + 3;
  const value = tidy(60 * minutes.value + seconds.value);
  const number: NumberReading = { value, low: null, high: null, scale: 1, form: 'digits', next };
  const unit: UnitReading = { unit: 'second', kind: 'measure', next, noun: null };
  return { at, number, unit, currency: null, per: null, range: null, tally: null, next };
}

/** "won in 2:03:45": hours, minutes and seconds of a race. */
function marathon(words: Words, at: number): Figure | null {
  const parts = [words[at], words[at + 2], words[at + 4]];
  const glued = [at + 1, at + 3].every((i) => words[i]?.text === ':' && words[i]?.spaced === false);
  if (!glued || parts.some((part) => part?.kind !== 'number' || part.value >= 60)) return null;
  const [hours, minutes, seconds] = parts.map((part) => part?.value ?? 0);
  const next = at + 5;
  const value = tidy(3600 * (hours ?? 0) + 60 * (minutes ?? 0) + (seconds ?? 0));
  const number: NumberReading = { value, low: null, high: null, scale: 1, form: 'digits', next };
  const unit: UnitReading = { unit: 'second', kind: 'measure', next, noun: null };
  return { at, number, unit, currency: null, per: null, range: null, tally: null, next };
}

const unitNamed = (word: Word | undefined): string =>
  word === undefined ? '' : (UNIT_WORDS.get(word.lower) ?? (word.text === 'in' && !word.spaced ? 'inch' : ''));

/** "14 minutes 18.6 seconds", "two hours and five minutes", "three years and four months": one figure in the smaller unit. */
function compound(
  words: Words,
  number: NumberReading,
  unit: UnitReading,
): Pick<Figure, 'number' | 'unit' | 'next'> | null {
  const [family, size] = SIZES[unit.unit ?? ''] ?? ['', 0];
  if (size <= 1 || number.low !== null) return null;
  const from = /^(?:and|,)$/.test(words[unit.next]?.lower ?? '') ? unit.next + 1 : unit.next;
  const less = readNumber(words, from, false);
  if (less === null || less.form === 'fraction' || less.form === 'ratio' || less.low !== null) return null;
  const name = unitNamed(words[less.next]);
  const [same, part] = SIZES[name] ?? ['', 0];
  if (same !== family || part >= size || less.value * part >= size) return null;
  const next = less.next + 1;
  const value = tidy((number.value * size) / part + less.value);
  const both = { ...number, value, next };
  const smaller: UnitReading = { unit: name, kind: 'measure', next, noun: null };
  return compound(words, both, smaller) ?? { number: both, unit: smaller, next };
}

/** "-£40m": the sign before the currency. */
function signedCurrency(words: Words, at: number): { code: string; next: number; minus: true } | null {
  if (!isDash(words[at]) || words[at]?.spaced !== true || words[at + 1]?.spaced !== false) return null;
  const currency = currencyAt(words, at + 1);
  return currency === null ? null : { ...currency, minus: true };
}

/**
 * The figure that starts at `at`, with its currency before it.
 * @param lent the currency of a figure before it, where it has none of its own: "$2-3m"
 */
export function readFigure(
  text: string,
  words: Words,
  at: number,
  tagAt: TagAt | null,
  lent: string | null = null,
): Figure | null {
  const opposite = /^(?:negative|minus)$/.test(words[at]?.lower ?? '') && currencyAt(words, at + 1) !== null;
  if (opposite) {
    const figure = readFigure(text, words, at + 1, tagAt);
    return figure === null ? null : { ...figure, number: { ...figure.number, value: -figure.number.value } };
  }
  const own: { code: string; next: number; minus?: true } | null = currencyAt(words, at) ?? signedCurrency(words, at);
  const currency = own ?? (lent === null ? null : { code: lent, next: at });
  let start = currency === null ? at : currency.next;
  const minus = isDash(words[start]) || words[start]?.lower === 'minus';
  const negative =
    minus &&
    !(words[start - 1]?.lower === 'or' && words[start - 2]?.lower === 'plus') &&
    (words[start]?.spaced === true || own !== null || words[start - 1]?.text === '(') &&
    (words[start + 1]?.spaced === false || words[start]?.lower === 'minus');
  if (negative) start += isDash(words[start + 1]) ? 2 : 1;
  const timed = currency === null ? clocked(words, start) : null;
  if (timed !== null) return timed;
  const read = readNumber(words, start, currency !== null);
  if (read === null || !Number.isFinite(read.value)) return null;
  if (negative && (read.form !== 'digits' || words[start]?.kind !== 'number')) return null;
  const number = negative || own?.minus === true ? { ...read, value: -read.value } : read;
  const unit = unitOf(text, words, number, currency?.code ?? null, tagAt);
  const range = number.low !== null && number.high !== null ? ([number.low, number.high] as const) : null;
  const long = compound(words, number, unit) ?? sum(words, number, unit);
  if (long !== null)
    return { at: start, ...long, currency: currency?.code ?? null, per: null, range: null, tally: null };
  const bare = unit.kind === 'none' && words[unit.next]?.lower !== 'per' && words[unit.next + 1]?.lower !== 'every';
  const rate = bare ? null : rateBase(text, words, unit.next, tagAt);
  const next = rate?.next ?? unit.next;
  return {
    at: start,
    number,
    unit,
    currency: currency?.code ?? null,
    per: rate?.per ?? (bare ? null : distantBase(words, next)),
    range,
    tally: null,
    next,
  };
}
