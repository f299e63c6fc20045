/**
 * Readers for times that need another day to be placed: weekdays, "last year", "two days ago", "the next day", "two days after the vote".
 */

import {
  CALENDAR_UNITS,
  type CalendarUnit,
  EDGE_NOUNS,
  HOLIDAYS,
  MONTHS,
  SHY_WEEKDAYS,
  VAGUE_TIMES,
  WEEKDAYS,
} from '../lexicon/calendar.ts';
import { PHRASE_ENDS } from '../lexicon/count-nouns.ts';
import { readNumber } from '../quantities/numbers.ts';
import { isCapital, isDash, phraseAt, phraseTable, type Word } from '../quantities/scan.ts';
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

/** "a Tuesday in May", "every Friday", "on a wet Monday": any one. "A Saturday rally" is that of one Saturday. */
function isAnyDay(words: Words, at: number): boolean {
  const [near, far] = [words[at - 1]?.lower ?? '', words[at - 2]?.lower ?? ''];
  const next = words[at + 1];
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
    if (words[next]?.text !== '.' && words[next]?.text !== ',') return null;
    if (words[next]?.text === '.') next++;
  }
  // "Black Friday", "Bloody Sunday", "Super Tuesday": names
  if (
    shift === undefined &&
    isCapital(words[i - 1]) &&
    i > 1 &&
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

const PAST =
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
  if (unit === 'day' || (which === 'previous' && sided === 0)) return null;
  if (which === 'next' && tellsOn(words, at)) return { form: { kind: 'then', n: 1, unit }, next: i + 2 };
  return { form: { kind: 'current', unit, shift, part: null, side: sided }, next: i + 2 };
}

/** A count of calendar units: "two days", "a year", "a year and a half", "18 months", "several weeks" is none. */
function unitCount(words: Words, at: number): { n: number; unit: CalendarUnit; next: number } | null {
  const first = words[at];
  if (first === undefined) return null;
  let n: number;
  let i: number;
  if (
    (first.lower === 'a' || first.lower === 'an' || first.lower === 'one') &&
    (CALENDAR_UNITS.has(words[at + 1]?.lower ?? '') || words[at + 1]?.lower === 'fortnight')
  ) {
    n = 1;
    i = at + 1;
  } else {
    const number = readNumber(words, at, false);
    if (number === null || number.low !== null) return null;
    n = number.value;
    i = number.next;
  }
  if (isDash(words[i])) i++;
  const fortnight = /^fortnights?$/.test(words[i]?.lower ?? '');
  const unit = fortnight ? 'week' : CALENDAR_UNITS.get(words[i]?.lower ?? '');
  if (unit === undefined || !(n > 0 && n < 10_000)) return null;
  if (fortnight) n *= 2;
  i++;
  if (words[i]?.lower === 'and' && words[i + 1]?.lower === 'a' && words[i + 2]?.lower === 'half') {
    n += 0.5;
    i += 3;
  }
  return { n, unit, next: i };
}

const PRESENT: ReadonlySet<string> = new Set([
  'is',
  'are',
  'has',
  'have',
  "isn't",
  'isn’t',
  'remains',
  'remain',
  'appears',
  'seems',
  'still',
  'faces',
  'continues',
]);

/** Whether the main clause, behind the comma that ends the fronted phrase, is in the present. */
function presentBehind(words: Words, at: number): boolean {
  let comma = -1;
  for (let i = at; i < words.length && i < at + 40; i++) {
    const word = words[i];
    if (comma < 0 && word?.text === ',') comma = i;
    else if (comma >= 0 && word !== undefined) {
      if (PRESENT.has(word.lower)) return true;
      if (word.lower === 'was' || word.lower === 'were' || word.lower === 'had' || word.lower === 'said') return false;
      if (i > comma + 12) return false;
    }
  }
  return false;
}

const FORWARD: ReadonlySet<string> = new Set(['later', 'afterwards', 'afterward', 'after', 'on']);
const BACK: ReadonlySet<string> = new Set(['earlier', 'before', 'prior', 'previously']);

