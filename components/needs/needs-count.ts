import type { NeedCountDTO } from '#lib/needs/types.ts';

/** What this window knows of how much needs its person, whatever page it shows. */
let known: NeedCountDTO | null = null;
let asked = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();

/** What has just been heard holds for so long; milliseconds. */
const FRESH_MS = 5_000;

export const needsCount = (): NeedCountDTO | null => known;

export function onNeedsCount(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A page has read it itself. */
export function tellNeedsCount(count: NeedCountDTO): void {
  asked = performance.now();
  if (known?.count === count.count && known.more === count.more) return;
  known = count;
  for (const listener of listeners) listener();
}

/** Asks the server. Where it cannot be asked, what was known stays. */
export async function askNeedsCount(): Promise<void> {
  asked = performance.now();
  const response = await fetch('/api/needs', { cache: 'no-store' });
  if (response.ok) tellNeedsCount((await response.json()) as NeedCountDTO);
}

export const isFresh = (): boolean => performance.now() - asked < FRESH_MS;
