/**
 * Readers for times with a count in them: "two days ago", "a week tomorrow", "two days after the vote", "the past three years".
 */

import { CALENDAR_UNITS, type CalendarUnit, WEEKDAYS } from '../lexicon/calendar.ts';
import { readNumber } from '../quantities/numbers.ts';
import { isDash, type Word } from '../quantities/scan.ts';
import type { Reading } from './forms.ts';
import { DAY_WORDS, PAST } from './relative.ts';

type Words = readonly Word[];

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
  // "two hours after the vote": how long, in no calendar
  if (unit === 'hour') return null;
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

/** "In the next year it lost 40 jobs": of the story, where what follows is over. */
const tellsBehind = (words: Words, at: number): boolean => {
  const behind = words.slice(at, at + 6).map(({ lower }) => lower);
  return (
    behind.some((word) => PAST.test(word)) && !behind.some((word) => /^(?:will|would|to|said|says|is|are)$/.test(word))
  );
};

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
    // "the last week of February": of that month
    const unitEnd = count?.next ?? at + 2;
    if (words[unitEnd]?.lower === 'of' && words[at - 1]?.lower === 'the') return null;
    if (count?.unit === 'hour' || lasted) return { form: { kind: 'within' }, next: count?.next ?? at };
    if (count !== null) return { form: { kind: 'window', n: way * count.n, unit: count.unit }, next: count.next };
    const unit = CALENDAR_UNITS.get(words[at + 1]?.lower ?? '');
    const the = words[at - 1]?.lower === 'the';
    // "over the next month": from now on, and not in the month that comes
    const within =
      the && first === 'next' && /^(?:over|within|during|through|throughout|in|for)$/.test(words[at - 2]?.lower ?? '');
    const isOne = unit !== undefined && unit !== 'day' && unit !== 'hour' && !words[at + 1]?.lower.endsWith('s');
    // "in the next year or two"
    if (within && isOne && words[at + 2]?.lower !== 'or')
      return {
        form: lasts(words, at) || tellsBehind(words, at + 2) ? { kind: 'within' } : { kind: 'window', n: 1, unit },
        next: at + 2,
      };
    if (
      unit !== undefined &&
      !words[at + 1]?.lower.endsWith('s') &&
      (first === 'past' || first === 'coming' || (the && first === 'last' && unit !== 'day'))
    ) {
      const isHalfMore = ['and', 'a', 'half'].every((word, i) => words[at + 2 + i]?.lower === word);
      return { form: { kind: 'window', n: isHalfMore ? 1.5 * way : way, unit }, next: isHalfMore ? at + 5 : at + 2 };
    }
    return null;
  }
  if (first === 'within') {
    const count = unitCount(words, at + 1);
    return count === null || count.unit === 'hour' || words[count.next]?.lower === 'of'
      ? null
      : { form: { kind: 'within' }, next: count.next };
  }
  if (first === 'in') {
    const count = unitCount(words, at + 1);
    const isOwner = /^['’]s?$/.test(words[count?.next ?? at]?.text ?? '');
    const time = (count?.next ?? at) + (isOwner ? 1 : 0);
    if (count !== null && words[time]?.lower === 'time')
      return { form: { kind: 'ago', n: count.n, unit: count.unit }, next: time + 1 };
  }
  return null;
}
