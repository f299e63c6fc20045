/**
 * The grammar of numbers: digits, words, magnitudes, fractions, "one in five", "dozens". Each reading looks a bounded way ahead, save runs of number words,
 * which it consumes.
 */

import { CALENDAR_UNITS } from '../lexicon/calendar.ts';
import { CURRENCY_NAMES } from '../lexicon/currencies.ts';
import {
  CARDINALS,
  FRACTIONS,
  MAGNITUDE_SIGNS,
  MAGNITUDES,
  MONEY_MAGNITUDE_SIGNS,
  ORDINAL_ENDINGS,
  ORDINALS,
} from '../lexicon/number-words.ts';
import { UNIT_WORDS } from '../lexicon/units.ts';
import { type NumberReading, reading, readVague, readWords, skipDash, tidy } from './number-words.ts';
import { isDash, phraseAt, phraseTable, type Word } from './scan.ts';

type Words = readonly Word[];

const LEADS_FRACTION = /^(?:by|than|about|nearly|almost|over|under|around|roughly)$/;

/** What may follow a fraction and shows it is one rather than an ordinal: "a third of", "two-thirds more". */
const AFTER_FRACTION: ReadonlySet<string> = new Set(
  'of the its their his her our as more less fewer higher lower in to from since and or on said by a that is are was were have has'.split(
    ' ',
  ),
);

/** "A third", "two-thirds", "half", "a quarter", "1/2". */
function readFraction(words: Words, at: number): NumberReading | null {
  const first = words[at];
  if (first === undefined) return null;
  if (first.lower === 'half') return readHalf(words, at);
  let n: number;
  if (first.lower === 'a' || first.lower === 'one' || (first.lower === 'another' && words[at - 1]?.lower === 'by'))
    n = 1;
  else if (first.kind === 'number' && first.text.length <= 2) n = first.value;
  else {
    const small = CARDINALS.get(first.lower);
    if (small === undefined || small > 20) return null;
    n = small;
  }
  const slash = words[at + 1];
  const over = words[at + 2];
  if (first.kind === 'number' && slash?.text === '/' && !slash.spaced && over?.kind === 'number' && !over.spaced) {
    const fits = over.text.length <= 3 && n < over.value && Number.isInteger(n) && words[at + 3]?.text !== '/';
    const told =
      words[at + 3]?.lower === 'of' ||
      CALENDAR_UNITS.has(words[at + 3]?.lower ?? '') ||
      /^(?:inch|inches|mile|miles|cup|pct|percent|per|point|points|percentage|to)$/.test(words[at + 3]?.lower ?? '');
    return fits && told ? reading(n / over.value, at + 3, 'fraction') : null;
  }
  const i = skipDash(words, at + 1);
  const noun = words[i]?.lower ?? '';
  const part = FRACTIONS.get(noun) ?? (noun.endsWith('s') ? FRACTIONS.get(noun.slice(0, -1)) : undefined);
  if (part === undefined) return null;
  // "a half-dozen"
  if (noun === 'half' && n === 1 && words[skipDash(words, i + 1)]?.lower === 'dozen')
    return reading(6, skipDash(words, i + 1) + 1, 'group');
  const plural = noun.endsWith('s') || noun === 'halves';
  if (n === 1 ? plural : !plural) return null;
  const after = words[i + 1];
  const hyphen = i !== at + 1;
  const led = first.lower === 'another' || LEADS_FRACTION.test(words[at - 1]?.lower ?? '');
  // "two were acquitted; a third, Lyle Brandt, fled"
  if (n === 1 && !hyphen && after?.text === ',' && /^\p{Lu}/u.test(words[i + 2]?.text ?? '')) return null;
  // "a half-hearted reply"
  const hearted = isDash(after) && after?.spaced === false && /ed$/.test(words[i + 2]?.lower ?? '');
  if (noun === 'half' && hearted) return null;
  const verb = after !== undefined && after.lower.length > 4 && after.lower.endsWith('ed');
  // "a quarter point", of what is lent
  const point = noun.startsWith('quarter') ? skipDash(words, i + 1) : -1;
  if (words[point]?.lower === 'point') return reading(n * part, i + 1, 'fraction');
  if (!hyphen && !verb && !led && after?.kind === 'word' && !AFTER_FRACTION.has(after.lower)) return null;
  // "a quarter" alone is as often three months; "three quarters" of growth are nine
  if (!hyphen && !led && noun.startsWith('quarter') && after?.lower !== 'of' && after?.lower !== 'the') return null;
  const million =
    words[i + 1]?.lower === 'of' && words[i + 2]?.lower === 'a' ? MAGNITUDES.get(words[i + 3]?.lower ?? '') : undefined;
  // "a quarter of a million"
  return million === undefined
    ? reading(n * part, i + 1, 'fraction')
    : reading(n * part * million, i + 4, 'words', million);
}

