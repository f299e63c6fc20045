/**
 * What is about to open or to close. Between the press that opens a window or a field and the moment the focus is in it,
 * and between a window's end and the moment the focus is back, nobody can know what a key is meant for: it is no command
 * then. Whoever opens something says so here; the shell's listener, which alone makes commands of keys, asks.
 */
export type Waiting = 'opening' | 'closing';

type Wait = { readonly kind: Waiting; readonly cancel: (() => void) | undefined };

// It belongs to the browser tab; on the server it is never written.
const waits = new Set<Wait>();
const listeners = new Set<() => void>();

/** A window over the page, or a question in it: what has the keys for itself once the focus is inside. */
export const WINDOW = '[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"],[data-question]';

/** What keys have to wait for now: a window or field that opens before one that closes; null where nothing. */
export function waiting(): Waiting | null {
  const kinds = [...waits].map((wait) => wait.kind);
  return kinds.includes('opening') ? 'opening' : (kinds[0] ?? null);
}

/** Begins a wait and returns how to end it. `cancel` is what Escape does to something that is only opening. */
export function startWait(kind: Waiting, cancel?: () => void): () => void {
  const wait = { kind, cancel };
  waits.add(wait);
  return () => end([wait]);
}

/** Ends the waits that an arriving focus ends: every closing, and where it came into a window every opening too. */
export function focusArrived(target: Element): void {
  const isInWindow = target.closest(WINDOW) !== null;
  end([...waits].filter((wait) => wait.kind === 'closing' || isInWindow));
}

/** Calls off what is opening, where that can be called off; what cannot be comes all the same, and is waited for. */
export function cancelOpening(): void {
  const called = [...waits].filter((wait) => wait.kind === 'opening' && wait.cancel !== undefined);
  for (const wait of called) wait.cancel?.();
  end(called);
}

function end(ended: readonly Wait[]): void {
  const had = ended.filter((wait) => waits.delete(wait));
  // Not at once: what has been loaded ends one wait and begins its own in the same drawing.
  if (had.length > 0) queueMicrotask(tell);
}

function tell(): void {
  if (waiting() === null) for (const listener of listeners) listener();
}

/** Hears when nothing is waited for any more; returns how to stop. */
export function onWaitsOver(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
