import { expect, test } from 'vitest';
import { lastIndexIn } from '#lib/engine/sentence/stretches.ts';
import { tokenize } from '#lib/engine/sentence/tokens.ts';

test('the last token of a range that a test takes, and of no other range', () => {
  const text = 'The board met, the mill shut, the men left.';
  const tokens = tokenize(text, { start: 0, end: text.length });
  const commas = tokens.flatMap(({ text: word }, i) => (word === ',' ? [i] : []));
  const [first = 0, second = 0] = commas;
  const lastComma = (from: number, to: number): number => lastIndexIn(tokens, from, to, ({ lower }) => lower === ',');
  expect(lastComma(0, tokens.length)).toBe(second);
  expect(lastComma(0, second)).toBe(first);
  expect(lastComma(first, second)).toBe(first);
  expect(lastComma(first + 1, second)).toBe(-1);
  expect(lastComma(0, tokens.length + 5)).toBe(second);
});
