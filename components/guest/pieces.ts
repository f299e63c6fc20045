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

/** Questions in the order in which they were first shown, by their ids; what has come since stands after them, so that nothing moves under who writes. */
export const inPlace = <T extends { readonly id: string }>(order: readonly string[], questions: readonly T[]): T[] => {
  const place = ({ id }: T) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...questions].sort((a, b) => place(a) - place(b));
};

/** A key for each paragraph that it keeps while others come and go around it: its words, and how often they stood there before. */
export function keysOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return texts.map((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    return `${count} ${text}`;
  });
}

/** Under which key a guest's answer is kept while it is written. */
export const answerKey = (linkId: string, queryId: string): string => `guest:${linkId}:${queryId}`;
