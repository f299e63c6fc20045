/**
 * Readers for times that need another day to be placed: weekdays, "last year", "the next day". Those with a count in them are in `counted.ts`.
 */

import {
  CALENDAR_UNITS,
  EDGE_NOUNS,
  HOLIDAYS,
  MONTHS,
  SHY_WEEKDAYS,
  VAGUE_TIMES,
  WEEKDAYS,
} from '../lexicon/calendar.ts';
import { PHRASE_ENDS } from '../lexicon/count-nouns.ts';
import { isCapital, isDash, phraseAt, phraseTable, type Word } from '../quantities/scan.ts';
import { yearBehind } from './dates.ts';
import type { Reading, Shift } from './forms.ts';

type Words = readonly Word[];

/** Which way a word points from now. */
export const SHIFTS: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
  ['past', -1],
  ['previous', -1],
  ['coming', 1],
  ['current', 0],
]);

const WEATHER =
  /^(?:wet|cold|warm|hot|sunny|rainy|grey|gray|dark|bright|snowy|foggy|windy|quiet|busy|typical|normal|ordinary|single|given)$/;

/** "a Tuesday in May", "every Friday", "on a wet Monday", "the second Friday of the month": any one. "A Saturday rally" is that of one Saturday. */
function isAnyDay(words: Words, at: number): boolean {
  const [near, far] = [words[at - 1]?.lower ?? '', words[at - 2]?.lower ?? ''];
  const next = words[at + 1];
  if (next?.lower === 'of' && /^(?:first|second|third|fourth|fifth|last)$/.test(near)) return true;
  const alone = next === undefined || next.kind === 'mark' || PHRASE_ENDS.has(next.lower);
  return alone && (/^(?:an?|any|every|each|some)$/.test(near) || (/^an?$/.test(far) && WEATHER.test(near)));
}

/** "Monday", "last Friday", "Sat.". */
export function readWeekday(words: Words, at: number): Reading | null {
  const shift = SHIFTS.get(words[at]?.lower ?? '');
  const i = shift === undefined ? at : at + 1;
  const word = words[i];
  if (word?.kind !== 'word' || !isCapital(word)) return null;
  const weekday = WEEKDAYS.get(word.lower);
  if (weekday === undefined) return null;
  // "on a wet Monday": any one
  if (shift === undefined && isAnyDay(words, i)) return null;
  let next = i + 1;
  if (SHY_WEEKDAYS.has(word.lower)) {
    // "away from the Sun."
    if (words[i - 1]?.lower === 'the') return null;
    if (words[next]?.text !== '.' && words[next]?.text !== ',') return null;
    if (words[next]?.text === '.') next++;
  }
  // "Black Friday", "Bloody Sunday", "Super Tuesday": names
  if (
    shift === undefined &&
    isCapital(words[i - 1]) &&
    i > 0 &&
    words[i - 1]?.kind === 'word' &&
    NAMED_DAYS.has(words[i - 1]?.lower ?? '')
  )
    return null;
  if (words[next]?.lower === 'before' && words[next + 1]?.lower === 'last')
    return { form: { kind: 'weekday', weekday, shift: -1, plus: -7 }, next: next + 2 };
  // "the Friday after next"
  if (words[next]?.lower === 'after' && words[next + 1]?.lower === 'next')
    return { form: { kind: 'weekday', weekday, shift: 1, plus: 7 }, next: next + 2 };
  const told = shift === undefined ? weekTold(words, next) : null;
  if (told !== null)
    return { form: { kind: 'weekday', weekday, shift: null, plus: 0, week: told.week }, next: told.next };
  if (words[next]?.lower === 'last') return null;
  // British and Irish: the day after a week from the next one
  if (shift === undefined && words[next]?.lower === 'week') {
    return { form: { kind: 'weekday', weekday, shift: 1, plus: 7 }, next: next + 1 };
  }
  return { form: { kind: 'weekday', weekday, shift: shift ?? null, plus: 0 }, next };
}

/** The "of last week", "next week" behind a weekday. */
function weekTold(words: Words, at: number): { week: -1 | 0 | 1; next: number } | null {
  const from = words[at]?.lower === 'of' ? at + 1 : at;
  const week = SHIFTS.get(words[from]?.lower ?? '');
  return week === undefined || words[from + 1]?.lower !== 'week' ? null : { week, next: from + 2 };
}

const NAMED_DAYS: ReadonlySet<string> = new Set(
  'black bloody super cyber good ash easter palm giving mardi freaky happy manic ruby'.split(' '),
);

export const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['currently', 0],
]);
const NIGHTS: ReadonlySet<string> = new Set(['night', 'evening', 'afternoon', 'morning']);

export const PAST =
  /[a-z]{3}ed$|^(?:won|lost|was|were|had|rose|fell|began|came|went|took|made|left|gave|became|did|grew|met|led|held|sold|bought)$/;

/** "passed a similar law the next year": the year after the one the story has come to, not after this one. */
function tellsOn(words: Words, at: number): boolean {
  if (words[at - 1]?.lower !== 'the' || /^(?:in|over|for|during|within|by|of|until)$/.test(words[at - 2]?.lower ?? ''))
    return false;
  return words.slice(Math.max(0, at - 7), at - 1).some(({ lower }) => PAST.test(lower));
}