const NOT_AFTER: ReadonlySet<string> = new Set([
  'first',
  'second',
  'other',
  'better',
  'one',
  'opening',
  'and',
  'latter',
  'top',
  'bottom',
  'northern',
  'southern',
  'eastern',
  'western',
]);

/** "Half of", "half the", "half a million"; not the half of a match or a year. */
function readHalf(words: Words, at: number): NumberReading | null {
  const next = words[at + 1];
  const before = words[at - 1]?.lower ?? '';
  if (next?.lower === 'a' || next?.lower === 'an') {
    const noun = words[at + 2]?.lower ?? '';
    const size = MAGNITUDES.get(noun) ?? (noun === 'dozen' ? 12 : undefined);
    if (size !== undefined) return reading(size / 2, at + 3, 'words', size);
    return CALENDAR_UNITS.has(noun) || UNIT_WORDS.has(noun) || noun === 'percentage'
      ? reading(1 / 2, at + 2, 'fraction')
      : null;
  }
  if (NOT_AFTER.has(before) || isDash(words[at - 1])) return null;
  if (isDash(next) && next?.spaced === false) {
    if (words[at + 2]?.lower === 'dozen') return reading(6, at + 3, 'group');
    return CALENDAR_UNITS.has(words[at + 2]?.lower ?? '') && words[at + 2]?.lower !== 'year'
      ? reading(1 / 2, at + 1, 'fraction')
      : null;
  }
  if (
    next?.lower === 'of' ||
    next?.lower === 'the' ||
    next?.lower === 'its' ||
    next?.lower === 'their' ||
    next?.lower === 'all' ||
    next?.lower === 'that' ||
    (next?.lower === 'as' && /^(?:many|much|big|large|high|long|fast|old)$/.test(words[at + 2]?.lower ?? ''))
  )
    return reading(1 / 2, at + 1, 'fraction');
  return LEADS_FRACTION.test(before) ? reading(1 / 2, at + 1, 'fraction') : null;
}

function simple(words: Words, at: number): { value: number; next: number } | null {
  const word = words[at];
  if (word?.kind === 'number' && Number.isFinite(word.value)) {
    const size = MAGNITUDES.get(words[at + 1]?.lower ?? '');
    return size === undefined ? { value: word.value, next: at + 1 } : { value: word.value * size, next: at + 2 };
  }
  const found = readWords(words, at);
  return found === null ? null : { value: found.value, next: found.next };
}

/** Past the noun of "one working adult in nine": up to three plain words, where "in" follows them; else where it was. */
function ratioLink(words: Words, at: number): number {
  for (let i = at; i < at + 3; i++) {
    const word = words[i];
    if (word?.kind !== 'word' || word.lower === 'in' || word.lower === 'out' || word.lower === 'of') return at;
    if (words[i + 1]?.lower !== 'in' || word.lower.endsWith('s')) continue;
    const base = words[i + 2];
    const end = words[i + 3];
    const small = base?.lower === 'every' || (base?.kind === 'word' && (CARDINALS.get(base.lower) ?? 0) > 1);
    return small && words[at - 1]?.lower === 'one' && !CALENDAR_UNITS.has(end?.lower ?? '') ? i + 1 : at;
  }
  return pluralLink(words, at);
}

/** "Two voters in five": the same for several, where the second figure has nothing of its own to count. */
function pluralLink(words: Words, at: number): number {
  const noun = words[at];
  const base = words[at + 2];
  const end = words[at + 3];
  if (noun?.kind !== 'word' || !/[a-z]{3}s$|^people$/.test(noun.lower) || words[at + 1]?.lower !== 'in') return at;
  const small = base !== undefined && (CARDINALS.has(base.lower) || base.text === '10' || base.text === '100');
  return small && (end === undefined || end.kind === 'mark' || AFTER_FRACTION.has(end.lower)) ? at + 1 : at;
}

