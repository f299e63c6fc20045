/**
 * Stage 8: times. Reads what a sentence says of days, months, years and stretches of them, and places it against the day of publication.
 *
 * The method is the one of rule-based temporal taggers (read the expression first, resolve it afterwards: Strötgen and Gertz, HeidelTime, 2010; Chang and Manning,
 * SUTime, 2012), with the lean to the past that news calls for. Seasons are those of the northern half of the world.
 */

import {
  type CalendarUnit,
  FUTURE_WORDS,
  ON_DAY_VERBS,
  SAID_WORDS,
  SCHEDULE_VERBS,
  WEEKDAYS,
} from '../lexicon/calendar.ts';
import { scan, type Word } from '../quantities/scan.ts';
import type { Span, Time } from '../types.ts';
import { civil, type Days, isoOf, parseIso } from './calendar.ts';
import type { TimeExpression, TimeForm } from './forms.ts';
import { readTimes } from './read.ts';
import { PAST } from './relative.ts';
import { bounded, type Placed, place, type Setting, UNPLACED } from './resolve.ts';

export type TimeContext = {
  /** Local date YYYY-MM-DD of publication; without it relative times stay unresolved. */
  readonly publishedOn?: string;
  /** The day the sentences before spoke of last, YYYY-MM-DD: what "the next day" counts from. */
  readonly previousDate?: string;
  /** Whether the clause looks forward; told from the sentence's own words where not given. */
  readonly future?: boolean;
};

const CLAUSE_MARKS: ReadonlySet<string> = new Set([';', ':', '“', '”', '"', '—', '(', ')', '.', '!', '?']);
const CLAUSE_WORDS: ReadonlySet<string> = new Set([
  'that',
  'who',
  'which',
  'but',
  'because',
  'although',
  'while',
  'when',
  'after',
  'where',
]);

/** "Polls open on June 3": the plain present, with no "to" or "did" before it; or "sentencing is on 12 June", "when he is sentenced on 7 May". */
function isScheduled(words: readonly Word[], at: number): boolean {
  const word = words[at]?.lower ?? '';
  if (word === 'is' || word === 'are') return isFixed(words, at);
  // "reports its results in May", "faces voters in November"
  if (
    /^(?:reports|faces)$/.test(word) &&
    DUE_OBJECTS.has(words[at + 1]?.lower === 'its' ? (words[at + 2]?.lower ?? '') : (words[at + 1]?.lower ?? ''))
  )
    return true;
  // "Hapag-Lloyd reports on Nov. 13"
  if (word === 'reports') return words[at + 1]?.lower === 'on' && /^\p{Lu}/u.test(words[at - 1]?.text ?? '');
  // "appears before the court on Friday": what stands between is short, and no verb in the past
  const on = words.findIndex(({ lower }, i) => i > at && i <= at + 6 && lower === 'on');
  // "shares fell before debates on Friday": a noun of what is told in the past
  const told = words.slice(Math.max(0, at - REACH), at).some(({ lower }) => PAST.test(lower));
  const onDay = ON_DAY_VERBS.has(word) && on > 0 && !told && !words.slice(at + 1, on).some(isPast);
  if (!SCHEDULE_VERBS.has(word) && !onDay) return false;
  // "housing starts fell": a noun with its verb behind it
  if (/^(?:fell|rose|were|was|are|is|have|has|had)$|[a-z]{2}ed$/.test(words[at + 1]?.lower ?? '')) return false;
  return !/^(?:to|did|was|were|the|a|an|at|not|and|his|its|their|of|could|would|by)$/.test(
    words[at - 1]?.lower ?? 'the',
  );
}

const DUE_OBJECTS: ReadonlySet<string> = new Set(
  'results earnings figures voters trial court election elections sentencing'.split(' '),
);

const PARTICIPLE =
  /[a-z]{2}ed$|^(?:made|held|paid|sent|built|read|heard|given|chosen|drawn|shown|taken|sworn|put|set|cut)$/;

