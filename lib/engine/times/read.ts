/**
 * Finds every expression of time in a sentence's words: the readers in turn at each word, then what stands around each finding (part, range, bound).
 */

import {
  BOUNDS,
  CALENDAR_UNITS,
  DECADE_WORDS,
  EDGE_NOUNS,
  HOLIDAYS,
  MONTHS,
  SEASONS,
  VAGUE_TIMES,
  WEEKDAYS,
} from '../lexicon/calendar.ts';
import { PHRASE_ENDS } from '../lexicon/count-nouns.ts';
import { CARDINALS, ORDINALS } from '../lexicon/number-words.ts';
import { isDash, type Word } from '../quantities/scan.ts';
import { readCounted, readWindow } from './counted.ts';
import { partBefore, readCentury, readClock, readMonthDate, readNumericDate, readYears } from './dates.ts';
import { readAttacks, readEaster, readNth } from './feasts.ts';
import type { Bound, Part, Reading, TimeExpression, TimeForm } from './forms.ts';
import { readMonths, readQuarter, readSeason } from './quarters.ts';
import {
  DAY_WORDS,
  readCurrent,
  readEdge,
  readFiscal,
  readHoliday,
  readThen,
  readVague,
  readWeekday,
  SHIFTS,
  shiftBefore,
} from './relative.ts';

type Words = readonly Word[];

type Reader = (words: Words, at: number) => Reading | null;
/** A reader and what it can start with: figures, or these words. */
type Entry = { readonly reader: Reader; readonly starts: Iterable<string>; readonly figures: boolean };

const entry = (reader: Reader, starts: Iterable<string>, figures = false): Entry => ({ reader, starts, figures });
const COUNT_STARTS = [...CARDINALS.keys(), 'a', 'an', 'half'];

/** In order of precedence. */
const ENTRIES: readonly Entry[] = [
  entry(readVague, VAGUE_TIMES.map(firstWord)),
  entry(readNumericDate, [], true),
  entry(readAttacks, ['september'], true),
  entry(readClock, CARDINALS.keys(), true),
  entry(
    readHoliday,
    HOLIDAYS.map(([name]) => firstWord(name)),
  ),
  entry(readEaster, ['easter']),
  entry(readNth, ['the']),
  entry(readFiscal, ['fiscal', 'financial', 'tax', 'academic', 'school', 'fy']),
  entry(readMonthDate, MONTHS.keys(), true),
  entry(readMonths, ['first', 'opening', 'last', 'final', 'closing']),
  entry(readQuarter, [...ORDINALS.keys(), 'final', 'last', 'q1', 'q2', 'q3', 'q4', 'h1', 'h2'], true),
  entry(readCentury, [...ORDINALS.keys(), 'twenty'], true),
  entry(readYears, [...DECADE_WORDS.keys(), "'", '’', '‘'], true),
  entry(readSeason, SEASONS.keys()),
  entry(readWeekday, [...WEEKDAYS.keys(), ...SHIFTS.keys()]),
  entry(readWindow, ['past', 'last', 'previous', 'preceding', 'next', 'coming', 'within', 'in']),
  entry(readCurrent, [...DAY_WORDS.keys(), ...SHIFTS.keys(), 'earlier', 'later', 'the']),
  entry(readThen, ['that', 'the']),
  entry(readEdge, EDGE_NOUNS.keys()),
  entry(readCounted, COUNT_STARTS, true),
];

function firstWord(phrase: string): string {
  return phrase.split(' ')[0] ?? '';
}

const FIGURE_READERS: readonly Reader[] = ENTRIES.filter((e) => e.figures).map((e) => e.reader);

/** The readers each first word may start: most words start none, which is what makes the stage fast. */
const WORD_READERS: ReadonlyMap<string, readonly Reader[]> = (() => {
  const table = new Map<string, Reader[]>();
  for (const { reader, starts } of ENTRIES) {
    for (const start of new Set(starts)) table.set(start, [...(table.get(start) ?? []), reader]);
  }
  return table;
})();

function readAt(words: Words, at: number): Reading | null {
  const word = words[at];
  if (word === undefined) return null;
  const readers =
    word.kind === 'number' ? FIGURE_READERS : WORD_READERS.get(word.lower.startsWith('fy') ? 'fy' : word.lower);
  if (readers === undefined) return null;
  for (const reader of readers) {
    const found = reader(words, at);
    if (found !== null) return found;
  }
  return null;
}

/** A weekday right before a full date is part of it: "Monday, 3 July". */
function withWeekday(words: Words, found: Reading): Reading {
  if (found.form.kind !== 'weekday' || found.form.shift !== null) return found;
  let i = found.next;
  if (words[i]?.text === ',') i++;
  if (words[i]?.lower === 'the') i++;
  const date = readMonthDate(words, i);
  return date !== null && date.form.kind === 'date' ? date : found;
}

