'use client';

import { useLayoutEffect } from 'react';
import { useKeyWait } from '#components/ui/KeyWait.tsx';
import type { FocusGoal } from './store.ts';
import { useStore, useWorkbench } from './store-context.tsx';

/**
 * Brings the focus where it has been asked to go, as soon as that is drawn. `go` says whether it has: what is drawn of
 * another claim than the one in hand is on its way out, so a goal that belongs to a claim names it, and one that belongs to none says null.
 */
export function useFocusGoal(goal: FocusGoal, go: () => boolean, claimId?: string | null): void {
  const store = useStore();
  const isMeant = useWorkbench(
    (state) => state.focus === goal && (claimId === undefined || state.selectedId === claimId),
  );
  // At every drawing: what was not there at the last one may be now.
  useLayoutEffect(() => {
    if (isMeant && go()) store.set({ focus: null });
  });
}

/** Makes keys wait while the workbench is about to bring the focus somewhere, to open a dialog or to ask. */
export function useWorkbenchWait(): void {
  const store = useStore();
  const isGoing = useWorkbench((state) => state.focus !== null);
  const opens = useWorkbench((state) => (state.form === 'statement' ? null : state.form));
  const asks = useWorkbench((state) => state.asks);
  useKeyWait(isGoing, () => store.set({ focus: null }));
  useKeyWait(opens !== null, () => store.set({ form: null }));
  useKeyWait(asks !== null, () => store.set({ asks: null }));
}
