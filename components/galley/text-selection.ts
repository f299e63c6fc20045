export type Span = { readonly start: number; readonly end: number };
type Place = Span;

/**
 * The article's own words that are selected in the galley, in UTF-16 code units; null where none are. Every stretch of
 * text in the galley carries its place in `data-at`; marks and numbers beside it carry none and do not count.
 */
export function selectedPlace(galley: HTMLElement): Place | null {
  const selection = galley.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!galley.contains(range.commonAncestorContainer)) return null;
  const start = offsetAt(range.startContainer, range.startOffset, galley, 'start');
  const end = offsetAt(range.endContainer, range.endOffset, galley, 'end');
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** The text's offset at a point of the page; for a point between texts, that of the nearest text inwards. */
function offsetAt(node: Node, offset: number, galley: HTMLElement, side: 'start' | 'end'): number | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const holder = node.parentElement?.closest<HTMLElement>('[data-at]');
    if (holder) return Number(holder.dataset.at) + offset;
  }
  const point = galley.ownerDocument.createRange();
  point.setStart(node, offset);
  point.collapse(true);
  const holders = [...galley.querySelectorAll<HTMLElement>('[data-at]')];
  if (side === 'start') {
    const after = holders.find((holder) => point.comparePoint(holder, 0) >= 0);
    return after ? Number(after.dataset.at) : null;
  }
  const before = holders.findLast((holder) => point.comparePoint(holder, 0) < 0);
  return before ? Number(before.dataset.at) + (before.textContent?.length ?? 0) : null;
}

const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Where words begin (`start`) or end (`end`) in a block. Looks at the block alone, so that a long article costs nothing. */
const edgesOf = (text: string, block: Place, side: 'start' | 'end'): number[] =>
  [...words.segment(text.slice(block.start, block.end))]
    .filter((part) => part.isWordLike)
    .map((part) => block.start + part.index + (side === 'end' ? part.segment.length : 0));

/** The next beginning or end of a word from a place, forwards or back, within a block; the place itself where none is. */
export function stepWord(text: string, block: Place, at: number, direction: 1 | -1, side: 'start' | 'end'): number {
  const edges = edgesOf(text, block, side);
  if (direction === 1) return edges.find((edge) => edge > at) ?? at;
  return edges.findLast((edge) => edge < at) ?? at;
}

/** The beginning or end of a word nearest to a place within a block; the place itself where the block has no words. */
export function nearestWord(text: string, block: Place, at: number, side: 'start' | 'end'): number {
  let nearest: number | null = null;
  for (const edge of edgesOf(text, block, side))
    if (nearest === null || Math.abs(edge - at) < Math.abs(nearest - at)) nearest = edge;
  return nearest ?? at;
}

/** The text's offset under a point of the window; null where the point is not on the article's own words. */
export function placeAtPoint(x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  const range = caret ? null : document.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? range?.startContainer;
  const offset = caret?.offset ?? range?.startOffset ?? 0;
  if (node?.nodeType !== Node.TEXT_NODE) return null;
  const holder = node.parentElement?.closest<HTMLElement>('[data-at]');
  return holder ? Number(holder.dataset.at) + offset : null;
}

type Text = { readonly text: string; readonly blocks: readonly Place[]; readonly sentences: readonly Place[] };

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The sentence that shares the most words with those given: where somebody looks first for words that are gone. */
export function likeliestPlace({ text, sentences }: Text, lost: string): Place {
  const known = new Set(wordsIn(lost));
  let best: Place = sentences[0] ?? { start: 0, end: text.length };
  let most = 0;
  for (const sentence of sentences) {
    const own = new Set(wordsIn(text.slice(sentence.start, sentence.end)));
    const shared = [...own].filter((word) => known.has(word)).length / (own.size + known.size);
    if (shared > most) [best, most] = [sentence, shared];
  }
  return best;
}

/** The first word of a stretch; the stretch itself where it has none. */
export function firstWord(text: string, place: Place): Place {
  const start = edgesOf(text, place, 'start')[0];
  const end = edgesOf(text, place, 'end')[0];
  return start === undefined || end === undefined ? place : { start, end };
}

/** The word before or after the one that a stretch begins with, over the end of its block where need be. */
export function wordBeside({ text, blocks }: Text, at: Place, direction: 1 | -1): Place {
  for (let i = blocks.findLastIndex((block) => block.start <= at.start); i >= 0 && i < blocks.length; i += direction) {
    const block = blocks[i];
    if (!block) break;
    const starts = edgesOf(text, block, 'start');
    const start = direction === 1 ? starts.find((edge) => edge > at.start) : starts.findLast((edge) => edge < at.start);
    if (start === undefined) continue;
    const end = edgesOf(text, block, 'end').find((edge) => edge > start) ?? block.end;
    return { start, end };
  }
  return at;
}
