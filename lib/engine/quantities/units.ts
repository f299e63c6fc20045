/**
 * What a figure is a number of: a currency before it, a sign or a word behind it, the noun it counts, and the base of a rate.
 */

import { CURRENCY_NAMES, DOLLAR_OWNERS, SHY_SYMBOLS, SUBUNITS, SYMBOLS } from '../lexicon/currencies.ts';
import { RATE_BASES, SHY_SIGNS, TIME_UNITS, UNIT_SIGNS, UNIT_SIGNS_ANY_CASE, UNIT_WORDS } from '../lexicon/units.ts';
import { collective, type NounPhrase, nounPhrase, type TagAt } from './nouns.ts';
import type { NumberReading } from './number-words.ts';
import { readNumber } from './numbers.ts';
import { isDash, phraseAt, phraseTable, type Word } from './scan.ts';

type Words = readonly Word[];
export type UnitKind = 'money' | 'measure' | 'share' | 'count' | 'none';
export type UnitReading = {
  readonly unit: string | null;
  readonly kind: UnitKind;
  readonly next: number;
  /** The noun's own words, for a count. */
  readonly noun: NounPhrase | null;
};

const NONE: UnitReading = { unit: null, kind: 'none', next: -1, noun: null };
const UNIT_TABLE = phraseTable(UNIT_WORDS);
const CURRENCY_TABLE = phraseTable(CURRENCY_NAMES);
const SHARES: ReadonlySet<string> = new Set(['percent', 'percentage points', 'basis points']);

/** A currency that stands before its figure: "$", "US$", "$US", "Rs.", "EUR ", "Y=". */
export function currencyAt(words: Words, at: number): { code: string; next: number } | null {
  const first = words[at];
  if (first === undefined || first.kind === 'number') return null;
  const second = words[at + 1];
  const both = second !== undefined && !second.spaced ? first.text + second.text : '';
  const pair = SYMBOLS.get(both);
  const single = SYMBOLS.get(first.text);
  const code = pair ?? single;
  if (code === undefined) return null;
  const symbol = pair === undefined ? first.text : both;
  let next = at + (pair === undefined ? 1 : 2);
  if ((words[next]?.text === '=' || words[next]?.text === '.') && words[next]?.spaced === false) next++;
  if (isDash(words[next]) && words[next + 1]?.kind === 'number') return { code, next };
  const figure = words[next];
  if (figure?.kind !== 'number') return null;
  if (SHY_SYMBOLS.has(symbol) && words[next - 1]?.text !== '=') {
    const behind = words[next + 1];
    const money =
      figure.text.length >= 3 ||
      /^(?:per|each)$/.test(behind?.lower ?? '') ||
      (/^an?$/.test(behind?.lower ?? '') && RATE_BASES.has(words[next + 2]?.lower ?? '')) ||
      (behind !== undefined && !behind.spaced && /^(?:m|bn|tn|k)$/.test(behind.lower));
    if (figure.spaced || !money) return null;
  }
  return { code, next };
}

/** The longest sign made of words glued together: "%", "km/h", "°C", "kWh". */
function signAt(words: Words, at: number, tight: boolean): { unit: string; next: number } | null {
  let text = '';
  let best: { unit: string; next: number } | null = null;
  for (let i = at; i < at + 4; i++) {
    const word = words[i];
    if (word === undefined || (i > at && word.spaced)) break;
    text += word.text;
    const unit = UNIT_SIGNS.get(text) ?? (text.length > 1 ? UNIT_SIGNS_ANY_CASE.get(text.toLowerCase()) : undefined);
    if (unit === undefined) continue;
    const follows = words[i + 1];
    // "816,000 t": apart from its figure only where that is written as a large one
    const large = text === 't' && words[at - 1]?.text.includes(',') === true;
    if (SHY_SIGNS.has(text) && !tight && !(text === 'W' || text === 'V' || large)) continue;
    if (follows !== undefined && !follows.spaced && follows.kind !== 'mark') continue;
    best = { unit, next: i + 1 };
  }
  return best;
}

const AGE_TAILS: readonly (readonly string[])[] = [['old'], ['olds'], ['of', 'age']];

