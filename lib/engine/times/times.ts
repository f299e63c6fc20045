/**
 * Stage 8: times. Reads what a sentence says of days, months, years and stretches of them, and places it against the day of publication.
 *
 * The method is the one of rule-based temporal taggers (read the expression first, resolve it afterwards: Strötgen and Gertz, HeidelTime, 2010; Chang and Manning,
 * SUTime, 2012), with the lean to the past that news calls for. Seasons are those of the northern half of the world.
 */

import { type CalendarUnit, SAID_WORDS, WEEKDAYS } from '../lexicon/calendar.ts';
import { PHRASE_ENDS } from '../lexicon/count-nouns.ts';
import { scan, type Word } from '../quantities/scan.ts';
import type { Span, Time } from '../types.ts';
import { civil, type Days, isoOf, parseIso } from './calendar.ts';
import type { TimeExpression, TimeForm } from './forms.ts';
import { type Outlook, outlookOf, wasForeseen } from './outlook.ts';
import { readTimes } from './read.ts';
import { bounded, type Placed, place, type Setting, UNPLACED } from './resolve.ts';

export type TimeContext = {
  /** Local date YYYY-MM-DD of publication; without it relative times stay unresolved. */
  readonly publishedOn?: string;
  /** The day the sentences before spoke of last, YYYY-MM-DD: what "the next day" counts from. */
  readonly previousDate?: string;
  /** Whether the clause looks forward; told from the sentence's own words where not given. */
  readonly future?: boolean;
};

const A_YEAR = 366;

type Counted = { readonly unit: CalendarUnit; readonly n: number };

/** Whether an expression names a month. */
const tellsMonth = ({ kind }: TimeForm): boolean => kind === 'month' || kind === 'date';

/**
 * The year a sentence has named, for a month behind it; null where that month cannot lie in it: a loan "falls due in 2027", and what was repaid "in December"
 * was not repaid then; a council that met "in 2025" and "will meet on 11 April" does so later.
 */
function fits(year: number | null, form: TimeForm, outlook: Outlook, published: number | null): number | null {
  if (year === null || published === null || (form.kind !== 'month' && form.kind !== 'date')) return year;
  const now = civil(published);
  const isGone = year < now.year || (year === now.year && form.month < now.month);
  const isAhead = year > now.year || (year === now.year && form.month > now.month);
  return (outlook === 'ahead' && isGone) || (outlook === 'past' && isAhead) ? null : year;
}

/** What "the next day" or "a week earlier" counts from: the last single day, or for weeks the last stretch where it is a short one. */
function originOf({ unit, n }: Counted, { stretch, day, week, dated }: Story): Days | null {
  if (unit === 'month' && n === 0 && dated !== null) return dated;
  if (unit === 'week' && week !== null && stretch !== null && Math.abs(stretch.from - week.from) <= 31) return week;
  if (unit === 'week' && stretch !== null && stretch.to - stretch.from <= 31) return stretch;
  // "In 1962 she … . The next day": not the day after the last one named, which was half a century later
  if (day !== null && stretch !== null && (day.from - stretch.to > A_YEAR || stretch.from - day.to > A_YEAR))
    return stretch;
  return unit === 'day' || unit === 'hour' || unit === 'week' ? (day ?? stretch) : stretch;
}

/** "Two days after the July 3 vote": the event's own date, told right behind it. */
function eventDate(
  words: readonly Word[],
  { form, next }: TimeExpression,
  other: TimeExpression | undefined,
  setting: Setting,
): (TimeForm & { readonly kind: 'then'; readonly days: Days }) | null {
  if (form.kind !== 'event' || other === undefined || other.at - next > 3 || other.form.kind === 'event') return null;
  for (let i = next; i < other.at; i++) if (words[i]?.kind === 'mark') return null;
  const { days } = place(other.form, setting);
  return days === null ? null : { kind: 'then', n: form.n, unit: form.unit, days };
}

/** A year other than that of publication, named with a day or month: months behind it in the sentence belong to it. */
function yearNamed(form: TimeForm, placed: Placed, published: number | null): number | null {
  if (
    (form.kind !== 'date' && form.kind !== 'month' && form.kind !== 'year') ||
    form.year === null ||
    placed.days === null
  )
    return null;
  return published !== null && civil(published).year === form.year ? null : form.year;
}

