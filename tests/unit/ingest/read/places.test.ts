import { describe, expect, test } from 'vitest';
import { columnName, locatorOf } from '#lib/ingest/read/places.ts';
import type { Place } from '#lib/ingest/read/types.ts';

const RECT = [0, 0, 10, 10] as const;
const paragraphs: Place[] = [
  { start: 0, end: 10, kind: 'paragraph', number: 1 },
  { start: 12, end: 20, kind: 'paragraph', number: 2 },
  { start: 22, end: 24, kind: 'cell', sheet: null, table: 2, cell: 'A1' },
  { start: 25, end: 27, kind: 'cell', sheet: null, table: 2, cell: 'B1' },
  { start: 29, end: 40, kind: 'paragraph', number: 3 },
];

describe('a locator', () => {
  test.each<[string, readonly Place[], number, number, string]>([
    ['a paragraph', paragraphs, 2, 5, 'para. 1'],
    ['two paragraphs', paragraphs, 2, 15, 'paras 1–2'],
    ['up to a paragraph’s first letter', paragraphs, 2, 12, 'para. 1'],
    ['a cell of a document’s table', paragraphs, 25, 27, 'table 2, B1'],
    ['cells of a document’s table', paragraphs, 22, 27, 'table 2, A1:B1'],
    ['from a table into the text', paragraphs, 22, 33, 'table 2, A1'],
    ['a point in a paragraph', paragraphs, 12, 12, 'para. 2'],
    ['a point at a paragraph’s end', paragraphs, 20, 20, 'para. 2'],
    ['what lies between', paragraphs, 10, 12, ''],
    ['nothing', [], 0, 4, ''],
    [
      'pages',
      [
        { start: 0, end: 5, kind: 'page', page: 3, rect: RECT },
        { start: 6, end: 9, kind: 'page', page: 4, rect: RECT },
      ],
      2,
      8,
      'pp. 3–4',
    ],
    ['a page', [{ start: 0, end: 5, kind: 'page', page: 3, rect: RECT }], 2, 4, 'p. 3'],
    ['a sheet’s cell', [{ start: 0, end: 5, kind: 'cell', sheet: 'Sheet1', cell: 'B4' }], 0, 5, 'Sheet1!B4'],
    [
      'a sheet with a name of words',
      [{ start: 0, end: 5, kind: 'cell', sheet: "Ann's 2", cell: 'B4' }],
      0,
      5,
      "'Ann''s 2'!B4",
    ],
    ['a table without sheets', [{ start: 0, end: 5, kind: 'cell', sheet: null, cell: 'B4' }], 0, 5, 'B4'],
    ['a minute', [{ start: 0, end: 5, kind: 'time', seconds: 725.6 }], 0, 5, '12:05'],
    ['an hour', [{ start: 0, end: 5, kind: 'time', seconds: 3725 }], 0, 5, '1:02:05'],
    ['the beginning', [{ start: 0, end: 5, kind: 'time', seconds: 4 }], 0, 5, '0:04'],
  ])('names %s', (_, places, start, end, locator) => expect(locatorOf(places, start, end)).toBe(locator));
});

test('columns are named as spreadsheets name them', () =>
  expect([0, 25, 26, 51, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']));
