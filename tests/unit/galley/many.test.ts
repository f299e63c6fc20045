import { describe, expect, it } from 'vitest';
import { between, nextOfRound, ofParagraph, roundSoFar, takenUpTo } from '#components/galley/many.ts';
import { noMany, type ReadClaim } from '#components/galley/many-state.ts';
import { claim, opened, settled } from './make.ts';

const read: ReadClaim = { shown: '', receipt: '', verdictId: '' };
const awaiting = { progress: 'awaiting_second_reader', mark: 'await' } as const;
/** A round of the first so many claims, of which some have been read; `selected` is in hand. */
function round(count: number, done: readonly number[], selected: number | null, gone: readonly number[] = []) {
  const claims = Array.from({ length: count }, (_, i) =>
    claim(i + 1, i, i + 1, gone.includes(i + 1) ? settled : awaiting),
  );
  const ids = claims.map(({ id }) => id);
  const many = { ...noMany, round: ids, read: new Map(done.map((number) => [`claim-${number}`, read])) };
  return { ...opened(claims), many, selectedId: selected === null ? null : `claim-${selected}` };
}

describe('a round of second readings', () => {
  it('leads on to what is still to be read, from the top again, and past what is read', () => {
    expect(nextOfRound(round(3, [], null))).toBe('claim-1');
    expect(nextOfRound(round(3, [1, 2], 1))).toBe('claim-3');
    expect(nextOfRound(round(3, [2, 3], 3))).toBe('claim-1');
    expect(nextOfRound(round(2, [2], 1))).toBeNull();
    expect(nextOfRound({ ...opened([]), many: noMany })).toBeNull();
  });

  it('counts what has been read of it, and leaves out what waits no more', () => {
    expect(roundSoFar(round(2, [2, 9], null))).toEqual({ read: 1, of: 2 });
    expect(roundSoFar(round(3, [1, 2], null, [2]))).toEqual({ read: 1, of: 2 });
    expect(nextOfRound(round(3, [1], 1, [2]))).toBe('claim-3');
  });
});

describe('taking several', () => {
  it('takes all between two, whichever stands first', () => {
    expect(between(['a', 'b', 'c', 'd'], 'b', 'd')).toEqual(['b', 'c', 'd']);
    expect(between(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd']);
    expect(between(['a', 'b'], 'gone', 'b')).toEqual(['b']);
    expect(between(['a', 'b'], 'a', 'gone')).toEqual([]);
  });

  it('goes on from where it began, and begins anew beside what is taken where one has gone elsewhere', () => {
    const shown = ['a', 'b', 'c', 'd', 'e', 'f'];
    const state = { ...opened([]), selectedId: 'a' };
    const two = takenUpTo(state, shown, 'c');
    expect([...two.checked]).toEqual(['a', 'b', 'c']);
    const less = takenUpTo({ ...two, selectedId: 'c' }, shown, 'b');
    expect([...less.checked]).toEqual(['a', 'b']);
    const anew = takenUpTo({ ...less, selectedId: 'e' }, shown, 'f');
    expect([...anew.checked]).toEqual(['a', 'b', 'e', 'f']);
    expect([...takenUpTo({ ...anew, selectedId: 'f' }, shown, 'e').checked]).toEqual(['a', 'b', 'e']);
  });

  it('takes the claims of the paragraph in hand, by its claim or its sentence', () => {
    const state = opened([claim(1, 0, 4), claim(2, 10, 14), claim(3, 21, 25)]);
    expect(ofParagraph({ ...state, selectedId: 'claim-2' })).toEqual(['claim-1', 'claim-2']);
    expect(ofParagraph({ ...state, sentence: 3 })).toEqual(['claim-3']);
    expect(ofParagraph(state)).toEqual([]);
  });
});
