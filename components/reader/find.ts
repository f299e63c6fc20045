import type { Stretch } from './document.ts';

const MOST = 500;

/** Signs that people type for another that is printed. */
const LIKE: readonly (readonly [RegExp, string])[] = [
  [/['’‘`]/g, "['’‘`]"],
  [/["“”„«»]/g, '["“”„«»]'],
  [/[-‐‑–—]/g, '[-‐‑–—]'],
  [/\s+/g, '\\s+'],
];

/** The places of words in a text, whatever their case, kind of quotation marks, dashes and blanks; the first 500. */
export function findAll(text: string, query: string): Stretch[] {
  const words = query.trim();
  if (words === '') return [];
  const pattern = LIKE.reduce(
    (made, [sign, any]) => made.replace(sign, () => any),
    words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  const found: Stretch[] = [];
  for (const { index, 0: hit } of text.matchAll(new RegExp(pattern, 'giu'))) {
    found.push({ start: index, end: index + hit.length });
    if (found.length === MOST) break;
  }
  return found;
}

/** The place after an offset; from the top again where none follows. */
export const nextPlace = (places: readonly Stretch[], after: number): Stretch | null =>
  places.find(({ start }) => start >= after) ?? places[0] ?? null;
