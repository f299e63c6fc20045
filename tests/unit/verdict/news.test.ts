import { describe, expect, it } from 'vitest';
import { newsSince } from '#components/verdict/news.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';
import { content, verdict } from './make.ts';

const since = (seen: readonly string[], verdicts: readonly VerdictDTO[]) => newsSince(seen, { verdicts }, 'me');
const ruben = { id: 'ruben', name: 'Ruben' };
const signOff = { id: 'signed', by: { id: 'ana', name: 'Ana' }, at: '' };

describe('what came meanwhile', () => {
  it('is nothing where all of it was seen', () => {
    expect(since(['first'], [verdict('first', 1)])).toEqual([]);
  });

  it('names who gave what', () => {
    expect(since([], [verdict('first', 1, { author: ruben })])).toEqual([
      { did: 'gave', name: 'Ruben', rating: 'False' },
    ]);
  });

  it('names who signed what off', () => {
    expect(since(['first'], [verdict('first', 1, { author: ruben, signOff })])).toEqual([
      { did: 'signed', name: 'Ana', rating: 'False' },
    ]);
  });

  it('says what was withdrawn, and of what was replaced only what came in its place', () => {
    const gone = (ended: 'withdrawn' | 'superseded') =>
      verdict('first', 1, { author: ruben, inForce: false, ended, content });
    expect(since(['first'], [gone('withdrawn')])).toEqual([{ did: 'withdrew', name: 'Ruben', rating: 'False' }]);
    expect(since(['first'], [gone('superseded'), verdict('again', 1, { author: ruben })])).toEqual([
      { did: 'gave', name: 'Ruben', rating: 'False' },
    ]);
  });

  it('says that a sign-off was taken back, of which nothing is left to name', () => {
    expect(since(['first', 'signed'], [verdict('first', 1)])).toEqual([{ did: 'unsigned' }]);
  });

  it('is nothing of a hidden verdict, which there is nothing to read of', () => {
    expect(since([], [verdict('first', 1, { content: null, basisDigest: null })])).toEqual([]);
  });

  it('is said in general where only one’s own doing elsewhere is the news', () => {
    expect(since([], [verdict('mine', 1, { mine: true, author: { id: 'me', name: 'Me' } })])).toEqual([
      { did: 'changed' },
    ]);
  });
});
