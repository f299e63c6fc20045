'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { startWait, WINDOW } from './key-waits.ts';

/** While `isWaiting`, a window or field is about to open: keys are no commands until the focus is in it. Escape calls `cancel`. */
export function useKeyWait(isWaiting: boolean, cancel?: () => void): void {
  const latest = useRef(cancel);
  useEffect(() => {
    latest.current = cancel;
  });
  const hasCancel = cancel !== undefined;
  useLayoutEffect(() => {
    if (!isWaiting) return;
    return startWait('opening', hasCancel ? () => latest.current?.() : undefined);
  }, [isWaiting, hasCancel]);
}

/** Stands in for a window whose code is still on its way. */
export function Opening() {
  useKeyWait(true);
  return null;
}

/**
 * Stands in every window: keys wait until the focus has come into it and, when it closes, until the focus is back. Not in
 * the list of a Select or ComboBox, which React Aria also draws while it is closed, to count its options; there the button
 * takes letters itself.
 */
export function WindowKeys() {
  useLayoutEffect(() => {
    const opened = document.activeElement?.closest(WINDOW) ? undefined : startWait('opening');
    return () => {
      opened?.();
      const closed = startWait('closing');
      // A focus that comes back ends it earlier; where none does, the page has had its turn after two frames.
      requestAnimationFrame(() => requestAnimationFrame(closed));
    };
  }, []);
  return null;
}
