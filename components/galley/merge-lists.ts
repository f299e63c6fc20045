import { isSame } from './conflict.ts';

/**
 * Both changes of a list in one, item by item: what each has changed, added or taken away, where the other has left that item as it was; null where
 * both have changed one item, and not to the same, or where two items of one list go by one key. Items are told apart by `keyOf`; the order is the saved one's, what only the
 * writer has comes last.
 */
export function mergeLists<T>(
  base: readonly T[],
  mine: readonly T[],
  saved: readonly T[],
  keyOf: (item: T) => string,
): T[] | null {
  const [was, own, now] = [base, mine, saved].map((list) => new Map(list.map((item) => [keyOf(item), item])));
  if (was?.size !== base.length || own?.size !== mine.length || now?.size !== saved.length) return null;
  const merged: T[] = [];
  for (const key of new Set([...saved, ...mine].map(keyOf))) {
    const [before, typed, stands] = [was?.get(key), own?.get(key), now?.get(key)];
    const isFree = isSame(typed, before) || isSame(typed, stands);
    if (!isFree && !isSame(stands, before)) return null;
    const item = isFree ? stands : typed;
    if (item !== undefined) merged.push(item);
  }
  return merged;
}
