'use client';

import { useState } from 'react';
import { conflictsIn, followed } from './conflict.ts';
import type { Draft } from './use-draft.ts';

/**
 * A draft beside what is saved by now. What its writer has not touched follows it; where both have changed a guarded field, `both` is for
 * `Conflicts`: the fields, how often they were brought before one, and how each is decided.
 */
export function useBoth<T extends object>(
  { draft: typed, isDraft, base, change, rebase }: Draft<T>,
  saved: T,
  guarded: readonly (keyof T & string)[],
) {
  const [presses, setPresses] = useState(0);
  const conflicts = isDraft ? conflictsIn(guarded, typed, base, saved) : [];
  return {
    draft: isDraft ? followed(typed, base, saved) : saved,
    both: {
      conflicts,
      presses,
      settle: (field: string, value: unknown) => {
        change({ [field]: value } as Partial<T>);
        rebase({ [field]: saved[field as keyof T] } as Partial<T>);
      },
    },
    /** Brings them before one's eyes. */
    bring: () => setPresses((count) => count + 1),
  };
}
