import { describe, expect, it } from 'vitest';
import { inHand, nextPlain, nextUnread, plainInHand } from '#components/galley/walk.ts';
import { claim, opened, settled } from './make.ts';

// Sentence 0 holds a claim that waits, 1 nothing, 2 a settled claim, 3 nothing.
const claims = [claim(1, 0, 4), claim(2, 21, 25, settled)];

describe('sentences in hand', () => {
  it('are those between the one that moves and the one they were taken from, either way', () => {
    expect(inHand({ sentence: null, sentenceFrom: null })).toBeNull();
    expect(inHand({ sentence: 2, sentenceFrom: null })).toEqual({ from: 2, to: 2 });
    expect(inHand({ sentence: 1, sentenceFrom: 3 })).toEqual({ from: 1, to: 3 });
  });

  it('are plain where they are unread and no claim keeps them so', () => {
    const state = opened(claims);
    expect(plainInHand({ ...state, sentence: 3, sentenceFrom: 0 })).toEqual({ plain: [1, 3], held: [claims[0]] });
    expect(plainInHand({ ...state, sentence: 2 })).toEqual({ plain: [], held: [] });
  });

  it('lead on to the next plain one, past claims and past what is being marked', () => {
    const state = opened(claims);
    expect(nextUnread(state)).toBe(0);
    expect(nextPlain(state)).toBe(1);
    expect(nextPlain({ ...state, sentence: 1 }, [1])).toBe(3);
    expect(nextPlain({ ...state, sentence: 3 }, [1, 3])).toBeNull();
    // From the end of a block, not from where its taking began.
    expect(nextPlain({ ...state, sentence: 0, sentenceFrom: 2 })).toBe(3);
  });
});
