/** The form or dialog that is open on the claim in hand. */
export type OpenForm =
  | 'statement'
  | 'facts'
  | 'source'
  | 'evidence'
  | 'exclude'
  | 'assign'
  | 'split'
  | 'merge'
  | 'nothing'
  | 'withdrawVerdict'
  | 'withdrawSignOff'
  | 'signTogether'
  | 'withdrawTogether'
  | 'restoreMany'
  | 'flagMany'
  | 'attachMany'
  | 'reportThese'
  | null;

const COLUMN_DIALOGS: readonly OpenForm[] = [
  'exclude',
  'assign',
  'split',
  'merge',
  'nothing',
  'signTogether',
  'withdrawTogether',
  'restoreMany',
  'flagMany',
  'attachMany',
  'reportThese',
];

/** Whether it is a window of the claim column's own, whose code is fetched for it. */
export const isColumnDialog = (form: OpenForm): boolean => COLUMN_DIALOGS.includes(form);
