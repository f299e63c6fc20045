import type { GuestQuestionDTO } from '#lib/workbench/types-guest.ts';

type Place = { readonly start: number; readonly end: number };

/** A stretch of one block that the same questions are about; `numbers` of these, and of those that end with it. */
export type GuestPiece = Place & { readonly numbers: readonly number[]; readonly ends: readonly number[] };

/** Cuts a block at the ends of what questions are about. A question's number is its place among all of them, from 1. */
export function guestPieces(block: Place, questions: readonly Pick<GuestQuestionDTO, 'place'>[]): GuestPiece[] {
  const inBlock = questions.flatMap(({ place }, i) =>
    place && place.start < block.end && place.end > block.start ? [{ ...place, number: i + 1 }] : [],
  );
  const edges = inBlock.flatMap(({ start, end }) => [start, end]).filter((at) => at > block.start && at < block.end);
  const cuts = [...new Set([block.start, ...edges, block.end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? block.end;
    return {
      start,
      end,
      numbers: inBlock.filter((place) => place.start <= start && end <= place.end).map(({ number }) => number),
      ends: inBlock.filter((place) => place.end === end).map(({ number }) => number),
    };
  });
}