function toTime(text: string, words: readonly Word[], expression: TimeExpression, placed: Placed): Time {
  const start = words[expression.at]?.start ?? 0;
  const end = words[expression.next - 1]?.end ?? start;
  // "before the end of the year" ends with the year, not with what comes before its last months
  const ends = expression.bound === 'before' && /^(?:the )?(?:end|close)\b/i.test(text.slice(start, end));
  const bound = ends ? 'by' : expression.bound;
  const open = placed.days === null ? { from: null, to: null } : bounded(placed.days, bound);
  const from = open.from === null ? null : isoOf(open.from);
  const to = open.to === null ? null : isoOf(open.to);
  const basis = from === null && to === null ? 'unresolved' : placed.basis;
  return { start, end, text: text.slice(start, end), from, to, basis };
}

/** The stretch the story spoke of last, and the single day: "the next day" follows the day, even where a quarter was named in between. */
type Story = {
  readonly stretch: Days | null;
  readonly day: Days | null;
  readonly week: Days | null;
  /** The last stretch whose month was named: "the same month" is that one, and not the month of a weekday on which somebody spoke. */
  readonly dated: Days | null;
  /** How many sentences ago that was. */
  readonly age: number;
};

/** "The vote was on 10 March. The count ended on the 14th.": the month named in the same sentence or the one before. */
const monthOf = ({ dated, age }: Story): Days | null => (age < 2 ? dated : null);

/** A sentence taken apart, once for both stages that read it so: the words, and what they say of times. */
export type Scanned = { readonly words: readonly Word[]; readonly expressions: readonly TimeExpression[] };

export function scanSentence(text: string, sentence: Span): Scanned {
  const words = scan(text, sentence);
  return { words, expressions: readTimes(words) };
}

/** "The match was on Wednesday. … said, “We learned from today's game.”": on which day that was said, nobody tells. */
function isOtherDay(
  words: readonly Word[],
  { at, form }: TimeExpression,
  day: Days | null,
  published: number | null,
): boolean {
  if (form.kind !== 'current' || form.unit !== 'day' || form.shift !== 0 || day === null || published === null)
    return false;
  const marks = words.slice(0, at).filter(({ text }) => text === '"').length;
  const told = words.some(({ text }) => WEEKDAYS.has(text.toLowerCase()));
  return marks % 2 === 1 && !told && day.from < published && published - day.from < 7;
}

