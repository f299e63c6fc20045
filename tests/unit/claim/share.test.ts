import { describe, expect, test } from 'vitest';
import { quotas, shareByLoad, whyLeftOut } from '#lib/claims/rules-share.ts';

const people = (...loads: number[]) => loads.map((load, i) => ({ id: `p${i}`, load }));

describe('who gets how many', () => {
  test.each([
    ['as many each', 6, [0, 0], [3, 3]],
    ['the first of equals one more', 5, [0, 0], [3, 2]],
    ['whoever has least first', 4, [10, 0], [0, 4]],
    ['until all have as much', 10, [2, 6, 0], [4, 0, 6]],
    ['nothing of nothing', 0, [0, 3], [0, 0]],
    ['nobody', 3, [], []],
  ])('%s', (_, count, loads, given) => expect(quotas(count, people(...loads))).toEqual(given));

  test('everything is given, and nobody ends with more than one above another who was given some', () => {
    for (let count = 0; count < 30; count++) {
      const loads = [7, 0, 3, 3];
      const given = quotas(count, people(...loads));
      const ends = loads.map((load, i) => load + (given[i] ?? 0));
      const got = ends.filter((_, i) => (given[i] ?? 0) > 0);
      expect(given.reduce((sum, n) => sum + n, 0)).toBe(count);
      if (got.length > 0) expect(Math.max(...got) - Math.min(...ends)).toBeLessThanOrEqual(1);
    }
  });
});

test('everybody gets a stretch of the text', () => {
  expect(shareByLoad([1, 2, 3, 4, 5], people(0, 1, 0))).toEqual([
    { id: 'p0', things: [1, 2] },
    { id: 'p1', things: [3] },
    { id: 'p2', things: [4, 5] },
  ]);
});

test('why a claim is left out: the first of its reasons', () => {
  const claim = { assigned: false, excluded: false, judged: false, idle: false };
  expect(whyLeftOut(claim)).toBe(null);
  expect(whyLeftOut({ ...claim, idle: true, excluded: true })).toBe('excluded');
  expect(whyLeftOut({ ...claim, assigned: true })).toBe('assigned');
});
