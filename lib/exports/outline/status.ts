import { type ReportClaim, settlingVerdict } from '../model.ts';
import type { Mark, Status } from './types.ts';
import { sayOne } from './words.ts';

const SIGNS: Readonly<Record<Mark, string>> = {
  open: '○',
  review: '⊖',
  await: '②',
  disputed: '≠',
  stands: '✓',
  unrated: '◇',
  wrong: '✗',
  stale: '↻',
  excluded: '–',
};

export const MARKS: readonly Mark[] = [
  'stands',
  'unrated',
  'wrong',
  'disputed',
  'stale',
  'await',
  'review',
  'open',
  'excluded',
];

export const statusOfMark = (mark: Mark): Status => ({ mark, sign: SIGNS[mark], words: sayOne('mark', mark) });
export const statusOf = (claim: ReportClaim): Status => statusOfMark(printedMark(claim));

/** What “Not checkable” lets stand is not shown to be right, and is not printed as if it were. */
const printedMark = (claim: ReportClaim): Mark =>
  claim.mark === 'stands' && settlingVerdict(claim)?.rating.value === null ? 'unrated' : claim.mark;
