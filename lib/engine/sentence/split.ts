import {
  AFTER_CLOCK,
  BEFORE_FIGURES,
  CLOCK_ABBREVIATIONS,
  HARD_ABBREVIATIONS,
  SENTENCE_STARTERS,
  SOFT_ABBREVIATIONS,
} from '../lexicon/abbreviations.ts';
import { CHANGE_WORDS } from '../lexicon/change-words.ts';
import { SAY_AFTER_QUOTE } from '../lexicon/cues.ts';
import { type TextView, withoutTail } from '../text/text.ts';
import type { Block, Span } from '../types.ts';

/**
 * One sentence and the index of its block. Where a dateline opens the paragraph the sentence starts at the dateline,
 * before its block does: what can be claimed begins at `Math.max(sentence.start, blocks[sentence.block].start)`.
 */
export type SentenceSpan = Span & { readonly block: number };

/** Splits every block into sentences. A block's end always ends a sentence. Linear in the text. */
export function splitSentences(view: TextView, blocks: readonly Block[]): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  blocks.forEach((block, index) => {
    if (block.role === 'dateline' && blocks[index + 1] !== undefined) return;
    const before = blocks[index - 1];
    const start = before?.role === 'dateline' ? before.start : block.start;
    for (const span of splitLine(view.folded.slice(start, block.end)))
      sentences.push({ start: start + span.start, end: start + span.end, block: index });
  });
  return sentences;
}

/** Stops, with the spaced ellipsis ". . ." as one. */
const STOP = /\.(?: \.)+|[.!?…]+|[。！？]+/g;
/** An item's own mark, " (12.) " at the longest, holds no end of a sentence. */
const LONGEST_MARK = 6;
const CLOSERS = new Set(['"', "'", ')', ']', '”', '’', '」', '』', '}']);
const OPENERS = new Set(['"', "'", '(', '[', '「', '『', '{', '¿', '¡']);

/** Sentences of one line of folded text. It is cut out first: a search for the next stop must not run past its end. */
export function splitLine(text: string): Span[] {
  const start = 0;
  const end = text.length;
  const items = new Set(listItemStarts(text, start, end));
  const cuts: number[] = [];
  STOP.lastIndex = start;
  for (let stop = STOP.exec(text); stop !== null && stop.index < end; stop = STOP.exec(text)) {
    const cut = boundaryAfter(text, start, end, stop.index, stop.index + stop[0].length);
    if (cut !== null && !insideMark(cut, start, items)) cuts.push(cut);
  }
  const spans: Span[] = [];
  let from = start;
  for (const to of [...new Set([...cuts, ...items, end])].sort((a, b) => a - b)) {
    const span = trimmed(text, from, to);
    if (span !== null) spans.push(...inParts(text, span));
    from = to;
  }
  return spans;
}

/** Characters of a sentence. Nobody writes one as long; a transcript without a stop has them, and how much is read for one word of it must have an end. */
const LONGEST = 2000;

/** A sentence longer than any is parted at its spaces. */
function inParts(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const before = text.lastIndexOf(' ', from + LONGEST);
    const at = before > from ? before : text.indexOf(' ', from + LONGEST);
    if (at < 0 || at >= end) break;
    const part = trimmed(text, from, at);
    if (part !== null) parts.push(part);
    from = at + 1;
  }
  const last = trimmed(text, from, end);
  return last === null ? parts : [...parts, last];
}

/** True for a cut within the mark of the line's first item or a later one. */
function insideMark(cut: number, start: number, items: ReadonlySet<number>): boolean {
  if (items.size === 0) return false;
  for (let back = 1; back <= LONGEST_MARK; back++) if (items.has(cut - back) || cut - back === start) return true;
  return false;
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  return to > from ? { start: from, end: to } : null;
}

function isSpace(text: string, at: number): boolean {
  const character = text[at];
  return character === ' ' || character === '\t' || character === '\n';
}

