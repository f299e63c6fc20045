import { describe, expect, test } from 'vitest';
import { compile, matchAt } from '#lib/engine/rules/pattern.ts';
import { hitsOf, table } from '#lib/engine/rules/rows.ts';
import { sentencesOf } from './sentences.ts';

const TEXT =
  'Ferry operator Norlux cut 40 jobs in May, which the union had feared, and closed an office near the old port.';
const { tokens } = sentencesOf(TEXT)[0] ?? { tokens: [] };
const words = ([from, to]: readonly [number, number]): string => TEXT.slice(tokens[from]?.start, tokens[to - 1]?.end);

/** What a pattern captures as `it`, at the first place where it matches. */
function found(pattern: string): string | null {
  const compiled = compile(pattern);
  for (let at = 0; at < tokens.length; at += 1) {
    const range = matchAt(compiled, tokens, at)?.get('it');
    if (range !== undefined) return words(range);
  }
  return null;
}

describe('a pattern finds', () => {
  test.each([
    ['a word', '(it: which )', 'which'],
    ['one of several', '(it: that|which )', 'which'],
    ['a tag', '(it: VERB )', 'cut'],
    ['a mark', '(it: @figure+ )', '40 jobs'],
    ['another mark', '(it: @time+ )', 'May'],
    ['a form of a verb', '(it: [fear] )', 'feared'],
    ['an ending', '(it: VERB&-ed )', 'feared'],
    ['what it is not', 'the (it: NOUN&!union )', null],
    ['a word of a list', '(it: %coordinator )', 'and'],
    ['one that may be missing', 'the (it: ADJ? NOUN )', 'union'],
    ['a gap', 'which (it: ..4 ) ,', 'the union had feared'],
    ['a noun phrase', 'closed (it: <np> )', 'an office'],
    ['the start', '^ (it: . )', 'Ferry'],
    ['the end', '(it: NOUN . ) $', 'port.'],
    ['nothing where a part is missing', 'closed (it: @person )', null],
  ])('%s', (_, pattern, wanted) => expect(found(pattern)).toBe(wanted));
});

describe('a pattern is refused', () => {
  test.each([
    ['with a list that is none', '%nonsense'],
    ['with a mark that is none', '@nonsense'],
    ['with an open capture', '(it: which'],
  ])('%s', (_, pattern) => expect(() => compile(pattern)).toThrow());
});

test('rows of a table have names of their own', () => {
  const row = { name: 'twice', pattern: 'which', gives: null, examples: { right: [], wrong: [] } };
  expect(() => table([row, row])).toThrow('Two rows are called “twice”');
});

test('a row does not hold where what it says it does not is there', () => {
  const rules = table([
    {
      name: 'near',
      pattern: '(it: near ) DET',
      gives: null,
      unless: ['near the old'],
      examples: { right: [], wrong: [] },
    },
    { name: 'in', pattern: '(it: in )', gives: null, examples: { right: [], wrong: [] } },
  ]);
  expect(hitsOf(rules, tokens).map(({ rule }) => rule.name)).toEqual(['in']);
});