/** "35-year-old", "18 month-old", "35 years old", "six years of age". */
function ageEnd(words: Words, at: number): number {
  for (const tail of AGE_TAILS) {
    let i = at;
    if (isDash(words[i])) i++;
    if (tail.every((part, n) => words[i + n]?.lower === part)) return i + tail.length;
  }
  return -1;
}

/** "World Cup 2026 day three": a year, and a word of its own behind it. */
const isYearBefore = (words: Words, at: number): boolean => {
  const year = words[at - 1];
  return (
    /^(?:19|20)\d\d$/.test(year?.text ?? '') &&
    /^(?:day|week|month|year|season)$/.test(words[at]?.lower ?? '') &&
    words[at]?.spaced === true
  );
};

function measureAt(words: Words, at: number): UnitReading | null {
  if (isYearBefore(words, at)) return null;
  const dash = isDash(words[at]) && words[at]?.spaced === false ? 1 : 0;
  const from = at + dash;
  const first = words[from];
  if (first === undefined) return null;
  const tight = !first.spaced;
  const sign = signAt(words, from, tight);
  const named = phraseAt(UNIT_TABLE, words, from);
  // "23-minute" and "5m": a word that runs on into another is no unit
  const found =
    named !== null && (sign === null || named.next >= sign.next) ? { unit: named.value, next: named.next } : sign;
  if (found === null) return null;
  if (TIME_UNITS.has(found.unit)) {
    const age = ageEnd(words, found.next);
    if (age >= 0) return { unit: `${found.unit}s of age`, kind: 'measure', next: age, noun: null };
  }
  if (found.unit === 'percent' && /^points?$/.test(words[found.next]?.lower ?? '')) {
    return { unit: 'percentage points', kind: 'share', next: found.next + 1, noun: null };
  }
  return { unit: found.unit, kind: SHARES.has(found.unit) ? 'share' : 'measure', next: found.next, noun: null };
}

const MONEY_CUES: ReadonlySet<string> = new Set(
  'cost costs costing worth paid pay pays paying fine fined price priced spend spent spending raised raise sold bought earn earned earning bill budget tax wage wages salary fee debt owed owes'.split(
    ' ',
  ),
);

/** British pounds rather than the weight: so much money, or words of money close before. */
function poundsOfMoney(words: Words, at: number, number: NumberReading): boolean {
  if (number.value >= 1e6) return true;
  for (let i = Math.max(0, at - 6); i < at; i++) if (MONEY_CUES.has(words[i]?.lower ?? '')) return true;
  return false;
}

const SCREENS: ReadonlySet<number> = new Set([240, 360, 480, 720, 1080, 1440, 2160, 4320]);

function moneyName(words: Words, at: number, number: NumberReading): UnitReading | null {
  const from = isDash(words[at]) && words[at]?.spaced === false ? at + 1 : at;
  const first = words[from];
  if (first === undefined) return null;
  // "70 euro cents"
  const small = first.lower === 'euro' || first.lower === 'us' ? SUBUNITS.get(words[from + 1]?.lower ?? '') : undefined;
  if (small === 'cent') return { unit: small, kind: 'money', next: from + 2, noun: null };
  const found = phraseAt(CURRENCY_TABLE, words, from);
  if (found !== null) {
    if (found.value === 'KRW' && first.lower === 'won' && number.value < 100) return null;
    return { unit: found.value, kind: 'money', next: found.next, noun: null };
  }
  // "the 500 mln mark loss"
  if (first.lower === 'mark' && number.scale >= 1e6) return { unit: 'mark', kind: 'money', next: from + 1, noun: null };
  if (/^pounds?$/.test(first.lower) && poundsOfMoney(words, at, number))
    return { unit: 'GBP', kind: 'money', next: from + 1, noun: null };
  const symbol = first.kind === 'mark' && !first.spaced ? SYMBOLS.get(first.text) : undefined;
  if (symbol !== undefined && words[from + 1]?.kind !== 'number')
    return { unit: symbol, kind: 'money', next: from + 1, noun: null };
  // "1080p" is a screen's height, "99p" a price
  if (first.text === 'p' && !first.spaced && SCREENS.has(number.value))
    return { unit: 'pixel', kind: 'measure', next: from + 1, noun: null };
  const coin =
    SUBUNITS.get(first.lower) ??
    (!first.spaced && (first.text === 'p' || first.text === '¢') ? (first.text === 'p' ? 'penny' : 'cent') : undefined);
  return coin === undefined ? null : { unit: coin, kind: 'money', next: from + 1, noun: null };
}

