import { describe, expect, it } from 'vitest';
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
