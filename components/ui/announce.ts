type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Says something to screen readers without moving the focus: what changed, and how much is left. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** For the live region alone. */
export function onAnnounce(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
