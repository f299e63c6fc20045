import { expect, it } from 'vitest';
import { leftOut, type ManyClaim, type ManyWish } from '#lib/claims/rules-many.ts';

const claim: ManyClaim = {
  number: 3,
  assigneeId: null,
  excluded: false,
  withdrawn: false,
  replaced: false,
  misdeed: false,
};
const reviewer = { id: 'me', mayAssign: false };
const editor = { id: 'me', mayAssign: true };

type Row = readonly [string, Partial<ManyClaim>, ManyWish, typeof reviewer, string | null, 'is so'?];
const rows: readonly Row[] = [
  ['one of nobody’s is taken on', {}, { deed: 'assign', assigneeId: 'me' }, reviewer, null],
  ['one’s own is handed back', { assigneeId: 'me' }, { deed: 'assign', assigneeId: null }, reviewer, null],
  [
    'one’s own is not handed on',
    { assigneeId: 'me' },
    { deed: 'assign', assigneeId: 'b' },
    reviewer,
    'assign-own-only',
  ],
  ['another’s is not taken', { assigneeId: 'b' }, { deed: 'assign', assigneeId: 'me' }, reviewer, 'assign-own-only'],
  ['an editor gives', { assigneeId: 'b' }, { deed: 'assign', assigneeId: 'c' }, editor, null],
  [
    'given already',
    { assigneeId: 'b' },
    { deed: 'assign', assigneeId: 'b' },
    reviewer,
    'many-assigned-already',
    'is so',
  ],
  ['excluded', {}, { deed: 'exclude' }, reviewer, null],
  ['excluded already', { excluded: true }, { deed: 'exclude' }, reviewer, 'many-excluded-already', 'is so'],
  ['an excluded one comes back', { excluded: true }, { deed: 'restore' }, reviewer, null],
  ['a withdrawn one comes back', { withdrawn: true }, { deed: 'restore' }, reviewer, null],
  ['not excluded', {}, { deed: 'restore' }, reviewer, 'many-not-excluded', 'is so'],
  ['divided', { replaced: true }, { deed: 'restore' }, reviewer, 'claim-number-replaced'],
  ['withdrawn', { withdrawn: true }, { deed: 'attach' }, reviewer, 'claim-number-withdrawn'],
  ['evidence on an excluded one', { excluded: true }, { deed: 'attach' }, reviewer, null],
  ['flagged', {}, { deed: 'flag', misdeed: true }, reviewer, null],
  ['flagged already', { misdeed: true }, { deed: 'flag', misdeed: true }, reviewer, 'many-flagged-already', 'is so'],
];

it.each(rows.map((row) => [row[0], row] as const))('%s', (_, [, more, wish, actor, code, isSo]) => {
  const out = leftOut({ ...claim, ...more }, wish, actor);
  expect(out && [out.because.code, out.isSo]).toEqual(code && [code, isSo !== undefined]);
});