/** "One in five", "3 out of 10", "one in every 100". */
function readRatio(words: Words, at: number): NumberReading | null {
  const first = words[at];
  if (first === undefined || (first.kind !== 'number' && !CARDINALS.has(first.lower))) return null;
  const n = simple(words, at);
  if (n === null || !Number.isInteger(n.value) || n.value < 1) return null;
  let i = ratioLink(words, n.next);
  const dash = isDash(words[i]);
  if (dash) i++;
  const out = words[i]?.lower === 'out' && words[i + 1]?.lower === 'of';
  if (!out && words[i]?.lower !== 'in') return null;
  i += out ? 2 : 1;
  const every = words[i]?.lower === 'every' || words[i]?.lower === 'each';
  if (every) i++;
  if (isDash(words[i])) i++;
  const base = words[i]?.lower === 'a' ? readWords(words, i) : simple(words, i);
  if (base === null || base.value <= n.value || !Number.isInteger(base.value)) return null;
  const unit = words[base.next];
  if (
    unit !== undefined &&
    (CALENDAR_UNITS.has(unit.lower) ||
      unit.text === '%' ||
      unit.lower === 'percent' ||
      unit.lower === 'minutes' ||
      unit.lower === 'seconds')
  )
    return null;
  const round = base.value <= 20 || base.value % 10 === 0;
  const yearly = base.value >= 1900 && base.value < 2100;
  if (!(out || every || (round && !yearly && n.value < 20))) return null;
  return reading(n.value / base.value, base.next, 'ratio');
}

/** The magnitude behind a figure in digits, as a word or a sign. "m" and "b" are believed behind a currency, and "m" before a counted noun. */
function magnitudeBehind(words: Words, at: number, money: boolean): { size: number; next: number } | null {
  const i = skipDash(words, at);
  const word = words[i];
  if (word?.kind !== 'word') return null;
  const named = MAGNITUDES.get(word.lower);
  if (named !== undefined) return { size: named, next: i + 1 };
  if (i !== at) return null;
  const sign = MAGNITUDE_SIGNS.get(word.text) ?? (money ? MONEY_MAGNITUDE_SIGNS.get(word.text) : undefined);
  if (sign !== undefined && (!word.spaced || word.text.length > 1 || (money && word.text !== 'T')))
    return { size: sign, next: i + 1 };
  const noun = words[i + 1];
  const counted =
    (word.text === 'm' || word.text === 'M') &&
    !word.spaced &&
    noun?.kind === 'word' &&
    noun.spaced &&
    noun.lower.length > 3 &&
    (noun.lower.endsWith('s') || noun.lower === 'people' || namesMoney(words, i + 1));
  return counted ? { size: 1e6, next: i + 1 } : null;
}

/** What rates and prices are counted in. */
const PARTS_OF_ONE: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 8, 10, 16, 32, 64]);

/** The "1/2" of "5 1/2 miles" and of "5-1/2 pct". */
export function mixedPart(words: Words, from: number): { part: number; next: number } | null {
  const hyphen = isDash(words[from]) && words[from]?.spaced === false;
  const at = hyphen ? from + 1 : from;
  const [over, slash, under] = [words[at], words[at + 1], words[at + 2]];
  if (over?.kind !== 'number' || over.spaced === hyphen || slash?.text !== '/' || slash.spaced) return null;
  if (under?.kind !== 'number' || under.spaced || !PARTS_OF_ONE.has(under.value)) return null;
  const plain = over.text.length <= (hyphen ? 2 : 1) && over.value > 0 && over.value < under.value;
  return plain ? { part: over.value / under.value, next: at + 3 } : null;
}

const CURRENCY_TABLE = phraseTable(CURRENCY_NAMES);

/** "40m Danish kroner". */
const namesMoney = (words: Words, at: number): boolean => phraseAt(CURRENCY_TABLE, words, at) !== null;

