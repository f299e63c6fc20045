/** What a detail's words come to: one line, a day, a tag, a number. Null where they are none. */
import { isDay } from '#lib/platform/days.ts';
import { dayIn } from '../guess.ts';

const MOST_WORDS = 500;
/** Without line ends, no longer than a field takes. */
export function line(words: string): string | null {
  const one = words
    .slice(0, 4 * MOST_WORDS)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_WORDS);
  return one === '' ? null : one;
}

/**
 * The day that a date names, as it is written: of an instant with a zone, the day in that zone, which is the publisher's. Null for what is no whole day,
 * or none that can be ("0000-00-00"), and for days and months that could be the other way round.
 */
export function localDate(words: string): string | null {
  const trimmed = words.trim().slice(0, 80);
  const [, year, month, day] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(trimmed) ?? /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(trimmed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return dayIn(trimmed);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : null;
}

export const languageTag = (words: string): string | null => {
  const tag = words.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(tag) ? tag : null;
};

export const doiIn = (words: string): string | null =>
  /(?:^|doi:\s?|doi\.org\/)(10\.\d{4,9}\/[^\s"<>]{1,200})/i.exec(words.trim())?.[1]?.replace(/[.,;)]$/, '') ?? null;

export const isbnIn = (words: string): string | null => {
  const digits = words
    .replace(/^(?:urn:)?isbn:?/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  return /^(?:97[89]\d{10}|\d{9}[\dX])$/.test(digits) ? digits : null;
};
