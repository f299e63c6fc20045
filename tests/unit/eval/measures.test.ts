import { describe, expect, test } from 'vitest';
import { chrF } from '#tests/eval/chrf.ts';
import { periodOf } from '#tests/eval/periods.ts';

describe('chrF', () => {
  test('is one for the same words, whatever the brackets', () =>
    expect(chrF('[Lund put] Bergen ahead.', 'Lund put Bergen ahead')).toBe(1));
  test('is nothing for other words', () => expect(chrF('abc', 'xyz')).toBe(0));
  test('gives recall more weight than precision', () =>
    expect(chrF('Lund put Bergen ahead in the cup', 'Lund put Bergen')).toBeGreaterThan(
      chrF('Lund put', 'Lund put Bergen ahead'),
    ));
});

test.each([
  ['2017', '2017-01-01', '2017-12-31'],
  ['2016-02', '2016-02-01', '2016-02-29'],
  ['2017-Q3', '2017-07-01', '2017-09-30'],
  ['2001/2019', '2001-01-01', '2019-12-31'],
  ['2016-05-01/..', '2016-05-01', null],
])('a period has two ends: %s', (resolved, from, to) => expect(periodOf(resolved)).toEqual({ from, to }));

test.each([null, '2017-07-05', 'P3D', '1/2/3'])('no period: %s', (resolved) => expect(periodOf(resolved)).toBeNull());
