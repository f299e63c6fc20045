import { IntlMessageFormat } from 'intl-messageformat';
import letters from '../../messages/en/letters.ts';
import { defaultLocale } from './locales.ts';

export type LetterWords = keyof typeof letters;

/** A line of a letter in words; as `inWords`, for processes that have no pages. */
export const letterLine = (key: LetterWords, values: Readonly<Record<string, string | number>> = {}): string =>
  String(new IntlMessageFormat(letters[key], defaultLocale).format(values));
