'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { applyPatch, type Store } from './store.ts';
import { useStore, useWorkbench } from './store-context.tsx';

/** Reads a claim in full into the store, and how it stands with it; false where that failed. */
export async function readDetail(store: Store, id: string): Promise<boolean> {
  const response = await fetch(`/api/claims/${id}`, { headers: { accept: 'application/json' } }).catch(() => null);
  if (!response?.ok) return false;
  const detail = (await response.json()) as ClaimDetailDTO;
  const details = new Map(store.get().details);
  details.set(id, detail);
  const { bench, claims } = store.get();
  // Its place is one in the present text. Mostly the claim is what it was, and nothing else needs to be drawn.
  const isPresent = bench.revision.number === bench.presentRevision;
  const isNews = isPresent && JSON.stringify(claims.get(id)) !== JSON.stringify(detail.claim);
  const patch = { claims: [detail.claim], marks: [], marksGone: [] };
  store.set(isNews ? { ...applyPatch(store.get(), patch), details } : { details });
  return true;
}

/**
 * The selected claim in full. Read anew when the claim is selected and when it has changed; what was read before is
 * shown meanwhile.
 */
export function useDetail(id: string): { detail: ClaimDetailDTO | undefined; failed: boolean; reload: () => void } {
  const store = useStore();
  const detail = useWorkbench((state) => state.details.get(id));
  const [failed, setFailed] = useState(false);
  const reload = useCallback(() => {
    readDetail(store, id).then((ok) => setFailed(!ok));
  }, [store, id]);
  const savedAt = useWorkbench((state) => state.savedAt);
  const [readFor, setReadFor] = useState<string | null>(null);
  const wanted = `${id} ${savedAt ?? ''}`;
  useEffect(() => {
    if (readFor === wanted) return;
    setReadFor(wanted);
    // What the page came with needs no second reading.
    if (readFor === null && savedAt === null && store.get().details.has(id)) return;
    reload();
  }, [wanted, readFor, savedAt, id, store, reload]);
  return { detail, failed, reload };
}
