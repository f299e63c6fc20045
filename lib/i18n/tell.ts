import { IntlMessageFormat } from 'intl-messageformat';
import type { RefusalCode, Refused, Saying, Unsaid } from '#lib/platform/result.ts';
import refusals from '../../messages/en/refusals.ts';
import { defaultLocale } from './locales.ts';

const formats = new Map<RefusalCode, IntlMessageFormat>();

/**
 * A saying in words. Not by the translator that pages use: theirs reads compiled messages alone in what Next has built, and
 * the command line, which reads these too, is not built.
 */
export function inWords({ code, values }: Saying): string {
  const format = formats.get(code) ?? new IntlMessageFormat(refusals[code], defaultLocale);
  formats.set(code, format);
  return String(format.format(values));
}

/** A refusal as it is told to who asked. */
export function tell({ code, values, fields, ...refusal }: Unsaid): Refused {
  const told = Object.fromEntries(Object.entries(fields ?? {}).map(([path, saying]) => [path, inWords(saying)]));
  const [first] = Object.entries(told);
  const message =
    code === 'input-not-understood' && first ? `${fieldInWords(first[0])}${first[1]}` : inWords({ code, values });
  return { ...refusal, code, message, ...(fields === undefined ? {} : { fields: told }) };
}

/** "publishedOn" reads "Published on: ", "figures.2.text" reads "Figures 3, text: ", "ratingId" reads "Rating: ". */
function fieldInWords(path: string): string {
  if (path === '') return '';
  const words = path
    .replace(/(?<=[a-z])Id$/, '')
    .replace(/\.(\d+)/g, (_, index: string) => ` ${Number(index) + 1}`)
    .replaceAll('.', ', ')
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: `;
}
