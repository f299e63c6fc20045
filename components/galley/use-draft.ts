'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const PREFIX = 'stet:draft:';
const WAIT_MS = 250;

export type Draft<T> = {
  readonly draft: T;
  /** The same as it is now, for what comes back from the server: another object with each change. */
  readonly latest: RefObject<T>;
  readonly isDraft: boolean;
  readonly change: (part: Partial<T>) => void;
  /**
   * Forgets it. Where `sent` is given, the draft that was sent, only if nothing was typed since: what came meanwhile stays.
   * False where it stays.
   */
  readonly clear: (sent?: T) => boolean;
};

/**
 * What somebody is typing, kept in the browser until it is sent: it survives a reload, a killed tab, a lost connection
 * and an expired session. `key` names the person, the place and the field. An empty draft leaves nothing behind.
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const name = PREFIX + key;
  const [value, show] = useState<T>(initial);
  const latest = useRef(value);
  // At once, not when it is drawn: what comes back from the server meets the draft as it is then.
  const setValue = useCallback((next: T) => {
    latest.current = next;
    show(next);
  }, []);
  const [isDraft, setIsDraft] = useState(false);
  // Not at once: the server knows of no draft, and the first drawing must be what it drew. It is there before the paint.
  useLayoutEffect(() => {
    const kept = read<T>(name);
    if (!kept) return;
    setValue({ ...latest.current, ...kept });
    setIsDraft(true);
  }, [name, setValue]);
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
      const next = { ...latest.current, ...part };
      if (pending.current) window.clearTimeout(pending.current.timer);
      const write = () => keep(name, next);
      pending.current = { flush: write, timer: window.setTimeout(write, WAIT_MS) };
      setValue(next);
      setIsDraft(true);
    },
    [name, setValue],
  );
  const clear = (sent?: T) => {
    if (sent && sent !== latest.current) return false;
    if (pending.current) window.clearTimeout(pending.current.timer);
    pending.current = null;
    forget(name);
    setValue(initial);
    setIsDraft(false);
    return true;
  };
  return { draft: value, latest, isDraft, change, clear };
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
