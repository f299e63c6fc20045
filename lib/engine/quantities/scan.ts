/**
 * The small words stages 7 and 8 read: one left-to-right pass over a sentence, no regular expression, linear in its length.
 *
 * Finer than the tokens of stage 4 where figures need it: "8.1bn" is a number and a word, "third-largest" two words and a mark, "30,000" one number.
 */
import { GLUED_CURRENCY } from '../lexicon/currencies.ts';
import type { Span } from '../types.ts';

export type WordKind = 'word' | 'number' | 'mark';
export type Word = Span & {
  readonly text: string;
  readonly lower: string;
  readonly kind: WordKind;
  /** True where white space, or the start of the sentence, stands before. */
  readonly spaced: boolean;
  /** The value of a number written in digits; NaN for everything else, and for digit runs too long to be a quantity. */
  readonly value: number;
};

/** Longer runs of digits are identifiers, not figures. */
const MAX_DIGITS = 18;

const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0x2af && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x300 && code <= 0x1fff) ||
  code === 0xb5 ||
  (code >= 0x2c00 && code <= 0xd7ff) ||
  (code >= 0xf900 && code <= 0xfaff);

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

const isGroupSpace = (code: number): boolean => code === 0xa0 || code === 0x202f || code === 0x2009;

/** How many digits stand at `at`, counted no further than `most`. */
function digitsAt(text: string, at: number, end: number, most: number): number {
  let n = 0;
  while (n < most && at + n < end && isDigit(text.charCodeAt(at + n))) n++;
  return n;
}

/** Whether a thousands separator stands at `at`: three digits follow, or two that lead on to such a group, as in "12,34,567". */
function groupsAt(text: string, at: number, end: number): boolean {
  const digits = digitsAt(text, at + 1, end, 4);
  if (digits === 3) return true;
  return digits === 2 && text[at + 3] === ',' && digitsAt(text, at + 4, end, 4) >= 2;
}

/** "3,5 million", "2,4%": one or two digits behind a comma, and a word or sign that only goes with a fraction. */
function decimalComma(text: string, at: number, end: number): boolean {
  const digits = digitsAt(text, at + 1, end, 3);
  if (text[at] !== ',' || digits < 1 || digits > 2) return false;
  return /^ ?(?:million|billion|trillion|bn\b|mn\b|%|per ?cent)/.test(
    text.slice(at + 1 + digits, Math.min(end, at + 14)),
  );
}

/** The end of the number that starts with a digit, or with a point before a digit, at `from`. */
function numberEnd(text: string, from: number, end: number): number {
  let at = from;
  let run = 0;
  let grouped = false;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      at++;
      run++;
      continue;
    }
    const comma = code === 44 || isGroupSpace(code);
    if (comma && (grouped || run <= 3) && groupsAt(text, at, end)) {
      grouped = true;
      at++;
      continue;
    }
    break;
  }
  if (!grouped && run <= 3 && decimalComma(text, at, end)) return at + 1 + digitsAt(text, at + 1, end, 2);
  if (text[at] === '.' && at + 1 < end && isDigit(text.charCodeAt(at + 1))) {
    at++;
    while (at < end && isDigit(text.charCodeAt(at))) at++;
  }
  return at;
}

function digitValue(raw: string): number {
  if (raw.length > MAX_DIGITS + 8) return Number.NaN;
  const plain = raw.replace(/,(?=\d{1,2}$)/, '.');
  let digits = '';
  for (const char of plain) if ((char >= '0' && char <= '9') || char === '.') digits += char;
  return digits.length > MAX_DIGITS ? Number.NaN : Number(digits);
}

/** Whether "'s" and no more stands at `at`: it becomes a mark of its own, so that "last year's" reads as "last year". */
function isPossessive(text: string, at: number, end: number): boolean {
  if (!isApostrophe(text.charCodeAt(at)) || text[at + 1] !== 's') return false;
  return at + 2 >= end || !(isLetter(text.charCodeAt(at + 2)) || isDigit(text.charCodeAt(at + 2)));
}

/** The end of the word at `from`: letters, inner apostrophes, the points of "U.S." and "a.m.", and digits glued behind letters ("G20", "M21"). */
function wordEnd(text: string, from: number, end: number): number {
  let at = from + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) at++;
    else if (isApostrophe(code) && at + 1 < end && isLetter(text.charCodeAt(at + 1)) && !isPossessive(text, at, end))
      at += 2;
    else break;
  }
  if (at === from + 1) {
    while (text[at] === '.' && at + 1 < end && isLetter(text.charCodeAt(at + 1)) && !isLetter(text.charCodeAt(at + 2)))
      at += 2;
    if (at > from + 1 && text[at] === '.' && at < end) at++;
  }
  if (at < end && isDigit(text.charCodeAt(at)) && !GLUED_CURRENCY.has(text.slice(from, at))) {
    while (at < end && (isDigit(text.charCodeAt(at)) || isLetter(text.charCodeAt(at)))) at++;
  }
  return at;
}

