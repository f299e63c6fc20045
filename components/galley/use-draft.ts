'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const PREFIX = 'stet:draft:';
const WAIT_MS = 250;

/**
 * What somebody is typing, kept in the browser until it is sent: it survives a reload, a killed tab, a lost connection
 * and an expired session. `key` names the person, the place and the field. An empty draft leaves nothing behind.
 */
export function useDraft<T extends object>(
  key: string,
  initial: T,
): [T, (change: Partial<T>) => void, () => void, boolean] {
  const name = PREFIX + key;
  const [value, setValue] = useState<T>(initial);
  const [isDraft, setIsDraft] = useState(false);
  // Not at once: the server knows of no draft, and the first drawing must be what it drew. It is there before the paint.
  useLayoutEffect(() => {
    const kept = read<T>(name);
    if (!kept) return;
    setValue((old) => ({ ...old, ...kept }));
    setIsDraft(true);
  }, [name]);
  const pending = useRef<{ timer: number; flush: () => void } | null>(null);
  const flush = useCallback(() => {
    pending.current?.flush();
    pending.current = null;
  }, []);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  const change = useCallback(
    (part: Partial<T>) => {
      setValue((old) => {
        const next = { ...old, ...part };
        if (pending.current) window.clearTimeout(pending.current.timer);
        const write = () => keep(name, next);
        pending.current = { flush: write, timer: window.setTimeout(write, WAIT_MS) };
        return next;
      });
      setIsDraft(true);
    },
    [name],
  );
  const clear = useCallback(() => {
    if (pending.current) window.clearTimeout(pending.current.timer);
    pending.current = null;
    forget(name);
    setValue(initial);
    setIsDraft(false);
  }, [name, initial]);
  return [value, change, clear, isDraft];
}

function read<T extends object>(name: string): Partial<T> | null {
  try {
    const kept = window.localStorage.getItem(name);
    return kept ? (JSON.parse(kept) as Partial<T>) : null;
  } catch {
    return null;
  }
}

function keep(name: string, value: object): void {
  try {
    window.localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs the draft, not the work: the form still holds what was typed.
  }
}

function forget(name: string): void {
  try {
    window.localStorage.removeItem(name);
  } catch {
    // Nothing was kept where nothing can be kept.
  }
}
