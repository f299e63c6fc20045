/**
 * Which sentence of one revision is which sentence of the next. Sentences are compared by their folded text; what is not
 * the same is never aligned here, and neither is what nobody could tell apart.
 */
export type Alignment = {
  /** For every sentence of the old text, its index in the new one, or -1. */
  readonly toNew: Int32Array;
  /** For every sentence of the new text, its index in the old one, or -1. */
  readonly toOld: Int32Array;
  /** For every sentence of the old text, 1 where it was found but not in the order of the others. */
  readonly moved: Uint8Array;
  /** For every sentence of the old text, 1 where it stands in the new one and nothing tells at which of several places. */
  readonly unsure: Uint8Array;
  /** For every sentence of the old text, 1 where it stands more than once in either text. */
  readonly repeated: Uint8Array;
};

type Pair = readonly [number, number];
type Work = { readonly a: Int32Array; readonly b: Int32Array; readonly toNew: Int32Array; readonly toOld: Int32Array };

/** Each round can only make more certain; what is still open after a few is told apart by nothing. */
const ROUNDS = 4;

/**
 * A sentence that stands once in both texts is itself, wherever it stands. Of repeated ones, in rounds: what stands once
 * on both sides between two neighbours that kept their order (patience diff), then what its neighbours on both sides point
 * to, or on one side where no other could be meant; last, what is the only one left. A tie aligns nothing. O(n log n) in the number of sentences.
 */
export function alignSentences(before: readonly string[], after: readonly string[]): Alignment {
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const work: Work = {
    a: Int32Array.from(before, numberOf),
    b: Int32Array.from(after, numberOf),
    toNew: new Int32Array(before.length).fill(-1),
    toOld: new Int32Array(after.length).fill(-1),
  };
  joinOnly(work, new Int32Array(before.length), new Int32Array(after.length));
  for (let round = 0, isChanging = true; isChanging && round < ROUNDS; round++) {
    const inGaps = joinOnly(work, ...gapsOf(work));
    const byNeighbours = joinByNeighbours(work, ...gapsOf(work));
    isChanging = inGaps || byNeighbours;
  }
  // All its twins are found: the one that is left is the one that is left.
  joinOnly(work, new Int32Array(before.length), new Int32Array(after.length));
  const moved = Uint8Array.from(work.toNew, (j) => (j === -1 ? 0 : 1));
  for (const [i] of keptOrder(work)) moved[i] = 0;
  const left = new Set(work.b.filter((_, j) => work.toOld[j] === -1));
  const unsure = work.a.map((key, i) => (work.toNew[i] === -1 && left.has(key) ? 1 : 0));
  const [inA, inB] = [timesOf(work.a, numbers.size), timesOf(work.b, numbers.size)];
  const repeated = Uint8Array.from(work.a, (key) => ((inA[key] ?? 0) > 1 || (inB[key] ?? 0) > 1 ? 1 : 0));
  return { toNew: work.toNew, toOld: work.toOld, moved, unsure: Uint8Array.from(unsure), repeated };
}

function timesOf(keys: Int32Array, size: number): Int32Array {
  const times = new Int32Array(size);
  for (const key of keys) times[key] = (times[key] ?? 0) + 1;
  return times;
}

function join({ toNew, toOld }: Work, i: number, j: number): void {
  toNew[i] = j;
  toOld[j] = i;
}

/** The aligned sentences that kept their order. */
function keptOrder({ toNew }: Work): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < toNew.length; i++) {
    const j = toNew[i] ?? -1;
    if (j !== -1) pairs.push([i, j]);
  }
  return longestRising(pairs);
}

/** For every sentence on both sides, how many that kept their order stand before it: the gap it is in. */
function gapsOf(work: Work): [Int32Array, Int32Array] {
  const gapA = new Int32Array(work.a.length);
  const gapB = new Int32Array(work.b.length);
  for (const [i, j] of keptOrder(work)) {
    gapA[i] = 1;
    gapB[j] = 1;
  }
  const sum = (gaps: Int32Array) => {
    for (let i = 1; i < gaps.length; i++) gaps[i] = (gaps[i] ?? 0) + (gaps[i - 1] ?? 0);
  };
  sum(gapA);
  sum(gapB);
  return [gapA, gapB];
}

