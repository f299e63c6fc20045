'use client';

import { useCallback, useEffect, useState } from 'react';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { holdStill } from './hold-still.ts';
import { applyPatch, type Store } from './store.ts';
import { useStore, useWorkbench } from './store-context.tsx';

/** When one had saved something last as a detail was asked for. */
const savedBefore = new WeakMap<ClaimDetailDTO, number | null>();

/** Whether a detail knows of everything that one has done oneself. */
const knowsOwn = (store: Store, detail: ClaimDetailDTO): boolean =>
  (savedBefore.get(detail) ?? null) === store.get().savedAt;

/**
 * Reads a claim anew because others have changed something, and notes where that is what a verdict on it rests on. What one
 * has changed oneself is no news.
 */
export async function readNews(store: Store, id: string): Promise<void> {
  const before = store.get().details.get(id);
  const isKnown = before !== undefined && knowsOwn(store, before);
  if (!(await readDetail(store, id, holdStill)) || !isKnown) return;
  const { details, came } = store.get();
  const now = details.get(id);
  if (!now || !knowsOwn(store, now) || now.basisDigest === before.basisDigest) return;
  store.set({ came: new Map(came).set(id, (came.get(id) ?? 0) + 1) });
}

/** Reads a claim in full into the store, and how it stands with it; false where that failed. `onRead` is called before it is shown. */
export async function readDetail(store: Store, id: string, onRead: () => void = () => {}): Promise<boolean> {
  const { savedAt } = store.get();
  const response = await fetch(`/api/claims/${id}`, { headers: { accept: 'application/json' } }).catch(() => null);
  if (!response?.ok) return false;
  const detail = (await response.json()) as ClaimDetailDTO;
  savedBefore.set(detail, savedAt);
  onRead();
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

type Reading = { readonly id: string; readonly savedAt: number | null; readonly done: Promise<boolean> };
const underWay = new WeakMap<Store, Reading>();

/** Reads a claim as one's own last change has left it. Who asks for that while it is being read waits for the same answer. */
export function readOwn(store: Store, id: string): Promise<boolean> {
  const { savedAt } = store.get();
  const now = underWay.get(store);
  if (now?.id === id && now.savedAt === savedAt) return now.done;
  const done = readDetail(store, id).finally(() => {
    if (underWay.get(store)?.done === done) underWay.delete(store);
  });
  underWay.set(store, { id, savedAt, done });
  return done;
}

/**
 * The selected claim in full. Read anew when the claim is selected and when it has changed; what was read before is
 * shown meanwhile.
 */
export function useDetail(id: string): {
  detail: ClaimDetailDTO | undefined;
  failed: boolean;
  reload: () => Promise<void>;
} {
  const store = useStore();
  const detail = useWorkbench((state) => state.details.get(id));
  const [failed, setFailed] = useState(false);
  const read = useCallback(async (how: typeof readDetail) => setFailed(!(await how(store, id))), [store, id]);
  const reload = useCallback(() => read(readDetail), [read]);
  const savedAt = useWorkbench((state) => state.savedAt);
  const [readFor, setReadFor] = useState<string | null>(null);
  const wanted = `${id} ${savedAt ?? ''}`;
  useEffect(() => {
    if (readFor === wanted) return;
    setReadFor(wanted);
    // What the page came with needs no second reading.
    if (readFor === null && savedAt === null && store.get().details.has(id)) return;
    void read(readOwn);
  }, [wanted, readFor, savedAt, id, store, read]);
  return { detail, failed, reload };
}
