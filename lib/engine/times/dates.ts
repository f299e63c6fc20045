/**
 * Readers for times that name their own place in the calendar: dates, months, years, decades, centuries, quarters, seasons, clock times.
 */

import { DECADE_WORDS, MONTHS, PARTS, SHY_MONTHS } from '../lexicon/calendar.ts';
import { BARE_PLURALS } from '../lexicon/count-nouns.ts';
import { CARDINALS, ORDINAL_ENDINGS, ORDINALS } from '../lexicon/number-words.ts';
import { UNIT_WORDS } from '../lexicon/units.ts';
import { isCapital, isDash, type Word } from '../quantities/scan.ts';
import { isDate } from './calendar.ts';
import type { Part, Reading, TimeForm } from './forms.ts';

type Words = readonly Word[];

/** Whether no white space stands before the word. */
export const glued = (word: Word | undefined): boolean => word !== undefined && !word.spaced;
/** Whether a mark stands there and reads so. */
export const mark = (word: Word | undefined, text: string): boolean =>
  word !== undefined && word.kind === 'mark' && word.text === text;

/** A whole number of one or two digits, with "st", "nd", "rd", "th" behind it or not. */
function dayNumber(words: Words, at: number): { value: number; next: number } | null {
  const word = words[at];
  if (word?.kind !== 'number' || word.text.length > 2 || !(word.value >= 1 && word.value <= 31)) return null;
  const ending = words[at + 1];
  const ordinal = glued(ending) && ending !== undefined && ORDINAL_ENDINGS.has(ending.lower);
  const after = words[at + (ordinal ? 2 : 1)];
  if (!ordinal && glued(after) && (after?.kind === 'word' || mark(after, '%') || mark(after, ':'))) return null;
  return { value: word.value, next: at + (ordinal ? 2 : 1) };
}

/** A month's name at `at`, its abbreviating point included. */
function monthName(words: Words, at: number): { month: number; next: number; shy: boolean } | null {
  const word = words[at];
  if (word?.kind !== 'word' || !isCapital(word)) return null;
  const month = MONTHS.get(word.lower);
  if (month === undefined) return null;
  const shy = SHY_MONTHS.has(word.lower);
  const point =
    shy && word.lower !== 'may' && word.lower !== 'march' && mark(words[at + 1], '.') && glued(words[at + 1]);
  return { month, next: at + (point ? 2 : 1), shy };
}

const YEAR_CUES: ReadonlySet<string> = new Set(
  'in since of by from until till to before after during between around early late mid fiscal through year spring summer autumn winter fall circa'.split(
    ' ',
  ),
);

/** Verbs that have a number of things behind them. */
const COUNTING: ReadonlySet<string> = new Set(
  'sold built bought made has have had with lost hired employs employed killed created counted added received issued signed sent treated planted opened closed owns owned holds held needs needed'.split(
    ' ',
  ),
);

/** Whether the four digits at `at` are a year: nothing counted behind them, and between 1500 and 2099. */
export function yearAt(words: Words, at: number): number | null {
  const word = words[at];
  if (
    word?.kind !== 'number' ||
    word.text.length !== 4 ||
    !Number.isInteger(word.value) ||
    word.value < 1500 ||
    word.value > 2199
  )
    return null;
  const before = words[at - 1];
  const after = words[at + 1];
  if (
    before !== undefined &&
    before.kind === 'mark' &&
    glued(word) &&
    !isDash(before) &&
    !['(', "'", '’', '‘', '“', '"', '/', '[', ',', '—'].includes(before.text)
  )
    return null;
  if (
    after !== undefined &&
    glued(after) &&
    // "Oct. 6, 2025: the bill is passed" goes on behind a space, "20:25" does not
    (after.kind === 'word' || mark(after, '%') || (mark(after, ':') && glued(words[at + 2])) || mark(after, '°'))
  ) {
    return after.lower === 's' ? word.value : null;
  }
  const cue = before !== undefined && (YEAR_CUES.has(before.lower) || MONTHS.has(before.lower));
  if ((word.value < 1900 || word.value > 2099) && !cue && !mark(before, '(') && !isDash(before)) return null;
  // "Room 2019 was shut"
  if (
    before?.kind === 'word' &&
    isCapital(before) &&
    /^(?:room|flat|flight|unit|suite|apartment|bus|train|route|highway|resolution|section|form|model|channel|hall)$/.test(
      before.lower,
    )
  )
    return null;
  if (after?.kind === 'word') {
    // "sold 2020 homes"
    if (COUNTING.has(before?.lower ?? '') && after.lower.endsWith('s') && !isCapital(after)) return null;
    // "the 1998 French Open"
    if (UNIT_WORDS.has(after.lower) || (BARE_PLURALS.has(after.lower) && !isCapital(after))) return null;
    const plural = after.lower.endsWith('s') && after.lower !== 'onwards' && !isCapital(after);
    if (plural && word.value % 100 === 0 && before?.lower !== 'the' && !(cue && before?.lower === 'in')) return null;
  }
  return word.value;
}

