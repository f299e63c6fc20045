import { expect, test } from 'vitest';
import { firstSpot, spotAt, spotBeside, spotsOf } from '#components/reader/figure-spots.ts';
import { place, SHOWN, TEXT } from './made.ts';

const spots = spotsOf(SHOWN);
const spot = (words: string) => {
  const found = spots.find((one) => one.words === words);
  if (!found) throw new Error(`No figure ${words}`);
  return found;
};

test('the figures of a text, in prose and in cells, stand at their places', () => {
  expect(spots.map(({ words, column }) => [words, column])).toEqual([
    ['7', null],
    ['2023', 1],
    ['2025', 2],
    ['41.20', 1],
    ['47.00', 2],
    ['22.00', 1],
  ]);
  for (const { start, end, words } of spots) expect(TEXT.slice(start, end)).toBe(words);
});

test.each([
  ['41.20', 'right', '47.00'],
  ['41.20', 'left', '2025'],
  ['41.20', 'up', '2023'],
  ['41.20', 'down', '22.00'],
  ['2023', 'up', '7'],
  ['7', 'down', '2023'],
  ['7', 'left', '7'],
  ['22.00', 'right', '22.00'],
] as const)('beside %s, %s: %s', (from, to, words) => expect(spotBeside(spots, spot(from), to).words).toBe(words));

test('a click within a cell means its figure, one elsewhere none', () => {
  const { start } = place('47.00');
  expect(spotAt(spots, SHOWN, start + 2)?.words).toBe('47.00');
  expect(spotAt(spots, SHOWN, place('Coach\t').start + 1)).toBeNull();
  expect(spotAt(spots, SHOWN, -1)).toBeNull();
});

test('it begins at the first figure in what is in hand, else at the first there is', () => {
  expect(firstSpot(spots, place('Lorry'))?.words).toBe('41.20');
  expect(firstSpot(spots, null)?.words).toBe('7');
  expect(firstSpot(spots, { start: TEXT.length, end: TEXT.length })?.words).toBe('7');
  expect(firstSpot([], null)).toBeNull();
});