/** Behind a figure with its symbol: "US", "dollars", "(US)" say again whose money it is. */
function afterMoney(words: Words, at: number, code: string): UnitReading {
  const word = words[at];
  const owner = code === 'USD' && word !== undefined && word.spaced ? DOLLAR_OWNERS.get(word.lower) : undefined;
  const noun = words[at + 1]?.lower;
  if (word !== undefined && owner !== undefined && (word.text === word.text.toUpperCase() || noun === 'dollars')) {
    return { unit: owner, kind: 'money', next: noun === 'dollars' ? at + 2 : at + 1, noun: null };
  }
  const named = phraseAt(CURRENCY_TABLE, words, at);
  if (named !== null && !(words[at]?.lower === 'won'))
    return { unit: named.value, kind: 'money', next: named.next, noun: null };
  return { unit: code, kind: 'money', next: at, noun: null };
}

/**
 * The unit of a figure whose number ends before `number.next`.
 * @param code the currency before the figure, if any
 */
export function unitOf(
  text: string,
  words: Words,
  number: NumberReading,
  code: string | null,
  tagAt: TagAt | null,
): UnitReading {
  const at = number.next;
  if (code !== null) return afterMoney(words, at, code);
  const known = moneyName(words, at, number) ?? measureAt(words, at);
  if (known !== null) return known;
  // "18-fold"
  const fold = isDash(words[at]) && words[at]?.spaced === false ? at + 1 : at;
  if (words[fold]?.lower === 'fold' && !words[fold]?.spaced)
    return { unit: 'time', kind: 'measure', next: fold + 1, noun: null };
  if (words[at]?.text === 'x' && !words[at]?.spaced) return { unit: 'time', kind: 'measure', next: at + 1, noun: null };
  // "a quarter point", "three quarters of a point": of what is lent
  const ofPoint = words[at]?.lower === 'of' && words[at + 1]?.lower === 'a' ? at + 2 : fold;
  const isQuarter =
    number.form === 'fraction' && 4 * number.value === Math.round(4 * number.value) && number.value !== 0.5;
  if (isQuarter && words[ofPoint]?.lower === 'point')
    return { unit: 'percentage points', kind: 'share', next: ofPoint + 1, noun: null };
  const of =
    (number.form === 'vague' || number.form === 'fraction' || number.form === 'ratio') && words[at]?.lower === 'of'
      ? wholeOf(words, at + 1)
      : null;
  if (of !== null) {
    const isMoney = number.form === 'vague' && words[of]?.lower === 'pounds' && poundsOfMoney(words, at, number);
    if (isMoney) return { unit: 'GBP', kind: 'money', next: of + 1, noun: null };
    const inner = phraseAt(UNIT_TABLE, words, of);
    const ofOne = number.form === 'fraction' && /^an?$/.test(words[at + 1]?.lower ?? '');
    if (inner !== null && ofOne)
      return { unit: inner.value, kind: SHARES.has(inner.value) ? 'share' : 'measure', next: inner.next, noun: null };
    if (inner !== null && number.form === 'vague')
      return { unit: inner.value, kind: 'measure', next: inner.next, noun: null };
    const money =
      phraseAt(CURRENCY_TABLE, words, of) ??
      (/^pounds$/.test(words[of]?.lower ?? '') ? { value: 'GBP', next: of + 1 } : null);
    if (money !== null && number.form === 'vague')
      return { unit: money.value, kind: 'money', next: money.next, noun: null };
  }
  const noun =
    of === null
      ? nounPhrase(words, at, number.value === 1 && number.form !== 'ratio', tagAt)
      : (collective(words, of) ?? nounPhrase(words, of, false, tagAt) ?? nounPhrase(words, of, true, tagAt));
  if (noun === null) return { ...NONE, next: at };
  const start = words[noun.from]?.start ?? 0;
  const end = words[noun.next - 1]?.end ?? start;
  // a part of one has no unit of its own, as a percentage has none: the noun is what it is a part of
  const part = number.form === 'fraction' || number.form === 'ratio';
  return { unit: part ? null : text.slice(start, end), kind: 'count', next: Math.max(at, noun.taken), noun };
}

