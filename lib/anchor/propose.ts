import { placesOfWord, type Words } from './words.ts';

/** Words from index `start` to before `end` of a row of words. */
export type Stretch = { readonly words: Words; readonly start: number; readonly end: number };

/** A sentence of the new text that may be an old one rewritten. */
export type Likely = {
  readonly unit: number;
  /** Pairs of word indexes, old and new, that the two have in common in the same order. */
  readonly common: readonly (readonly [number, number])[];
  /** No other sentence is nearly as like. */
  readonly isSure: boolean;
};

/** Of the words of both, how many they must share: below this they are two sentences, not one that was rewritten. */
const LIKE_ENOUGH = 0.4;
/** How much more like the old sentence than any other. */
const AHEAD = 0.1;
/** What standing between the same neighbours counts for. */
const IN_PLACE = 0.15;
/** Longer sentences are not compared: the work grows with the square. */
const LONGEST = 400;
/** Words that stand more often say nothing of which sentence it is. */
const COMMON = 40;
const CANDIDATES = 4;

/**
 * The sentence of the new text most like an old one, of those that may count: the few that share the most rare words with
 * it are compared word by word. Bounded work for a sentence, whatever the length of the text.
 */
export function likeliest(
  old: Stretch,
  words: Words,
  mayCount: (unit: number) => boolean,
  isInPlace: (unit: number) => boolean,
  rangeOf: (unit: number) => { start: number; end: number },
): Likely | null {
  if (old.end - old.start > LONGEST) return null;
  const votes = new Map<number, number>();
  for (const id of new Set(old.words.ids.subarray(old.start, old.end))) {
    const places = placesOfWord(words, id);
    if (places.length > COMMON) continue;
    for (const place of places) {
      const unit = words.units[place] ?? 0;
      if (mayCount(unit)) votes.set(unit, (votes.get(unit) ?? 0) + 1 / places.length);
    }
  }
  const scored = [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .flatMap(([unit]) => {
      const { start, end } = rangeOf(unit);
      if (end - start > LONGEST) return [];
      const common = commonRun(old, { words, start, end });
      const score = (2 * common.length) / (end - start + old.end - old.start);
      return [{ unit, common, score: score + (isInPlace(unit) ? IN_PLACE : 0) }];
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score < LIKE_ENOUGH) return null;
  return { unit: best.unit, common: best.common, isSure: (second?.score ?? 0) < best.score - AHEAD };
}

/** The longest run of words that two sentences have in common, not necessarily next to each other. */
function commonRun(a: Stretch, b: Stretch): (readonly [number, number])[] {
  const [height, width] = [a.end - a.start, b.end - b.start + 1];
  const table = new Uint16Array((height + 1) * width);
  const isSame = (i: number, j: number) => {
    const id = a.words.ids[a.start + i] ?? -1;
    return id >= 0 && id === b.words.ids[b.start + j];
  };
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 2; j >= 0; j--) {
      table[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < height && j < width - 1; ) {
    if (isSame(i, j)) pairs.push([a.start + i++, b.start + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/**
 * The part of a rewritten sentence that some of its old words became: from the first to the last of them that is still
 * there, and as many new words at either end as were replaced there. Null where fewer than half are still there.
 */
export function becameOf(
  likely: Likely,
  claim: { start: number; end: number },
  unit: { start: number; end: number },
): { start: number; end: number } | null {
  const inside = likely.common.filter(([i]) => i >= claim.start && i < claim.end);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || inside.length * 2 < claim.end - claim.start) return null;
  const before = likely.common.findLast(([i]) => i < claim.start)?.[1] ?? unit.start - 1;
  const after = likely.common.find(([i]) => i >= claim.end)?.[1] ?? unit.end;
  return {
    start: Math.max(before + 1, first[1] - (first[0] - claim.start)),
    end: Math.min(after, last[1] + (claim.end - last[0])),
  };
}
