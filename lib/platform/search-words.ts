import { canonicalText } from './canonical.ts';

/**
 * What somebody types into a list's search box, as a query for Postgres' `to_tsquery('simple', …)`: every word must
 * stand in the text, each as the beginning of a word. Null where nothing that can be searched for was typed.
 */
export function wordsQuery(typed: string): string | null {
  const words = canonicalText(typed)
    .replace(SIGNS, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MAX_WORDS);
  // In quotes, Postgres reads a word as it read the text: "U.S." is one, "COVID-19" is several.
  return words.length === 0 ? null : words.map((word) => `'${word.replace(/['\\]/g, ' ')}':*`).join(' & ');
}

const MAX_WORDS = 12;

/** Signs that part words though Postgres may not know it: those of its function `stet_words`. */
export const SIGNS = /[“”„‟‘’‚‛«»‹›—–―…·•|]/g;
