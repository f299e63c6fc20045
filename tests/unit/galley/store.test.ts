import { describe, expect, it } from 'vitest';
import { applyPatch, createStore, ownVersion, type WorkbenchState, withoutStep } from '#components/galley/store.ts';
import { neighbour, nextUnread, openClaimIn } from '#components/galley/walk.ts';
import { claim, excluded, opened, settled } from './make.ts';

const patch = { claims: [], marks: [], marksGone: [] };
const mark = (start: number, end: number) => ({ id: `mark-${start}`, start, end, reason: 'greeting', byId: 'me' });

describe('applyPatch', () => {
  const state = opened([claim(1, 0, 8), claim(2, 12, 18), claim(3, 22, 30)]);

  it('makes only the rows of changed paragraphs anew', () => {
    const next = applyPatch(state, { ...patch, claims: [claim(3, 22, 30, settled)] });
    expect(next.byBlock[0]).toBe(state.byBlock[0]);
    expect(next.byBlock[1]).not.toBe(state.byBlock[1]);
    expect(next.byBlock[1]?.[0]?.mark).toBe('stands');
    expect(state.claims.get('claim-3')?.mark).toBe('open');
  });

  it('reads a sentence once its claims are settled or excluded', () => {
    expect(state.reading).toEqual(['unread', 'unread', 'unread', 'unread']);
    const next = applyPatch(state, { ...patch, claims: [claim(1, 0, 8, settled), claim(2, 12, 18, excluded)] });
    expect(next.reading).toEqual(['read', 'read', 'unread', 'unread']);
  });

  it('moves a claim from one paragraph to another', () => {
    const next = applyPatch(state, { ...patch, claims: [claim(1, 32, 40)] });
    expect(next.byBlock.map((row) => row.map((item) => item.number))).toEqual([[2], [3, 1]]);
    expect(next.order).toEqual(['claim-2', 'claim-3', 'claim-1']);
  });

  it('takes replaced and withdrawn claims out of the galley and the order, and keeps them by id', () => {
    const next = applyPatch(state, {
      ...patch,
      claims: [claim(1, 0, 8, { replaced: true }), claim(2, 12, 18, { withdrawn: true }), claim(4, 0, 4)],
    });
    expect(next.byBlock[0]?.map((item) => item.number)).toEqual([4]);
    expect(next.order).toEqual(['claim-4', 'claim-3']);
    expect(next.claims.has('claim-1')).toBe(true);
  });

  it('puts claims whose words are lost last', () => {
    expect(applyPatch(state, { ...patch, claims: [claim(1, null, null)] }).order).toEqual([
      'claim-2',
      'claim-3',
      'claim-1',
    ]);
  });

  it('adds marks and takes them away by id', () => {
    const marked = applyPatch(state, { ...patch, marks: [mark(31, 41)] });
    expect(marked.reading[3]).toBe('read');
    expect(marked.order).toBe(state.order);
    expect(applyPatch(marked, { ...patch, marksGone: ['mark-31'] }).reading[3]).toBe('unread');
  });
});

describe('neighbour', () => {
  const state = opened([claim(1, 0, 8), claim(2, 12, 18), claim(3, 22, 30)]);
  const { order } = state;

  it('walks what is shown and stops at its ends', () => {
    expect(neighbour({ ...state, selectedId: 'claim-1' }, order, 1)).toBe('claim-2');
    expect(neighbour({ ...state, selectedId: 'claim-3' }, order, 1)).toBeNull();
    expect(neighbour({ ...state, selectedId: 'claim-1' }, order, -1)).toBeNull();
    expect(neighbour({ ...state, selectedId: 'claim-1' }, ['claim-1', 'claim-3'], 1)).toBe('claim-3');
  });

  it('begins at the top, or at the sentence in hand', () => {
    expect(neighbour(state, order, 1)).toBe('claim-1');
    expect(neighbour({ ...state, sentence: 2 }, order, 1)).toBe('claim-3');
    expect(neighbour({ ...state, sentence: 2 }, order, -1)).toBe('claim-2');
  });

  it('finds its way back from a claim that the filter hides', () => {
    expect(neighbour({ ...state, selectedId: 'claim-2', sentence: 1 }, ['claim-1', 'claim-3'], 1)).toBe('claim-3');
  });

  it('has nowhere to go in an empty list', () => expect(neighbour(state, [], 1)).toBeNull());
});

describe('nextUnread', () => {
  it('goes on from the sentence in hand and begins again at the top', () => {
    const state = opened([claim(2, 12, 18, settled)], [mark(21, 31)]);
    expect(nextUnread(state)).toBe(0);
    expect(nextUnread({ ...state, sentence: 0 })).toBe(3);
    expect(nextUnread({ ...state, sentence: 3 })).toBe(0);
  });

  it('is null when nothing is left', () => {
    const marks = [mark(0, 10), mark(10, 20), mark(21, 31), mark(31, 41)];
    expect(nextUnread(opened([], marks))).toBeNull();
    // A mark does not read a sentence whose claim nobody has dealt with.
    expect(nextUnread(opened([claim(1, 0, 8)], marks))).toBe(0);
  });
});

describe('openClaimIn', () => {
  const state = opened([claim(1, 0, 8, settled), claim(2, 2, 14), claim(3, 12, 18)]);
  it('is the first that a person still has to deal with, wherever it begins', () => {
    expect(openClaimIn(state, 0)?.number).toBe(2);
    expect(openClaimIn(state, 1)?.number).toBe(2);
    expect(openClaimIn(state, 2)).toBeNull();
    expect(openClaimIn(state, 99)).toBeNull();
  });
});

describe('taking back', () => {
  it('compares with the version that one’s own last change has left, or else with what is known', () => {
    const store = createStore({ ...opened([claim(1, 0, 8, { version: 4 }), claim(2, 12, 18, { version: 7 })]) });
    expect(ownVersion(store, 'claim-1')).toEqual({ id: 'claim-1', version: 4 });
    store.set({ own: new Map([['claim-1', 5]]) });
    // Somebody else has changed it since, and that is known here; it is not for undo to go over.
    store.set(applyPatch(store.get(), { claims: [claim(1, 0, 8, { version: 6 })], marks: [], marksGone: [] }));
    expect(ownVersion(store, 'claim-1')).toEqual({ id: 'claim-1', version: 5 });
    expect(ownVersion(store, 'claim-2')).toEqual({ id: 'claim-2', version: 7 });
  });

  it('drops the step of what has been taken back otherwise, and leaves the rest', () => {
    const run = async () => ({ ok: true, value: { claims: [], marks: [], marksGone: [] } }) as const;
    const open = () => undefined;
    const state: WorkbenchState = {
      ...opened([]),
      undo: [
        { says: 'wording', run },
        { says: 'sign-off', open, of: 'a' },
        { says: 'verdict', open, of: 'b' },
      ],
    };
    expect(withoutStep(state, 'a').undo.map((step) => step.says)).toEqual(['wording', 'verdict']);
  });
});
