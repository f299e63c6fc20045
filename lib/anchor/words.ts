import { foldWithMap, type Span } from './fold.ts';

/** A number, a name or any other word as it is written, or one mark. What a mark joins inside ("4.5", "2010-14", "don't") is one. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:[.,']|(?<=\p{N})-(?=\p{N}))[\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu;

/** Between words that do not stand next to one another in the text. */
const BREAK = -1;

/** Where each word stands, by its number. */
export type Places = {
  /** For every word number, where its places begin in `places`; one more entry for the end. */
  readonly offsets: Int32Array;
  readonly places: Int32Array;
};

/** The words of some sentences of a text, folded, in order, each as a number that stands for the same word in both texts. */
export type Words = Places & {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The sentence each word is in. */
  readonly units: Int32Array;
};

/** Words by their folded spelling; one for both texts. */
export type Dictionary = Map<string, number>;

/** Reads the words of the sentences that are asked for. Linear in them. */
export function wordsOf(
  text: string,
  units: readonly Span[],
  isWanted: (unit: number) => boolean,
  dictionary: Dictionary,
): Words {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const home: number[] = [];
  const push = (id: number, start: number, end: number, unit: number) => {
    ids.push(id);
    starts.push(start);
    ends.push(end);
    home.push(unit);
  };
  units.forEach((unit, u) => {
    if (!isWanted(u)) return;
    if (home.length > 0 && home.at(-1) !== u - 1) push(BREAK, unit.start, unit.start, u);
    const folded = foldWithMap(text, unit.start, unit.end);
    for (const match of folded.text.matchAll(WORD)) {
      const id = dictionary.get(match[0]) ?? dictionary.size;
      if (id === dictionary.size) dictionary.set(match[0], id);
      push(id, folded.starts[match.index] ?? 0, folded.ends[match.index + match[0].length - 1] ?? 0, u);
    }
  });
  return {
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    units: Int32Array.from(home),
    ...placesOf(ids, dictionary.size),
  };
}

/** Where each word stands, one row of places for each word, one after the other. */
export function placesOf(ids: readonly number[], size: number): Places {
  const offsets = new Int32Array(size + 1);
  for (const id of ids) if (id !== BREAK) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1;
  for (let id = 0; id < size; id++) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0);
  const next = offsets.slice();
  const places = new Int32Array(offsets[size] ?? 0);
  ids.forEach((id, i) => {
    if (id === BREAK) return;
    const at = next[id] ?? 0;
    places[at] = i;
    next[id] = at + 1;
  });
  return { offsets, places };
}

/** The places of one word, in order. */
export const placesOfWord = (words: Places, id: number): Int32Array =>
  id < 0 || id + 1 >= words.offsets.length
    ? new Int32Array(0)
    : words.places.subarray(words.offsets[id] ?? 0, words.offsets[id + 1] ?? 0);

/** The words that lie wholly inside a stretch: from the first to after the last, as indexes. */
export function wordsInside(words: Words, span: Span): Span {
  const start = lowerBound(words.starts, span.start);
  let end = start;
  while (end < words.ids.length && (words.ends[end] ?? 0) <= span.end) end++;
  while (end > start && words.ids[end - 1] === BREAK) end--;
  const isBreak = words.ids[start] === BREAK;
  return { start: isBreak ? start + 1 : start, end };
}

/** Where a run of words stands one after the other, as indexes of its first word; at most `most` places that may count. */
export function findRun(
  run: Int32Array,
  words: Places & Pick<Words, 'ids'>,
  mayCount: (at: number) => boolean,
  most: number,
): number[] {
  let rare = 0;
  let places = placesOfWord(words, run[0] ?? BREAK);
  for (let k = 1; k < run.length; k++) {
    const others = placesOfWord(words, run[k] ?? BREAK);
    if (others.length < places.length) [rare, places] = [k, others];
  }
  const found: number[] = [];
  for (const place of places) {
    const at = place - rare;
    if (at < 0 || !run.every((id, k) => words.ids[at + k] === id) || !mayCount(at)) continue;
    found.push(at);
    if (found.length === most) break;
  }
  return found;
}

/** The first index whose value is at least so much, in a rising row. */
export function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
