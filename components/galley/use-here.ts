'use client';

import { useEffect } from 'react';
import { useShellFrame } from '#components/shell/use-shell-frame.ts';
import type { HereDTO } from '#lib/live/types.ts';
import type { Store } from './store.ts';
import { useStore } from './store-context.tsx';
import { takeHere } from './use-live-bench.ts';

/** A place is renewed so often, and a step is told after so long: nobody needs to see each of a walk. */
const RENEW_MS = 10_000;
const STEP_MS = 400;
/** A verdict is being written until so long after the last key. */
const WRITING_MS = 8_000;
/** A window that has been out of sight for so long is nobody's. Browsers let its clocks go slow soon after. */
const OUT_OF_SIGHT_MS = 4 * 60_000;

/** Tells the others that one is here, and on which claim, and learns who else is. */
export function useHere(): void {
  const store = useStore();
  const person = useShellFrame()?.actor.id;
  useEffect(() => {
    if (person === undefined) return;
    return sayWhere(store);
  }, [store, person]);
}

function sayWhere(store: Store): () => void {
  const tab = crypto.getRandomValues(new Uint8Array(16));
  const name = uuidOf(tab);
  let said = '';
  let timer = 0;
  let hiddenSince: number | null = document.visibilityState === 'hidden' ? performance.now() : null;

  const place = () => {
    const { bench, selectedId, wrote } = store.get();
    const writes =
      bench.article.mode === 'open' && wrote?.claimId === selectedId && performance.now() - wrote.at < WRITING_MS;
    return JSON.stringify({ tab: name, articleId: bench.article.id, claimId: selectedId, writes });
  };

  async function say(): Promise<void> {
    timer = window.setTimeout(say, RENEW_MS);
    if (hiddenSince !== null && performance.now() - hiddenSince > OUT_OF_SIGHT_MS) return;
    said = place();
    const response = await fetch('/api/live/here', { method: 'POST', body: said }).catch(() => null);
    if (response?.ok) takeHere(store, (await response.json()) as HereDTO);
  }

  const step = () => {
    if (place() === said) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(say, STEP_MS);
  };
  const leave = () => {
    const gone = { tab: name, articleId: null, claimId: null, writes: false };
    navigator.sendBeacon('/api/live/here', JSON.stringify(gone));
  };
  const look = () => {
    hiddenSince = document.visibilityState === 'hidden' ? performance.now() : null;
    if (hiddenSince !== null) return;
    window.clearTimeout(timer);
    void say();
  };

  timer = window.setTimeout(say, STEP_MS);
  const stop = store.subscribe(step);
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', look);
  return () => {
    window.clearTimeout(timer);
    stop();
    window.removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', look);
    leave();
  };
}

/** Sixteen random bytes as a UUID: `crypto.randomUUID` is only there over https. */
function uuidOf(bytes: Uint8Array): string {
  const set = bytes.map((byte, i) => (i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte));
  const hex = [...set].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
