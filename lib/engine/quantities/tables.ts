/**
 * Stage 7: tables. The first row may name what the columns count: "Town, Births 2024, Days closed" over "Almada, 2,310, 22".
 */

import type { Quantity, Span } from '../types.ts';
import { findQuantities } from './quantities.ts';

const PARTED = /\t|\s\|\s|\s{3,}/g;

/** The cells of a row, parted by tabs, bars or wide gaps; offsets into the text. */
export function cellsOf(text: string, row: Span): Span[] {
  const words = text.slice(row.start, row.end);
  const cells: Span[] = [];
  let from = 0;
  for (const gap of [...words.matchAll(PARTED), null]) {
    const to = gap?.index ?? words.length;
    if (words.slice(from, to).trim() !== '') cells.push({ start: row.start + from, end: row.start + to });
    from = to + (gap?.[0].length ?? 0);
  }
  return cells;
}

const YEAR = /\b(?:19|20)\d{2}(?:[–-]\d{2,4})?\b/g;

/** Whether a row of cells is a heading over the next: words in every cell, figures in none but years, and as many cells. */
export function isHeading(text: string, row: Span, next: Span): boolean {
  const words = (span: Span): string => text.slice(span.start, span.end).replace(YEAR, '');
  const [cells, below] = [cellsOf(text, row), cellsOf(text, next)];
  if (cells.length < 2 || cells.length !== below.length) return false;
  const named = cells.every((cell) => /\p{L}|%/u.test(words(cell)) && !/\d/.test(words(cell)));
  return named && below.slice(1).some((cell) => /\d/.test(text.slice(cell.start, cell.end)));
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/%|\bper ?cent\b/i, 'percent'],
  [/£/, 'GBP'],
  [/€/, 'EUR'],
  [/\$/, 'USD'],
];

/** The unit a heading gives: "Births 2024" counts births, "Share (%)" gives percent. */
function unitOf(heading: string): string | null {
  const sign = SIGNS.find(([pattern]) => pattern.test(heading));
  if (sign !== undefined) return sign[1];
  const words = heading
    .replace(/\([^()]*\)/g, ' ')
    .replace(YEAR, ' ')
    .trim()
    .toLowerCase();
  return words === '' ? null : words.replace(/\s+/g, ' ');
}

/** The figures of a row under its heading; the first cell says what the row is about. */
export function rowQuantities(text: string, row: Span, heading: Span): Quantity[] {
  const headings = cellsOf(text, heading);
  return cellsOf(text, row).flatMap((cell, i) => {
    const over = i === 0 ? undefined : headings[i];
    const unitFromHeading = over === undefined ? null : unitOf(text.slice(over.start, over.end));
    return findQuantities(text, cell, { unitFromHeading });
  });
}