function withPart(form: TimeForm, part: Part): TimeForm {
  if (part === null) return form;
  if (
    form.kind === 'month' ||
    form.kind === 'year' ||
    form.kind === 'decade' ||
    form.kind === 'century' ||
    form.kind === 'season' ||
    form.kind === 'current'
  ) {
    return { ...form, part };
  }
  return form;
}

/** What stands before the finding and belongs to it: "early", "mid-", "last", "the end of", "earlier". Gives the new start. */
function widen(words: Words, start: number, form: TimeForm, from: number): { at: number; form: TimeForm } {
  let at = start;
  let out = form;
  if (out.kind === 'month' && out.year === null) {
    const shifted = shiftBefore(words, at);
    if (shifted.shift !== null && shifted.at >= from) {
      at = shifted.at;
      out = { ...out, shift: shifted.shift };
    }
  }
  if (out.kind === 'season' && out.shift !== null) at = Math.max(from, at - 1);
  const counted = words[at - 1]?.kind === 'number' || COUNTS.has(words[at - 1]?.lower ?? '');
  if (out.kind === 'ending' && counted) return { at: Math.max(from, at - 1), form: out };
  if (out.kind === 'date') return { at, form: out };
  // "the Friday before last": the article goes with what replaces it
  if (out.kind === 'weekday' && out.plus !== 0 && words[at - 1]?.lower === 'the' && at > from)
    return { at: at - 1, form: out };
  const part = partBefore(words, at);
  if (part.part !== null && part.at >= from) return { at: part.at, form: withPart(out, part.part) };
  let i = at - 1;
  if (words[i]?.lower === 'the') i--;
  const edge = words[i]?.lower === 'of' ? EDGE_NOUNS.get(words[i - 1]?.lower ?? '') : undefined;
  if (edge !== undefined && i - 1 >= from) {
    const the = words[i - 2]?.lower === 'the' && i - 2 >= from;
    return { at: the ? i - 2 : i - 1, form: withPart(out, edge) };
  }
  return { at, form: out };
}

const NO_RANGE: ReadonlySet<TimeForm['kind']> = new Set([
  'clock',
  'loose',
  'until now',
  'within',
  'window',
  'then',
  'event',
  'ago',
]);

/** "February 16 and 17": two days next to each other. */
function isNextDay(words: Words, { form, next }: Reading): boolean {
  const [and, day, after] = [words[next], words[next + 1], words[next + 2]];
  const isBare = after === undefined || after.kind === 'mark' || PHRASE_ENDS.has(after.lower);
  return form.kind === 'date' && and?.lower === 'and' && day?.value === form.day + 1 && isBare;
}

/** "2014-2017", "July 3-5", "from Monday to Friday", "between March and June". */
function withRange(words: Words, start: number, found: Reading): Reading {
  if (NO_RANGE.has(found.form.kind)) return found;
  const link = words[found.next];
  if (link === undefined) return found;
  const before = words[start - 1]?.lower;
  const joins =
    isDash(link) ||
    isNextDay(words, found) ||
    link.lower === 'to' ||
    link.lower === 'through' ||
    (link.lower === 'and' && before === 'between') ||
    (link.lower === 'until' && before === 'from');
  if (!joins) return found;
  if (found.form.kind === 'date') {
    const day = words[found.next + 1];
    const after = words[found.next + 2];
    const bare =
      day?.kind === 'number' &&
      day.text.length <= 2 &&
      day.value > found.form.day &&
      day.value <= 31 &&
      !(after?.kind === 'word' && !after.spaced);
    if (bare && readMonthDate(words, found.next + 1) === null) {
      let { year } = found.form;
      let next = found.next + 2;
      if (words[next]?.text === ',' && words[next + 1]?.kind === 'number' && words[next + 1]?.text.length === 4) {
        year = words[next + 1]?.value ?? null;
        next += 2;
      }
      return {
        form: { kind: 'range', from: { ...found.form, year }, to: { ...found.form, year, day: day.value } },
        next,
      };
    }
  }
  const other = readAt(words, found.next + 1);
  if (other === null || NO_RANGE.has(other.form.kind) || other.form.kind === 'range') return found;
  if (link.lower === 'to' && before !== 'from' && other.form.kind !== found.form.kind) return found;
  let from = found.form;
  if (
    (from.kind === 'month' || from.kind === 'date') &&
    from.year === null &&
    (other.form.kind === 'month' || other.form.kind === 'date')
  ) {
    from = { ...from, year: other.form.year };
  }
  return { form: { kind: 'range', from, to: other.form }, next: other.next };
}

const ENDING: ReadonlySet<string> = new Set(['ending', 'ended', 'to', 'beginning', 'starting', 'commencing']);

