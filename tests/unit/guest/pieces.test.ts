import { expect, test } from 'vitest';
import { guestPieces, inPlace, keysOf } from '#components/guest/pieces.ts';

const at = (start: number, end: number) => ({ place: { start, end } });
const drawn = (questions: Parameters<typeof guestPieces>[1]) =>
  guestPieces({ start: 10, end: 30 }, questions).map(({ start, end, numbers, ends }) => [start, end, numbers, ends]);

test('a block is cut where the words that questions are about begin and end', () => {
  expect(drawn([])).toEqual([[10, 30, [], []]]);
  expect(drawn([at(12, 20), { place: null }, at(16, 30)])).toEqual([
    [10, 12, [], []],
    [12, 16, [1], []],
    [16, 20, [1, 3], [1]],
    [20, 30, [3], [3]],
  ]);
});

test('words that reach into other blocks are marked in each, and numbered once, where they end', () => {
  expect(drawn([at(0, 15), at(20, 40), at(40, 50)])).toEqual([
    [10, 15, [1], [1]],
    [15, 20, [], []],
    [20, 30, [2], []],
  ]);
});

test('questions stay where they were first shown, and new ones come after them', () => {
  const ids = (all: string[], order: string[]) =>
    inPlace(
      order,
      all.map((id) => ({ id })),
    ).map(({ id }) => id);
  expect(ids(['c', 'b', 'x', 'a'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c', 'x']);
  expect(ids(['x', 'c', 'a'], ['a', 'b', 'c'])).toEqual(['a', 'c', 'x']);
});

test('a paragraph keeps its key while others come and go', () => {
  const keys = keysOf(['One.', 'Two.', 'One.']);
  expect(new Set(keys).size).toBe(3);
  expect(keysOf(['Before.', 'One.', 'One.'])).toEqual([expect.any(String), keys[0], keys[2]]);
});
