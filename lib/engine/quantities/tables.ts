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

const YEAR = /(?<!\d)(?:FY ?)?(?:19|20)\d{2}(?:[–-]\d{2,4})?\b/g;

/** Whether a row of cells is a heading over the next: words in every cell, figures in none but years, and as many cells. */
export function isHeading(text: string, row: Span, next: Span): boolean {
  const words = (span: Span): string => text.slice(span.start, span.end).replace(YEAR, '');
  const [cells, below] = [cellsOf(text, row), cellsOf(text, next)];
  if (cells.length < 2 || cells.length !== below.length) return false;
  // a year alone heads a column, but not the first
  const named = cells.every((cell, i) => {
    const rest = words(cell).trim();
    return (rest === '' ? i > 0 : /\p{L}|%/u.test(rest)) && !/\d/.test(rest);
  });
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

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:in |\$ ?|£ ?|€ ?|,? )?(?:millions|million|mn|£m|\$m|€m)\b/i, 1e6],
  [/\b(?:billions|billion|bn)\b/i, 1e9],
  [/\bthousands\b|\(000s?\)|\b'000s?\b/i, 1e3],
];

/** "(in millions)" in the words over a table. */
const scaleIn = (words: string): number =>
  /\(|\bin (?:millions|billions|thousands)\b/i.test(words)
    ? (SCALES.find(([pattern]) => pattern.test(words))?.[1] ?? 1)
    : 1;

/** Figures of money and of no unit times what the table counts in; a share stays. */
function times(quantity: Quantity, scale: number): Quantity {
  const bare = quantity.unit === null || /^[A-Z]{3}$/.test(quantity.unit);
  if (scale === 1 || !bare || quantity.value === null || quantity.value >= 1e5) return quantity;
  return { ...quantity, value: Number((quantity.value * scale).toPrecision(15)) };
}

/**
 * The figures of a row under its heading; the first cell says what the row is about.
 * @param title the line over the table, which may say what it counts in
 */
export function rowQuantities(text: string, row: Span, heading: Span, title: Span | null = null): Quantity[] {
  const over = title === null ? 1 : scaleIn(text.slice(title.start, title.end));
  const headings = cellsOf(text, heading);
  return cellsOf(text, row).flatMap((cell, i) => {
    const headed = i === 0 ? undefined : headings[i];
    const unitFromHeading = headed === undefined ? null : unitOf(text.slice(headed.start, headed.end));
    const scale = headed === undefined ? over : Math.max(over, scaleIn(text.slice(headed.start, headed.end)));
    return findQuantities(text, cell, { unitFromHeading }).map((quantity) => times(quantity, scale));
  });
}