/** "February sales", "the June contract", "every day beyond April 30", and where no verb tells of it: of a month and a day that recur every year the one that is much nearer. */
function isNear(words: readonly Word[], { at, next, form }: TimeExpression, outlook: Outlook): boolean {
  const isDays = form.kind === 'range' && (form.to.kind === 'month' || form.to.kind === 'date');
  if (isDays && outlook !== 'past') return true;
  if (form.kind === 'fraction' || (form.kind === 'ending' && outlook !== 'past')) return true;
  if (form.kind !== 'month' && form.kind !== 'date') return false;
  const before = words.slice(Math.max(0, at - 4), at).map(({ lower }) => lower);
  const behind = words[next];
  const isNoun =
    form.kind === 'month' &&
    behind?.kind === 'word' &&
    /^(?:\p{L}|['’]s$)/u.test(behind.text) &&
    !PHRASE_ENDS.has(behind.lower) &&
    !SAID_WORDS.has(behind.lower);
  const part = words[at - 2]?.lower === 'part' ? words[at - 5]?.lower : '';
  const isBound = [...before.slice(-2), part].some((word) => /^(?:beyond|by|until)$/.test(word ?? ''));
  // "are released on March 31": no past
  const isToBe = /^(?:is|are)$/.test(before[0] ?? '') || /^(?:is|are)$/.test(before[1] ?? '');
  return outlook !== 'past' || isNoun || isBound || isToBe;
}

/** "fell to 182 in 1986 from 313 in 1985": what is compared with is not the time of the story. */
function isBase(words: readonly Word[], { at }: TimeExpression, earlier: TimeExpression | undefined): boolean {
  if (earlier === undefined) return false;
  const between = words.slice(Math.max(earlier.next, at - BASE_WORDS), at);
  return between.some(({ lower }) => /^(?:from|against|versus|vs|than|compared)$/.test(lower));
}

const BASE_WORDS = 8;

/** What is known before any sentence is read: the day of publication, and whether the clause looks forward. */
type Told = { readonly published: number | null; readonly future?: boolean };

const toldIn = ({ publishedOn, future }: TimeContext): Told => ({
  published: parseIso(publishedOn),
  ...(future !== undefined && { future }),
});

/** The times of one sentence, and the stretch the story has come to at its end. */
function timesAndDate(
  text: string,
  { words, expressions }: Scanned,
  { published, future: told }: Told,
  previous: Story,
): { times: Time[]; story: Story } {
  let { stretch, day, week, dated } = previous;
  let age = previous.age + 1;
  let year: number | null = null;
  const times: Time[] = [];
  for (const [n, expression] of expressions.entries()) {
    const { form } = expression;
    if (form.kind === 'clock') continue;
    const outlook = told === undefined ? outlookOf(words, expression) : told ? 'ahead' : 'open';
    const future = outlook === 'ahead';
    const story = { stretch, day, week, dated, age };
    const origin = form.kind === 'nth' ? monthOf(story) : form.kind === 'then' ? originOf(form, story) : stretch;
    // "the winner on the 14th": of no month that is told
    if (form.kind === 'nth' && origin === null) continue;
    const setting: Setting = {
      published,
      previous: origin,
      future,
      past: outlook === 'past',
      near: isNear(words, expression, outlook),
      year: fits(year, form, outlook, published),
    };
    const event = form.kind === 'event' ? eventDate(words, expression, expressions[n + 1], setting) : null;
    const isUnsure =
      isOtherDay(words, expression, day, published) || (told === undefined && wasForeseen(words, expression));
    const placed: Placed = isUnsure
      ? UNPLACED
      : place(event ?? form, event === null ? setting : { ...setting, previous: event.days });
    // "by Thursday 40 had died": as of that day
    const led = words.slice(Math.max(0, expression.at - 7), expression.at).some(({ lower }) => lower === 'to');
    const asOf = expression.bound === 'by' && outlook === 'past' && !led && /^(?:weekday|date)$/.test(form.kind);
    times.push(toTime(text, words, asOf ? { ...expression, bound: null } : expression, placed));
    // "since 2008" and "the 2016 election" set no scene; "in 1945" does
    if (form.kind === 'date' && form.isName) continue;
    const scene = form.kind !== 'year' || words[expression.at - 1]?.lower === 'in';
    if (scene && expression.bound === null) year = yearNamed(form, placed, published) ?? year;
    if (isBase(words, expression, expressions[n - 1])) continue;
    if (placed.days !== null && expression.bound !== 'since' && form.kind !== 'window' && form.kind !== 'until now') {
      stretch = placed.days;
      if (tellsMonth(form)) {
        dated = stretch;
        age = 0;
      }
      if (stretch.from === stretch.to) day = stretch;
      // "on the week before" is what a week is set beside, and not the week that is told of
      if (stretch.to - stretch.from < 7 && form.kind !== 'then') week = stretch;
    }
  }
  return { times, story: { stretch, day, week, dated, age } };
}

/**
 * The times of one sentence.
 * @param text the whole text
 * @param sentence the sentence's span
 * @param context the day of publication and of the story so far; malformed dates count as unknown
 * @returns times in order, both ends included, null for an open or unknown end
 */
export function findTimes(text: string, sentence: Span, context: TimeContext = {}): Time[] {
  const day = parseIso(context.previousDate);
  const days = day === null ? null : { from: day, to: day };
  return timesAndDate(text, scanSentence(text, sentence), toldIn(context), {
    stretch: days,
    day: days,
    week: days,
    dated: null,
    age: 0,
  }).times;
}

/**
 * Reads a document's sentences one after another, the date of the story handed on from each to the next, so that "the next day" follows the day named last.
 * @returns gives the times of the next sentence
 */
export function storyTimes(text: string, context: { readonly publishedOn?: string } = {}): (next: Scanned) => Time[] {
  const told = toldIn(context);
  let story: Story = { stretch: null, day: null, week: null, dated: null, age: 0 };
  return (next) => {
    const found = timesAndDate(text, next, told, story);
    story = found.story;
    return found.times;
  };
}

/** The times of a document's sentences, one list for each. */
export function timesBySentence(
  text: string,
  sentences: readonly Span[],
  context: { readonly publishedOn?: string } = {},
): Time[][] {
  const timesOf = storyTimes(text, context);
  return sentences.map((sentence) => timesOf(scanSentence(text, sentence)));
}
