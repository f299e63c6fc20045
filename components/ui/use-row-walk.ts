'use client';

import { useEffect, useRef, useState } from 'react';

type Row = { readonly id: string };

/**
 * Which row of a list the keys act on, where rows go once they have been seen to: the keys then go on with what has moved up.
 *
 * @param prefix what stands before a row's id in the id of its element
 */
export function useRowWalk(items: readonly Row[], prefix: string) {
  const [at, setAt] = useState<string | null>(items[0]?.id ?? null);
  const index = items.findIndex(({ id }) => id === at);
  const last = useRef(0);
  const rowOf = (id: string) => document.getElementById(`${prefix}${id}`);

  useEffect(() => {
    if (index >= 0) {
      last.current = index;
      return;
    }
    const next = items[Math.min(last.current, items.length - 1)];
    if (next === undefined) return;
    setAt(next.id);
    if (document.activeElement === document.body)
      document.getElementById(`${prefix}${next.id}`)?.focus({ preventScroll: true });
  }, [items, index, prefix]);

  const walk = (step: number) => {
    const next = items[index + step];
    if (next === undefined) return;
    setAt(next.id);
    const row = rowOf(next.id);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  return { at, setAt, index, walk, rowOf };
}
