import { expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';

/** The claims of a second paragraph: how each is put forward, and its words. */
const claimsOf = (sentence: string) =>
  extractClaims(`The council met in Lund and heard from Ann Bell.\n\n${sentence}`, { publishedOn: '2024-03-05' })
    .claims.filter(({ start }) => start > 48)
    .map(({ polarity, statement }) => `${polarity}: ${statement}`);

test.each([
  [
    'Nor is the plan, which cost £4m, backed by the 12 councils.',
    ['negative: Nor is the plan, which cost £4m, backed by the 12 councils', 'positive: The plan cost £4m'],
  ],
  ['Nor, he said, did the firm pay 200 workers.', ['negative: Nor did the firm pay 200 workers']],
  [
    'Neither is the bridge, built in 1962, owned by the state.',
    ['negative: Neither is the bridge, built in 1962, owned by the state'],
  ],
  [
    'Nowhere was the loss, at £3m, higher than in Lund.',
    ['negative: Nowhere was the loss, at £3m, higher than in Lund'],
  ],
  ['Never mind the cost, the firm spent £4m in 2003.', ['positive: The firm spent £4m in 2003']],
])('a negative in front holds for all of its clause: %s', (sentence, expected) =>
  expect(claimsOf(sentence)).toEqual(expected),
);