/** "Sentencing is on 12 June", "the election is in May", "the draw is made in Nyon on Friday". */
function isFixed(words: readonly Word[], at: number): boolean {
  const [next, after] = [words[at + 1], words[at + 2]];
  const named = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.text ?? '');
  if (next?.lower === 'on' || (next?.lower === 'in' && named(after))) return true;
  if (next === undefined || !PARTICIPLE.test(next.lower)) return false;
  const on = words.slice(at + 2, at + 8).findIndex(({ lower }) => lower === 'on');
  return on === 0 || (on > 0 && /^(?:in|at|by|before)$/.test(after?.lower ?? ''));
}

const REACH = 14;

/** With "to" behind them these speak of what is to come, in whatever tense they stand. */
const PROMISES: ReadonlySet<string> = new Set(
  `promised promises promise vowed vows vow pledged pledges pledge plan plans planned planning hope hopes hoped hoping expect expects expected try tries trying
   fight fighting seek seeking bid want wants wanted aim aims aimed aiming intend intends intended agreed scheduled due`.split(
    /\s+/,
  ),
);
/** What is had before its time comes. */
const AHEAD: ReadonlySet<string> = new Set('bookings reservations forecast forecasts outlook tickets'.split(' '));

/** "could resume on Monday", "may vote on Friday", "must reply by 1 July"; not "may have voted", "could not agree", "in May". */
function isOpen(words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? '';
  if (!/^(?:could|may|might|must|should|can)$/.test(word)) return false;
  const next = words[at + 1]?.lower ?? '';
  return next !== 'have' && !(word === 'could' && (next === 'not' || next === "n't"));
}

/** "would start in July", of what somebody announced; not "would have started". */
const isAnnounced = (words: readonly Word[], at: number): boolean =>
  words[at]?.lower === 'would' &&
  words[at + 1]?.lower !== 'have' &&
  words.slice(0, at).some(({ lower }) => SAID_WORDS.has(lower));

/** "Does not expect the strike to end", "wants the law to pass": somebody else's deed to come. */
const isAwaited = (words: readonly Word[], at: number, to: number): boolean =>
  /^(?:expect|expects|expected|want|wants|wanted|asked|ordered|urged|told|allow|allows|allowed)$/.test(
    words[at]?.lower ?? '',
  ) && words.slice(at + 1, to).some(({ lower }, i, all) => lower === 'to' && i < all.length - 1);

/** "up for election in November", "the November ballot": votes are held in months to come, whatever the tense of the rest. */
function isPoll(words: readonly Word[], { at, next, form }: TimeExpression, lead: number): boolean {
  if (form.kind !== 'month' || form.year !== null || form.shift !== null) return false;
  if (/^(?:ballot|ballots|election|elections|referendum|polls|vote|runoff|primary)$/.test(words[next]?.lower ?? ''))
    return true;
  return (
    words[lead - 1]?.lower === 'up' ||
    /^(?:chances|prospects|odds)$/.test(words[lead - 1]?.lower ?? '') ||
    words[at - 2]?.lower === 'election'
  );
}

