import { expect, test } from 'vitest';
import { changesIn, numbersIn } from '#components/history/event-words.ts';
import type { EventDTO } from '#lib/history/types.ts';

const edited = (changes: Record<string, { before: unknown; after: unknown }>): EventDTO => ({
  chain: 'article',
  sequence: 1,
  at: '2026-11-30T06:58:00.000Z',
  action: 'claim.edited',
  actor: { id: null, name: 'Ruben' },
  subject: { type: 'claim', id: 'one', name: null },
  detail: JSON.parse(JSON.stringify({ number: 5, changes })),
  hidden: null,
});

test('a change from no to yes is shown with both its sides', () => {
  expect(changesIn(edited({ misdeed: { before: false, after: true } }))).toEqual([
    { field: 'misdeed', label: 'misdeed', before: 'no', after: 'yes' },
  ]);
});

test('a sign-off says with how many others it was given, and one of before that says nothing', () => {
  const signed = (detail: EventDTO['detail']): EventDTO => ({ ...edited({}), action: 'verdict.signedOff', detail });
  const together = { count: 20, openedAt: '2026-11-30T06:58:00.000Z' };
  expect(numbersIn(signed({ claim: 3, together })).together).toBe(20);
  expect(numbersIn(signed({ claim: 3 })).together).toBe(0);
});
