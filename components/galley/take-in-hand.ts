import { takenUpTo } from './many.ts';
import { indexAt } from './segments.ts';
import type { Store } from './store.ts';
import { selectedPlace } from './text-selection.ts';
import { selectClaim, takeSentence } from './use-select.ts';
import { shownIn } from './use-shown-claims.ts';

/** Takes what somebody points at in hand: a claim by its words, a sentence by others; with Shift all claims up to there. */
export function takePointed(store: Store, target: Element, withShift: boolean): void {
  const claims = claimsAround(target);
  const [narrowest] = claims;
  if (withShift && narrowest !== undefined) {
    store.set(takenUpTo(store.get(), shownIn(store.get()), narrowest));
    return;
  }
  const at = target.closest<HTMLElement>('[data-at]')?.dataset.at;
  const sentence = at === undefined ? null : sentenceAt(store, Number(at));
  // Where claims overlap, a second click takes the next wider one; after the widest comes the sentence itself.
  const next = claims[claims.indexOf(store.get().selectedId ?? '') + 1];
  if (next !== undefined) selectClaim(store, next);
  else if (sentence !== null) takeSentence(store, sentence);
}

/** Takes the sentences over which words are selected in hand, where they are several: of one the words are meant. */
export function takeSelected(store: Store, galley: HTMLElement): void {
  const place = selectedPlace(galley);
  if (place === null) return;
  const first = sentenceAt(store, place.start);
  const last = sentenceAt(store, place.end - 1);
  if (first !== null && last !== null && first < last) takeSentence(store, last, first);
}

/** Ids of the claims whose words an element is, the narrowest first. */
function claimsAround(target: Element): string[] {
  const claims: string[] = [];
  for (
    let at = target.closest<HTMLElement>('[data-claim]');
    at;
    at = at.parentElement?.closest<HTMLElement>('[data-claim]') ?? null
  ) {
    if (at.dataset.claim) claims.push(at.dataset.claim);
  }
  return claims;
}

/** The sentence that a place of the text is in, or the one before it; null before all. */
function sentenceAt(store: Store, at: number): number | null {
  const index = indexAt(store.get().bench.revision.sentences, at);
  return index === -1 ? null : index;
}
