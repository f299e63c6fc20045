/** A stretch of a text, in UTF-16 code units, half-open. */
export type Stretch = { readonly start: number; readonly end: number };

/** The first block that ends after a place of the text; the number of blocks where none does. Blocks are in order and do not overlap. */
export function blockAt(blocks: readonly Stretch[], place: number): number {
  return firstWhere(blocks.length, (at) => (blocks[at]?.end ?? 0) > place);
}

/** The first of so many that is so, where all after it are so too; `count` where none is. */
export function firstWhere(count: number, isSo: (at: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isSo(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
