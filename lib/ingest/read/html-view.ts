/** Which blocks of a page are its readable part: those that an extract, made of the same page by a library, still holds. */

/** Letters and digits alone: what an extract changes between them says nothing. */
const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** As many letters make a block that is hardly there twice by chance. */
const SURE = 24;

/**
 * For each block of the whole page, whether the extract holds it. Blocks long enough to be themselves are looked for first, in the order of the page;
 * short ones only between two of those.
 */
export function blocksInView(whole: readonly string[], extract: readonly string[]): boolean[] {
  const page = whole.map(bare);
  const kept = extract.map(bare).filter((words) => words !== '');
  const isKept = page.map(() => false);
  const places = new Map<string, number[]>();
  page.forEach((words, i) => {
    if (words.length >= SURE) places.set(words, [...(places.get(words) ?? []), i]);
  });
  let from = 0;
  let gap: string[] = [];
  const fill = (to: number): void => {
    let at = from;
    for (const words of gap) {
      const found = indexIn(page, words, at, to);
      if (found < 0) continue;
      isKept[found] = true;
      at = found + 1;
    }
    gap = [];
  };
  for (const words of kept) {
    const found = places.get(words)?.find((place) => place >= from);
    if (found === undefined) {
      gap.push(words);
      continue;
    }
    fill(found);
    isKept[found] = true;
    from = found + 1;
  }
  fill(Math.min(page.length, from + gap.length + 3));
  return isKept;
}

/** The first block from `from` on that is these words, or that one of the two holds whole. */
function indexIn(page: readonly string[], words: string, from: number, to: number): number {
  for (let i = from; i < to; i += 1) {
    const own = page[i] ?? '';
    if (own === words) return i;
    if (own.length >= SURE && words.length >= SURE && (own.includes(words) || words.includes(own))) return i;
  }
  return -1;
}