const ARTICLES: ReadonlySet<string> = new Set([
  'the',
  'its',
  'their',
  'his',
  'her',
  'our',
  'all',
  'a',
  'an',
  'those',
  'these',
]);
const wholeOf = (words: Words, at: number): number => {
  let i = at;
  while (ARTICLES.has(words[i]?.lower ?? '') && i < at + 2) i++;
  return i;
};

const EVERY: ReadonlySet<string> = new Set(['a', 'an', 'each', 'every']);

/** "Tonnes of carbon dioxide a year": the base of a rate behind what is measured. */
export function distantBase(words: Words, at: number): string | null {
  if (words[at]?.lower !== 'of') return null;
  for (let i = at + 2; i < at + 6; i++) {
    const word = words[i];
    if (word === undefined || word.kind !== 'word') return null;
    const base = words[i + 1]?.lower ?? '';
    if ((EVERY.has(word.lower) || word.lower === 'per') && RATE_BASES.has(base)) {
      return AFTER_TIME.test(words[i + 2]?.lower ?? '') ? null : (UNIT_WORDS.get(base) ?? base);
    }
  }
  return null;
}

/** "A year ago", "a second time", "a year earlier" are no rates. */
const AFTER_TIME = /^(?:ago|earlier|later|before|after|from|old|time|chance|term|since)$/;

/** The base of a rate behind a figure and its unit: "per 100,000 people", "a barrel", "an hour", "/kg". */
export function rateBase(
  text: string,
  words: Words,
  at: number,
  tagAt: TagAt | null,
): { per: string; next: number } | null {
  let i = at;
  const first = words[i]?.lower ?? '';
  if (first === 'for' && words[i + 1]?.lower === 'every') i += 1;
  const word = words[i]?.lower ?? '';
  const after = words[i + 1];
  if (word === 'annually' || word === 'yearly') return { per: 'year', next: i + 1 };
  if (word === 'daily' || word === 'weekly' || word === 'monthly') return null;
  if (after === undefined) return null;
  if (words[i]?.text === '/' && !words[i]?.spaced && after.kind === 'word' && !after.spaced) {
    const unit = UNIT_SIGNS.get(after.text) ?? UNIT_WORDS.get(after.lower);
    return unit === undefined && !RATE_BASES.has(after.lower) ? null : { per: unit ?? after.lower, next: i + 2 };
  }
  if (word !== 'per' && !EVERY.has(word)) return null;
  if (word === 'per' && after.lower === 'cent') return null;
  if (word !== 'per' && !(word === 'every' && first === 'for')) {
    if (!RATE_BASES.has(after.lower)) return null;
    const follows = words[i + 2]?.lower ?? '';
    // "a year from now", but "90m tonnes a year from the river"
    const fromNow = follows === 'from' && /^(?:now|today|then|tomorrow)$/.test(words[i + 3]?.lower ?? '');
    if (follows === 'from' ? fromNow : AFTER_TIME.test(follows)) return null;
    return { per: UNIT_WORDS.get(after.lower) ?? after.lower, next: i + 2 };
  }
  const unit = phraseAt(UNIT_TABLE, words, i + 1);
  if (unit !== null) return { per: unit.value, next: unit.next };
  const number = readNumber(words, i + 1, false);
  const from = number === null ? i + 1 : number.next;
  const noun =
    number === null ? (after.kind === 'word' ? { next: from + 1 } : null) : nounPhrase(words, from, false, tagAt);
  const next = noun === null ? from : noun.next;
  if (next === i + 1) return null;
  const start = words[i + 1]?.start ?? 0;
  return { per: text.slice(start, words[next - 1]?.end ?? start), next };
}