/** Whether the clause around an expression looks forward. Bounded reach to both sides. */
function looksForward(words: readonly Word[], expression: TimeExpression): boolean {
  const { at, next, bound } = expression;
  const before = words[at - 1]?.lower ?? '';
  const lead =
    before === 'on' ||
    before === 'in' ||
    before === 'by' ||
    before === 'until' ||
    before === 'late' ||
    before === 'early'
      ? at - 1
      : at;
  const passive = words[lead - 2]?.lower === 'be';
  if ((SAID_WORDS.has(words[lead - 1]?.lower ?? '') && !passive) || SAID_WORDS.has(words[next]?.lower ?? ''))
    return false;
  // "bookings for September"
  if (words[lead - 1]?.lower === 'for' && AHEAD.has(words[lead - 2]?.lower ?? '')) return true;
  if (isPoll(words, expression, lead)) return true;
  let past = false;
  let i = lead - 1;
  for (; i >= 0 && i > lead - REACH; i--) {
    const word = words[i];
    if (word === undefined || CLAUSE_MARKS.has(word.text) || CLAUSE_WORDS.has(word.lower)) break;
    if (FUTURE_WORDS.has(word.lower) || isScheduled(words, i) || isOpen(words, i)) return true;
    if (isAnnounced(words, i) || isAwaited(words, i, lead)) return true;
    if (
      word.lower === 'to' &&
      (words[i - 1]?.lower === 'is' || words[i - 1]?.lower === 'are' || words[i - 1]?.lower === 'set')
    )
      return true;
    if (word.lower === 'set' && words[i + 1]?.lower === 'for') return true;
    if (PROMISES.has(word.lower) && words[i + 1]?.lower === 'to') return true;
    if (isPast(word) && words[i - 1]?.lower !== 'be') past = true;
  }
  const opens = lead - (i + 1) <= 1;
  if (!opens) return !past && (bound === 'by' || bound === 'until');
  let commas = 0;
  for (let j = next; j < words.length && j < next + REACH; j++) {
    const word = words[j];
    if (word === undefined || CLAUSE_MARKS.has(word.text) || CLAUSE_WORDS.has(word.lower)) break;
    if (word.text === ',' && ++commas > 1) break;
    if (FUTURE_WORDS.has(word.lower)) return true;
    // "on Wednesday, he and his father are to travel"
    if (/^(?:is|are)$/.test(word.lower) && words[j + 1]?.lower === 'to') return true;
    // "In April, he called the plans …": its own verb is told first
    if (isPast(word)) {
      past = true;
      break;
    }
  }
  return !past && (bound === 'by' || bound === 'until');
}

/** "said", "closed"; not "Mohamed". */
const isPast = ({ text, lower }: Word): boolean =>
  SAID_WORDS.has(lower) || (lower.length > 4 && lower.endsWith('ed') && text === lower);

const A_YEAR = 366;

/** What "the next day" or "a week earlier" counts from: the last single day, or for weeks the last stretch where it is a short one. */
function originOf(unit: CalendarUnit, { stretch, day, week }: Story): Days | null {
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
type Story = { readonly stretch: Days | null; readonly day: Days | null; readonly week: Days | null };

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
  let { stretch, day, week } = previous;
  let year: number | null = null;
  const times: Time[] = [];
  for (const [n, expression] of expressions.entries()) {
    const { form } = expression;
    if (form.kind === 'clock') continue;
    const future = told ?? looksForward(words, expression);
    const origin = form.kind === 'then' ? originOf(form.unit, { stretch, day, week }) : stretch;
    const setting: Setting = { published, previous: origin, future, year };
    const dated = form.kind === 'event' ? eventDate(words, expression, expressions[n + 1], setting) : null;
    const placed: Placed = isOtherDay(words, expression, day, published)
      ? UNPLACED
      : place(dated ?? form, dated === null ? setting : { ...setting, previous: dated.days });
    times.push(toTime(text, words, expression, placed));
    // "since 2008" and "the 2016 election" set no scene; "in 1945" does
    const scene = form.kind !== 'year' || words[expression.at - 1]?.lower === 'in';
    if (scene && expression.bound === null) year = yearNamed(form, placed, published) ?? year;
    if (placed.days !== null && expression.bound !== 'since' && form.kind !== 'window' && form.kind !== 'until now') {
      stretch = placed.days;
      if (stretch.from === stretch.to) day = stretch;
      // "on the week before" is what a week is set beside, and not the week that is told of
      if (stretch.to - stretch.from < 7 && form.kind !== 'then') week = stretch;
    }
  }
  return { times, story: { stretch, day, week } };
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
  return timesAndDate(text, scanSentence(text, sentence), toldIn(context), { stretch: days, day: days, week: days })
    .times;
}

/**
 * Reads a document's sentences one after another, the date of the story handed on from each to the next, so that "the next day" follows the day named last.
 * @returns gives the times of the next sentence
 */
export function storyTimes(text: string, context: { readonly publishedOn?: string } = {}): (next: Scanned) => Time[] {
  const told = toldIn(context);
  let story: Story = { stretch: null, day: null, week: null };
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
