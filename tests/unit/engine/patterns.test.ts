import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { checker, isLinear, keyOf, patterns, readProofs, toProve } from './patterns.ts';

const all = patterns();
/** Which tenth of the proven patterns is proven again; STET_TEST_SEED repeats a run's. */
const seed = Number(process.env.STET_TEST_SEED ?? randomInt(2 ** 32));

test('no pattern takes more than linear time over any text', { timeout: 600_000 }, () => {
  expect(all.length).toBeGreaterThan(400);
  const asked = toProve(all, readProofs(), seed);
  console.log(`Proving ${asked.length} of ${all.length} patterns (STET_TEST_SEED=${seed})`);
  const slow = asked.filter((pattern) => !isLinear(pattern));
  expect(slow.map(({ file, source }) => `${file}: ${source}`)).toEqual([]);
});

test('the checker finds a pattern that takes more', () => {
  expect(isLinear({ file: '', source: '^(?:a+)+$', flags: '' })).toBe(false);
});

test('what has no proof by this checker is always proven, and of the rest others with each seed', () => {
  const [first, ...rest] = all;
  const proofs = { checker: checker(), proven: rest.map(keyOf) };
  expect(toProve(all, proofs, 1)).toContain(first);
  expect(toProve(all, proofs, 1)).toEqual(toProve(all, proofs, 1));
  expect(toProve(all, proofs, 1)).not.toEqual(toProve(all, proofs, 2));
  const drawn = new Set(Array.from({ length: 200 }, (_, i) => toProve(rest, proofs, i)).flat());
  expect(drawn.size, 'none is left out for ever').toBe(rest.length);
  expect(toProve(all, { ...proofs, checker: 'recheck 0' }, 1)).toEqual(all);
});
