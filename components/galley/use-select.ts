'use client';

import { useCallback } from 'react';
import { type Store, sentenceOf, withoutRescope } from './store.ts';
import { useStore } from './store-context.tsx';

/** The address of the workbench with a claim in hand. Claims are named by their number: people read and send these. */
export function addressOf(store: Store, id: string | null): string {
  const { bench, claims, reader } = store.get();
  const number = id ? claims.get(id)?.number : undefined;
  const isPresent = bench.revision.number === bench.presentRevision;
  const page = `/articles/${bench.article.id}${isPresent ? '' : `/revisions/${bench.revision.number}`}`;
  const asked = new URLSearchParams();
  if (number !== undefined) asked.set('claim', String(number));
  if (reader !== null) asked.set('source', reader.sourceId);
  return asked.size === 0 ? page : `${page}?${asked}`;
}

/** Has the address tell which source is open: no step that the back button takes back. */
export const followSource = (store: Store): void => setAddress('replace', addressOf(store, store.get().selectedId), 0);

/** Takes a claim in hand, or lays it down with null. Where one rests is a step that the back button takes back. */
export function selectClaim(store: Store, id: string | null, how: 'push' | 'replace' | 'none' = 'push'): void {
  const state = store.get();
  const claim = id ? state.claims.get(id) : undefined;
  if (id && !claim) return;
  if (state.selectedId === id) return;
  store.set({
    ...withoutRescope(state),
    selectedId: id,
    sentence: claim ? sentenceOf(state.bench, claim) : state.sentence,
    sentenceFrom: null,
    form: null,
    asks: null,
    focus: null,
  });
  setAddress(how, addressOf(store, id), id === null ? 0 : SETTLED_MS);
}

/** Takes a sentence in hand, or with `from` all from there up to it; a claim that was in hand is laid down. */
export function takeSentence(store: Store, sentence: number, from: number | null = null): void {
  selectClaim(store, null);
  store.set({ sentence, sentenceFrom: from === sentence ? null : from });
}

const SETTLED_MS = 150;
/** Whether the address is still to follow what was chosen. */
export const isSettling = (): boolean => settling !== null;

let settling: { readonly how: 'push' | 'replace'; readonly timer: number } | null = null;

/**
 * Follows with the address once the walk rests, `after` so many milliseconds: Next draws for every new address, which no
 * key should wait for, and nobody wants to go back through claims they only passed.
 */
function setAddress(how: 'push' | 'replace' | 'none', address: string, after: number): void {
  if (settling) window.clearTimeout(settling.timer);
  if (how === 'none') {
    settling = null;
    return;
  }
  const step = settling?.how === 'push' ? 'push' : how;
  const timer = window.setTimeout(() => {
    settling = null;
    if (step === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  }, after);
  settling = { how: step, timer };
}

export function useSelectClaim(): (id: string | null) => void {
  const store = useStore();
  return useCallback((id) => selectClaim(store, id), [store]);
}