/** "July 5, 2017", "5 July", "the 5th of July 2017", "July 2017", "April". */
export function readMonthDate(words: Words, start: number): Reading | null {
  const found = readBareMonthDate(words, start);
  // "the March quarter" ends with its month
  if (found?.form.kind === 'month' && found.form.month % 3 === 0 && words[found.next]?.lower === 'quarter')
    return quarterTo(words, found.form, found.next + 1);
  if (found === null || (found.form.kind !== 'date' && found.form.kind !== 'month') || found.form.year !== null)
    return found;
  const at = words[found.next]?.lower === 'of' ? found.next + 1 : found.next;
  const shift = YEAR_SHIFTS.get(words[at]?.lower ?? '');
  if (shift === undefined || words[at + 1]?.lower !== 'year') return found;
  return { form: { ...found.form, yearShift: shift }, next: at + 2 };
}

/** "The March quarter", "the June quarter of 2025". */
function quarterTo(words: Words, month: Extract<TimeForm, { kind: 'month' }>, at: number): Reading {
  const { year, next } = month.year === null ? yearBehind(words, at) : { year: month.year, next: at };
  return { form: { kind: 'ending', n: 3, unit: 'month', end: { ...month, year } }, next };
}

/** "4 March last year", "March of last year". */
const YEAR_SHIFTS: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

function readBareMonthDate(words: Words, at: number): Reading | null {
  const first = dayNumber(words, at);
  if (first !== null) {
    const days = readDayRange(words, at, first);
    if (days !== null) return days;
    const of = words[first.next]?.lower === 'of' ? first.next + 1 : first.next;
    const name = monthName(words, of);
    if (name === null) return null;
    const year = yearBehind(words, name.next);
    if (!isDate(year.year, name.month, first.value)) return null;
    return { form: { kind: 'date', year: year.year, month: name.month, day: first.value }, next: year.next };
  }
  const name = monthName(words, at);
  if (name === null) return null;
  const the = words[name.next]?.lower === 'the' ? name.next + 1 : name.next;
  const day = dayNumber(words, the);
  if (day !== null && !isPercentOrCount(words, day.next)) {
    const year = yearBehind(words, day.next);
    if (isDate(year.year, name.month, day.value))
      return { form: { kind: 'date', year: year.year, month: name.month, day: day.value }, next: year.next };
  }
  const year = yearBehind(words, name.next);
  if (year.year === null && !standsAlone(words, at, name)) return null;
  return { form: { kind: 'month', year: year.year, month: name.month, shift: null, part: null }, next: year.next };
}

/** "5-8 June 2018", "3 to 6 May", "between 3 and 6 May". */
function readDayRange(words: Words, at: number, first: { value: number; next: number }): Reading | null {
  const link = words[first.next];
  const between = link?.lower === 'and' && words[at - 1]?.lower === 'between';
  // "on 7 and 8 April": one stretch, where the days are next to each other
  const pair = link?.lower === 'and' && words[at - 1]?.lower === 'on';
  if (!isDash(link) && link?.lower !== 'to' && !between && !pair) return null;
  const last = dayNumber(words, first.next + 1);
  if (last === null || last.value <= first.value || (pair && last.value !== first.value + 1)) return null;
  const end = readMonthDate(words, first.next + 1);
  if (end === null || end.form.kind !== 'date' || words[at]?.kind !== 'number') return null;
  return { form: { kind: 'range', from: { ...end.form, day: first.value }, to: end.form }, next: end.next };
}

