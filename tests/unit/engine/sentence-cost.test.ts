import { describe, expect, test } from 'vitest';
import { REPORTED } from '#lib/engine/attribution/rows.ts';
import { hitsOf } from '#lib/engine/rules/rows.ts';
import { type Found, readSentence } from '#lib/engine/sentence/sentence.ts';
import { tokenize } from '#lib/engine/sentence/tokens.ts';
import type { Quantity, Token } from '#lib/engine/types.ts';

/** A list of which every look is counted. */
function counted<T>(all: T[]): { list: T[]; steps: () => number } {
  let steps = 0;
  const list = new Proxy(all, {
    get(target, key) {
      steps++;
      return Reflect.get(target, key, target);
    },
  });
  return { list, steps: () => steps };
}

const SIZE = 100;

/** A long sentence of one piece again and again, with somebody who says something at its end. */
const sentenceOf = (piece: string, times: number): string => `${piece.repeat(times)}the council said it was sorry.`;

function expectLinear(cost: (times: number) => number): void {
  const small = cost(SIZE);
  expect(cost(2 * SIZE)).toBeLessThan(2.2 * small + 1000);
}

const figure = (token: Token): Quantity => ({
  start: token.start,
  end: token.end,
  text: token.text,
  value: 5,
  unit: null,
  modifier: null,
  range: null,
  tally: null,
  per: null,
  of: null,
  change: null,
  rank: false,
});

describe('the cost of a sentence grows with its length and no faster', () => {
  test.each(['5 dogs ', 'dog '])('where its tokens are marked: %j', (piece) => {
    expectLinear((times) => {
      const text = sentenceOf(piece, times);
      const all = tokenize(text, { start: 0, end: text.length });
      const tokens = counted(all);
      const quantities = counted(all.map(figure));
      const found: Found = {
        text,
        span: { start: 0, end: text.length },
        tokens: tokens.list,
        attributions: [],
        quantities: quantities.list,
        times: [],
        mentions: [],
        role: 'paragraph',
        roles: new Map(),
      };
      expect(readSentence(found).tokens[0]?.marks.has('figure')).toBe(true);
      return tokens.steps() + quantities.steps();
    });
  });
  test.each(['dog ', 'the dog of ', 'very ', '"a", ', 'he said '])('where rows are held against it: %j', (piece) => {
    expectLinear((times) => {
      const text = sentenceOf(piece, times);
      const { list, steps } = counted(tokenize(text, { start: 0, end: text.length }));
      expect(hitsOf(REPORTED, list).length).toBeGreaterThan(0);
      return steps();
    });
  });
});
