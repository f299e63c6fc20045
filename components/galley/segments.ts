import type { ClaimDTO } from '#lib/standing/types.ts';

export type Place = { readonly start: number; readonly end: number };

/** A stretch of one block that the same claims cover and one sentence holds. */
export type Segment = Place & {
  /** Claims that cover it, the widest first: each is drawn inside the one before. */
  readonly claims: readonly PlacedClaim[];
  /** Index of its sentence in the revision, or -1 between sentences. */
  readonly sentence: number;
  /** Somebody speaks of it. */
  readonly isTalk: boolean;
};

/** Claims with a place, as the galley draws them. */
export type PlacedClaim = ClaimDTO & Place;
export const isPlaced = (claim: ClaimDTO): claim is PlacedClaim => claim.start !== null && claim.end !== null;

/** Cuts a block at every end of a claim or a sentence. O(n log n) in what the block holds. */
export function segmentsOf(
  block: Place,
  claims: readonly PlacedClaim[],
  sentences: readonly Place[],
  firstSentence: number,
  talk: readonly Place[] = [],
): Segment[] {
  const cuts = new Set([block.start, block.end]);
  for (const item of [...claims, ...sentences, ...talk]) {
    for (const at of [item.start, item.end]) if (at > block.start && at < block.end) cuts.add(at);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? block.end;
    const sentence = sentences.findIndex((item) => item.start <= start && end <= item.end);
    return {
      start,
      end,
      claims: claims
        .filter((claim) => claim.start <= start && end <= claim.end)
        .sort((a, b) => b.end - b.start - (a.end - a.start) || a.number - b.number),
      sentence: sentence === -1 ? -1 : firstSentence + sentence,
      isTalk: talk.some((item) => item.start <= start && end <= item.end),
    };
  });
}

/**
 * A line of its own for each of the claims that overlap: the same depth through all of a claim's segments, and never
 * the same depth for two claims that meet. The one in hand leads: its line is the first, next to the words. Greedy colouring
 * of intervals in order of their start.
 */
export function lineDepths(claims: readonly PlacedClaim[], inHand: string | null = null): Map<string, number> {
  const depths = new Map<string, number>();
  const lines: PlacedClaim[][] = [];
  const inOrder = [...claims].sort(
    (a, b) => Number(b.id === inHand) - Number(a.id === inHand) || a.start - b.start || b.end - a.end,
  );
  for (const claim of inOrder) {
    let depth = lines.findIndex((line) => !line.some((other) => other.start < claim.end && claim.start < other.end));
    if (depth === -1) depth = lines.length;
    lines[depth] = [...(lines[depth] ?? []), claim];
    depths.set(claim.id, depth);
  }
  return depths;
}

/** The index of the item that holds a place, or of the last one before it; -1 where all are later. Items in order. */
export function indexAt(items: readonly Place[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
