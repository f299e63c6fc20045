'use client';

import { useEffect } from 'react';
import { listen } from './key-listener.ts';

/** Listens for the whole page; once per app, in CommandHost. */
export function useShortcuts(): void {
  useEffect(listen, []);
}
