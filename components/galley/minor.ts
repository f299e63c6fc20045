'use client';

import { isIdleMinor, isLive } from '#lib/standing/rules-coverage.ts';
import { isPlaced, type PlacedClaim } from './segments.ts';
import type { Store, WorkbenchState } from './store.ts';

const KEY = 'stet-minor-claims';

/** Whether this browser has asked to see the claims that matter least. */
export function readsMinor(): boolean {
  try {
    return window.localStorage.getItem(KEY) === 'shown';
  } catch {
    return false;
  }
}

/** Shows or rests the minor claims, now and in this browser from now on. */
export function showMinor(store: Store, isShown: boolean): void {
  store.set({ showsMinor: isShown });
  try {
    window.localStorage.setItem(KEY, isShown ? 'shown' : 'rests');
  } catch {
    // Where nothing can be kept, it holds for as long as the page does.
  }
}

type Asked = Pick<WorkbenchState, 'showsMinor' | 'bench'>;

/** Whether a claim is left unmarked in the text: it is minor, nobody has touched it, and nobody asks for such. */
export const rests = (claim: PlacedClaim, { showsMinor, bench }: Asked): boolean =>
  !showsMinor && !bench.article.minorCounts && isIdleMinor(claim);

type Row = readonly PlacedClaim[];
const calm = new WeakMap<Row, Row>();

/** Of a block's claims those that are marked in its text; the one in hand and those that are taken always are. The same array for the same answer. */
export function markedIn(row: Row, asked: Asked & Pick<WorkbenchState, 'checked'>, inHand: string | null): Row {
  if (!row.some((claim) => rests(claim, asked))) return row;
  const shown = row.filter((claim) => claim.id === inHand || asked.checked.has(claim.id) || !rests(claim, asked));
  const known = calm.get(row);
  if (known?.length === shown.length && known.every((claim, i) => claim === shown[i])) return known;
  calm.set(row, shown);
  return shown;
}

const counts = new WeakMap<WorkbenchState['claims'], number>();

/** How many claims rest, or would if nobody asked for them. Counted once for each change. */
export function countMinor({ claims, bench }: Pick<WorkbenchState, 'claims' | 'bench'>): number {
  const known = counts.get(claims);
  if (known !== undefined) return known;
  const count = [...claims.values()].filter(
    (claim) => isLive(claim) && isPlaced(claim) && rests(claim, { bench, showsMinor: false }),
  ).length;
  counts.set(claims, count);
  return count;
}