/** After "March 5": a unit or a noun there means the figure was not the day. */
function isPercentOrCount(words: Words, at: number): boolean {
  const word = words[at];
  return (
    mark(word, '%') ||
    (word?.kind === 'word' && (UNIT_WORDS.has(word.lower) || word.lower === 'million' || word.lower === 'billion'))
  );
}

/** A year behind a month or a day, with "," or "of" or "last" between them or not. */
export function yearBehind(words: Words, at: number): { year: number | null; next: number } {
  let i = at;
  if (mark(words[i], ',') || words[i]?.lower === 'of' || words[i]?.lower === 'in') i++;
  const year = yearAt(words, i);
  if (year !== null && words[i]?.text.length === 4) return { year, next: i + 1 };
  return { year: null, next: at };
}

const MONTH_CUES: ReadonlySet<string> = new Set(
  'in since until till by from last this next early late mid of through before after during to and or between their his its the for around every each past'.split(
    ' ',
  ),
);

/** Whether a month's name without figures is a time: not "Theresa May", not "march on". */
function standsAlone(words: Words, at: number, name: { next: number; shy: boolean }): boolean {
  const before = words[at - 1];
  const after = words[name.next];
  if (before !== undefined && (MONTH_CUES.has(before.lower) || isDash(before))) {
    // "to May" may still be a person's name; a month does not go before a capitalised word, save "April Friday"
    return !(name.shy && isCapital(after) && before.lower !== 'in' && before.lower !== 'since');
  }
  if (name.shy) return words[at + 1]?.text === '.' && name.next === at + 2 && !isCapital(before);
  return !isCapital(before) && !(after !== undefined && isCapital(after));
}

/** "2017-07-05", "05/07/2017" where only one order makes a date. */
export function readNumericDate(words: Words, at: number): Reading | null {
  const [a, sep1, b, sep2, c] = words.slice(at, at + 5);
  if (a?.kind !== 'number' || b?.kind !== 'number' || c?.kind !== 'number') return null;
  if (sep1 === undefined || sep2 === undefined || sep1.text !== sep2.text || !['-', '/'].includes(sep1.text))
    return null;
  if (!glued(sep1) || !glued(b) || !glued(sep2) || !glued(c)) return null;
  if (a.text.length === 4 && isDate(a.value, b.value, c.value)) {
    return { form: { kind: 'date', year: a.value, month: b.value, day: c.value }, next: at + 5 };
  }
  if (c.text.length !== 4 && c.text.length !== 2) return null;
  const year = c.text.length === 4 ? c.value : 2000 + c.value;
  const dayFirst = isDate(year, b.value, a.value);
  const monthFirst = isDate(year, a.value, b.value);
  if (!dayFirst && !monthFirst) return null;
  if (dayFirst && monthFirst && a.value !== b.value) return { form: { kind: 'loose' }, next: at + 5 };
  const [month, day] = dayFirst ? [b.value, a.value] : [a.value, b.value];
  return { form: { kind: 'date', year, month, day }, next: at + 5 };
}

/** "1990s", "the '90s", "the nineties", "2016-17", "2016". */
export function readYears(words: Words, at: number): Reading | null {
  const word = words[at];
  if (word === undefined) return null;
  const s = words[at + 1];
  const tens = words[at + 1];
  if (
    (word.text === "'" || word.text === '’' || word.text === '‘') &&
    tens?.kind === 'number' &&
    tens.text.length === 2 &&
    glued(tens)
  ) {
    if (words[at + 2]?.lower === 's' && glued(words[at + 2]) && tens.value % 10 === 0) {
      return { form: { kind: 'decade', year: centuryOf(tens.value), part: null }, next: at + 3 };
    }
    return null;
  }
  const sAt = s?.lower === 's' && glued(s) ? at + 2 : -1;
  if (word.kind === 'number' && sAt > 0) {
    if (word.text.length === 4 && word.value % 10 === 0 && word.value >= 1000 && word.value < 2100) {
      return { form: { kind: 'decade', year: word.value, part: null }, next: sAt };
    }
    const the = words[at - 1]?.lower;
    if (
      word.text.length === 2 &&
      word.value % 10 === 0 &&
      (the === 'the' || the === 'early' || the === 'late' || isDash(words[at - 1]))
    ) {
      return { form: { kind: 'decade', year: centuryOf(word.value), part: null }, next: sAt };
    }
    return null;
  }
  const named = DECADE_WORDS.get(word.lower);
  if (named !== undefined && ['the', 'early', 'late', '-'].includes(words[at - 1]?.lower ?? '')) {
    return { form: { kind: 'decade', year: centuryOf(named), part: null }, next: at + 1 };
  }
  const year = yearAt(words, at);
  if (year === null) return null;
  const short = shortYearBehind(words, at, year);
  if (short !== null) return short;
  return { form: { kind: 'year', year, part: null }, next: at + 1 };
}