/** Where the sentence that a stop at [at, after) closes ends, quotes and brackets included; null where it goes on. */
function boundaryAfter(text: string, start: number, end: number, at: number, after: number): number | null {
  const stop = text.slice(at, after);
  if (/[。！？]/.test(stop)) return pastClosers(text, after, end);
  const close = pastNote(text, pastClosers(text, after, end), end);
  if (close >= end) return null;
  // "from 2001 to 2019 [...] However, the river …"
  if (text[after] === ']' && stop.length > 1)
    return isSpace(text, after + 1) && startsSentence(nextWord(text, after + 1, end)) ? after + 1 : null;
  if (!isSpace(text, close)) return glued(text, start, at, after, stop) ? after : null;
  const next = nextWord(text, close, end);
  if (next.first === '' || /[\p{Ll}|,;:—)]/u.test(next.first)) return null;
  if (stop === '.')
    return close === after ? afterWord(text, start, at, next) : afterClosed(text, start, at, next, close);
  if (stop.length > 1 && /^[.… ]+$/.test(stop)) return afterEllipsis(text, start, at, after, stop, next, close);
  if (close > after && /["']/.test(text.slice(after, close)) && speakerFollows(text, close, end)) return null;
  return close;
}

function pastClosers(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && CLOSERS.has(text[at] ?? '')) at++;
  return at;
}

/** A footnote number in square brackets belongs to the sentence before it. */
function pastNote(text: string, from: number, end: number): number {
  if (text[from] !== '[') return from;
  let at = from + 1;
  while (at < end && at < from + 5 && /\d/.test(text[at] ?? '')) at++;
  return text[at] === ']' ? at + 1 : from;
}

type Next = { readonly first: string; readonly word: string; readonly quoted: boolean };

