import { type ReportClaim, type ReportModel, settlingVerdict } from '../model.ts';
import { plain, strong } from './line.ts';
import type { Line } from './types.ts';
import { say, type Words } from './words.ts';

/** What a claim counts as: each counts once. */
export type Group = 'stands' | 'change' | 'disputed' | 'stale' | 'await' | 'unchecked';
const GROUPS: readonly Group[] = ['stands', 'change', 'disputed', 'stale', 'await', 'unchecked'];

/** Which group a claim counts in; null where a person has left it out. */
export function groupOf(claim: ReportClaim): Group | null {
  switch (claim.mark) {
    case 'excluded':
      return null;
    case 'open':
    case 'review':
      return 'unchecked';
    case 'await':
    case 'disputed':
    case 'stale':
      return claim.mark;
    case 'wrong':
      return 'change';
    case 'stands':
      return openFix(claim) ? 'change' : 'stands';
  }
}

/** The fix that a settled claim waits for: proposed or accepted, and not yet in the article. */
export function openFix(claim: ReportClaim): string | null {
  const fix = settlingVerdict(claim)?.fix;
  return fix && (fix.state === 'proposed' || fix.state === 'accepted') ? fix.replacement : null;
}

/** The outcome in a sentence, how many were left out or are held, and how far the article has been read. */
export function outcomeLine(model: ReportModel): Line {
  const { coverage } = model;
  const claims = model.claims.filter((claim) => groupOf(claim) !== null);
  const held = claims.filter(({ openQueries }) => openQueries.length > 0).length;
  const leftOut = model.claims.length - claims.length;
  const more = [
    leftOut > 0 && say('leftOutCount', { count: leftOut }),
    held > 0 && say('held', { count: held }),
    coverage.total > 0 &&
      (coverage.read === coverage.total ? say('allRead') : say('read', { read: coverage.read, total: coverage.total })),
    coverage.minor > 0 && say('minor', { count: coverage.minor }),
  ].filter((words) => words !== false);
  return [...countsLine(claims), ...more.map((words) => plain(` ${words}`))];
}

const ALL: Readonly<Record<Group, Words>> = {
  stands: 'allStands',
  change: 'allChange',
  disputed: 'allDisputed',
  stale: 'allStale',
  await: 'allAwait',
  unchecked: 'allUnchecked',
};

const countsLine = (claims: readonly ReportClaim[]): Line =>
  countedLine(
    new Map(GROUPS.map((group) => [group, claims.filter((claim) => groupOf(claim) === group).length] as const)),
  );

/** Of so many claims in each group, how many stand and what is with the others. */
export function countedLine(counts: ReadonlyMap<Group, number>): Line {
  const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
  if (count === 0) return [plain(say('none'))];
  const groups = GROUPS.map((group) => ({ group, count: counts.get(group) ?? 0 }));
  const there = groups.filter((one) => one.count > 0);
  const run = (group: Group, words: string) =>
    group === 'stands' || group === 'change' ? strong(words) : plain(words);
  const [only] = there;
  if (only && there.length === 1)
    return [plain(say('all', { count })), run(only.group, say(ALL[only.group], { count })), plain('.')];
  const runs = there.map((one, i) => ({ run: run(one.group, say(one.group, { count: one.count })), i }));
  return [
    plain(say('of', { count })),
    ...runs.flatMap(({ run, i }) => [plain(betweenOf(i, runs.length)), run]),
    plain('.'),
  ];
}

/** What stands before the item of a list of so many. */
function betweenOf(at: number, count: number): string {
  if (at === 0) return '';
  return at === count - 1 ? say('and') : ', ';
}
