'use client';

import { useSyncExternalStore } from 'react';
import { parseTheme, type Theme, themeCookie } from './theme.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): Theme {
  return parseTheme(document.documentElement.dataset.theme);
}

/** Changes the paper at once and keeps the choice for the next page. */
export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // The Cookie Store is missing where Stet runs without https, so the plain cookie it is.
  Object.assign(document, { cookie: `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax` });
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current, () => 'system');
}
