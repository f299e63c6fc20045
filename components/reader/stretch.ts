import type { DocumentBlock, Stretch } from './document.ts';

/*
 * Choosing words of a capture by sentences, rows and words. All offsets are UTF-16 code units of the capture's text; nothing here ever
 * reaches beyond the blocks that are shown.
 */

export type Shown = { readonly text: string; readonly blocks: readonly DocumentBlock[] };

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** A stretch without the blanks at its ends. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  const said = text.slice(start, end);
  const lead = said.length - said.trimStart().length;
  return { start: start + lead, end: start + lead + said.trim().length };
}

/** What a click takes of a block: its rows, or its sentences. */
export function unitsOf(text: string, block: DocumentBlock): readonly Stretch[] {
  if (block.kind === 'table') return block.rows;
  return [...sentences.segment(text.slice(block.start, block.end))]
    .map(({ index, segment }) =>
      trimmed(text, { start: block.start + index, end: block.start + index + segment.length }),
    )
    .filter(({ start, end }) => end > start);
}

/** The block that holds an offset, or the first after it; -1 where none is. */
const blockAt = (blocks: readonly DocumentBlock[], at: number): number => blocks.findIndex(({ end }) => end > at);

/** The sentence or row at an offset. */
export function unitAt({ text, blocks }: Shown, at: number): Stretch | null {
  const block = blocks[blockAt(blocks, at)];
  if (!block) return null;
  const units = unitsOf(text, block);
  return units.find(({ end }) => end > at) ?? units.at(-1) ?? null;
}

/** The sentence or row after a stretch, or before it; null where there is none. Without a stretch, the first or last. */
export function unitBeside({ text, blocks }: Shown, from: Stretch | null, direction: 1 | -1): Stretch | null {
  if (from === null) {
    const block = direction === 1 ? blocks[0] : blocks.at(-1);
    return (block && unitsOf(text, block).at(direction === 1 ? 0 : -1)) ?? null;
  }
  const at =
    direction === 1
      ? blockAt(blocks, Math.max(0, from.end - 1))
      : blocks.findLastIndex(({ start }) => start < from.start || start === from.start);
  for (let i = at; i >= 0 && i < blocks.length; i += direction) {
    const block = blocks[i];
    if (!block) break;
    const units = unitsOf(text, block);
    const found =
      direction === 1 ? units.find(({ start }) => start >= from.end) : units.findLast(({ end }) => end <= from.start);
    if (found) return found;
  }
  return null;
}

/** A stretch with one sentence or row more at its end, or one less; at least the unit that it begins in. */
export function byUnit(shown: Shown, { start, end }: Stretch, direction: 1 | -1): Stretch {
  if (direction === 1) {
    const own = unitAt(shown, Math.max(start, end - 1));
    if (own && own.end > end) return { start, end: own.end };
    return { start, end: unitBeside(shown, { start, end }, 1)?.end ?? end };
  }
  const last = unitAt(shown, Math.max(start, end - 1));
  const before = last && unitBeside(shown, last, -1);
  return before && before.end > start ? { start, end: before.end } : { start, end };
}

type Side = 'start' | 'end';

function edgesIn(text: string, block: DocumentBlock, side: Side): number[] {
  return [...words.segment(text.slice(block.start, block.end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => block.start + index + (side === 'end' ? segment.length : 0));
}

/** A stretch whose start or end has gone on by one word, or back; at least one word stays. */
export function byWord({ text, blocks }: Shown, stretch: Stretch, side: Side, direction: 1 | -1): Stretch {
  const now = stretch[side];
  const at = side === 'start' ? blockAt(blocks, now) : blockAt(blocks, Math.max(0, now - 1));
  for (let i = at; i >= 0 && i < blocks.length; i += direction) {
    const block = blocks[i];
    if (!block) break;
    const edges = edgesIn(text, block, side);
    const next = direction === 1 ? edges.find((edge) => edge > now) : edges.findLast((edge) => edge < now);
    if (next === undefined) continue;
    const moved = { ...stretch, [side]: next };
    return moved.start < moved.end && /[\p{L}\p{N}]/u.test(text.slice(moved.start, moved.end)) ? moved : stretch;
  }
  return stretch;
}

/** A stretch with its ends on whole words. */
export function wholeWords({ text, blocks }: Shown, stretch: Stretch): Stretch {
  const first = blocks[blockAt(blocks, stretch.start)];
  const last = blocks[blockAt(blocks, Math.max(0, stretch.end - 1))];
  const start = first
    ? (edgesIn(text, first, 'start').findLast((edge) => edge <= stretch.start) ?? stretch.start)
    : stretch.start;
  const end = last ? (edgesIn(text, last, 'end').find((edge) => edge >= stretch.end) ?? stretch.end) : stretch.end;
  const cut = trimmed(text, stretch);
  // Between two words nothing has been cut.
  const isCut = (edge: number) => /[\p{L}\p{N}]/u.test(text[edge - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[edge] ?? '');
  return { start: isCut(cut.start) ? start : cut.start, end: isCut(cut.end) ? end : cut.end };
}
