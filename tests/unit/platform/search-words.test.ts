import { expect, test } from 'vitest';
import { wordsQuery } from '#lib/platform/search-words.ts';

test.each([
  ['tram budget', "'tram':* & 'budget':*"],
  ['  tram  ', "'tram':*"],
  ['“Tram” — Korea’s', "'Tram':* & 'Korea':* & 's':*"],
  ['U.S. — troops', "'U.S.':* & 'troops':*"],
  ["O'Brien", "'O Brien':*"],
  [String.raw`back\slash`, "'back slash':*"],
  ['', null],
  [' — … ', null],
])('%j asks for %j', (typed, query) => {
  expect(wordsQuery(typed)).toBe(query);
});

test('more words than anybody searches with are left out', () => {
  expect(wordsQuery('word '.repeat(500))?.split('&')).toHaveLength(12);
});
