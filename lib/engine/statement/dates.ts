/** Times in a statement: the words that say when give way to the date they mean, in brackets and once. */

import { EVENT_NOUNS } from '../lexicon/events.ts';
import type { Time } from '../types.ts';
import type { Edit } from './edits.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "2017-07-05" → "5 July 2017". */
export function readableDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** "2006-01-02" to "2006-01-08" → "2 to 8 January 2006": what both ends share is said once. */
function readableDays(from: string, to: string): string {
  const [first = '', month = '', year = ''] = readableDay(from).split(' ');
  const [, lastMonth, lastYear] = readableDay(to).split(' ');
  const opens = year !== lastYear ? `${first} ${month} ${year}` : month !== lastMonth ? `${first} ${month}` : first;
  return `${opens} to ${readableDay(to)}`;
}

/** "2017-01-01" to "2017-03-31" → "January to March 2017". */
function readablePeriod(from: string, to: string): string {
  const [fromYear = 0, fromMonth = 1, fromDay] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay] = to.split('-').map(Number);
  if (fromDay !== 1 || toDay !== lastDayOf(toYear, toMonth)) return readableDays(from, to);
  const first = MONTHS[fromMonth - 1];
  const last = MONTHS[toMonth - 1];
  if (fromYear !== toYear)
    return fromMonth === 1 && toMonth === 12 ? `${fromYear} to ${toYear}` : `${first} ${fromYear} to ${last} ${toYear}`;
  if (fromMonth === 1 && toMonth === 12) return String(fromYear);
  return fromMonth === toMonth ? `${first} ${fromYear}` : `${first} to ${last} ${fromYear}`;
}

/** How many days a period has, both ends included. */
const daysOf = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

const PREPOSITION =
  /(?:^|\s)(on|in|by|since|until|till|before|after|from|during|to|for|of|through|late|early|between|throughout|over|within|around|about|mid|at|beyond|past|under)\s$/i;
const LESS_THAN_A_DAY = /\b(?:hours?|minutes?|seconds?|moments?)\s+(?:ago|earlier|later|before|after|afterwards)$/i;
const OWN = /^(on|in|by|since|until|before|after|from|during|at)\s/i;
const DETERMINER = /\b(?:the|a|an|this|its|their|his|her)\s$/i;

const NAMED_PART =
  /^(?:(?:this|last|next|that|the|past)\s+)*((?:(?:first|second|third|fourth)\s+)?(?:quarter|half)|spring|summer|autumn|fall|winter)$/i;
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** "last quarter" → "the first quarter of 2017", "this fall" → "the fall of 2016": what has a name keeps it. Null for what has none. */
function namedPart(words: string, from: string, to: string): string | null {
  const part = NAMED_PART.exec(words)?.[1]?.toLowerCase();
  if (part === undefined) return null;
  const [year, lastYear, month] = [from.slice(0, 4), to.slice(0, 4), Number(from.slice(5, 7))];
  const counted = /^(?:quarter|half)$/.test(part)
    ? `${ORDINALS[Math.floor((month - 1) / (part === 'half' ? 6 : 3))]} ${part}`
    : part;
  return `the ${counted} of ${year === lastYear ? year : `${year}–${lastYear.slice(2)}`}`;
}

/** "the end of June", "late May": which part of it the words say, and what is missing is the year. */
const PART_OF = new RegExp(
  `\\b(?:end|start|beginning|middle|close|turn|late|early|mid)\\b.*\\b(?:${MONTHS.join('|')})$`,
);

/** "the past six quarters", "the last 20 days": a stretch that is counted back from a day. */
const COUNTED_BACK = /^(?:the )?(?:past|last|previous) (?:few |several |couple of )?.+s$/i;

