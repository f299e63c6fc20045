/** What an article's history can be filtered by: the part of an action's name before its dot. */
export const HISTORY_KINDS = [
  'article',
  'claim',
  'sentence',
  'evidence',
  'source',
  'capture',
  'verdict',
  'fix',
  'comment',
  'guest',
  'report',
] as const;

/** The same of the desk's own history. */
export const DESK_KINDS = [
  'person',
  'settings',
  'rating',
  'source',
  'capture',
  'feed',
  'inbox',
  'desk',
  'history',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number] | (typeof DESK_KINDS)[number];
