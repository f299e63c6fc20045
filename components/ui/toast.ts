/** A short note about what just happened, with at most one deed (mostly "Undo"). */
export interface Note {
  readonly text: string;
  readonly tone?: 'plain' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface LiveNote extends Note {
  readonly id: number;
}

let notes: readonly LiveNote[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly LiveNote[]): void {
  notes = next;
  for (const listener of listeners) listener();
}

/** Shows a note and says it to screen readers. A note that tells of a failure stays until it is closed. */
export function toast(note: Note | string): number {
  last += 1;
  // Whoever works fast should not bury the page: what only told of the deed before makes room, and of the others two stay.
  const kept = notes.filter((before) => before.tone === 'bad' || before.action !== undefined);
  change([...kept.slice(-2), { id: last, ...(typeof note === 'string' ? { text: note } : note) }]);
  return last;
}

export function closeToast(id: number): void {
  change(notes.filter((note) => note.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly LiveNote[] {
  return notes;
}
