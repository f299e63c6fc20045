import type { ReportClaim } from '../model.ts';
import type { Mark, Status } from './types.ts';
import { sayOne } from './words.ts';

const SIGNS: Readonly<Record<Mark, string>> = {
  open: '○',
  review: '⊖',
  await: '②',
  disputed: '≠',
  stands: '✓',
  wrong: '✗',
  stale: '↻',
  excluded: '–',
};

export const MARKS: readonly Mark[] = ['stands', 'wrong', 'disputed', 'stale', 'await', 'review', 'open', 'excluded'];

export const statusOfMark = (mark: Mark): Status => ({ mark, sign: SIGNS[mark], words: sayOne('mark', mark) });
export const statusOf = ({ mark }: ReportClaim): Status => statusOfMark(mark);
