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
  /(?:^|\s)(on|in|by|since|until|before|after|from|during|to|for|of|through|late|early|between|throughout|over|within|around|about|mid)\s$/i;
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

const IN_NOUN =
  /^\s(?!(?:the|an?|and|or|but|in|on|at|as|when|while|after|before|he|she|it|they|we|for|with|to|by|because|if|is|was|has|will)\b)\p{Ll}/u;

/** "the year to January", "the three months to March": what is missing is the year. */
const UP_TO = new RegExp(
  `^(?:(?:the )?(?:\\w+ )?(?:years?|months?|weeks?|quarter) (?:to|ending|ended) )(?:(?:end of|\\d{1,2}) )?(?:${MONTHS.join('|')})(?: \\d{1,2}(?:st|nd|rd|th)?)?$`,
  'i',
);

/** "on Wednesday" → "on [5 July 2017]", "last month" → "[in June 2017]". Null where the date stands in the text, or cannot be told. */
export function timeEdit(text: string, time: Time): Edit | null {
  const { from, to, basis, start, end } = time;
  if (from === null || to === null || basis === 'stated' || basis === 'unresolved') return null;
  // a word that says no more than "now" needs no date
  if (/^currently$/i.test(time.text)) return null;
  // "two days after the vote": the day is that of what follows
  if (/\b(?:after|before|since|until)$/i.test(time.text)) return null;
  // "five hours earlier": a day says less; "the last year-plus": half a word
  if (LESS_THAN_A_DAY.test(time.text) || /^[-–]\p{L}/u.test(text.slice(end, end + 2))) return null;
  if (FEAST.test(time.text)) {
    return IN_NOUN.test(text.slice(end, end + 12)) || from.slice(0, 4) !== to.slice(0, 4)
      ? null
      : { start: end, end, words: from.slice(0, 4) };
  }
  if (UP_TO.test(time.text)) return { start: end, end, words: to.slice(0, 4) };
  if (PART_OF.test(time.text))
    return from.slice(0, 4) === to.slice(0, 4) ? { start: end, end, words: from.slice(0, 4) } : null;
  if (COUNTED_BACK.test(time.text)) return { start: end, end, words: `to ${readableDay(to)}` };
  const own = OWN.exec(time.text)?.[0] ?? '';
  const begin = start + own.length;
  const named = namedPart(time.text.slice(own.length), from, to);
  const isDetermined = DETERMINER.test(text.slice(Math.max(0, begin - 7), begin));
  // "the Sunday crossing" is one of every week, "the Monday meeting" may be of one
  const noun = /^\s(\p{Ll}[\p{L}-]*)/u.exec(text.slice(end, end + 30))?.[1];
  if (isDetermined && WEEKDAY.test(time.text) && noun !== undefined && !EVENT_NOUNS.has(noun)) return null;
  if (isDetermined && /^(?:past|last) (?:year|decade|century|month|week|day)$/i.test(time.text.slice(own.length)))
    return { start: end, end, words: `to ${readableDay(to)}` };
  // "in the first quarter": only its year is missing
  if (named !== null && isDetermined) return { start: end, end, words: named.slice(named.indexOf(' of ') + 1) };
  const period = from === to ? readableDay(from) : readablePeriod(from, to);
  const isBetween = /\bbetween\s$/i.test(text.slice(Math.max(0, start - 9), start));
  const words = named ?? (isBetween ? period.replace(' to ', ' and ') : period);
  // "on May 4" of a year the article is written in: what is said already is not said again
  const led = own !== '' || PREPOSITION.test(text.slice(Math.max(0, start - 12), start));
  const isWeek = /\bweek$/i.test(time.text) && daysOf(from, to) === 7 && named === null && !isDetermined;
  if (led) return { start: begin, end, words: isWeek ? `the week from ${words}` : words };
  // "the July 5 meeting", "Monday's vote", "next month's awards"
  const owns = /^['’]s?\b|^['’]\s/.test(text.slice(end, end + 3));
  const inside =
    owns || (/^\s+\p{Ll}+(?:ing|ment|tion|te|ate|le)\b/u.test(text.slice(end, end + 16)) && /^\p{Lu}/u.test(time.text));
  if (inside || isDetermined) return { start: begin, end, words };
  const ofDays = daysOf(from, to) === 7 ? 'in the week from ' : 'from ';
  const link = from === to ? 'on ' : /^\d+ .*to \d/.test(words) ? ofDays : 'in ';
  return { start, end, words: `${link}${words}` };
}
