import { documentBlocks } from '#components/reader/document.ts';
import type { PlaceDTO } from '#lib/sources/types-captures.ts';

/** Two paragraphs, a table of three rows, and a last paragraph that is no part of the readable page. */
export const TEXT = [
  'The toll is set each spring. Receipts are in note 7.',
  'Coaches pay less.',
  'Tolls\t2023\t2025',
  'Lorry\t41.20\t47.00',
  'Coach\t22.00',
  'All rights reserved.',
]
  .join('\n\n')
  .replace('2025\n\nLorry', '2025\nLorry')
  .replace('47.00\n\nCoach', '47.00\nCoach');

const at = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};

const cell = (words: string, name: string, from = 0): PlaceDTO => ({
  ...at(words, from),
  kind: 'cell',
  sheet: null,
  table: 1,
  cell: name,
});
const table = TEXT.indexOf('Tolls\t');

export const PLACES: readonly PlaceDTO[] = [
  { ...at('The toll is set each spring. Receipts are in note 7.'), kind: 'paragraph', number: 1 },
  { ...at('Coaches pay less.'), kind: 'paragraph', number: 2 },
  cell('Tolls', 'A1', table),
  cell('2023', 'B1', table),
  cell('2025', 'C1', table),
  cell('Lorry', 'A2', table),
  cell('41.20', 'B2', table),
  cell('47.00', 'C2', table),
  cell('Coach', 'A3', table),
  cell('22.00', 'B3', table),
  { ...at('All rights reserved.'), kind: 'paragraph', number: 3 },
];

export const place = at;
export const BLOCKS = documentBlocks({
  text: TEXT,
  places: PLACES,
  view: [{ start: 0, end: TEXT.indexOf('All rights') }],
});
export const SHOWN = { text: TEXT, blocks: BLOCKS };
export const said = (stretch: { readonly start: number; readonly end: number } | null): string | null =>
  stretch && TEXT.slice(stretch.start, stretch.end);
