import { isDealtWith, isIdleMinor } from '#lib/standing/rules-coverage.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { isPlaced } from './segments.ts';
import type { WorkbenchState } from './store.ts';

/** The claim before or after the one in hand, among those the list shows. */
export function neighbour(state: WorkbenchState, shown: readonly string[], step: 1 | -1): string | null {
  if (shown.length === 0) return null;
  const at = state.selectedId ? shown.indexOf(state.selectedId) : -1;
  if (at === -1) return nearest(state, shown, step);
  return shown[at + step] ?? null;
}

/** Where nothing is selected: the first claim from the sentence in hand on, or the first of all. */
function nearest(state: WorkbenchState, shown: readonly string[], step: 1 | -1): string | null {
  const from = state.sentence === null ? 0 : (state.bench.revision.sentences[state.sentence]?.start ?? 0);
  const places = shown.map((id) => state.claims.get(id)?.start ?? Number.POSITIVE_INFINITY);
  const after = places.findIndex((start) => start >= from);
  if (step === 1) return shown[after === -1 ? 0 : after] ?? null;
  return shown[after <= 0 ? shown.length - 1 : after - 1] ?? null;
}

/** The next unread sentence after the one in hand, from the top again at the end; null when nothing is left. */
export function nextUnread(state: WorkbenchState): number | null {
  const from = state.sentence === null ? 0 : state.sentence + 1;
  const count = state.reading.length;
  for (let i = 0; i < count; i++) {
    const at = (from + i) % count;
    if (state.reading[at] === 'unread') return at;
  }
  return null;
}

/** The first claim of a sentence that keeps it unread. */
export function openClaimIn(state: WorkbenchState, sentence: number): ClaimDTO | null {
  const place = state.bench.revision.sentences[sentence];
  if (!place) return null;
  const { minorCounts } = state.bench.article;
  for (const id of state.order) {
    const claim = state.claims.get(id);
    if (!claim || !isPlaced(claim) || claim.start >= place.end || place.start >= claim.end) continue;
    if (!isDealtWith(claim) && (minorCounts || !isIdleMinor(claim))) return claim;
  }
  return null;
}