/** The "before yesterday" and "after tomorrow" behind "the day". */
function farDay(words: Words, at: number): number | null {
  const pair = `${words[at]?.lower} ${words[at + 1]?.lower}`;
  return pair === 'before yesterday' ? -2 : pair === 'after tomorrow' ? 2 : null;
}

/** "Today", "last night", "this week", "last year", "next month", "the current quarter", "this weekend", "earlier this year". */
export function readCurrent(words: Words, at: number): Reading | null {
  const word = words[at];
  if (word === undefined) return null;
  const day = DAY_WORDS.get(word.lower);
  // "Radio Two's Today programme"
  const isName = isCapital(word) && at > 0 && (words[at - 1]?.kind === 'word' || words[at - 1]?.lower === "'s");
  if (day !== undefined && isName) return null;
  if (day !== undefined)
    return { form: { kind: 'current', unit: 'day', shift: day, part: null, side: 0 }, next: at + 1 };
  const far = word.lower === 'the' && words[at + 1]?.lower === 'day' ? farDay(words, at + 2) : null;
  if (far !== null) return { form: { kind: 'current', unit: 'day', shift: far, part: null, side: 0 }, next: at + 4 };
  if (
    /^(?:earlier|later)$/.test(word.lower) &&
    words[at + 1]?.lower === 'in' &&
    words[at + 2]?.lower === 'the' &&
    words[at + 3]?.lower === 'week'
  )
    return { form: { kind: 'current', unit: 'week', shift: 0, part: null, side: 0 }, next: at + 4 };
  const beforeLast =
    word.lower === 'the' && words[at + 2]?.lower === 'before' && words[at + 3]?.lower === 'last'
      ? CALENDAR_UNITS.get(words[at + 1]?.lower ?? '')
      : undefined;
  if (beforeLast === 'week' || beforeLast === 'month' || beforeLast === 'year')
    return { form: { kind: 'current', unit: beforeLast, shift: -2, part: null, side: 0 }, next: at + 4 };
  if (word.lower === 'the' && words[at + 1]?.lower === 'weekend')
    return { form: { kind: 'weekend', shift: null }, next: at + 2 };
  // "on CBS This Morning"
  const isTitled =
    words[at - 1]?.kind === 'word' || (/^["“'‘]$/.test(words[at - 1]?.text ?? '') && isCapital(words[at + 2]));
  if (at > 0 && isTitled && isCapital(word) && isCapital(words[at + 1])) return null;
  const sided = word.lower === 'earlier' ? -1 : word.lower === 'later' ? 1 : 0;
  let i = sided === 0 ? at : at + 1;
  if (words[i]?.lower === 'the' && words[i + 1]?.lower === 'current') i++;
  const shift = SHIFTS.get(words[i]?.lower ?? '');
  if (shift === undefined) return null;
  const which = words[i]?.lower;
  const noun = words[i + 1];
  if (noun === undefined) return null;
  if (NIGHTS.has(noun.lower) && (which === 'last' || which === 'this')) {
    return {
      form: { kind: 'current', unit: 'day', shift: which === 'last' ? -1 : 0, part: null, side: 0 },
      next: i + 2,
    };
  }
  if (noun.lower === 'weekend') return { form: { kind: 'weekend', shift }, next: i + 2 };
  const season = noun.lower;
  if (sided !== 0 && MONTHS.has(season)) return null;
  const unit = CALENDAR_UNITS.get(noun.lower);
  if (unit === undefined || noun.lower.endsWith('s') || unit === 'hour' || which === 'past' || which === 'coming')
    return null;
  // "in the next year or two"
  if (words[i + 2]?.lower === 'or' && /^(?:two|so)$/.test(words[i + 3]?.lower ?? '')) return null;
  if (unit === 'day' || (which === 'previous' && sided === 0)) return null;
  if (words[at - 1]?.lower === 'the' && words[i + 2]?.lower === 'of') return null;
  if (which === 'next' && tellsOn(words, at)) return { form: { kind: 'then', n: 1, unit }, next: i + 2 };
  return { form: { kind: 'current', unit, shift, part: null, side: sided }, next: i + 2 };
}

/** "The end of the year", "the start of the month": `at` is at the noun of the edge. */
export function readEdge(words: Words, at: number): Reading | null {
  const part = EDGE_NOUNS.get(words[at]?.lower ?? '');
  if (part === undefined || words[at + 1]?.lower !== 'of' || words[at + 2]?.lower !== 'the') return null;
  const unit = CALENDAR_UNITS.get(words[at + 3]?.lower ?? '');
  if (unit === undefined || unit === 'hour' || unit === 'day' || words[at + 3]?.lower.endsWith('s')) return null;
  return { form: { kind: 'current', unit, shift: 0, part, side: 0 }, next: at + 4 };
}

const THEN_WORDS: ReadonlyMap<string, number> = new Map([
  ['next', 1],
  ['following', 1],
  ['previous', -1],
  ['preceding', -1],
  ['same', 0],
]);

/** "The next day", "the following year", "the previous month", "that day", "the same week", "the day before". */
export function readThen(words: Words, at: number): Reading | null {
  const first = words[at]?.lower;
  if (first === 'that') {
    const unit = CALENDAR_UNITS.get(words[at + 1]?.lower ?? '');
    if (unit === undefined || words[at + 1]?.lower.endsWith('s') || unit === 'hour') return null;
    return { form: { kind: 'then', n: 0, unit }, next: at + 2 };
  }
  if (first !== 'the') return null;
  const second = words[at + 1]?.lower ?? '';
  const n = THEN_WORDS.get(second);
  if (n !== undefined) {
    const noun = words[at + 2]?.lower ?? '';
    if (n !== 0 && NIGHTS.has(noun)) return { form: { kind: 'then', n, unit: 'day' }, next: at + 3 };
    const unit = CALENDAR_UNITS.get(noun);
    // "the next year" and "the next week" look forward from today as often as not: only days are surely told from the story
    if (unit === undefined || noun.endsWith('s') || unit === 'hour' || (second === 'next' && unit !== 'day'))
      return null;
    // "in the same year that trams first ran": told by what follows, and not by the story so far
    // "in the same month of 2024", "the same quarter last year": neither
    const behind = words[at + 3];
    const isToldBehind =
      n === 0 &&
      (/^(?:that|as|when|of|last|a|previously|before)$/.test(behind?.lower ?? '') ||
        (behind?.lower === 'in' && words[at + 4]?.kind === 'number'));
    return { form: isToldBehind ? { kind: 'loose' } : { kind: 'then', n, unit, whole: true }, next: at + 3 };
  }
  const unit = CALENDAR_UNITS.get(second);
  const last = words[at + 2]?.lower;
  if (
    unit !== undefined &&
    (last === 'before' || last === 'after') &&
    (words[at + 3] === undefined ||
      words[at + 3]?.kind === 'mark' ||
      /^(?:and|but|or|while|as|when)$/.test(words[at + 3]?.lower ?? ''))
  ) {
    return { form: { kind: 'then', n: last === 'before' ? -1 : 1, unit }, next: at + 3 };
  }
  return null;
}

const FISCAL: ReadonlySet<string> = new Set(['fiscal', 'financial', 'tax', 'academic', 'school']);

/** "Fiscal 2019", "the 2018-19 financial year", "FY2019", "the fiscal year": houses differ in when theirs begin. */
export function readFiscal(words: Words, at: number): Reading | null {
  const word = words[at];
  if (word?.kind !== 'word') return null;
  if (/^fy(?:\d{2}|\d{4})$/.test(word.lower)) return { form: { kind: 'loose' }, next: at + 1 };
  if (!FISCAL.has(word.lower)) return null;
  let i = at + 1;
  const year = words[i]?.lower === 'year';
  if (year) i++;
  if (!year && word.lower !== 'fiscal') return null;
  const isYear = words[i]?.kind === 'number' && (words[i]?.text.length === 4 || words[i]?.text.length === 2);
  if (isYear) i++;
  if (isYear && isDash(words[i]) && words[i + 1]?.kind === 'number') i += 2;
  const told = isYear || /^(?:this|last|next|current|new|previous)$/.test(words[at - 1]?.lower ?? '');
  return told ? { form: { kind: 'loose' }, next: i } : null;
}

const HOLIDAY_TABLE = phraseTable(HOLIDAYS);
const VAGUE_TABLE = phraseTable(VAGUE_TIMES.map((phrase) => [phrase, true] as const));

export function readHoliday(words: Words, at: number): Reading | null {
  const found = phraseAt(HOLIDAY_TABLE, words, at);
  if (found === null) return null;
  // "a Christmas message", "Christmas sales": of no one day
  const noun = words[found.next];
  const isNoun =
    noun?.kind === 'word' &&
    noun.spaced &&
    !PHRASE_ENDS.has(noun.lower) &&
    !/^(?:fall|near|approach|arriv)/.test(noun.lower);
  if (isNoun && words[at]?.lower === 'christmas' && found.next === at + 1) return null;
  const { year, next } = yearBehind(words, found.next);
  return { form: { kind: 'date', year, ...found.value }, next };
}

export function readVague(words: Words, at: number): Reading | null {
  const found = phraseAt(VAGUE_TABLE, words, at);
  if (found === null) return null;
  const said = words.slice(at, found.next).map(({ lower }) => lower);
  return { form: { kind: UNTIL_NOW.has(said.join(' ')) ? 'until now' : 'loose' }, next: found.next };
}

const UNTIL_NOW: ReadonlySet<string> = new Set(['so far', 'thus far', 'until now', 'up to now']);

/** "Last", "this" or "next" before a month or a season. */
export function shiftBefore(words: Words, at: number): { shift: Shift; at: number } {
  const shift = SHIFTS.get(words[at - 1]?.lower ?? '');
  if (shift === undefined || words[at - 1]?.lower === 'past') return { shift: null, at };
  return { shift, at: at - 1 };
}
