import { expect, test } from 'vitest';
import type { Quantity } from '#lib/engine/types.ts';
import { basisChanges, basisOf, figureLine, formOf, PRESENT_FORM } from '#lib/standing/rules-basis.ts';
import { parseBasis } from '#lib/standing/schema-columns.ts';

const CLAIM = {
  statement: 'Tolls rise by 4.5 per cent',
  quote: 'rise by 4.5 per cent',
  sentence: 'Lorry tolls will rise by 4.5 per cent from June.',
  claimant: { name: 'The article', kind: 'author' },
  via: null,
  saidOn: null,
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

test('the second form says how a claim is put forward; what the first did not know makes nothing stale', () => {
  const second = basisOf(CLAIM, [], 2);
  expect(second).toMatchObject({ polarity: 'positive', factuality: 'planned' });
  expect(basisChanges(basisOf(CLAIM, [], 1), second)).toEqual([]);
  expect(basisChanges(second, basisOf({ ...CLAIM, polarity: 'negative', factuality: 'asserted' }, [], 2))).toEqual([
    { what: 'polarity', evidence: null, before: 'positive', after: 'negative' },
    { what: 'factuality', evidence: null, before: 'planned', after: 'asserted' },
  ]);
});

test('the third form says what the claimant is and when it was said; the second is kept and compared as it was', () => {
  const second = basisOf(CLAIM, [], 2);
  expect(second).not.toHaveProperty('claimantKind');
  expect(second).not.toHaveProperty('saidOn');
  expect(formOf(parseBasis(JSON.stringify(second)))).toBe(2);
  const third = basisOf({ ...CLAIM, claimant: { name: 'Maren Holt', kind: 'person' } }, []);
  expect(parseBasis(JSON.stringify(third))).toEqual(third);
  expect(third).toMatchObject({ claimantKind: 'person', saidOn: null });
  const body = { ...CLAIM, claimant: { name: 'Maren Holt', kind: 'organization' }, saidOn: '1999-01-01' } as const;
  expect(basisChanges(third, basisOf(body, []))).toEqual([
    { what: 'claimantKind', evidence: null, before: 'person', after: 'organization' },
    { what: 'saidOn', evidence: null, before: '', after: '1999-01-01' },
  ]);
  // That there is another claimant says already that they are something else.
  expect(basisChanges(third, basisOf(CLAIM, [])).map(({ what }) => what)).toEqual(['claimant']);
});

const FIGURE: Quantity = {
  start: 0,
  end: 4,
  text: 'so many',
  value: 40,
  unit: 'percent',
  modifier: null,
  range: null,
  tally: null,
  per: null,
  of: null,
  change: null,
  rank: false,
};

test.each<[string, Partial<Quantity>, string]>([
  ['one number', {}, 'so many = 40 percent'],
  ['a range as release 0.1.0 kept it', { range: [30, 40] }, 'so many = 30 to 40 percent'],
  ['a range', { value: null, range: [30, 40] }, 'so many = 30 to 40 percent'],
  ['a range open above', { value: null, range: [200, null], unit: null }, 'so many = 200 or more'],
  ['a range open below', { value: null, range: [null, 200], unit: null }, 'so many = 200 or less'],
  ['a vote', { value: null, tally: [52, 48], unit: null }, 'so many = 52-48'],
  ['no number', { value: null, unit: null }, 'so many = ?'],
])('%s in one line', (_, more, line) => expect(figureLine({ ...FIGURE, ...more })).toBe(line));