/** Where the white-space-delimited chunk at `from` ends. */
function chunkEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

const ADDRESS_STARTS: ReadonlySet<string> = new Set(['http', 'https', 'www', 'ftp', 'mailto']);

/**
 * Words, numbers and marks of one sentence.
 * @param text the whole text
 * @param sentence where to read, in UTF-16 code units of `text`
 * @returns the words in order; web addresses are left out whole
 */
export function scan(text: string, sentence: Span): Word[] {
  const words: Word[] = [];
  const end = Math.min(sentence.end, text.length);
  let at = Math.max(0, sentence.start);
  let spaced = true;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      spaced = true;
      at++;
      continue;
    }
    const vulgar = code < 128 ? undefined : VULGAR[text.charAt(at)];
    let kind: WordKind = 'mark';
    let to = at + 1;
    let value = Number.NaN;
    if (vulgar !== undefined) {
      kind = 'number';
      value = vulgar;
    } else if (isDigit(code) || (code === 46 && spaced && at + 1 < end && isDigit(text.charCodeAt(at + 1)))) {
      kind = 'number';
      to = numberEnd(text, at, end);
      value = digitValue(text.slice(at, to));
    } else if (isLetter(code)) {
      kind = 'word';
      to = wordEnd(text, at, end);
    } else if (!spaced && isPossessive(text, at, end)) {
      to = at + 2;
    } else if (code >= 0xd800 && code <= 0xdbff && at + 1 < end) {
      to = at + 2;
    }
    const raw = text.slice(at, to);
    const lower = kind === 'word' ? raw.toLowerCase() : to === at + 2 && raw.endsWith('s') ? "'s" : raw;
    if (kind === 'word' && ADDRESS_STARTS.has(lower) && (text[to] === ':' || text[to] === '.')) {
      at = chunkEnd(text, to, end);
      spaced = false;
      continue;
    }
    words.push({ start: at, end: to, text: raw, lower, kind, spaced, value });
    spaced = false;
    at = to;
  }
  return words;
}

const DASHES: ReadonlySet<string> = new Set(['-', '‐', '‑', '‒', '–', '−']);

/** A hyphen or short dash. */
export const isDash = (word: Word | undefined): boolean =>
  word !== undefined && word.kind === 'mark' && DASHES.has(word.text);

/** Whether the word begins with a capital letter. */
export function isCapital(word: Word | undefined): boolean {
  if (word === undefined || word.kind !== 'word') return false;
  const first = word.text.charAt(0);
  return first !== first.toLowerCase();
}

/**
 * The index just after a phrase of lower-case words, or -1 where it does not stand at `at`. Hyphens between the words are passed over.
 */
export function phraseEnd(words: readonly Word[], at: number, phrase: readonly string[]): number {
  let i = at;
  for (const [n, part] of phrase.entries()) {
    if (n > 0 && isDash(words[i]) && words[i]?.spaced === false) i++;
    if (words[i]?.lower !== part) return -1;
    i++;
  }
  return i;
}

/** Phrases ordered for lookup by first word, longest first. */
export type PhraseTable<V> = ReadonlyMap<string, readonly { readonly parts: readonly string[]; readonly value: V }[]>;

/** Makes a table from phrases written with spaces. */
export function phraseTable<V>(entries: Iterable<readonly [string, V]>): PhraseTable<V> {
  const table = new Map<string, { parts: string[]; value: V }[]>();
  for (const [phrase, value] of entries) {
    const parts = phrase.split(' ');
    const first = parts[0] ?? '';
    const list = table.get(first) ?? [];
    list.push({ parts, value });
    table.set(first, list);
  }
  for (const list of table.values()) list.sort((a, b) => b.parts.length - a.parts.length);
  return table;
}

/** The longest phrase of the table that starts at `at`. */
export function phraseAt<V>(
  table: PhraseTable<V>,
  words: readonly Word[],
  at: number,
): { value: V; next: number } | null {
  const first = words[at];
  if (first === undefined) return null;
  for (const { parts, value } of table.get(first.lower) ?? []) {
    const next = phraseEnd(words, at, parts);
    if (next !== -1) return { value, next };
  }
  return null;
}
