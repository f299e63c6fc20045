import {
  AGENCIES,
  BOILERPLATE_STARTS,
  CONTRIBUTORS,
  CREDIT_LINES,
  HOUSE_WARES,
  HOUSE_WORDS,
  NAVIGATION_LINES,
  NOTE_STARTS,
  PASSING_LINES,
  PHOTO_CREDITS,
  STAMP_LINES,
} from '../lexicon/boilerplate.ts';
import { isPlain } from '../text/plain.ts';
import { type TextView, withoutTail } from '../text/text.ts';
import type { BlockRole, Span } from '../types.ts';

/** One logical line of the text and what can be seen of it without its neighbours. */
export type Line = Span & {
  readonly text: string;
  readonly words: number;
  /** Ends as a sentence does. */
  readonly stops: boolean;
  /** Reads as prose: long enough for a sentence, and ends like one. */
  readonly prose: boolean;
  /** Nothing but one line end stands between it and the line before. */
  readonly close: boolean;
};

/** What a line is by its wording alone; null where it may be anything. */
export type LineMark =
  | 'rule'
  | 'passing'
  | 'navigation'
  | 'house'
  | 'credit'
  | 'contributors'
  | 'photo-credit'
  | 'stamp'
  | 'note';

/** Patterns look at no more than this much of a line: furniture is short, and a long line must not cost more. */
const LOOK = 400;
const PROSE_WORDS = 9;

export function readLines(view: TextView): Line[] {
  let previousEnd = 0;
  return view.lines.map(({ start, end }) => {
    const text = view.folded.slice(start, end);
    const words = countWords(text);
    const stops = /[.!?…]["')\]]*$/.test(text.slice(-6));
    const gap = view.folded.slice(previousEnd, start);
    previousEnd = end;
    return {
      start,
      end,
      text,
      words,
      stops,
      prose: stops && words >= PROSE_WORDS,
      close: gap.split('\n').length === 2,
    };
  });
}

function countWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const space = text.charCodeAt(at) <= 32;
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}

/** "Published March 12, 2026 at 6:04 a.m." ends like a sentence and is none. */
const isPublished = (text: string): boolean =>
  /^(?:first |last |originally )?(?:published|updated|posted|modified)\b/i.test(text) &&
  /(?:[ap]\.?m|gmt|bst|utc|[ecmp][sd]?t|\d{4})\.?$/i.test(text.slice(-8));

export function markLine(line: Line): LineMark | null {
  const text = line.text.slice(0, LOOK);
  const plain = withoutTail(text.toLowerCase(), ' \t.:!>»›→…|').replace(/^[<«‹←|#>\s]+/, '');
  if (PASSING_LINES.has(plain)) return 'passing';
  if (NAVIGATION_LINES.has(plain)) return 'navigation';
  if (!/[\p{L}\p{N}]/u.test(text)) return 'rule';
  if (NOTE_STARTS.some((pattern) => pattern.test(text))) return 'note';
  if (line.words <= 18 && isPublished(text) && STAMP_LINES.some((pattern) => pattern.test(text))) return 'stamp';
  if (line.words <= 14 && !line.prose && STAMP_LINES.some((pattern) => pattern.test(text))) return 'stamp';
  if (line.words <= 14 && isPhotoCredit(text, line)) return 'photo-credit';
  if (line.words <= 60 && CREDIT_LINES.some((pattern) => pattern.test(text))) return 'credit';
  if (line.words <= 30 && CONTRIBUTORS.test(text)) return 'contributors';
  if (BOILERPLATE_STARTS.some((pattern) => pattern.test(text)) && !quotedSpeech(text)) return 'house';
  return isHouseProse(line) ? 'house' : null;
}

function isPhotoCredit(text: string, line: Line): boolean {
  if (PHOTO_CREDITS.some((pattern) => pattern.test(text))) return true;
  if (line.stops || !AGENCIES.test(text)) return false;
  return /^[(]?\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){0,4}(?:\/|\s?\||,? via | for |—)\s?\p{Lu}[\p{L}.' /-]{1,60}[)]?$/u.test(
    text,
  );
}

/** A line somebody says belongs to the article, whatever it asks for. */
function quotedSpeech(text: string): boolean {
  return /^["']/.test(text) || /["'],? (?:\p{L}+ ){1,4}?(?:said|says|wrote|tweeted|added)\b/u.test(text);
}

const ADDRESS = /\b(?:you|your|yours|you're|you'll|you've|we|we're|we've|we'll|our|ours|us)\b/gi;

/** How often words of such a pattern stand in a text; the country "US" addresses nobody. */
const countOf = (text: string, words: RegExp): number =>
  (text.match(words) ?? []).filter((word) => word !== 'US').length;

/** The house speaking to its readers: it names its wares and says "you" or "we" outside quotation marks. */
export function isHouseProse(line: Line): boolean {
  if (line.words > 140) return false;
  const own = withoutQuotes(line.text);
  const address = countOf(own, ADDRESS);
  if (address > 0 && line.words <= 60 && HOUSE_WARES.test(own)) return true;
  if (!HOUSE_WORDS.test(own)) return false;
  const price = /[$£€]\d/.test(own) ? 1 : 0;
  const command =
    /^(?:subscribe|sign|get|join|support|start|try|give|become|help|read|enjoy|choose|discover|download)\b/i.test(own)
      ? 1
      : 0;
  return address + price + command >= 2;
}

const PERSONAL = /\b(?:you|your|yours|you're|you'll|you've|we|we're|we've|we'll|our|ours|us|i|i'm|i've|my|me)\b/gi;

/** How personal a line is: times "you", "we" and "I" stand outside quotation marks. */
export function addresses(line: Line): number {
  return countOf(withoutQuotes(line.text), PERSONAL);
}

/** Without what stands in quotation marks; a quotation of several paragraphs opens again at each and closes once. */
function withoutQuotes(text: string): string {
  return text.replace(/"(?:[^"]|(?<=\s)"(?=\p{L}))*"?/gu, ' ');
}

/** Words with a capital that do not begin a sentence: a rough stand-in for names. */
export function capitals(line: Line): string[] {
  const found: string[] = [];
  for (const match of line.text.matchAll(/(?<=[\p{L}\p{N},;:'")] ["'(]?)\p{Lu}[\p{L}\p{M}-]+/gu)) found.push(match[0]);
  return found;
}

const ROLE_OF_MARK: Readonly<Record<LineMark, BlockRole>> = {
  rule: 'boilerplate',
  passing: 'boilerplate',
  navigation: 'boilerplate',
  house: 'boilerplate',
  credit: 'boilerplate',
  contributors: 'boilerplate',
  'photo-credit': 'boilerplate',
  stamp: 'boilerplate',
  note: 'note',
};

export function roleOfMark(mark: LineMark): BlockRole {
  return ROLE_OF_MARK[mark];
}

/** The longer words of a line, in lower case: what it is about. */
export function longWords(line: Line): string[] {
  const text = line.text.slice(0, 2000).toLowerCase();
  return text.match(isPlain(text) ? /[a-z]{6,}/g : /\p{L}{6,}/gu) ?? [];
}
