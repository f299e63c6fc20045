/**
 * Figures that are names, not quantities: dates and clock times, telephone numbers, "Route 66", "COVID-19", "S&P 500", house and list numbers, "No. 1".
 */

import { PHRASE_ENDS } from '../lexicon/count-nouns.ts';
import { LABELS, LABELS_OF } from '../lexicon/label-nouns.ts';
import type { TimeExpression, TimeForm } from '../times/forms.ts';
import type { Figure } from './figures.ts';
import { isAddress } from './nouns.ts';
import { mixedPart } from './numbers.ts';
import { isCapital, isDash, type Word } from './scan.ts';

type Words = readonly Word[];

/** Times whose own figures are quantities too: "two years ago" speaks of two years. */
const COUNTED: ReadonlySet<TimeForm['kind']> = new Set(['ago', 'then', 'event', 'window', 'ending', 'within']);

function linkOf(words: Words, at: number, next: number): number {
  for (let i = at + 1; i < next; i++)
    if (/^(?:ending|ended|to|beginning|starting|commencing)$/.test(words[i]?.lower ?? '')) return i;
  return -1;
}

/** One flag a word: whether it belongs to a date or a time of day. */
export function timeMask(words: Words, times: readonly TimeExpression[]): Uint8Array {
  const mask = new Uint8Array(words.length);
  for (const { at, next, form } of times) {
    // in "the three months to June 30" the months are counted, the date is not
    const link = form.kind === 'ending' ? linkOf(words, at, next) : -1;
    if (link > 0) mask.fill(1, link, next);
    else if (!COUNTED.has(form.kind)) mask.fill(1, at, next);
  }
  return mask;
}

const CHAIN: ReadonlySet<string> = new Set(['-', '–', '.', '/', ':', '‑']);

const DIALLING: ReadonlySet<string> = new Set([
  'call',
  'dial',
  'ring',
  'phone',
  'tel',
  'telephone',
  'text',
  'fax',
  'hotline',
  'helpline',
  'calling',
]);
/** Nothing counted behind the digits: "dial 112", not "on 300 roads". */
const isBare = (word: Word | undefined): boolean =>
  word === undefined || word.kind !== 'word' || /^(?:or|for|to|and|in|if|from|at|now)$/.test(word.lower);

/** The end of a row of three or more figures glued together, or of a telephone number; -1 where there is none. */
export function identifierEnd(words: Words, at: number): number {
  // "9-1/2 pct"
  if (mixedPart(words, at + 1) !== null) return -1;
  let i = at;
  let figures = 1;
  while (
    CHAIN.has(words[i + 1]?.text ?? '') &&
    words[i + 1]?.spaced === false &&
    words[i + 2]?.kind === 'number' &&
    words[i + 2]?.spaced === false
  ) {
    i += 2;
    figures++;
  }
  if (figures >= 3) return i + 1;
  const first = words[at];
  if (first === undefined) return -1;
  const dialled =
    words[at - 1]?.text === '+' &&
    words[at - 1]?.spaced === true &&
    (words[at + 1]?.kind === 'number' || words[at + 1]?.text === '(');
  const zero = first.text.length >= 3 && first.text.startsWith('0') && !first.text.includes('.');
  const area =
    words[at - 1]?.text === '(' &&
    words[at + 1]?.text === ')' &&
    first.text.length >= 3 &&
    words[at + 2]?.kind === 'number' &&
    CHAIN.has(words[at + 3]?.text ?? '');
  const local =
    first.text.length === 3 && figures === 2 && words[at + 2]?.text.length === 4 && words[at + 1]?.text !== '/';
  const called =
    DIALLING.has(words[at - 1]?.lower ?? '') ||
    (DIALLING.has(words[at - 2]?.lower ?? '') && words[at - 1]?.kind === 'word');
  const dialling = called && Number.isInteger(first.value) && first.text.length >= 3 && !first.text.includes(',');
  if (!dialled && !zero && !area && !local && !(dialling && isBare(words[at + 1]))) return -1;
  let end = at + 1;
  while (
    words[end]?.kind === 'number' ||
    ((isDash(words[end]) || words[end]?.text === ')' || words[end]?.text === '(') && words[end + 1]?.kind === 'number')
  )
    end++;
  return end;
}

const hasCapital = (word: Word): boolean => word.kind === 'word' && word.text !== word.lower;

const JOINED: ReadonlySet<string> = new Set(['minus', 'plus']);

