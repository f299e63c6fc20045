import { describe, expect, it } from 'vitest';
import { asMarkdown, asText, met, shown } from '#tests/eval/report.ts';

const row = (value: number, target: string) => ({ measure: 'm', value, target });

describe('met', () => {
  it.each([
    [0.75, '≥ .75', true],
    [0.7499, '≥ .75', false],
    [0.75, '>= 0.75', true],
    [52, '≥ 52 of 57', true],
    [51, '≥ 52 of 57', false],
    [0, '0', true],
    [1, '0', false],
    [3, '≤ 3', true],
    [4, '≤ 3', false],
    [0.5, '', null],
    [0.5, 'as high as it goes', null],
    [Number.NaN, '≥ .75', false],
  ])('%s against "%s" is %s', (value, target, expected) => {
    expect(met(row(value, target))).toBe(expected);
  });
});

it('never rounds a share up to its target', () => {
  expect(shown(row(0.84999, '≥ .85'))).toBe('0.849');
  expect(shown(row(0.85, '≥ .85'))).toBe('0.850');
  expect(shown(row(1, '≥ .85'))).toBe('1.000');
  expect(shown(row(1, '0'))).toBe('1');
});

it('prints every row, its target and whether it is met', () => {
  const rows = [
    { measure: 'claim F1', value: 0.8, target: '≥ .75' },
    { measure: 'duplicates', value: 2, target: '0', note: 'two headlines' },
    { measure: 'strict F1', value: 0.7, target: '' },
  ];
  const lines = asText(rows).split('\n');
  expect(lines.find((line) => line.startsWith('claim F1'))).toMatch(/0\.800 +≥ \.75 +yes$/);
  expect(lines.find((line) => line.startsWith('duplicates'))).toMatch(/2 +0 +NO$/);
  expect(lines.find((line) => line.startsWith('strict F1'))).toMatch(/0\.700 +– +–$/);
  expect(lines.at(-1)).toBe('  duplicates: two headlines');
  expect(asMarkdown(rows).split('\n')[3]).toBe('| duplicates (two headlines) | 2 | 0 | NO |');
});
