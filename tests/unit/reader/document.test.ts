import { describe, expect, it } from 'vitest';
import { documentBlocks, slipsOf } from '#components/reader/document.ts';
import { type Mark, marksIn, piecesOf } from '#components/reader/marks.ts';
import { BLOCKS, PLACES, place, said, TEXT } from './made.ts';

describe('a capture’s text in blocks', () => {
  it('parts paragraphs, keeps the rows of a table together, and says what is of the readable part', () => {
    expect(BLOCKS.map(({ kind, isView }) => [kind, isView])).toEqual([
      ['text', true],
      ['text', true],
      ['table', true],
      ['text', false],
    ]);
  });

  it('puts cells under their columns, and leaves what is empty empty', () => {
    const [table] = BLOCKS.filter((block) => block.kind === 'table');
    if (table?.kind !== 'table') throw new Error('There is no table');
    expect(table.columns).toEqual([0, 1, 2]);
    expect(table.rows.map((row) => row.cells.map((cell) => [cell.column, said(cell)]))).toEqual([
      [
        [0, 'Tolls'],
        [1, '2023'],
        [2, '2025'],
      ],
      [
        [0, 'Lorry'],
        [1, '41.20'],
        [2, '47.00'],
      ],
      [
        [0, 'Coach'],
        [1, '22.00'],
      ],
    ]);
    expect(said(table.rows[1] ?? null)).toBe('Lorry\t41.20\t47.00');
  });

  it('holds every word of the text in one block', () => {
    const words = BLOCKS.map(({ start, end }) => TEXT.slice(start, end)).join(' ');
    expect(words.split(/\s+/)).toEqual(TEXT.split(/\s+/));
  });

  it('names a page where it begins, once', () => {
    const text = 'One.\n\nTwo.\n\nThree.';
    const page = (start: number, end: number, number: number) =>
      ({ start, end, kind: 'page', page: number, rect: [0, 0, 1, 1] }) as const;
    const blocks = documentBlocks({ text, places: [page(0, 4, 1), page(6, 10, 1), page(12, 18, 2)], view: [] });
    expect(blocks.map((block) => block.page)).toEqual([1, null, 2]);
    expect(blocks.every(({ isView }) => isView)).toBe(true);
  });

  it('cuts a wall of lines and a long sheet into pieces', () => {
    const lines = Array.from({ length: 400 }, (_, i) => `Line ${i} of many`);
    const text = lines.join('\n');
    const blocks = documentBlocks({ text, places: [], view: [] });
    expect(Math.max(...blocks.map(({ start, end }) => end - start))).toBeLessThanOrEqual(3000);
    const cells = [...text.matchAll(/Line/g)].map(({ index }, i) => ({
      start: index,
      end: index + 4,
      kind: 'cell' as const,
      sheet: 'Data',
      cell: `A${i + 1}`,
    }));
    const rows = documentBlocks({ text, places: cells, view: [] }).map(
      (block) => block.kind === 'table' && block.rows.length,
    );
    expect(rows).toEqual([60, 60, 60, 60, 60, 60, 40]);
  });

  it('lays blocks out in slips, none left out', () => {
    expect(slipsOf(BLOCKS, 3).map((slip) => slip.length)).toEqual([3, 1]);
    expect(slipsOf([])).toEqual([]);
  });

  it('reads places that the text has none of as plain paragraphs', () => {
    expect(
      documentBlocks({ text: TEXT, places: PLACES.slice(0, 1), view: [] }).every(({ kind }) => kind === 'text'),
    ).toBe(true);
  });
});

describe('marks on words', () => {
  const mark = (words: string, kind: Mark['kind'], label?: string): Mark => ({
    ...place(words),
    kind,
    ...(label && { label }),
  });

  it('cut the words at each end, and join where they overlap', () => {
    const marks = [mark('toll is set', 'evidence', 'evidence'), mark('set each spring', 'chosen', 'chosen')];
    const pieces = piecesOf(place('The toll is set each spring.'), marks);
    expect(pieces.map((piece) => [said(piece), piece.kinds.join(), piece.labels.join()])).toEqual([
      ['The ', '', ''],
      ['toll is ', 'evidence', 'evidence'],
      ['set', 'evidence,chosen', 'chosen'],
      [' each spring', 'chosen', ''],
      ['.', '', ''],
    ]);
  });

  it('say that they begin in a paragraph that they reach into from the one before', () => {
    const over = { start: 10, end: place('Coaches pay').end, kind: 'chosen' as const, label: 'chosen' };
    const [first] = piecesOf(place('Coaches pay less.'), [over]);
    expect([said(first ?? null), first?.labels]).toEqual(['Coaches pay', ['chosen']]);
  });

  it('are the same nothing wherever there are none', () => {
    expect(marksIn([], place('Lorry'))).toBe(marksIn([mark('less', 'found')], place('Lorry')));
  });
});