/** The first letter or figure after a gap, looking past opening marks, and the word it begins. */
function nextWord(text: string, from: number, end: number): Next {
  let at = from;
  while (at < end && isSpace(text, at)) at++;
  const opened = at;
  while (at < end && OPENERS.has(text[at] ?? '')) at++;
  const first = String.fromCodePoint(text.codePointAt(at) ?? 32).trim();
  let to = at;
  while (to < end && to < at + 24 && /[\p{L}\p{N}'.-]/u.test(text[to] ?? '')) to++;
  return { first: at < end ? first : '', word: text.slice(at, to), quoted: at > opened };
}

/** "world.Today": a missing space, not a web address or an initialism. */
function glued(text: string, start: number, at: number, after: number, stop: string): boolean {
  if (stop !== '.' || !/\p{Lu}/u.test(text[after] ?? '') || !/[\p{Ll}]/u.test(text[after + 1] ?? '')) return false;
  const word = wordBefore(text, start, at);
  if (
    /[@/]/.test(word) ||
    /^[^\s]{0,60}[@/]/.test(text.slice(after, after + 60)) ||
    HARD_ABBREVIATIONS.has(word.toLowerCase())
  )
    return false;
  return /\p{Ll}{2}$/u.test(word) || /^[\d,]+$/.test(word) || text[at - 1] === '%';
}

function wordBefore(text: string, start: number, at: number): string {
  let from = at;
  while (from > start && at - from < 40 && /[\p{L}\p{M}\p{N}.@/,°&-]/u.test(text[from - 1] ?? '')) from--;
  return text.slice(from, at);
}

function startsSentence(next: Next): boolean {
  return SENTENCE_STARTERS.has(withoutTail(next.word.toLowerCase(), '.'));
}

/** A plain full stop after a word. */
function afterWord(text: string, start: number, at: number, next: Next): number | null {
  const word = wordBefore(text, start, at).replace(/^.*\p{Ll}{3}\.(?=\p{Lu})/u, '');
  const lower = word.toLowerCase();
  const figure = /\d/.test(next.first);
  const cut = at + 1;
  if (at - word.length === start && /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})$/.test(lower)) return null;
  if (HARD_ABBREVIATIONS.has(lower)) return lower === 'st' && startsSentence(next) ? cut : null;
  if (figure && BEFORE_FIGURES.has(lower)) return null;
  if (CLOCK_ABBREVIATIONS.has(lower)) return AFTER_CLOCK.has(withoutTail(next.word.toLowerCase(), '.')) ? null : cut;
  if (/^\p{Lu}$/u.test(word)) return afterInitial(text, start, at, word, next);
  // "Northway Ltd. ("Northway")", "Moreno et al. [2019]": what stands in brackets belongs to the name
  const bracket = /[([]/.test(text[at + 2] ?? '');
  if (SOFT_ABBREVIATIONS.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word))
    return startsSentence(next) || (next.quoted && !bracket) || movesOn(text, cut) ? cut : null;
  return cut;
}

/** "… in the U.S. Imports fell": a plural that rises or falls begins anew; no name of anything does. */
function movesOn(text: string, from: number): boolean {
  const [, verb = ''] = /^ \p{Lu}\p{Ll}{3,20}s (\p{Ll}{3,12})\b/u.exec(text.slice(from, from + 40)) ?? [];
  return CHANGE_WORDS.has(verb);
}

/** "Albert I. Jones" goes on; "you and I. Did" does not. */
function afterInitial(text: string, start: number, at: number, word: string, next: Next): number | null {
  const before = wordBefore(text, start, Math.max(start, at - 2));
  if (word === 'I' && /^\p{Ll}/u.test(before)) return at + 1;
  return startsSentence(next) && next.word.length > 1 ? at + 1 : null;
}

/** A full stop inside closing marks: "inadmissible.”", "(He left.)", "the U.S." */
function afterClosed(text: string, start: number, at: number, next: Next, close: number): number | null {
  const word = wordBefore(text, start, at).toLowerCase();
  if (text[at + 1] === "'" && HARD_ABBREVIATIONS.has(word)) return null;
  if (SOFT_ABBREVIATIONS.has(word) && text[at + 1] === ')' && !startsSentence(next)) return null;
  return close;
}

function afterEllipsis(
  text: string,
  start: number,
  at: number,
  after: number,
  stop: string,
  next: Next,
  close: number,
): number | null {
  const dots = stop.replace(/ /g, '').length;
  if (/\d/.test(next.first)) return null;
  const attached = at > start && !isSpace(text, at - 1);
  if (dots > 3 && attached && stop.includes(' ') && close === after) return at + 1;
  if (dots > 3) return close;
  return attached || close > after ? close : null;
}

/** `!" Trump tweeted`: the quotation is the object of a verb that comes after it. */
function speakerFollows(text: string, from: number, end: number): boolean {
  const words = text
    .slice(from, Math.min(end, from + 90))
    .trim()
    .split(/\s+/)
    .slice(0, 7);
  for (const [index, word] of words.entries()) {
    const plain = word.toLowerCase().replace(/[^a-z]/g, '');
    if (index > 0 && SAY_AFTER_QUOTE.has(plain)) return true;
    const part =
      /^\p{Lu}/u.test(word) ||
      (index === 0 && plain === 'the') ||
      ['de', 'van', 'von', 'al', 'bin', 'of'].includes(plain);
    if (!part || /[.!?:;]$/.test(word.replace(/^(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Gen)\.$/, ''))) return false;
  }
  return false;
}

const LIST_START = /^(?:([•●▪◦‣⁃])\s*|\(?(\d{1,2}|[a-zA-Z]|[ivx]{1,4})(\.\)|\)|\.)\s)/;

/** Starts of the later items of a list that stands in one line: "1) The first item 2) The second item". */
function listItemStarts(text: string, start: number, end: number): number[] {
  const head = LIST_START.exec(text.slice(start, Math.min(end, start + 12)));
  if (head === null) return [];
  const line = text.slice(start, end);
  const [, bullet, mark = '', close = ''] = head;
  if (bullet !== undefined) return placesOf(line, ` ${bullet}`).map((at) => start + at);
  const open = line.startsWith('(') ? '(' : '';
  const starts: number[] = [];
  let from = 0;
  for (let next = following(mark); next !== null; next = following(next)) {
    const at = line.indexOf(` ${open}${next}${close} `, from);
    if (at < 0) break;
    starts.push(start + at);
    from = at + 1;
  }
  return starts;
}

function placesOf(line: string, needle: string): number[] {
  const places: number[] = [];
  for (let at = line.indexOf(needle); at >= 0; at = line.indexOf(needle, at + 1)) places.push(at);
  return places;
}

function following(mark: string): string | null {
  if (/^\d+$/.test(mark)) return String(Number(mark) + 1);
  return /^[a-yA-Y]$/.test(mark) ? String.fromCharCode(mark.charCodeAt(0) + 1) : null;
}
