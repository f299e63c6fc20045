'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { groundOf } from './conflict.ts';

const PREFIX = 'stet:draft:';
/** Where a kept draft says what it was begun from; no field is called so. */
const BASE = 'begun from';
const WAIT_MS = 250;

export type Draft<T> = {
  readonly draft: T;
  /** The same as it is now, for what comes back from the server: another object with each change. */
  readonly latest: RefObject<T>;
  readonly isDraft: boolean;
  /** What was saved when its writer began: the draft's ground. Empty where an older draft does not say. */
  readonly base: Partial<T>;
  /** Puts fields of the draft on another ground: its writer knows what is saved now. */
  readonly rebase: (part: Partial<T>) => void;
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
  const [base, showBase] = useState<Partial<T>>({});
  const ground = useRef<Partial<T> | null>(null);
  const setBase = useCallback((next: Partial<T> | null) => {
    ground.current = next;
    showBase(next ?? {});
  }, []);
  const saved = useRef(initial);
  saved.current = initial;
  // Not at once: the server knows of no draft, and the first drawing must be what it drew. It is there before the paint.
  useLayoutEffect(() => {
    const kept = read<T>(name);
    if (!kept) return;
    setValue({ ...latest.current, ...kept.value });
    setBase(kept.base);
    setIsDraft(true);
  }, [name, setValue, setBase]);
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
  const write = useCallback(
    (next: T, base: Partial<T>) => {
      if (pending.current) window.clearTimeout(pending.current.timer);
      const flush = () => keep(name, { ...next, [BASE]: base });
      pending.current = { flush, timer: window.setTimeout(flush, WAIT_MS) };
      setValue(next);
      setBase(base);
      setIsDraft(true);
    },
    [name, setValue, setBase],
  );
  const change = useCallback(
    (part: Partial<T>) => {
      // It begins from what is saved by now, which may be more than what the page came with.
      const from = ground.current === null ? saved.current : latest.current;
      const base = ground.current === null ? saved.current : groundOf(ground.current, from, saved.current);
      write({ ...from, ...part }, base);
    },
    [write],
  );
  const rebase = useCallback((part: Partial<T>) => write(latest.current, { ...ground.current, ...part }), [write]);
  const clear = (sent?: T) => {
    if (sent && sent !== latest.current) return false;
    if (pending.current) window.clearTimeout(pending.current.timer);
    pending.current = null;
    forget(name);
    setValue(initial);
    setBase(null);
    setIsDraft(false);
    return true;
  };
  return { draft: value, latest, isDraft, base, rebase, change, clear };
}

function read<T extends object>(name: string): { readonly value: Partial<T>; readonly base: Partial<T> } | null {
  try {
    const kept = window.localStorage.getItem(name);
    if (!kept) return null;
    const { [BASE]: base = {}, ...value } = JSON.parse(kept) as Partial<T> & { readonly [BASE]?: Partial<T> };
    return { value: value as Partial<T>, base };
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

/** Whether this browser keeps a draft under the key. */
export const hasDraft = (key: string): boolean => read(PREFIX + key) !== null;

/** Drafts that this browser keeps under a key's beginning, by the rest of the key; fields as they were typed. */
export function draftsUnder(beginning: string): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  try {
    const start = PREFIX + beginning;
    for (const name of Object.keys(window.localStorage)) {
      const kept = name.startsWith(start) ? read<Record<string, unknown>>(name) : null;
      if (kept) found.set(name.slice(start.length), kept.value);
    }
  } catch {
    // Where nothing can be kept there is nothing.
  }
  return found;
}

/** Forgets a draft whose form is there no more. */
export const forgetDraft = (key: string): void => forget(PREFIX + key);
