import { describe, expect, it } from 'vitest';
import { nearestWord, stepWord } from '#components/galley/text-selection.ts';

const text = 'Before.\n“Tolls rose,” she said, by £4.50 in the year’s third quarter.\nAfter.';
const block = { start: 8, end: text.indexOf('\nAfter') };
const startOf = (words: string) => text.indexOf(words);
const endOf = (words: string) => text.indexOf(words) + words.length;

describe('stepWord', () => {
  it('moves an end over marks with the word', () => {
    expect(stepWord(text, block, endOf('Tolls'), 1, 'end')).toBe(endOf('rose'));
    expect(stepWord(text, block, endOf('rose'), 1, 'end')).toBe(endOf('she'));
    expect(stepWord(text, block, endOf('she'), -1, 'end')).toBe(endOf('rose'));
  });

  it('moves a beginning to beginnings', () => {
    expect(stepWord(text, block, startOf('Tolls'), 1, 'start')).toBe(startOf('rose'));
    expect(stepWord(text, block, startOf('she'), -1, 'start')).toBe(startOf('rose'));
  });

  it('takes a number with its point and a word with its apostrophe as one', () => {
    expect(stepWord(text, block, endOf('by'), 1, 'end')).toBe(endOf('£4.50'));
    expect(stepWord(text, block, endOf('the'), 1, 'end')).toBe(endOf('year’s'));
  });

  it('stays within the block', () => {
    expect(stepWord(text, block, startOf('Tolls'), -1, 'start')).toBe(startOf('Tolls'));
    expect(stepWord(text, block, endOf('quarter'), 1, 'end')).toBe(endOf('quarter'));
  });

  it('steps through every word there and back', () => {
    const ends: number[] = [];
    for (let at = block.start; ; ) {
      const next = stepWord(text, block, at, 1, 'end');
      if (next === at) break;
      ends.push(next);
      at = next;
    }
    expect(ends).toHaveLength(11);
    for (const [i, end] of ends.slice(1).entries()) expect(stepWord(text, block, end, -1, 'end')).toBe(ends[i]);
  });
});

describe('nearestWord', () => {
  it.each([
    [startOf('rose') + 1, 'start', startOf('rose')],
    [startOf('rose') + 3, 'end', endOf('rose')],
    [startOf('rose') + 1, 'end', endOf('Tolls')],
    [block.start, 'start', startOf('Tolls')],
    [block.end, 'end', endOf('quarter')],
  ] as const)('of place %i on the %s side', (at, side, edge) => expect(nearestWord(text, block, at, side)).toBe(edge));

  it('is the place itself where there are no words', () => {
    expect(nearestWord('— … —', { start: 0, end: 5 }, 2, 'end')).toBe(2);
  });
});