function readDigits(words: Words, at: number, money: boolean): NumberReading | null {
  const word = words[at];
  if (word?.kind !== 'number' || !Number.isFinite(word.value)) return null;
  let { value } = word;
  let next = at + 1;
  const part = words[next];
  if (
    part?.kind === 'number' &&
    part.text.length === 1 &&
    part.value < 1 &&
    part.text !== '0' &&
    Number.isInteger(value)
  ) {
    value += part.value;
    next++;
  }
  const power = words[next];
  const sign = words[next + 2];
  if (
    (power?.text === '×' || power?.text === 'x') &&
    words[next + 1]?.text.startsWith('10') === true &&
    words[next + 1]?.kind === 'number'
  ) {
    const exponent = isDash(sign) || sign?.text === '^' ? words[next + 3] : undefined;
    if (exponent?.kind === 'number' && exponent.value < 300 && words[next + 1]?.text === '10') {
      return reading(Number(`${value}e${isDash(sign) ? '-' : ''}${exponent.value}`), next + 4, 'digits');
    }
  }
  const mixed = mixedPart(words, next);
  if (mixed !== null && Number.isInteger(value)) return reading(value + mixed.part, mixed.next, 'digits');
  const magnitude = magnitudeBehind(words, next, money);
  if (magnitude === null) return reading(value, next, 'digits');
  const dozen = words[magnitude.next]?.lower;
  const second = magnitude.size < 1e6 ? MAGNITUDES.get(dozen ?? '') : undefined;
  if (second !== undefined && second > magnitude.size)
    return reading(tidy(value * magnitude.size * second), magnitude.next + 1, 'digits', magnitude.size * second);
  return reading(tidy(value * magnitude.size), magnitude.next, 'digits', magnitude.size);
}

/**
 * The number that starts at a word.
 * @param money whether a currency stands before it, so that "m" is millions
 * @returns null where none starts there
 */
export function readNumber(words: readonly Word[], at: number, money: boolean): NumberReading | null {
  const first = words[at];
  if (first === undefined) return null;
  if (!money) {
    const special = readRatio(words, at) ?? readFraction(words, at) ?? readVague(words, at);
    if (special !== null) return special;
  }
  if (first.kind === 'number') {
    const ending = words[at + 1];
    const stone = ending?.lower === 'st' && (first.value % 10 !== 1 || first.value === 11);
    if (ending !== undefined && !ending.spaced && ORDINAL_ENDINGS.has(ending.lower) && !stone) return null;
    const behind = skipDash(words, at + 1);
    if (words[behind]?.lower === 'dozen' && Number.isFinite(first.value))
      return reading(first.value * 12, behind + 1, 'group');
    return readDigits(words, at, money);
  }
  if (first.kind !== 'word') return null;
  if (
    (first.lower === 'a' || first.lower === 'the') &&
    words[at + 2]?.lower === 'of' &&
    (words[at + 1]?.lower === 'couple' || words[at + 1]?.lower === 'pair')
  ) {
    const counted = words[at + 3]?.lower ?? '';
    const size = counted === 'dozen' ? 12 : MAGNITUDES.get(counted);
    // "a couple of hundred people"
    return size === undefined ? reading(2, at + 3, 'group') : reading(2 * size, at + 4, 'words', size);
  }
  // "a million dollar house": no article needed
  if (words[at - 1]?.lower === 'per') return null;
  if (first.lower === 'million' || first.lower === 'billion' || first.lower === 'trillion')
    return reading(MAGNITUDES.get(first.lower) ?? 1, at + 1, 'words', MAGNITUDES.get(first.lower) ?? 1);
  return readWords(words, at);
}

/** "First", "third", "21st": the rank and where it ends; null where none stands there. */
export function readOrdinal(words: readonly Word[], at: number): { value: number; next: number } | null {
  const first = words[at];
  if (first === undefined) return null;
  if (first.kind === 'number') {
    const ending = words[at + 1];
    if (ending === undefined || ending.spaced || !ORDINAL_ENDINGS.has(ending.lower) || !Number.isInteger(first.value))
      return null;
    return { value: first.value, next: at + 2 };
  }
  const tens = CARDINALS.get(first.lower) ?? 0;
  if (tens >= 20 && isDash(words[at + 1])) {
    const unit = ORDINALS.get(words[at + 2]?.lower ?? '');
    if (unit !== undefined && unit < 10) return { value: tens + unit, next: at + 3 };
  }
  const value = ORDINALS.get(first.lower);
  return value === undefined ? null : { value, next: at + 1 };
}
