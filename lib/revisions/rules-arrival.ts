import { HEAD_FIELDS, type HeadField, type ReadOff } from '#lib/articles/types.ts';
import type { HeadSources } from '#lib/ingest/article.ts';

/** A page waits for a text of so many UTF-16 code units: half a second's reading on one core. A longer one is read by a job. */
export const MOST_AT_ONCE = 20_000;
export const isReadAtOnce = (text: string): boolean => text.length <= MOST_AT_ONCE;

const LONGEST_NAME = 300;

/** What an article is called whose headline nobody has told: the link it comes from, as one reads it. */
export const nameOfLink = (link: string): string => {
  const shown = link
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[#?].*$/, '')
    .replace(/\/$/, '');
  return (shown || link).slice(0, LONGEST_NAME);
};

/** The link that a text is, where it is nothing else. */
export function linkIn(text: string): string | null {
  const words = text.trim();
  if (words.length > 2000 || !/^https?:\/\/[^\s<>"]+$/i.test(words) || !URL.canParse(words)) return null;
  return words;
}

type Head = Readonly<Record<HeadField, string | null>>;

/** What of a head that stands as `now` is filled in from what was read: what is empty, or, of the headline, still the `stand-in` for one. */
export function filledIn(
  now: Head,
  standIn: string | null,
  read: Head & { readonly from: HeadSources },
): { readonly head: Partial<Record<HeadField, string>>; readonly readOff: ReadOff } {
  const isOpen = (field: HeadField) => now[field] === null || (field === 'headline' && now.headline === standIn);
  const filled = HEAD_FIELDS.flatMap((field) => {
    const [value, from] = [read[field], read.from[field]];
    return value && from !== undefined && isOpen(field) ? [{ field, value, from }] : [];
  });
  return {
    head: Object.fromEntries(filled.map(({ field, value }) => [field, value])),
    readOff: Object.fromEntries(filled.map(({ field, value, from }) => [field, { value, from }])),
  };
}
