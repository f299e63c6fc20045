import { describe, expect, test } from 'vitest';
import { type Charge, loadsOf, PACE, riskOf } from '#lib/workbench/rules-risk.ts';

const NOW = new Date('2026-03-12T12:40:00Z');
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000).toISOString();

describe('an article', () => {
  test.each([
    ['without a deadline', 30, null, 1, 'none', null],
    ['with nothing left', 0, hours(-1), 1, 'none', null],
    ['past its deadline', 1, hours(-1), 1, 'late', null],
    ['at its deadline', 1, hours(0), 1, 'late', null],
    ['with as much left as one person can do', PACE * 2, hours(2), 1, 'none', 6],
    ['with one claim more', PACE * 2 + 1, hours(2), 1, 'tight', 6.5],
    ['with two at it', PACE * 2 + 1, hours(2), 2, 'none', 6.5],
    ['that nobody is at', PACE * 2 + 1, hours(2), 0, 'tight', 6.5],
    ['with time enough', 1, hours(30), 1, 'none', 0.1],
  ] as const)('%s', (_, left, due, people, level, perHour) =>
    expect(riskOf(left, due, people, NOW)).toEqual({ level, perHour }),
  );
});

describe('what each has to do', () => {
  const charge = (name: string, claims: number, dueAt: string | null): Charge => ({
    personId: name,
    name,
    claims,
    dueAt,
  });
  test('is summed, the overloaded first, then the fullest', () => {
    expect(
      loadsOf(
        [charge('Ruben', 20, null), charge('Sanne', 7, hours(1)), charge('Ruben', 3, hours(9)), charge('Ada', 4, null)],
        NOW,
      ),
    ).toEqual([
      { id: 'Sanne', name: 'Sanne', claims: 7, overloadedBy: hours(1) },
      { id: 'Ruben', name: 'Ruben', claims: 23, overloadedBy: null },
      { id: 'Ada', name: 'Ada', claims: 4, overloadedBy: null },
    ]);
  });
  test('is too much by the deadline up to which it does not fit, earlier ones counted', () => {
    const by = (...charges: Charge[]) => loadsOf(charges, NOW)[0]?.overloadedBy;
    expect(by(charge('Ruben', 6, hours(1)), charge('Ruben', 6, hours(2)))).toBe(null);
    expect(by(charge('Ruben', 6, hours(1)), charge('Ruben', 7, hours(2)))).toBe(hours(2));
    expect(by(charge('Ruben', 12, hours(2)), charge('Ruben', 1, hours(-3)))).toBe(hours(-3));
  });
});
