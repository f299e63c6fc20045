import { IntlMessageFormat } from 'intl-messageformat';
import messages from '../../../messages/en/outline.ts';

export type Words = keyof typeof messages;

const formats = new Map<Words, IntlMessageFormat>();

/** What a report prints, in words. Throws where a place in the words is not filled. */
export function say(key: Words, values: Readonly<Record<string, string | number>> = {}): string {
  const format = formats.get(key) ?? new IntlMessageFormat(messages[key], 'en-GB');
  formats.set(key, format);
  return String(format.format(values));
}

/** The words for one of several, by its key; the key itself where there are none, as of a report that knew more. */
export function sayOne(group: string, key: string, values?: Readonly<Record<string, string | number>>): string {
  const name = `${group}-${key}`;
  return isWords(name) ? say(name, values) : key;
}

const isWords = (name: string): name is Words => Object.hasOwn(messages, name);

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A date, `YYYY-MM-DD`, in words; what is no date as it stands. */
export function dayWords(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : days.format(at);
}

/** An ISO instant in words, in UTC: a report says the same wherever it is read. */
export function momentWords(instant: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  return `${days.format(at)}, ${new Date(at).toISOString().slice(11, 16)} UTC`;
}

/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')}${say('and')}${last}`;
}

/** Numbers in order, three or more that follow one another as a range: "1, 4, 7–20". */
export function rangeWords(numbers: readonly number[]): string {
  const rows: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = rows.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else rows.push([number, number]);
  }
  return rows
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ');
}
