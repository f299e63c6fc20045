import type { ReadClaim } from './many-state.ts';
import type { WorkbenchState } from './store.ts';

/** Receipts outlast a reload: whoever has read nineteen claims does not read them again. They hold for the state that was read, which the server asks. */
const keyOf = ({ bench }: WorkbenchState): string => `stet:read:${bench.reader.id}:${bench.article.id}`;

export function keepReads(state: WorkbenchState): void {
  try {
    window.sessionStorage.setItem(keyOf(state), JSON.stringify([...state.many.read]));
  } catch {
    // Storage may be refused or full; then they last as long as the page.
  }
}

export function keptReads(state: WorkbenchState): ReadonlyMap<string, ReadClaim> {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(keyOf(state)) ?? '[]');
    return new Map(Array.isArray(kept) ? kept.filter(isKept) : []);
  } catch {
    return new Map();
  }
}

function isKept(entry: unknown): entry is [string, ReadClaim] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const read: unknown = entry[1];
  return (
    typeof read === 'object' &&
    read !== null &&
    'shown' in read &&
    'receipt' in read &&
    'verdictId' in read &&
    [read.shown, read.receipt, read.verdictId].every((part) => typeof part === 'string')
  );
}
