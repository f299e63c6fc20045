/**
 * Two figures that make one: "3 to 5 percent", "between 50 and 70", "$3-5 billion", "from 21 mpg in 2008 to 29", and the tallies of votes and matches, "52-48".
 */

import { CHANGE_WORDS } from '../lexicon/change-words.ts';
import { modifiersAt } from './context.ts';
import { type Figure, readFigure } from './figures.ts';
import type { TagAt } from './nouns.ts';
import { tidy } from './number-words.ts';
import { isDash, type Word } from './scan.ts';

type Words = readonly Word[];

const TALLY_CUES =
  /^(?:vot|decision|verdict|ballot|split|against|match|game|final|half-time|thrash|hammer|pass|approv|reject|win|won|beat|defeat|lost|loss|victor|draw|drew|lead|led|scor|tie|margin|majorit|rul|aggregate$|agg$|trail|senate$|house$|commons$|lords$|assembly$|parliament$|committee$|edged$|backed$|carried$|clinch|rout|shutout$|goal|seeds?$|sets?$)/;

/** Whether words of voting or playing stand near. */
export function isContest(words: Words, at: number, next: number): boolean {
  const to = Math.min(words.length, next + 3);
  // "won 6-2 7-6 (7-1) 7-6": behind all the sets before it
  let start = at;
  while (start > 0 && (words[start - 1]?.kind === 'number' || /^[-–(),]$/.test(words[start - 1]?.text ?? ''))) start--;
  for (let i = Math.max(0, start - 8); i < to; i++) if (TALLY_CUES.test(words[i]?.lower ?? '')) return true;
  // "were 3-2 down", "Castelar 2-1 Rivermouth"
  if (/^(?:up|down|ahead|behind|winners|losers)$/.test(words[next]?.lower ?? '')) return true;
  const named = (word: Word | undefined): boolean => word?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(word.text);
  return named(words[at - 1]) && named(words[next]);
}

/** The index just behind a link that stands at `at`: a dash, "to", "or", or "and" behind "between"; -1 where there is none. */
function linkEnd(words: Words, at: number, open: string): number {
  const word = words[at];
  if (word === undefined) return -1;
  // "16-to-24-year-olds"
  if (isDash(word) && words[at + 1]?.lower === 'to' && isDash(words[at + 2])) return at + 3;
  if (isDash(word)) {
    const next = words[at + 1];
    const figure = next?.kind === 'number' || (next?.kind === 'mark' && words[at + 2]?.kind === 'number');
    return figure && word.spaced === next.spaced ? at + 1 : -1;
  }
  if (word.lower === 'to' || (word.lower === 'or' && words[at + 1]?.lower !== 'so')) return at + 1;
  return word.lower === 'and' && open === 'between' ? at + 1 : -1;
}

/** How far behind "from 20 miles per gallon in 2008" its "to" may stand. */
const GAP = 6;

type Link = { readonly at: number; readonly next: number };

/** The link behind the number, behind its unit, or, after "from", a few words on. */
function findLink(words: Words, first: Figure, open: string, blocked: Uint8Array): Link | null {
  for (const at of [first.number.next, first.next]) {
    const next = linkEnd(words, at, open);
    if (next > 0) return { at, next };
  }
  if (open === '' || first.unit.kind === 'count') return null;
  for (let i = first.next; i < first.next + GAP; i++) {
    const word = words[i];
    if (word === undefined || (word.kind !== 'word' && blocked[i] !== 1)) return null;
    if (word.lower === (open === 'from' ? 'to' : 'and')) return { at: i, next: i + 1 };
  }
  return null;
}

function secondFigure(
  text: string,
  words: Words,
  link: Link,
  blocked: Uint8Array,
  tagAt: TagAt | null,
  lent: string | null,
): Figure | null {
  const from = modifiersAt(words, link.next)?.next ?? link.next;
  if (blocked[from] === 1) return null;
  const second = readFigure(text, words, from, tagAt, lent);
  if (second === null || blocked[second.at] === 1) return null;
  // "its 737-800LR planes"
  const tail = words[second.next];
  if (second.unit.kind === 'none' && tail?.kind === 'word' && !tail.spaced) return null;
  const { form } = second.number;
  return form === 'fraction' || form === 'ratio' || form === 'vague' ? null : second;
}

/** Whether two figures go together: one unit, or one left to the other to name. */
function agree(words: Words, first: Figure, second: Figure, link: Link, open: string, before: number): boolean {
  const own = link.at === first.number.next && first.currency === null ? null : first.unit.unit;
  if (own !== null && second.unit.unit !== null && own !== second.unit.unit) return false;
  if (own !== null && second.unit.unit === null && first.unit.kind === 'count' && open === '') return false;
  const word = words[link.at]?.lower;
  // "increased by $43.6 billion to $419.2 billion": how much, then to what
  const moved = words[before]?.lower ?? '';
  if (word === 'to' && open === '' && own !== null && (moved === 'by' || CHANGE_WORDS.has(moved))) return false;
  const a = first.number.value;
  const b = second.number.value;
  const apart = b < a || b > 2 * a;
  if (word === 'to' && moved === 'by' && second.unit.unit === null && apart) return false;
  // "rose 32,000 to 1.41 million", but "rose 2 to 5 percent"
  const isShare = second.unit.kind === 'share' && b >= a && b <= 5 * a;
  if (word === 'to' && open === '' && CHANGE_WORDS.has(moved) && apart && !isShare) return false;
  return word !== 'or' || (b > a && (b <= a + Math.max(5, a) || second.number.scale > 1));
}

