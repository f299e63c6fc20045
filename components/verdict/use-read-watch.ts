'use client';

import { useEffect } from 'react';
import { claimWords } from '#components/galley/in-sight.ts';
import { keepReads, keptReads } from '#components/galley/kept-reads.ts';
import { withMany } from '#components/galley/many.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { bringIntoView, isInView } from '#components/ui/in-view.ts';
import { leastReading } from '#lib/standing/rules-reading-time.ts';
import { signable } from './signable.ts';

/** How often it is looked whether the claim is in view. */
const LOOK_MS = 100;

/**
 * Notes which claims a second reader has read: the claim in hand, once its words, the verdict's rating and the verdict's end have been in view, and all
 * this for as long as reading takes at the least. Time in which the page is hidden or a window stands over it does not count.
 */
export function useReadWatch(): void {
  const store = useStore();
  const id = useWorkbench((state) => state.selectedId);
  const shown = useWorkbench((state) => (state.selectedId ? state.details.get(state.selectedId)?.shown : undefined));
  useEffect(() => {
    const kept = keptReads(store.get());
    if (kept.size > 0) store.set(withMany(store.get(), { read: kept }));
  }, [store]);
  useEffect(() => {
    if (id === null || shown === undefined) return;
    const { details, many, bench } = store.get();
    const detail = details.get(id);
    const [verdict] = signable(detail, bench.reader.id);
    if (!detail?.receipt || !verdict || many.read.get(id)?.shown === shown) return;
    const { receipt } = detail;
    const least = leastReading([detail.claim.statement, verdict.content?.rationale ?? '']);
    const parts = [claimWords(id), `[data-rating="${verdict.id}"]`, `[data-deeds="${verdict.id}"]`];
    const seen = new Set<string>();
    let sum = 0;
    let last = performance.now();
    let isLedThere = false;
    const timer = window.setInterval(() => {
      const now = performance.now();
      const passed = Math.min(now - last, 2 * LOOK_MS);
      last = now;
      const { form, many } = store.get();
      if (document.visibilityState !== 'visible' || form !== null) return;
      const inView = parts.filter((part) => [...document.querySelectorAll(part)].some(isInView));
      for (const part of inView) seen.add(part);
      if (inView.length > 0) sum += passed;
      // In a round the verdict is what one has come for.
      if (many.round !== null && !isLedThere && seen.has(parts[0] ?? '')) isLedThere = lead(parts.slice(1));
      if (seen.size < parts.length || sum < least) return;
      window.clearInterval(timer);
      const read = new Map(store.get().many.read).set(id, { shown, receipt, verdictId: verdict.id });
      store.set(withMany(store.get(), { read }));
      keepReads(store.get());
    }, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [store, id, shown]);
}

/** Brings what is out of view there once; whether there was anything to bring. */
function lead(parts: readonly string[]): boolean {
  const found = parts.map((part) => document.querySelector(part));
  if (found.some((element) => element === null)) return false;
  const out = found.find((element) => element !== null && !isInView(element));
  if (out) bringIntoView(out);
  return true;
}
