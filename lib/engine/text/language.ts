import { eld } from 'eld/small';

/** Enough text to tell a language by; more would only cost time. */
const SAMPLE = 4000;

/**
 * ISO 639-1 code of the language of a text, "und" where it cannot be told. Looks at one stretch from the start and one
 * from the middle, so that a foreign headline or a footer does not decide. Method: eld (n-grams, shipped tables).
 */
export function detectLanguage(text: string): string {
  const middle = Math.max(SAMPLE, Math.floor(text.length / 2));
  const sample = `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)}`;
  if (!/\p{L}{2}/u.test(sample)) return 'und';
  return eld.detect(sample).language || 'und';
}
