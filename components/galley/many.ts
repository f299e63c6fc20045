import { isLive } from '#lib/standing/rules-coverage.ts';
import type { ManyState } from './many-state.ts';
import type { WorkbenchState } from './store.ts';

/** The part of the state that changes with a part of this. */
export const withMany = ({ many }: Pick<WorkbenchState, 'many'>, part: Partial<ManyState>) => ({
  many: { ...many, ...part },
});

type Round = Pick<WorkbenchState, 'many' | 'claims' | 'selectedId'>;

/** The claims of the round that still wait for a second reader: others may have signed, disputed or excluded some meanwhile. */
export const ofRound = ({ many, claims }: Omit<Round, 'selectedId'>): readonly string[] =>
  (many.round ?? []).filter((id) => {
    const claim = claims.get(id);
    return claim !== undefined && isLive(claim) && !claim.excluded && claim.progress === 'awaiting_second_reader';
  });

/** The next claim of the round that is still to be read, after the one in hand and from the top again; null where none is left but perhaps that one. */
export function nextOfRound(state: Round): string | null {
  const { many, selectedId } = state;
  const round = many.round ?? [];
  const from = selectedId === null ? 0 : round.indexOf(selectedId) + 1;
  const open = new Set(ofRound(state));
  const after = [...round.slice(from), ...round.slice(0, from)];
  return after.find((id) => id !== selectedId && open.has(id) && !many.read.has(id)) ?? null;
}

/** How far the round has come. */
export function roundSoFar(state: Omit<Round, 'selectedId'>): { readonly read: number; readonly of: number } {
  const ids = ofRound(state);
  return { read: ids.filter((id) => state.many.read.has(id)).length, of: ids.length };
}

/** The ids from one to another, both with them, whichever stands first; the second alone where the first is not shown. */
export function between(shown: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [shown.indexOf(from), shown.indexOf(to)];
  if (a === -1 || b === -1) return b === -1 ? [] : [to];
  return shown.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/**
 * The state once all claims up to this one are taken beside what was taken before: from where this taking began, or, where one has gone elsewhere
 * since, from the claim in hand.
 */
export function takenUpTo(state: WorkbenchState, shown: readonly string[], to: string): WorkbenchState {
  const { many, selectedId, checked } = state;
  const goesOn = many.from !== null && (selectedId === null || checked.has(selectedId));
  const from = (goesOn ? many.from : selectedId) ?? to;
  const base = goesOn ? many.base : [...checked];
  return {
    ...state,
    ...withMany(state, { from, base }),
    checked: new Set([...base, ...between(shown, from, to)]),
  };
}

/** The claims that stand in the paragraph of the claim or sentence in hand. */
export function ofParagraph(state: WorkbenchState): readonly string[] {
  const row = state.byBlock.find((claims) => claims.some(({ id }) => id === state.selectedId));
  if (row) return row.map(({ id }) => id);
  const place = state.sentence === null ? undefined : state.bench.revision.sentences[state.sentence];
  const block = state.bench.revision.blocks.findIndex(
    ({ start, end }) => place !== undefined && start < place.end && place.start < end,
  );
  return (state.byBlock[block] ?? []).map(({ id }) => id);
}
