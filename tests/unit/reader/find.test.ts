import { describe, expect, it } from 'vitest';
import { findAll, nextPlace } from '#components/reader/find.ts';

const TEXT = 'The board’s tolls rose.\nTolls\u00a0rose by 4.5 % – “again”, it said. (tolls)';
const found = (query: string) => findAll(TEXT, query).map(({ start, end }) => TEXT.slice(start, end));

describe('finding in a source', () => {
  it.each([
    ['tolls', ['tolls', 'Tolls', 'tolls']],
    ["board's", ['board’s']],
    ['tolls rose', ['tolls rose', 'Tolls\u00a0rose']],
    ['4.5 % - "again"', ['4.5 % – “again”']],
    ['(tolls)', ['(tolls)']],
    ['.*', []],
    ['   ', []],
    ['[', []],
  ])('%s', (query, places) => {
    expect(found(query)).toEqual(places);
  });

  it('goes on from where one stands, and from the top at the end', () => {
    const places = findAll(TEXT, 'tolls');
    expect(nextPlace(places, 13)).toEqual(places[1]);
    expect(nextPlace(places, TEXT.length)).toEqual(places[0]);
    expect(nextPlace([], 0)).toBeNull();
  });

  it('finds so many places and no more', () => {
    expect(findAll('a '.repeat(2000), 'a')).toHaveLength(500);
  });
});
