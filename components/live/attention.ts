/** A page at which nobody has done anything for so long is nobody's: it asks for nothing until somebody is there again. */
const ASLEEP_MS = 60 * 60 * 1000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

let last = 0;
const listeners = new Set<() => void>();

function note(): void {
  const was = isAttended();
  last = performance.now();
  if (!was && isAttended()) for (const listener of [...listeners]) listener();
}

/** Whether somebody looks at this page. */
export const isAttended = (): boolean => document.visibilityState === 'visible' && performance.now() - last < ASLEEP_MS;

/** Calls when somebody looks again. */
export function onAttended(listener: () => void): () => void {
  if (listeners.size === 0) {
    last = performance.now();
    for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true });
    document.addEventListener('visibilitychange', seen);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true });
    document.removeEventListener('visibilitychange', seen);
  };
}

function seen(): void {
  if (document.visibilityState !== 'visible') return;
  last = performance.now();
  for (const listener of [...listeners]) listener();
}
