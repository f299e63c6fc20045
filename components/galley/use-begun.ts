'use client';

import { useRef } from 'react';

/**
 * The version of what is being edited as it was when its editor began to type: what others save meanwhile is shown at once,
 * and must not be gone over unseen. `told` is for when its editor has been told of what stands now, be it by the server, which
 * has refused it: then the next press knows.
 */
export function useBegun<T extends { readonly version: number }>(
  now: T,
  isTyping: boolean,
): { readonly begun: () => T; readonly told: (seen?: T) => void } {
  const first = useRef<T | null>(null);
  if (!isTyping) first.current = null;
  else first.current ??= now;
  return {
    begun: () => first.current ?? now,
    told: (seen) => {
      first.current = seen ?? null;
    },
  };
}
