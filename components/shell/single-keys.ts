'use client';

import { useSyncExternalStore } from 'react';

const key = 'stet-single-keys';
const listeners = new Set<() => void>();

/** Whether single-key shortcuts are on (WCAG 2.1.4 asks for a way to turn them off). Kept on this device. */
export function singleKeysOn(): boolean {
  return readSetting() !== 'off';
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // Storage may be refused (private windows); then the choice cannot be kept.
  }
  for (const listener of listeners) listener();
}

function readSetting(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, singleKeysOn, () => true);
}