/** "The year ending Oct. 31", "the 12 months to June": at the unit's noun. */
function readEnding(words: Words, at: number): Reading | null {
  const unit = CALENDAR_UNITS.get(words[at]?.lower ?? '');
  if (unit !== 'year' && unit !== 'quarter' && unit !== 'month' && unit !== 'week') return null;
  let i = at + 1;
  const link = words[i]?.lower ?? '';
  if (!ENDING.has(link)) return null;
  i++;
  if (words[i]?.lower === 'in' || words[i]?.lower === 'on' || words[i]?.lower === 'the') i++;
  // "the three months to the end of June"
  if (words[i]?.lower === 'end' && words[i + 1]?.lower === 'of') i += 2;
  const end = readMonthDate(words, i) ?? (unit === 'year' && link === 'to' ? readYears(words, i) : null);
  if (end === null || !/^(?:date|month|year)$/.test(end.form.kind)) return null;
  // "the year to 2024": more than one, or no stretch
  if (end.form.kind === 'year' && !(words[at - 1]?.kind === 'number' || COUNTS.has(words[at - 1]?.lower ?? '')))
    return null;
  const before = words[at - 1];
  const n = before?.kind === 'number' ? before.value : (COUNTS.get(before?.lower ?? '') ?? 1);
  if (!(n >= 1 && n < 1000)) return null;
  const isStart = /^(?:beginning|starting|commencing)$/.test(link);
  // "each month beginning in June"
  if (isStart && (end.form.kind === 'year' || (unit === 'month' && n === 1))) return null;
  return { form: { kind: 'ending', n: isStart ? -n : n, unit, end: end.form }, next: end.next };
}
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['ten', 10],
  ['eleven', 11],
  ['nine', 9],
  ['twelve', 12],
]);

/** "since records began in 1971", "since taking office in 2019", "since its launch in 2001": the "since" is that of the year, past the few words that tell no event of their own. */
function isSince(words: Words, at: number): boolean {
  if (words[at]?.lower !== 'in') return false;
  const since = [at - 2, at - 3, at - 4, at - 5].find((i) => words[i]?.lower === 'since') ?? at;
  const between = words.slice(since + 1, at);
  if (between.length === 0 || between.some(({ kind }) => kind !== 'word')) return false;
  const [first, last] = [between[0]?.lower ?? '', between.at(-1)?.lower ?? ''];
  if (/^(?:began|begun|started)$/.test(last)) return between.length === 2;
  if (/[a-z]{2}ing$/.test(first)) return true;
  const isNoun = /^(?:its|the|his|her|their|a|an)$/.test(first) && between.length <= 3;
  return (
    isNoun &&
    !between.some(({ lower }) => /ed$|^(?:was|were|had|has|is|won|lost|came|took|left|fell|rose)$/.test(lower))
  );
}

function boundBefore(words: Words, at: number, next: number, form: TimeForm): Bound {
  if (form.kind === 'clock' || form.kind === 'loose' || form.kind === 'within') return null;
  if (form.kind === 'until now') return 'until';
  let i = at - 1;
  if (words[i]?.lower === 'the' || words[i]?.lower === 'at') i--;
  // "after the 2016 election": the year names the election, and bounds nothing
  const noun = words[next];
  const named = i < at - 1 && noun?.kind === 'word' && noun.spaced && !PHRASE_ENDS.has(noun.lower);
  if (named) return null;
  // "after last year signing a deal"
  const doing = form.kind === 'current' && /[a-z]{2}ing$/.test(noun?.lower ?? '') && noun?.spaced === true;
  if (doing) return null;
  // "from 2019 onwards"
  if (/^onwards?$/.test(noun?.lower ?? '')) return 'since';
  const isYear = form.kind === 'year' || (form.kind === 'month' && form.year !== null);
  if (isYear && isSince(words, i)) return 'since';
  // "up to 2019"
  if (isYear && words[i]?.lower === 'to' && words[i - 1]?.lower === 'up') return 'until';
  const bound = BOUNDS.get(words[i]?.lower ?? '') ?? null;
  // "killed by Friday's blast", "two days after Monday's vote": not a bound of the day
  if (bound === 'by' && form.kind === 'then') return null;
  return bound;
}

/** What may close a finding: "Friday night", "Monday's". */
const DAY_TAILS: ReadonlySet<string> = new Set(['morning', 'afternoon', 'evening', 'night', 'lunchtime']);

/**
 * Every expression of time, in order, none inside another.
 * @param words the sentence's words, as `scan` gives them
 */
export function readTimes(words: Words): TimeExpression[] {
  const found: TimeExpression[] = [];
  let from = 0;
  let i = 0;
  while (i < words.length) {
    const first = readEnding(words, i) ?? readAt(words, i);
    if (first === null) {
      i++;
      continue;
    }
    const reading = withRange(words, i, withWeekday(words, first));
    const { at, form } = widen(words, i, reading.form, from);
    let { next } = reading;
    if ((form.kind === 'weekday' || form.kind === 'current') && DAY_TAILS.has(words[next]?.lower ?? '')) next++;
    found.push({ at, next, form, bound: boundBefore(words, at, next, form) });
    from = next;
    i = next;
  }
  return found;
}
