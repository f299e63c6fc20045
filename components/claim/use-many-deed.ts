'use client';

import { type Store, seenVersion } from '#components/galley/store.ts';
import { useStore } from '#components/galley/store-context.tsx';
import { type Deed, useAct } from '#components/galley/use-act.ts';
import type { Outcome } from '#components/galley/use-form.ts';
import type { ManyPreviewDTO } from '#lib/claims/types.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { Previewed } from './ManyPreview.tsx';

/** Sends a deed on claims, one or several. Where it is refused, what is shown is asked for anew; where it is not, they are let go. */
export function useManyDeed({ again }: Previewed): (deed: Deed) => Promise<Outcome> {
  const store = useStore();
  const act = useAct();
  return async (deed) => {
    const outcome = await act({ inForm: true, ...deed });
    if (outcome) again();
    else store.set({ checked: new Set(), many: { ...store.get().many, from: null } });
    return outcome;
  };
}

/** The claims at the versions that have been shown, or that one's own last change has left them at. */
export const versionsOf = (store: Store, items: readonly ManyPreviewDTO[]) =>
  items.map(({ id, version }) => {
    const claim = store.get().claims.get(id);
    return claim ? seenVersion(store, { ...claim, version }) : { id, version };
  });

/** How the claims will look if the server agrees. */
export const expected = (store: Store, items: readonly ManyPreviewDTO[], part: Partial<ClaimDTO>): ClaimDTO[] =>
  items.flatMap(({ id }) => {
    const claim = store.get().claims.get(id);
    return claim ? [{ ...claim, ...part }] : [];
  });