const VOTING =
  /^(?:vot|ballot|decision|verdict|ruling|ruled|approv|reject|pass(?:ed|es)$|carried$|backed$|senate$|house$|commons$|lords$|assembly$|parliament$|committee$|court|justices|councillors|mps$|senators|lawmakers|motion$|bill$)/;

/** Both sides of a vote or a match; of a vote it is votes that are counted. */
function tallied(words: Words, first: Figure, sides: readonly [number, number], next: number): Figure {
  const near = words.slice(Math.max(0, first.at - 8), next + 3);
  const unit = near.some(({ lower }) => VOTING.test(lower)) ? 'vote' : null;
  return { ...first, unit: { unit, kind: 'none', next, noun: null }, range: null, tally: sides, next };
}

const order = (a: number, b: number): readonly [number, number] => (a <= b ? [a, b] : [b, a]);

/** The first figure's value, times a magnitude only the second names: "1 to 2 thousand". */
function scaled(first: Figure, second: Figure): number {
  const { value, scale } = first.number;
  const bare =
    second.number.scale > 1 && scale === 1 && value < 1000 && value <= second.number.value / second.number.scale;
  return bare ? tidy(value * second.number.scale) : value;
}

function merge(words: Words, first: Figure, second: Figure, link: Link): Figure {
  const a = scaled(first, second);
  const b = second.number.value;
  const unit = second.unit.unit !== null ? second.unit : { ...first.unit, next: second.next };
  const measured = unit.kind === 'share' || unit.kind === 'measure' || unit.kind === 'money';
  const contest = isContest(words, first.at, second.number.next);
  // "52-48", and "ruled 6 to 3": the first may be the larger only where two sides are counted
  const sides = isDash(words[link.at]) ? a >= b || contest : words[link.at]?.lower === 'to' && a > b && contest;
  // "Castelar 2-1 Rivermouth": who played, not what is counted
  const named = isDash(words[link.at]) && /^\p{Lu}\p{Ll}/u.test(words[second.number.next]?.text ?? '');
  const led = RESULTS.test(words[second.number.next]?.lower ?? '');
  if (sides && !measured && (unit.kind === 'none' || ((named || led) && contest))) {
    const tally = tallied(words, first, [a, b], second.number.next);
    // no match ends 1,272 to 525, and a vote may
    const most = tally.unit.unit === 'vote' ? 1e7 : 1000;
    return Number.isInteger(a) && Number.isInteger(b) && Math.max(a, b) < most ? tally : first;
  }
  const { number, next } = second;
  return {
    ...first,
    unit,
    currency: first.currency ?? second.currency,
    per: second.per ?? first.per,
    range: order(a, b),
    number: { ...first.number, scale: number.scale },
    next,
  };
}

/** "An unassailable 3-1 lead": nothing that is counted. */
const RESULTS =
  /^(?:lead|win|victory|defeat|loss|draw|advantage|triumph|verdict|decision|ruling|scoreline|deficit|aggregate|majority|vote|margin|score)s?$/;

const SIDES = /^(?:vote|goal|point|run|set|game)s$/;

/** "By 12 votes to seven", "lost by 4 goals to 1": both sides, and what is counted. */
function toldTally(words: Words, first: Figure, second: Figure, link: Link, opener: string): Figure | null {
  const [a, b] = [first.number.value, second.number.value];
  const counted = first.unit.kind === 'count' && SIDES.test(first.unit.unit ?? '') && second.unit.kind === 'none';
  const whole = Number.isInteger(a) && Number.isInteger(b) && second.number.form !== 'vague';
  const plain = first.unit.kind === 'none' && second.unit.kind === 'none' && first.currency === null;
  // "backed the bill by 312 to 291"
  const byTwo = opener === 'by' && plain && a > 1 && a < 1000 && b < 1000 && words[link.at]?.lower === 'to';
  if (whole && byTwo && isContest(words, first.at, second.number.next))
    return tallied(words, first, [a, b], second.number.next);
  if (!counted || !whole || words[link.at]?.lower !== 'to' || link.at !== first.next) return null;
  return { ...first, range: null, tally: [a, b], next: second.number.next };
}

/** "Between 10m and 15m people": millions, not metres. */
function inMillions(words: Words, first: Figure, second: Figure): Figure {
  const sign = words[first.number.next];
  if (first.unit.unit !== 'metre' || sign?.text !== 'm' || sign.spaced || second.number.scale !== 1e6) return first;
  const { next, value } = first.number;
  const number = { ...first.number, value: tidy(value * 1e6), scale: 1e6, next: next + 1 };
  return { ...first, number, unit: { unit: null, kind: 'none', next: first.next, noun: null } };
}

/**
 * The range that starts with `first`, or `first` itself where no second figure belongs to it.
 * @param before index of the last word before the figure and its modifiers
 * @param blocked one flag a word: it belongs to a date
 */
export function withRange(
  text: string,
  words: Words,
  first: Figure,
  before: number,
  blocked: Uint8Array,
  tagAt: TagAt | null,
): Figure {
  if (first.range !== null || first.number.form === 'fraction' || first.number.form === 'ratio') return first;
  const opener = words[before]?.lower ?? '';
  const open = opener === 'from' || opener === 'between' ? opener : '';
  const link = findLink(words, first, open, blocked);
  if (link === null) return first;
  const lent = first.currency !== null && link.at === first.number.next ? first.currency : null;
  const second = secondFigure(text, words, link, blocked, tagAt, lent);
  if (second === null) return first;
  const figure = inMillions(words, first, second);
  const tally = toldTally(words, first, second, link, opener);
  if (tally !== null) return tally;
  return agree(words, figure, second, link, open, before) ? merge(words, figure, second, link) : first;
}
