/** Words of one sentence as the check-worthiness model reads them. Nothing here keeps offsets: the model judges a sentence as a whole. */
import { NUMBER_WORDS } from '../lexicon/checkworthiness.ts';
import { WORD_CLASSES } from '../weights/word-classes.ts';

export type Word = {
  readonly text: string;
  readonly lower: string;
  /** The word with figures replaced by their shape: "#year", "#money", "#percent", "#decimal", "#3" (three digits). */
  readonly shape: string;
  /** Function words stand for themselves, figures for "#", names for "Cap", the rest for a class of words used alike. */
  readonly kind: string;
};

const WORD = /\p{L}[\p{L}.]*\p{L}(?:'\p{L}+)?|\p{L}|[$£€]?\d[\d,.]*%?|[?!%]|\.\.\.|--?/gu;
const ENDING = /(?:ing|ed|ly|ion|ment|ness|ity|er|est|al|ive|ous|ful|able|s)$/;

/** What `plain` would change: most sentences hold none of it. */
const DRESSED = /[‘’“”…–—]|[^\S ]| {2}/;

/** Curly marks and dashes in their plain form, so that typography moves no score. */
export function plain(text: string): string {
  if (!DRESSED.test(text)) return text.trim();
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/…/g, '...')
    .replace(/[–—]/g, ' - ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function shapeOf(text: string, lower: string): string {
  const first = text.charCodeAt(text.length > 1 && '$£€'.includes(text.charAt(0)) ? 1 : 0);
  if (first < 48 || first > 57) return lower;
  if (/^(?:1[789]|20)\d\d$/.test(text)) return '#year';
  if ('$£€'.includes(text.charAt(0))) return '#money';
  if (text.endsWith('%')) return '#percent';
  const digits = text.replace(/\D/g, '').length;
  return text.includes('.') && !text.endsWith('.') ? '#decimal' : `#${Math.min(digits, 4)}`;
}

function kindOf(text: string, shape: string, lower: string, first: boolean): string {
  if (shape.charCodeAt(0) === 35) return '#';
  if (NUMBER_WORDS.has(lower)) return '#w';
  const known = WORD_CLASSES.get(lower);
  if (known?.startsWith('=')) return lower;
  const initial = text.charCodeAt(0);
  const upper = initial >= 65 && initial <= 90;
  if (upper && !first) return text.length > 1 && text === text.toUpperCase() ? 'CAPS' : 'Cap';
  if (known !== undefined) return known;
  if (text.length < 3) return lower;
  return `-${ENDING.exec(lower)?.[0] ?? 'x'}`;
}

function read(text: string, isFirst: boolean): Word {
  const lower = text.toLowerCase();
  const shape = shapeOf(text, lower);
  return { text, lower, shape, kind: kindOf(text, shape, lower, isFirst) };
}

/** The words read last, as they stand inside a sentence: most come again. */
const inside = new Map<string, Word>();
const REMEMBERED = 4096;

function readInside(text: string): Word {
  const known = inside.get(text);
  if (known !== undefined) return known;
  const word = read(text, false);
  if (inside.size >= REMEMBERED) inside.clear();
  inside.set(text, word);
  return word;
}

/** The words of one sentence, already made `plain`. */
export const wordsOf = (sentence: string): Word[] =>
  (sentence.match(WORD) ?? []).map((text, i) => (i === 0 ? read(text, true) : readInside(text)));
