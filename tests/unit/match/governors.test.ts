import { describe, expect, it } from 'vitest';
import { tokenize } from '#lib/engine/sentence/tokens.ts';
import { GOVERNORS, type Holding } from '#lib/match/governors.ts';
import { type Frame, framesOf } from '#lib/match/holding.ts';

/** How the paying in a sentence is held. */
function payingIn(sentence: string): Frame {
  const tokens = tokenize(sentence, { start: 0, end: sentence.length });
  const frame = framesOf(tokens).frames[tokens.findIndex(({ lower }) => /^pa(?:y|id)/.test(lower))];
  if (frame === undefined) throw new Error(`Nobody pays in “${sentence}”`);
  return frame;
}

const holdingOf = ({ open, negative }: Frame): Holding => (open ? 'open' : negative ? 'not done' : 'done');

const DENIED: readonly (readonly [string, Holding])[] = [
  ['The fund did not fail to pay Leeds.', 'done'],
  ['The fund did not refuse to pay Leeds.', 'open'],
  ['The fund did not manage to pay Leeds.', 'not done'],
  ['The fund could not pay Leeds.', 'not done'],
  ['The fund will not pay Leeds.', 'open'],
  ['It is not a lie that the fund paid Leeds.', 'done'],
  ['The fund narrowly avoided paying Leeds.', 'not done'],
  ['Had the fund paid Leeds, it would have closed.', 'open'],
  ['Did the fund pay Leeds?', 'open'],
];

const OF_NO_ROW: readonly string[] = [
  'The fund hesitated to pay Leeds.',
  'The fund is incapable of paying Leeds.',
  'The fund shied away from paying Leeds.',
  'The fund held off paying Leeds.',
  'The fund dreamed of paying Leeds.',
  'The fund sought permission to pay Leeds.',
];

const PLAINLY: readonly string[] = [
  'The fund paid Leeds.',
  'The fund kept paying Leeds.',
  'The plan was late, and the fund paid Leeds.',
  'The fund refused help and paid Leeds.',
  'The fund began to pay Leeds.',
  'The fund that had promised a loan paid Leeds.',
];

describe('governors', () => {
  it.each(GOVERNORS.flatMap((row) => row.examples.map((example) => [row.name, row.gives, example] as const)))(
    '%s: %s: %s',
    (name, gives, example) => {
      expect(holdingOf(payingIn(example))).toBe(gives);
      expect(payingIn(example).ways).toContain(name);
    },
  );

  it.each(GOVERNORS.flatMap(({ name, unless = [] }) => unless.map((example) => [name, example] as const)))(
    '%s does not govern: %s',
    (_, example) => {
      expect(holdingOf(payingIn(example))).toBe('done');
    },
  );

  it.each(DENIED)('%s: %s', (sentence, holding) => {
    expect(holdingOf(payingIn(sentence))).toBe(holding);
  });

  it.each(OF_NO_ROW)('leaves open what hangs on a word it does not know: %s', (sentence) => {
    expect(holdingOf(payingIn(sentence))).toBe('open');
  });

  it.each(PLAINLY)('takes as done: %s', (sentence) => {
    expect(holdingOf(payingIn(sentence))).toBe('done');
  });

  it('has a name of its own for every row', () => {
    expect(new Set(GOVERNORS.map(({ name }) => name)).size).toBe(GOVERNORS.length);
  });
});
