'use client';

import { shownClaims } from './filter.ts';
import type { WorkbenchState } from './store.ts';
import { useWorkbench } from './store-context.tsx';

/** What the list shows, in its order: in a round of second readings the claims of the round. */
export const shownIn = ({ claims, order, filter, many }: WorkbenchState): readonly string[] =>
  many.round ?? shownClaims(claims, order, filter);

/** The same, for what is drawn anew when it changes. */
export const useShownClaims = (): readonly string[] => useWorkbench(shownIn);
