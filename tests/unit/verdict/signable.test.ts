import { describe, expect, it } from 'vitest';
import { signable } from '#components/verdict/signable.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';
import { verdict } from './make.ts';

const ids = (verdicts: readonly VerdictDTO[], signOffRefusal: string | null = null) =>
  signable({ verdicts, signOffRefusal }, 'me').map(({ id }) => id);

describe('the verdicts that can be signed off', () => {
  it('come in the order of their seats, so that the key is always the same one’s', () => {
    expect(ids([verdict('third', 3), verdict('first', 1), verdict('second', 2)])).toEqual(['first', 'second', 'third']);
  });

  it.each([
    ['one’s own', { mine: true }],
    ['withdrawn or replaced', { inForce: false, ended: 'superseded' }],
    ['hidden', { content: null, basisDigest: null }],
    ['stale', { stale: true }],
    ['signed off', { signOff: { id: 's', by: { id: 'other', name: 'Other' }, at: '' } }],
    ['resting on what the reader has edited', { authors: [{ id: 'me', name: 'Me', part: 'edited_basis' }] }],
  ] as const)('are not those that are %s', (_, more) => {
    expect(ids([verdict('first', 1, more), verdict('second', 2)])).toEqual(['second']);
  });

  it('are none where the server says so, or before the claim is read', () => {
    expect(ids([verdict('first', 1)], 'Your role reads verdicts and does not give them.')).toEqual([]);
    expect(signable(undefined, 'me')).toEqual([]);
  });
});
