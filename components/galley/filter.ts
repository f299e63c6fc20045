import type { ClaimDTO } from '#lib/standing/types.ts';

export const WAITS = ['answer', 'legal', 'wording'] as const;

/** What the list shows, and J and K walk. */
export type ClaimFilter = {
  readonly words: string;
  readonly mark: ClaimDTO['mark'] | 'all';
  readonly kind: ClaimDTO['kind'] | 'all';
  readonly tier: 'core' | 'standard' | 'all';
  /** A person's id, "nobody", or "all". */
  readonly assignee: string;
  readonly claimant: string;
  /** What it waits for beside a verdict: the answer to a question, or a decision on its wording. */
  readonly waits: (typeof WAITS)[number] | 'all';
  readonly sort: 'place' | 'checkworthiness';
};

export const everything: ClaimFilter = {
  words: '',
  mark: 'all',
  kind: 'all',
  tier: 'all',
  assignee: 'all',
  claimant: 'all',
  waits: 'all',
  sort: 'place',
};

export const isFiltered = (filter: ClaimFilter): boolean =>
  (Object.keys(everything) as (keyof ClaimFilter)[]).some((key) => key !== 'sort' && filter[key] !== everything[key]);

function passes(claim: ClaimDTO, filter: ClaimFilter, words: string): boolean {
  if (filter.mark === 'all' ? claim.excluded : claim.mark !== filter.mark) return false;
  if (filter.kind !== 'all' && claim.kind !== filter.kind) return false;
  if (filter.tier === 'core' && claim.tier !== 'core') return false;
  if (filter.tier === 'standard' && claim.tier === 'minor') return false;
  if (
    filter.assignee === 'nobody'
      ? claim.assigneeId !== null
      : filter.assignee !== 'all' && claim.assigneeId !== filter.assignee
  )
    return false;
  if (filter.claimant !== 'all' && claim.claimant.id !== filter.claimant) return false;
  if (filter.waits === 'answer' && claim.openQueries === 0) return false;
  if (filter.waits === 'legal' && claim.openLegal === 0) return false;
  if (filter.waits === 'wording' && (!claim.hasProposal || claim.excluded)) return false;
  return words === '' || claim.statement.toLowerCase().includes(words) || String(claim.number) === words;
}

type Asked = { readonly of: readonly unknown[]; readonly shown: readonly string[] };
let last: Asked = { of: [], shown: [] };

/** Ids of the claims that pass, in the list's order. The list, the keys and the claim's head ask for the same: found once. */
export function shownClaims(
  claims: ReadonlyMap<string, ClaimDTO>,
  order: readonly string[],
  filter: ClaimFilter,
): readonly string[] {
  const of = [claims, order, filter];
  if (!of.every((part, i) => part === last.of[i])) last = { of, shown: findShown(claims, order, filter) };
  return last.shown;
}

function findShown(claims: ReadonlyMap<string, ClaimDTO>, order: readonly string[], filter: ClaimFilter): string[] {
  const words = filter.words.trim().toLowerCase();
  const shown = order
    .map((id) => claims.get(id))
    .filter((claim): claim is ClaimDTO => claim !== undefined && passes(claim, filter, words));
  if (filter.sort === 'checkworthiness')
    shown.sort((a, b) => b.checkworthiness - a.checkworthiness || a.number - b.number);
  return shown.map((claim) => claim.id);
}
