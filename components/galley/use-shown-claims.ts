'use client';

import { shownClaims } from './filter.ts';
import { useWorkbench } from './store-context.tsx';

/** What the list shows now, in its order. */
export function useShownClaims(): readonly string[] {
  const claims = useWorkbench((state) => state.claims);
  const order = useWorkbench((state) => state.order);
  const filter = useWorkbench((state) => state.filter);
  return shownClaims(claims, order, filter);
}
