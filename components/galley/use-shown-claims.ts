'use client';

import { shownClaims } from './filter.ts';
import { useWorkbench } from './store-context.tsx';

/** What the list shows now, in its order: in a round of second readings the claims of the round. */
export function useShownClaims(): readonly string[] {
  const claims = useWorkbench((state) => state.claims);
  const order = useWorkbench((state) => state.order);
  const filter = useWorkbench((state) => state.filter);
  const round = useWorkbench((state) => state.many.round);
  return round ?? shownClaims(claims, order, filter);
}
