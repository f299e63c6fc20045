import { figuresIn } from '#lib/sources/rules-working.ts';
import type { DocumentBlock, Stretch } from './document.ts';
import type { Shown } from './stretch.ts';

/** A figure in a text that is shown; `column` is the cell's, null outside of tables. */
export type Spot = Stretch & { readonly column: number | null; readonly words: string };

/** Every figure of a text that is shown, in its order. */
export const spotsOf = ({ text, blocks }: Shown): Spot[] => blocks.flatMap((block) => spotsIn(text, block));

function spotsIn(text: string, block: DocumentBlock): Spot[] {
  if (block.kind === 'text') return figuresOf(text, block, null);
  return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => figuresOf(text, cell, cell.column)));
}

const figuresOf = (text: string, { start, end }: Stretch, column: number | null): Spot[] =>
  figuresIn(text.slice(start, end)).map((found) => ({
    start: start + found.start,
    end: start + found.end,
    column,
    words: found.figure.words,
  }));

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The figure beside one: in a table above and below it in its column, else before and after it; the same where there is none. */
export function spotBeside(spots: readonly Spot[], from: Spot, to: Direction): Spot {
  const at = spots.findIndex(({ start }) => start === from.start);
  const isBack = to === 'left' || to === 'up';
  const rest = isBack ? spots.slice(0, Math.max(0, at)).reverse() : spots.slice(at + 1);
  const inColumn = (to === 'up' || to === 'down') && from.column !== null;
  return (inColumn ? rest.find(({ column }) => column === from.column) : undefined) ?? rest[0] ?? from;
}

/** The figure at an offset, within its cell too; null where there is none. */
export function spotAt(spots: readonly Spot[], { blocks }: Shown, at: number): Spot | null {
  const own = spots.find(({ start, end }) => start <= at && at <= end);
  if (own) return own;
  const cell = blocks
    .filter((block) => block.kind === 'table')
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .find(({ start, end }) => start <= at && at <= end);
  return (cell && spots.find(({ start, end }) => start >= cell.start && end <= cell.end)) ?? null;
}

/** The figure to begin at: the first within a stretch, else the first after it. */
export const firstSpot = (spots: readonly Spot[], from: Stretch | null): Spot | null =>
  spots.find(({ start }) => start >= (from?.start ?? 0)) ?? spots[0] ?? null;