/** Marks that glue a figure to what goes before it, and make it part of a name or an address. */
const GLUE: ReadonlySet<string> = new Set(['/', '#', '_', '@', '.', ':', '№', '&', '=', '\\']);

/**
 * Whether the digits at `at` belong to what stands before them.
 * @param explicit whether a unit, a currency or a softening word shows the figure to be one
 * @param counted whether a noun is counted
 */
export function isName(words: Words, at: number, explicit: boolean, counted: boolean): boolean {
  const figure = words[at];
  const before = words[at - 1];
  if (figure === undefined || before === undefined) return false;
  if (!figure.spaced) {
    if (before.kind === 'word') return true;
    if (GLUE.has(before.text) && !explicit) return true;
    if (isDash(before)) {
      const word = words[at - 2];
      // "her now-18 month-old daughter"
      if (!before.spaced && word?.kind === 'word') return !JOINED.has(word.lower) && (hasCapital(word) || !explicit);
      if (before.spaced && word !== undefined && hasCapital(word) && !explicit) return true;
    }
  }
  // no road or model is written "12,431"
  if (figure.text.includes(',')) return false;
  let i = at - 1;
  if (before.text === '.' || before.text === '#') i--;
  const label = words[i];
  if (label === undefined || label.kind !== 'word') return false;
  if (
    label.lower === 'of' &&
    hasCapital(words[i - 1] ?? label) &&
    LABELS_OF.has(words[i - 1]?.lower ?? '') &&
    !explicit
  )
    return true;
  if (LABELS.has(label.lower)) return hasCapital(label) ? !explicit : !explicit && !counted;
  if (before.text === '.') return false;
  return hasCapital(label) && !explicit && !counted && !PHRASE_ENDS.has(label.lower) && !MONTHLESS.has(label.lower);
}

/** Words often capitalised at a sentence's head, before a true figure. */
const MONTHLESS: ReadonlySet<string> = new Set([
  'about',
  'some',
  'nearly',
  'almost',
  'roughly',
  'approximately',
  'more',
  'fewer',
  'only',
  'around',
  'just',
  'another',
  'police',
  'officials',
  'there',
  'an',
  'estimated',
]);

/** "1.", "2)" at the head of a sentence. */
export function isListNumber(words: Words, at: number): boolean {
  const after = words[at + 1];
  return at === 0 && (after?.text === '.' || after?.text === ')') && !after.spaced && (words[0]?.text.length ?? 9) <= 2;
}

/**
 * A house number, or a product's or road's: a capital follows, and nothing is counted.
 * @param next behind the number
 * @param end behind the whole figure: "16-18 Industrial Avenue"
 */
export function namesWhatFollows(
  words: Words,
  at: number,
  next: number,
  end: number,
  explicit: boolean,
  counted: boolean,
): boolean {
  if (isAddress(words, next) || isAddress(words, end)) return true;
  return (
    words[at]?.kind === 'number' && isCapital(words[next]) && words[next]?.spaced === true && !explicit && !counted
  );
}

/** "bought Six Flags for": a number in capitals within a sentence, and not in a heading. */
function isNamed(words: Words, at: number): boolean {
  const [before, word, behind] = [words[at - 1], words[at], words[at + 1]];
  if (before?.kind !== 'word' || isCapital(before) || word?.kind !== 'word' || !isCapital(word)) return false;
  if (!isCapital(behind) || behind?.spaced !== true) return false;
  return 2 * words.filter(isCapital).length < words.filter(({ kind }) => kind === 'word').length;
}

/** "7-Eleven", "Three Mile Island": a figure within a name. */
export function isProperName(words: Words, { at, number }: Figure): boolean {
  // "the Group of Seven"
  const label = words[at - 2];
  const isLabelled = words[at - 1]?.lower === 'of' && LABELS_OF.has(label?.lower ?? '') && isCapital(label);
  if (isLabelled && isCapital(words[at])) return true;
  if (isNamed(words, at)) return true;
  const dash = words[number.next];
  const behind = words[number.next + 1];
  if (isDash(dash) && dash?.spaced === false && behind?.kind === 'word' && behind.spaced === false)
    return /^\p{Lu}\p{Ll}{2,}/u.test(behind.text) && number.form === 'digits';
  const capital = (word: Word | undefined): boolean =>
    word?.kind === 'word' && /^\p{Lu}\p{Ll}+/u.test(word.text) && word.spaced;
  return words[at]?.kind === 'word' && /^\p{Lu}/u.test(words[at]?.text ?? '') && capital(dash) && capital(behind);
}