/** How often each sentence that is not aligned yet stands in each gap, and the last place where it does. */
function countFree(
  keys: Int32Array,
  other: Int32Array,
  gaps: Int32Array,
  cellOf: (key: number, gap: number) => number,
) {
  const found = new Map<number, { count: number; at: number }>();
  for (let i = 0; i < keys.length; i++) {
    if (other[i] !== -1) continue;
    const cell = cellOf(keys[i] ?? 0, gaps[i] ?? 0);
    const item = found.get(cell);
    if (item) {
      item.count++;
      item.at = i;
    } else found.set(cell, { count: 1, at: i });
  }
  return found;
}

const cells = ({ a, b }: Work) => {
  const width = a.length + b.length;
  return (key: number, gap: number) => gap * width + key;
};

/** Joins what stands once on both sides of a gap. */
function joinOnly(work: Work, gapA: Int32Array, gapB: Int32Array): boolean {
  const cellOf = cells(work);
  const inB = countFree(work.b, work.toOld, gapB, cellOf);
  let isChanging = false;
  for (const [cell, { count, at }] of countFree(work.a, work.toNew, gapA, cellOf)) {
    const there = inB.get(cell);
    if (count !== 1 || there?.count !== 1) continue;
    join(work, at, there.at);
    isChanging = true;
  }
  return isChanging;
}

/**
 * Joins repeated sentences by their neighbours: whoever follows an aligned sentence (or one that itself follows) in both
 * texts points to its like, and so does whoever goes before. The texts' ends count as neighbours.
 */
function joinByNeighbours(work: Work, gapA: Int32Array, gapB: Int32Array): boolean {
  const { a, b, toNew, toOld } = work;
  const follows = new Int32Array(a.length).fill(-1);
  const precedes = new Int32Array(a.length).fill(-1);
  const point = (into: Int32Array, i: number, step: 1 | -1) => {
    const side = i - step;
    const end = step === 1 ? -1 : b.length;
    const beside = side < 0 || side >= a.length ? end : toNew[side] !== -1 ? (toNew[side] ?? -1) : into[side];
    const isPointless = beside === undefined || (beside === -1 && !(side < 0 && step === 1));
    const j = isPointless ? -1 : beside + step;
    if (toNew[i] === -1 && j >= 0 && j < b.length && toOld[j] === -1 && a[i] === b[j]) into[i] = j;
  };
  for (let i = 0; i < a.length; i++) point(follows, i, 1);
  for (let i = a.length - 1; i >= 0; i--) point(precedes, i, -1);

  const pointers = new Uint8Array(b.length);
  for (let i = 0; i < a.length; i++) {
    const [j, k] = [follows[i] ?? -1, precedes[i] ?? -1];
    if (j !== -1) pointers[j] = Math.min(2, (pointers[j] ?? 0) + 1);
    if (k !== -1 && k !== j) pointers[k] = Math.min(2, (pointers[k] ?? 0) + 1);
  }
  const cellOf = cells(work);
  const nowhere = new Int32Array(Math.max(a.length, b.length));
  const freeA = countFree(a, toNew, gapA, cellOf);
  const freeB = countFree(b, toOld, gapB, cellOf);
  const leftA = countFree(a, toNew, nowhere, cellOf);
  const leftB = countFree(b, toOld, nowhere, cellOf);
  const joined: Pair[] = [];
  for (let i = 0; i < a.length; i++) {
    const [j, k] = [follows[i] ?? -1, precedes[i] ?? -1];
    const to = j === -1 ? k : j;
    if (to === -1 || (j !== -1 && k !== -1 && j !== k) || pointers[to] !== 1) continue;
    const key = a[i] ?? 0;
    const here = cellOf(key, gapA[i] ?? 0);
    const isAsMany = gapA[i] === gapB[to] && freeA.get(here)?.count === freeB.get(here)?.count;
    const isLast = leftA.get(cellOf(key, 0))?.count === 1 && leftB.get(cellOf(key, 0))?.count === 1;
    if (j === k || isAsMany || isLast) joined.push([i, to]);
  }
  for (const [i, to] of joined) join(work, i, to);
  return joined.length > 0;
}

/** The longest run of pairs that rises on both sides; pairs come in the order of the first. O(n log n). */
export function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const back = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, b], i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    back[i] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = i;
  });
  const run: Pair[] = [];
  for (let i = tails.at(-1) ?? -1; i !== -1; i = back[i] ?? -1) {
    const pair = pairs[i];
    if (pair) run.push(pair);
  }
  return run.reverse();
}