const centuryOf = (tens: number): number => (tens >= 30 ? 1900 : 2000) + tens;

/** "2016-17", "2016/17": both years together. */
function shortYearBehind(words: Words, at: number, year: number): Reading | null {
  const sep = words[at + 1];
  const end = words[at + 2];
  if (!(isDash(sep) || mark(sep, '/')) || !glued(sep) || end?.kind !== 'number' || !glued(end) || end.text.length !== 2)
    return null;
  const full = Math.floor(year / 100) * 100 + end.value;
  if (full <= year || full - year > 30) return null;
  return {
    form: { kind: 'range', from: { kind: 'year', year, part: null }, to: { kind: 'year', year: full, part: null } },
    next: at + 3,
  };
}

/** "The 19th century", "the twentieth century". */
export function readCentury(words: Words, at: number): Reading | null {
  const word = words[at];
  if (word === undefined) return null;
  let century: number | undefined;
  let i = at + 1;
  if (word.kind === 'number' && ORDINAL_ENDINGS.has(words[i]?.lower ?? '') && glued(words[i])) {
    century = word.value;
    i++;
  } else if (word.lower === 'twenty' && isDash(words[at + 1]) && words[at + 2]?.lower === 'first') {
    century = 21;
    i = at + 3;
  } else century = ORDINALS.get(word.lower);
  if (isDash(words[i])) i++;
  if (century === undefined || words[i]?.lower !== 'century' || !(century >= 1 && century <= 21)) return null;
  return { form: { kind: 'century', century, part: null }, next: i + 1 };
}

const CLOCK_WORDS: ReadonlySet<string> = new Set([
  'am',
  'pm',
  'a.m.',
  'p.m.',
  'a.m',
  'p.m',
  "o'clock",
  'o’clock',
  'gmt',
  'utc',
  'bst',
  'est',
  'edt',
  'pst',
  'pdt',
  'cet',
  'cest',
  'hrs',
]);

/** "10:30", "5 p.m.", "1.56pm", "1400 GMT", "4:39 left". */
export function readClock(words: Words, at: number): Reading | null {
  const word = words[at];
  const inWords = word?.kind === 'word' && CARDINALS.has(word.lower) && /^o['’]clock$/.test(words[at + 1]?.lower ?? '');
  if (inWords) return { form: { kind: 'clock' }, next: at + 2 };
  if (word?.kind !== 'number' || word.text.length > 5) return null;
  let i = at + 1;
  let colon = false;
  while (
    mark(words[i], ':') &&
    glued(words[i]) &&
    words[i + 1]?.kind === 'number' &&
    glued(words[i + 1]) &&
    words[i + 1]?.text.length === 2 &&
    i < at + 5
  ) {
    i += 2;
    colon = true;
  }
  const suffix = words[i];
  const clock =
    suffix?.kind === 'word' && CLOCK_WORDS.has(suffix.lower) && (suffix.lower !== 'hrs' || word.text.length === 4);
  if (clock) return { form: { kind: 'clock' }, next: i + 1 };
  return colon ? { form: { kind: 'clock' }, next: i } : null;
}

/** Which third of a time the words before it ask for: "early 2018", "mid-June", "the end of March". */
export function partBefore(words: Words, at: number): { part: Part; at: number } {
  let i = at - 1;
  if (isDash(words[i])) i--;
  if (words[i]?.lower === 'the') i--;
  if (words[i]?.lower === 'in') return { part: null, at };
  const part = PARTS.get(words[i]?.lower ?? '') ?? null;
  return part === null ? { part: null, at } : { part, at: i };
}
