import { describe, expect, it } from 'vitest';
import { between, nextOfRound, ofParagraph, roundSoFar, takenUpTo } from '#components/galley/many.ts';
import { noMany, type ReadClaim } from '#components/galley/many-state.ts';
import { claim, opened } from './make.ts';

const read: ReadClaim = { shown: '', receipt: '', verdictId: '' };
const round = (ids: readonly string[], done: readonly string[]) => ({
  ...noMany,
  round: ids,
  read: new Map(done.map((id) => [id, read])),
});

describe('a round of second readings', () => {
  it('leads on to what is still to be read, from the top again, and past what is read', () => {
    expect(nextOfRound({ many: round(['a', 'b', 'c'], []), selectedId: null })).toBe('a');
    expect(nextOfRound({ many: round(['a', 'b', 'c'], ['a', 'b']), selectedId: 'a' })).toBe('c');
    expect(nextOfRound({ many: round(['a', 'b', 'c'], ['b', 'c']), selectedId: 'c' })).toBe('a');
    expect(nextOfRound({ many: round(['a', 'b'], ['b']), selectedId: 'a' })).toBeNull();
    expect(nextOfRound({ many: noMany, selectedId: null })).toBeNull();
  });

  it('counts what has been read of its own', () => {
    expect(roundSoFar({ many: round(['a', 'b'], ['b', 'x']) })).toEqual({ read: 1, of: 2 });
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
