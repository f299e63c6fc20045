import { expect, test } from 'vitest';
import { basisOf, formOf, PRESENT_FORM } from '#lib/standing/rules-basis.ts';
import { parseBasis } from '#lib/standing/schema-columns.ts';

const CLAIM = {
  statement: 'Tolls rise by 4.5 per cent',
  quote: 'rise by 4.5 per cent',
  sentence: 'Lorry tolls will rise by 4.5 per cent from June.',
  claimant: { name: 'The article', kind: 'author' },
  via: null,
  polarity: 'positive',
  factuality: 'planned',
  figures: [],
  times: [],
} as const;

test('a basis names the form it is kept in, but for the first, which did not', () => {
  expect(formOf(basisOf(CLAIM, []))).toBe(PRESENT_FORM);
  const first = basisOf(CLAIM, [], 1);
  expect(first).not.toHaveProperty('form');
  expect(Object.keys(first).sort()).toEqual([
    'claimant',
    'evidence',
    'figures',
    'quote',
    'sentence',
    'statement',
    'times',
  ]);
  expect(formOf(parseBasis(JSON.stringify(first)))).toBe(1);
});
