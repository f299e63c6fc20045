'use client';

import { useRef } from 'react';

/**
 * The version of what is being edited as it was when its editor began to type: what others save meanwhile is shown at once,
 * and must not be gone over unseen. `told` is for when the server has refused it for that: then it has been told, and the next
 * press knows.
 */
export function useBegun<T extends { readonly version: number }>(
  now: T,
  isTyping: boolean,
): { readonly begun: () => T; readonly told: () => void } {
  const first = useRef<T | null>(null);
  if (!isTyping) first.current = null;
  else first.current ??= now;
  return {
    begun: () => first.current ?? now,
    told: () => {
      first.current = null;
    },
  };
}