/** "Two years ago", "two days later", "a year earlier", "two days after the vote", "three weeks from now". */
export function readCounted(words: Words, at: number): Reading | null {
  const count = unitCount(words, at);
  if (count === null) return null;
  const { n, unit, next } = count;
  const word = words[next]?.lower;
  // "€2,900 a month before tax": a rate
  const before = words[at - 1];
  const rated =
    before?.kind === 'number' ||
    /^(?:million|billion|bn|dollars|pounds|euros|rupees|yen|pence)$/.test(before?.lower ?? '');
  if (rated && /^an?$/.test(words[at]?.lower ?? '')) return null;
  if (word === 'ago' || (word === 'back' && words[next + 1]?.kind !== 'word'))
    return { form: { kind: 'ago', n: -n, unit }, next: next + 1 };
  if (word === 'from' && (words[next + 1]?.lower === 'now' || words[next + 1]?.lower === 'today'))
    return { form: { kind: 'ago', n, unit }, next: next + 2 };
  if (word === undefined) return null;
  // "a week tomorrow", "two weeks today"
  const day = unit === 'week' ? DAY_WORDS.get(word) : undefined;
  if (day !== undefined && word !== 'tonight' && word !== 'currently' && Number.isInteger(n))
    return { form: { kind: 'current', unit: 'day', shift: 7 * n + day, part: null, side: 0 }, next: next + 1 };
  if (!FORWARD.has(word) && !BACK.has(word)) return null;
  const direction = FORWARD.has(word) ? 1 : -1;
  const object = words[next + 1];
  const open =
    object === undefined ||
    object.kind === 'mark' ||
    word === 'later' ||
    word === 'earlier' ||
    word === 'afterwards' ||
    word === 'previously';
  const weekday = word === 'on' && unit === 'week' ? WEEKDAYS.get(object?.lower ?? '') : undefined;
  if (weekday !== undefined) return { form: { kind: 'weekday', weekday, shift: 1, plus: 7 * n }, next: next + 2 };
  if (word === 'on') return open && object?.text === ',' ? { form: { kind: 'then', n, unit }, next: next + 1 } : null;
  if (open) {
    if (word === 'later' && object?.lower === 'than') return null;
    // "in the three months before": a stretch, and before what the text does not say here
    if (word === 'before' && words[at - 1]?.lower === 'the') return { form: { kind: 'within' }, next: next + 1 };
    return { form: { kind: 'then', n: direction * n, unit }, next: next + 1 };
  }
  const end = word === 'prior' && object.lower === 'to' ? next + 2 : next + 1;
  return {
    form: { kind: 'event', n: direction * n, unit, present: direction === 1 && presentBehind(words, next) },
    next: end,
  };
}

const WINDOW_WORDS: ReadonlyMap<string, -1 | 1> = new Map([
  ['past', -1],
  ['last', -1],
  ['previous', -1],
  ['preceding', -1],
  ['next', 1],
  ['coming', 1],
]);

/** "waited for the next three days": told of what is over, these are days of the story. */
function lasts(words: Words, at: number): boolean {
  const [the, link] = [words[at - 1]?.lower, words[at - 2]?.lower ?? ''];
  if (the !== 'the' || !/^(?:for|over|in|during)$/.test(link)) return false;
  const before = words.slice(Math.max(0, at - 9), at - 2).map(({ lower }) => lower);
  return before.some((word) => PAST.test(word)) && !before.some((word) => /^(?:will|would|to|said|says)$/.test(word));
}

/** "The past two years", "the last three months", "the next decade", "within two weeks", "in five years' time". */
export function readWindow(words: Words, at: number): Reading | null {
  const first = words[at]?.lower ?? '';
  const way = WINDOW_WORDS.get(first);
  // "is expected to last ten weeks": a verb
  if (first === 'last' && /^(?:to|will|would|could|can|may|might|must|should|not)$/.test(words[at - 1]?.lower ?? ''))
    return null;
  if (way !== undefined) {
    const count = unitCount(words, at + 1);
    // "sat in a cell for the next 30 hours": how long, and not when
    const lasted = count !== null && way === 1 && lasts(words, at);
    if (count?.unit === 'hour' || lasted) return { form: { kind: 'within' }, next: count?.next ?? at };
    if (count !== null) return { form: { kind: 'window', n: way * count.n, unit: count.unit }, next: count.next };
    const unit = CALENDAR_UNITS.get(words[at + 1]?.lower ?? '');
    const the = words[at - 1]?.lower === 'the';
    if (
      unit !== undefined &&
      !words[at + 1]?.lower.endsWith('s') &&
      (first === 'past' || first === 'coming' || (the && first === 'last' && unit !== 'day'))
    ) {
      return { form: { kind: 'window', n: way, unit }, next: at + 2 };
    }
    return null;
  }
  if (first === 'within') {
    const count = unitCount(words, at + 1);
    return count === null || words[count.next]?.lower === 'of' ? null : { form: { kind: 'within' }, next: count.next };
  }
  if (first === 'in') {
    const count = unitCount(words, at + 1);
    if (count !== null && words[count.next]?.lower === 'time')
      return { form: { kind: 'ago', n: count.n, unit: count.unit }, next: count.next + 1 };
  }
  return null;
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
    return { form: { kind: 'then', n, unit }, next: at + 3 };
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
  return found === null ? null : { form: { kind: 'date', year: null, ...found.value }, next: found.next };
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
