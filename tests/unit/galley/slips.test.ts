import { describe, expect, it } from 'vitest';
import { countMinor } from '#components/galley/minor.ts';
import { rangeOf, readerOf, slipsOf } from '#components/galley/slips.ts';
import { applyPatch } from '#components/galley/store.ts';
import { bench, claim, opened, settled } from './make.ts';

const blocks = (...roles: readonly string[]) => roles.map((role) => ({ role }));
const many = (count: number, role = 'paragraph') => blocks(...Array.from({ length: count }, () => role));

describe('slipsOf', () => {
  it('cuts every eight blocks and leaves none out', () => {
    expect(slipsOf(many(20), 0)).toEqual([
      { from: 0, to: 8 },
      { from: 8, to: 16 },
      { from: 16, to: 20 },
    ]);
    expect(slipsOf(many(3), 0)).toEqual([{ from: 0, to: 3 }]);
    expect(slipsOf([], -1)).toEqual([{ from: 0, to: 0 }]);
  });

  it('does not cut before what stands away from the block above it', () => {
    expect(slipsOf([...many(8), ...blocks('headline', 'caption'), ...many(2)], 0)).toEqual([
      { from: 0, to: 10 },
      { from: 10, to: 12 },
    ]);
  });

  it('keeps the head in one piece with what it stands over', () => {
    expect(slipsOf([...many(9, 'byline'), ...many(9)], 9)[0]).toEqual({ from: 0, to: 10 });
  });
});

describe('readerOf', () => {
  const state = opened([claim(1, 0, 8), claim(2, 12, 18), claim(3, 22, 30)]);
  const { sentences, blocks: own } = bench([]).revision;
  const read = readerOf(
    { from: 0, to: 2 },
    own.map((block) => rangeOf(block, sentences)),
  );
  const first = read(state);

  it('answers with the same while nothing of its own changes', () => {
    expect(read(state)).toBe(first);
    expect(read({ ...state, saving: 1 })).toBe(first);
    expect(read({ ...state, selectedId: 'elsewhere' })).toBe(first);
  });

  it('changes the block that a claim is taken in hand in, and no other', () => {
    const next = read({ ...state, selectedId: 'claim-3', sentence: 2 });
    expect(next[0]).toBe(first[0]);
    expect(next[1]).toMatchObject({ selectedId: 'claim-3', inHand: 2 });
  });

  it('shows a sentence read once its claims are settled', () => {
    read(state);
    const next = read(applyPatch(state, { claims: [claim(1, 0, 8, settled)], marks: [], marksGone: [] }));
    expect(next[0]?.flags).toBe('10');
    expect(next[1]?.flags).toBe('00');
  });
});

describe('what of a block is marked', () => {
  const minor = (number: number, start: number, end: number, more = {}) =>
    claim(number, start, end, { tier: 'minor', ...more });
  const state = opened([claim(1, 0, 8), minor(2, 3, 6), minor(3, 12, 18, { touched: true }), minor(4, 22, 30)]);
  const { sentences, blocks: own } = bench([]).revision;
  const ranges = own.map((block) => rangeOf(block, sentences));
  const marked = (of: typeof state) =>
    readerOf({ from: 0, to: 2 }, ranges)(of).map(({ claims }) => claims.map(({ number }) => number));

  it('is no minor claim that nobody has touched, until somebody asks for them', () => {
    expect(marked(state)).toEqual([[1, 3], []]);
    expect(marked({ ...state, showsMinor: true })).toEqual([[1, 2, 3], [4]]);
  });

  it('is what is taken, too: nothing is done to a claim that is out of sight', () => {
    expect(marked({ ...state, checked: new Set(['claim-2', 'claim-4']) })).toEqual([[1, 2, 3], [4]]);
    expect(marked(state)).toEqual([[1, 3], []]);
  });

  it('is the one in hand in any case', () => {
    expect(marked({ ...state, selectedId: 'claim-2' })).toEqual([[1, 2, 3], []]);
    expect(marked({ ...state, selectedId: 'claim-4' })).toEqual([[1, 3], [4]]);
  });

  it('is all of them where the article has them count', () => {
    const article = { ...state.bench.article, minorCounts: true };
    expect(marked({ ...state, bench: { ...state.bench, article } })).toEqual([[1, 2, 3], [4]]);
  });

  it('stays the same array while nothing of it changes', () => {
    const read = readerOf({ from: 0, to: 2 }, ranges);
    const [first] = read({ ...state, selectedId: 'claim-2' });
    const [then] = read({ ...state, selectedId: 'claim-2', sentence: 3 });
    expect(then?.claims).toBe(first?.claims);
  });

  it('is counted once for each change', () => {
    expect(countMinor(state)).toBe(2);
    expect(
      countMinor(applyPatch(state, { claims: [minor(2, 3, 6, { touched: true })], marks: [], marksGone: [] })),
    ).toBe(1);
  });
});
