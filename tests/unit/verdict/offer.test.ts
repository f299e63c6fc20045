import { describe, expect, it } from 'vitest';
import { offerOf } from '#components/verdict/offer.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';
import { verdict } from './make.ts';

const claim = (more: Partial<ClaimDTO> = {}) => ({
  excluded: false,
  stale: false,
  progress: 'awaiting_second_reader' as const,
  ...more,
});
const offer = (of: Parameters<typeof offerOf>[0], verdicts: readonly VerdictDTO[], verdictSeat: 1 | 2 | 3 | null = 2) =>
  offerOf(of, { verdicts, verdictSeat }, 'me');
const signed = verdict('first', 1, { signOff: { id: 's', by: { id: 'other', name: 'Other' }, at: '' } });

describe('what a reader is offered of a verdict', () => {
  it('is the form where the claim waits for one', () => {
    expect(offer(claim(), [verdict('first', 1)])).toBe('form');
    expect(offer(claim({ progress: 'open' }), [], 1)).toBe('form');
    expect(offer(claim({ progress: 'disputed' }), [verdict('first', 1), verdict('second', 2)], 3)).toBe('form');
    expect(offer(claim({ progress: 'settled', stale: true }), [signed], 1)).toBe('form');
  });

  it('is no form on what two have settled, and says what one’s own would do', () => {
    expect(offer(claim({ progress: 'settled' }), [signed])).toBe('differ');
  });

  it('is a press to who has given one or signed', () => {
    expect(offer(claim(), [verdict('mine', 1, { mine: true })], 1)).toBe('replace');
    const bySelf = verdict('first', 1, { signOff: { id: 's', by: { id: 'me', name: 'Me' }, at: '' } });
    expect(offer(claim({ progress: 'settled' }), [bySelf])).toBe('judgeAnew');
  });

  it('counts what is in force alone', () => {
    const ended = verdict('mine', 1, { mine: true, inForce: false, ended: 'withdrawn' });
    expect(offer(claim({ progress: 'open' }), [ended], 1)).toBe('form');
  });

  it('is none without a seat, or on what is left out', () => {
    expect(offer(claim(), [], null)).toBeNull();
    expect(offer(claim({ excluded: true }), [])).toBeNull();
  });
});
