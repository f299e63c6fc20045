/**
 * In which language a text or a paragraph is: by its function words where it is in Latin letters, else by its letters. Names and figures tell nothing, so that
 * "Kuala Lumpur, Malaysia — Petronas profit fell 12%." is in no language rather than in a wrong one.
 */
import { FUNCTION_WORDS, SCRIPTS } from '../lexicon/languages.ts';
import type { Span } from '../types.ts';
import { isPlain } from './plain.ts';

/** Enough text to tell a language by; more would only cost time. */
const SAMPLE = 4000;
/** Of one paragraph. */
const OPENING = 200;

/** word → the languages it is a function word of. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(FUNCTION_WORDS))
  for (const word of new Set(words.split(' '))) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);

const FOREIGN_LETTER = /[^\P{L}\p{Script=Latin}]/u;
const FOREIGN_LETTERS = /[^\P{L}\p{Script=Latin}]/gu;
const LETTERS = /\p{L}+/gu;
/** "don't" is one word: its end is none of Czech. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;
/** The same of a plain text, in small letters. */
const PLAIN_WORD = /[a-z]+(?:['’][a-z]+)?/g;

/** Fewer different function words than this, or a smaller share of the words, tell no language. */
const LEAST = 2;
const LEAST_SHARE = 0.2;
/** A text with so many words of English alone for each of another language alone is read as English: no other has as many by chance. */
const ENGLISH_BESIDE = 0.5;

function byLetters(text: string): string | null {
  if (isPlain(text) || !FOREIGN_LETTER.test(text)) return null;
  const foreign = (text.match(FOREIGN_LETTERS) ?? []).join('');
  const all = (text.match(LETTERS) ?? []).reduce((sum, { length }) => sum + length, 0);
  if (foreign.length < 0.5 * all) return null;
  return SCRIPTS.find(([, letters]) => letters.test(foreign))?.[0] ?? null;
}

function byWords(text: string): string {
  const counts = new Map<string, number>();
  /** For each language how many of its words are English too. */
  const shared = new Map<string, number>();
  const words = new Set(text.toLowerCase().match(isPlain(text) ? PLAIN_WORD : WORD));
  for (const word of words) {
    const languages = LANGUAGES_OF.get(word);
    if (languages === undefined) continue;
    const isEnglish = languages.includes('en');
    for (const language of languages) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
      if (isEnglish) shared.set(language, (shared.get(language) ?? 0) + 1);
    }
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined) return 'und';
  const [language, most] = first;
  const common = shared.get(language) ?? 0;
  const english = counts.get('en') ?? 0;
  if (english > 0 && english - common >= ENGLISH_BESIDE * (most - common)) return 'en';
  return most >= LEAST && most >= LEAST_SHARE * words.size ? language : 'und';
}

/**
 * ISO 639-1 code of the language of a text, "und" where it cannot be told. Looks at one stretch from the start and one
 * from the middle, so that a foreign headline or a footer does not decide; a text that is English in good part is English.
 */
export function detectLanguage(text: string): string {
  const middle = Math.max(SAMPLE, Math.floor(text.length / 2));
  const sample = `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)}`;
  return byLetters(sample) ?? byWords(sample);
}

/** The language of one paragraph, told by its opening; "und" where it cannot be told. */
export function languageOf(text: string, { start, end }: Span): string {
  const opening = text.slice(start, Math.min(end, start + OPENING));
  return byLetters(opening) ?? byWords(opening);
}
