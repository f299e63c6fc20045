import { describe, expect, test } from 'vitest';
import { agreementOn, alpha, kappa, type Pair, share, type Unit } from '#lib/numbers/rules-agreement.ts';

/** Pairs out of a table: rows are the first reader's, columns the second's. */
const fromTable = (table: readonly (readonly number[])[]): Pair[] =>
  table.flatMap((row, first) => row.map((count, second) => ({ first: String(first), second: String(second), count })));
/** Units out of each reader's row; `.` is what was not judged. */
function fromRows(...rows: readonly string[]): Unit[] {
  const values = rows.map((row) => row.split(' '));
  return (values[0] ?? []).map((_, unit) => ({
    values: values.flatMap((row) => row[unit]?.replace('.', '') || []),
    count: 1,
  }));
}

describe('Cohen’s kappa', () => {
  test('is the one of the paper that brought it: .70 agreement, .41 by chance, of 200', () => {
    const found = kappa(
      fromTable([
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ]),
    );
    expect(found?.value).toBeCloseTo(0.492, 3);
  });
  test('has the interval that the large-sample formula of Fleiss, Cohen and Everitt gives, to a hundredth', () => {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: kappa .4, standard error .1270.
    const found = kappa(
      fromTable([
        [20, 5],
        [10, 15],
      ]),
    );
    expect(found?.value).toBeCloseTo(0.4, 10);
    expect(Math.abs((found?.low ?? 1) - (0.4 - 1.96 * 0.127))).toBeLessThan(0.01);
    expect(Math.abs((found?.high ?? -1) - (0.4 + 1.96 * 0.127))).toBeLessThan(0.01);
  });
  test('is 0 where agreement is what chance gives, below it where it is less, and none where all is one category', () => {
    expect(
      kappa(
        fromTable([
          [25, 25],
          [25, 25],
        ]),
      )?.value,
    ).toBeCloseTo(0, 10);
    expect(
      kappa(
        fromTable([
          [0, 10],
          [10, 0],
        ]),
      )?.value,
    ).toBeCloseTo(-1, 10);
    expect(kappa(fromTable([[12]]))).toBeNull();
    expect(kappa([])).toBeNull();
  });
});

describe('Krippendorff’s alpha', () => {
  // The four worked examples of "Computing Krippendorff's alpha-reliability".
  test('of two readers and two values', () => {
    const units = fromRows('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(alpha(units)?.value).toBeCloseTo(0.095, 3);
  });
  test('of two readers and five categories', () => {
    const units = fromRows('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    expect(alpha(units)?.value).toBeCloseTo(0.692, 3);
  });
  test('of four readers who did not judge everything: nominal, ordinal and interval', () => {
    const units = fromRows(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    expect(alpha(units)?.value).toBeCloseTo(0.743, 3);
    expect(alpha(units, 'ordinal')?.value).toBeCloseTo(0.815, 3);
    expect(alpha(units, 'interval')?.value).toBeCloseTo(0.849, 3);
  });
  test('has an interval around it that grows narrower with more units, and none of four', () => {
    const few = fromRows('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    const many = few.map((unit) => ({ ...unit, count: 20 }));
    const width = (units: Unit[]) => {
      const found = alpha(units);
      if (found?.low == null || found.high === null) throw new Error('No interval');
      expect(found.low).toBeLessThan(found.value);
      return found.high - found.low;
    };
    expect(width(many)).toBeLessThan(width(few) / 3);
    expect(alpha(few.slice(0, 4))).toMatchObject({ low: null, high: null });
  });
  test('is none where nothing was judged twice or all is alike', () => {
    expect(alpha(fromRows('a b'))).toBeNull();
    expect(alpha(fromRows('a a', 'a a'))).toBeNull();
  });
});

test('a share has Wilson’s interval', () => {
  // 4 of 5 (Brown, Cai and DasGupta): .376 to .964; and none of ten is not "never".
  expect(share(4, 5)).toMatchObject({ value: 0.8, low: expect.closeTo(0.376, 3), high: expect.closeTo(0.964, 3) });
  expect(share(0, 10)).toMatchObject({ value: 0, low: expect.closeTo(0, 6), high: expect.closeTo(0.278, 3) });
  expect(share(0, 0)).toBeNull();
});

test('agreement on one rating counts what either gave', () => {
  const pairs = fromTable([
    [6, 2],
    [1, 3],
  ]);
  expect(agreementOn(pairs, '0')).toEqual({ value: 12 / 15, given: 9 });
  expect(agreementOn(pairs, 'other')).toBeNull();
});
