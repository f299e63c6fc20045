import { keepsUnread } from '#lib/standing/rules-coverage.ts';
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

/** The next unread sentence after those in hand, from the top again at the end; null when nothing is left but what is `being` marked. */
export function nextUnread(state: WorkbenchState, being: readonly number[] = NONE): number | null {
  return firstAfter(state, (at) => state.reading[at] === 'unread' && !being.includes(at));
}

/** The same of sentences that no claim keeps unread: what is to be said of them is why there is nothing to check. */
export function nextPlain(state: WorkbenchState, being: readonly number[] = NONE): number | null {
  return firstAfter(
    state,
    (at) => state.reading[at] === 'unread' && !being.includes(at) && openClaimIn(state, at) === null,
  );
}

function firstAfter(state: WorkbenchState, isWanted: (sentence: number) => boolean): number | null {
  const from = (inHand(state)?.to ?? -1) + 1;
  const count = state.reading.length;
  for (let i = 0; i < count; i++) {
    const at = (from + i) % count;
    if (isWanted(at)) return at;
  }
  return null;
}

const NONE: readonly number[] = [];

/** The sentences in hand, from the first to the last. */
export function inHand({
  sentence,
  sentenceFrom,
}: Pick<WorkbenchState, 'sentence' | 'sentenceFrom'>): { readonly from: number; readonly to: number } | null {
  if (sentence === null) return null;
  const other = sentenceFrom ?? sentence;
  return { from: Math.min(sentence, other), to: Math.max(sentence, other) };
}

/** Of the sentences in hand those that can be marked as plain, and the claims that keep the others unread. */
export function plainInHand(state: WorkbenchState): {
  readonly plain: readonly number[];
  readonly held: readonly ClaimDTO[];
} {
  const hand = inHand(state);
  const plain: number[] = [];
  const held = new Map<string, ClaimDTO>();
  for (let at = hand?.from ?? 0; at <= (hand?.to ?? -1); at++) {
    if (state.reading[at] === 'read') continue;
    const claim = openClaimIn(state, at);
    if (claim) held.set(claim.id, claim);
    else plain.push(at);
  }
  return { plain, held: [...held.values()] };
}

/** The first claim of a sentence that keeps it unread. */
export function openClaimIn(state: WorkbenchState, sentence: number): ClaimDTO | null {
  const place = state.bench.revision.sentences[sentence];
  if (!place) return null;
  const { minorCounts } = state.bench.article;
  for (const id of state.order) {
    const claim = state.claims.get(id);
    if (!claim || !isPlaced(claim) || claim.start >= place.end || place.start >= claim.end) continue;
    if (keepsUnread(claim, minorCounts)) return claim;
  }
  return null;
}