/** "by Christmas": the day has a name, and lacks its year; "Halloween masks" are of no year. */
const FEAST =
  /\b(?:Christmas|Easter|Halloween|Thanksgiving|Ramadan|Hanukkah|Diwali|Eid|Passover|Lent|Boxing Day|New Year(?:['’]s (?:Eve|Day))?)$/;

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** Counted on from a day: "the next five years". */
const COUNTED_ON = /^(?:the )?(?:next|coming) (?:few |several |couple of )?.+s$/i;

/** "the fourth quarter of last year": what is missing is which year. */
const OF_A_YEAR = /\bof (?:the|this|last|next)(?: current)? year$/i;

/** A noun behind "first quarter": "first quarter profits". */
const OF_QUARTER =
  /^\s(?!(?:the|an?|and|or|but|in|on|at|as|of|from|than|to|with|for|by|over|under|when|while|after|before|until|since|because|if|is|was|are|were|has|have|had|will|would|could|may|might|can|should|did|does|rose|fell|ended|ending|compared|he|she|it|they|we|that|which|who)\b)\p{L}/u;

const BARE_QUARTER = /^(?:(?:first|second|third|fourth)[ -](?:quarter|half)|[qh][1-4])$/i;

/** "later this week", "early next month": which part of it stays, and the whole is dated. */
const SIDED = /^(?:earlier|later|early|late|mid)[ -](?:in )?(?:this|last|next|the) (week|month|year)$/i;

/** From the first to the last day of the week, month or year that a day is in. */
function wholeOf(day: string, unit: string): [string, string] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (unit === 'year') return [`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`];
  if (unit === 'month') return [`${day.slice(0, 7)}-01`, `${day.slice(0, 7)}-${lastDayOf(year, month)}`];
  const date = new Date(`${day}T00:00:00Z`);
  const monday = date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000;
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return [iso(monday), iso(monday + 6 * 86_400_000)];
}

function sidedEdit(text: string, { start, end, text: told, from, to }: Dated): Edit | null {
  const unit = SIDED.exec(told)?.[1]?.toLowerCase();
  if (unit === undefined) return null;
  const period = readablePeriod(...wholeOf(/^later/i.test(told) ? to : from, unit));
  const isLed = PREPOSITION.test(text.slice(Math.max(0, start - 12), start));
  const side = /^\p{L}+/u.exec(told)?.[0].length ?? 0;
  const words = unit === 'week' ? `in the week from ${period}` : isLed ? period : `in ${period}`;
  return { start: start + side + 1, end, words };
}

/** "this week's talks" → "this week's [2 to 8 March 1987] talks", "next month's awards" → "[April 1987]'s awards"; "today's children" are of no day. */
function owningEdit(text: string, begin: number, { end, text: told, from, to }: Dated): Edit | null {
  const mark = /^['’]s?/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const next = /^\s+(?:\p{Ll}+\s)?(\p{Ll}+)/u.exec(text.slice(end + mark, end + mark + 40))?.[0].trim() ?? '';
  if (/^(?:today|tonight)$/i.test(told) && !next.split(' ').some((word) => EVENT_NOUNS.has(word))) return null;
  const period = from === to ? readableDay(from) : readablePeriod(from, to);
  if (!/^\d{1,2} /.test(period)) return { start: begin, end, words: period };
  // "this week's motor show" stays, and is told which week that is
  if (from !== to) return { start: end + mark, end: end + mark, words: period };
  return { start: begin, end: end + mark, words: `the ${period}` };
}

const IN_NOUN =
  /^\s(?!(?:the|an?|and|or|but|in|on|at|as|when|while|after|before|he|she|it|they|we|for|with|to|by|because|if|is|was|has|will)\b)\p{Ll}/u;

/** "the year to January", "the three months to March": what is missing is the year. */
const UP_TO = new RegExp(
  `^(?:(?:the )?(?:\\w+ )?(?:years?|months?|weeks?|quarter) (?:to|ending|ended|beginning|starting|commencing) (?:on |in )?)(?:(?:end of|\\d{1,2}) )?(?:${MONTHS.join('|')})(?: \\d{1,2}(?:st|nd|rd|th)?)?$`,
  'i',
);

const STARTS = /\b(?:beginning|starting|commencing)\b/;

/** "the March quarter": what is missing is the year. */
const MONTH_QUARTER = new RegExp(`^(?:${MONTHS.join('|')}) quarter$`);

/** "the end of this quarter": a third of it is no date. */
const EDGE_OF =
  /\b(?:end|start|beginning|middle|close) of (?:the|this|last|next)(?: current)? (?:quarter|month|week)$/i;

const DATED_BEHIND = new RegExp(`^(?:\\d{1,2} )?(?:${MONTHS.join('|')})(?: \\d{1,2})?$`);

type Dated = Time & { readonly from: string; readonly to: string };

/** What keeps its words, and gets what they lack: a year, or the day to which is counted; undefined where the words give way. */
function addedTo(text: string, { start, end, text: told, from, to }: Dated): Edit | null | undefined {
  const oneYear = from.slice(0, 4) === to.slice(0, 4);
  const before = text.slice(Math.max(0, start - 10), start);
  // "1986/87 (April to March)", "the 1986 first quarter", "this year's first quarter": told already
  if (/\d{4}/.test(told) || /\d{4}(?:\/\d{2})?(?:['’]s)?[\s(]*$|\byear['’]s $/.test(before)) return null;
  const append = (words: string): Edit => ({ start: end, end, words });
  // "at end-January"
  if (before.endsWith('-')) return oneYear && MONTHS.includes(told) ? append(from.slice(0, 4)) : null;
  if (EDGE_OF.test(told)) return null;
  if (UP_TO.test(told)) return append((STARTS.test(told) ? from : to).slice(0, 4));
  if (MONTH_QUARTER.test(told)) return append(to.slice(0, 4));
  if (PART_OF.test(told)) return oneYear ? append(from.slice(0, 4)) : null;
  if (COUNTED_BACK.test(told) || COUNTED_ON.test(told)) return append(`to ${readableDay(to)}`);
  if (OF_A_YEAR.test(told)) {
    const year = end - (/(?:the|this|last|next)(?: current)? year$/i.exec(told)?.[0].length ?? 0);
    return oneYear ? { start: year, end, words: from.slice(0, 4) } : null;
  }
  if (BARE_QUARTER.test(told) && oneYear)
    return append(OF_QUARTER.test(text.slice(end, end + 20)) ? from.slice(0, 4) : `of ${from.slice(0, 4)}`);
  return undefined;
}

const KNOWN_DAY = /^(?:(?:the )?11(?:th)? (?:of )?Sept(?:ember|\.)?|Sept(?:ember|\.)? 11(?:th)?)$/i;
const OF_ATTACKS = /^,? (?:\p{L}+ )?(?:attacks?|atrocit|terror|hijack|bomb|suicide|massacre)/u;

/** "on Wednesday" → "on [5 July 2017]", "last month" → "[in June 2017]". Null where the date stands in the text, or cannot be told. */
export function timeEdit(text: string, time: Time): Edit | null {
  const { from, to, basis, start, end } = time;
  if (from === null || to === null || from > to || basis === 'stated' || basis === 'unresolved') return null;
  // a word that says no more than "now" needs no date
  if (/^currently$/i.test(time.text)) return null;
  // of a day that all the world knows by its date the year is not the article's; "the preceding year" is counted from a day told before
  if (KNOWN_DAY.test(time.text) && OF_ATTACKS.test(text.slice(end, end + 30))) return null;
  if (/\bpreceding\b/i.test(text.slice(start, end))) return null;
  // "two days after the vote": the day is that of what follows
  if (/\b(?:after|before|since|until)$/i.test(time.text)) return null;
  // "just over a week ago"
  if (
    /\bago$/i.test(time.text) &&
    /\b(?:over|about|around|nearly|almost|than) $/i.test(text.slice(Math.max(0, start - 8), start))
  )
    return null;
  // "five hours earlier": a day says less; "the last year-plus": half a word
  if (LESS_THAN_A_DAY.test(time.text) || /^[-–]\p{L}/u.test(text.slice(end, end + 2))) return null;
  if (FEAST.test(time.text)) {
    return IN_NOUN.test(text.slice(end, end + 12)) || from.slice(0, 4) !== to.slice(0, 4)
      ? null
      : { start: end, end, words: from.slice(0, 4) };
  }
  const dated = { ...time, from, to };
  const added = addedTo(text, dated);
  if (added !== undefined) return added;
  const sided = sidedEdit(text, dated);
  if (sided !== null) return sided;
  const own = OWN.exec(time.text)?.[0] ?? '';
  // "next January 1"
  const loose = DATED_BEHIND.test(time.text)
    ? (/\b(?:next|last|this)\s$/i.exec(text.slice(Math.max(0, start - 6), start))?.[0].length ?? 0)
    : 0;
  const begin = start + own.length - loose;
  const named = namedPart(time.text.slice(own.length), from, to);
  const isDetermined = DETERMINER.test(text.slice(Math.max(0, begin - 7), begin)) && !/\bago$/i.test(time.text);
  // "the Sunday crossing" is one of every week, "the Monday meeting" may be of one
  const noun = /^\s(\p{Ll}[\p{L}-]*)/u.exec(text.slice(end, end + 30))?.[1];
  if (isDetermined && WEEKDAY.test(time.text) && noun !== undefined && !EVENT_NOUNS.has(noun)) return null;
  if (
    isDetermined &&
    /^(?:past|last|next|coming) (?:year|decade|century|month|week|day)$/i.test(time.text.slice(own.length))
  )
    return { start: end, end, words: `to ${readableDay(to)}` };
  // "in the first quarter": only its year is missing
  if (named !== null && isDetermined) return { start: end, end, words: named.slice(named.indexOf(' of ') + 1) };
  const period = from === to ? readableDay(from) : readablePeriod(from, to);
  const isBetween = /\bbetween\s$/i.test(text.slice(Math.max(0, start - 9), start));
  const words = named ?? (isBetween ? period.replace(' to ', ' and ') : period);
  // "on May 4" of a year the article is written in: what is said already is not said again
  const led = own !== '' || PREPOSITION.test(text.slice(Math.max(0, start - loose - 12), start - loose));
  const isWeek = /\bweek$/i.test(time.text) && daysOf(from, to) === 7 && named === null && !isDetermined;
  const owns = /^['’]s?\b|^['’]\s/.test(text.slice(end, end + 3));
  if (owns && !isDetermined) return owningEdit(text, begin, dated);
  if (loose > 0 && from === to && /\bin\s$/.test(text.slice(Math.max(0, begin - 4), begin)))
    return { start: begin, end, words: `on ${words}` };
  if (led) return { start: begin, end, words: isWeek ? `the week from ${words}` : words };
  // "the July 5 meeting", "Monday's vote", "next month's awards"
  const inside =
    owns ||
    (MONTHS.includes(time.text) && IN_NOUN.test(text.slice(end, end + 20))) ||
    (/^\s+\p{Ll}+(?:ing|ment|tion|te|ate|le)\b/u.test(text.slice(end, end + 16)) && /^\p{Lu}/u.test(time.text));
  if (inside || isDetermined) return { start: begin, end, words };
  const ofDays = daysOf(from, to) === 7 ? 'in the week from ' : 'from ';
  const link = from === to ? 'on ' : /^\d+ .*to \d/.test(words) ? ofDays : 'in ';
  return { start: start - loose, end, words: `${link}${words}` };
}
