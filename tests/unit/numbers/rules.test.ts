import { expect, test } from 'vitest';
import { lastDays, maskedCounts, stepDays } from '#lib/numbers/rules.ts';
import { periodInput } from '#lib/numbers/schema.ts';

test('small counts are left out, never one alone, and none is no small count', () => {
  expect(maskedCounts([9, 12, 3, 0, 30], 5)).toEqual([null, 12, null, 0, 30]);
  expect(maskedCounts([9, 2, 3], 5)).toEqual([9, null, null]);
  expect(maskedCounts([40, 0], 5)).toEqual([40, 0]);
  expect(maskedCounts([4], 5)).toEqual([null]);
  expect(maskedCounts([1, 2], 0)).toEqual([1, 2]);
});

test('a period is drawn by day or by the Mondays of its weeks', () => {
  expect(lastDays('2026-03-02', 3)).toEqual({ from: '2026-02-28', to: '2026-03-02' });
  expect(stepDays({ from: '2026-02-28', to: '2026-03-02' })).toEqual(['2026-02-28', '2026-03-01', '2026-03-02']);
  const weeks = stepDays({ from: '2026-11-01', to: '2026-12-14' });
  expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2026-10-26', '2026-12-14', 8]);
});

test.each([
  [{ from: '2026-01-01', to: null }, 'to'],
  [{ from: '2026-01-02', to: '2026-01-01' }, 'to'],
  [{ from: '2024-01-01', to: '2025-01-01' }, 'from'],
  [{ from: '2026-02-30', to: '2026-03-01' }, 'from'],
])('%o is no period, and the field is named', (asked, field) => {
  expect(periodInput.safeParse(asked).error?.issues[0]?.path).toEqual([field]);
});
