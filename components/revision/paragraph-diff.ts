import { diffArrays } from 'diff';
import { type DiffPart, wordParts } from '../history/word-parts.ts';

/** One paragraph of the comparison. */
export type DiffRow = {
  readonly kind: 'same' | 'inserted' | 'deleted' | 'changed';
  readonly before: string;
  readonly after: string;
  /** Words of both, in the order a reader meets them; only where the paragraph changed. */
  readonly parts: readonly DiffPart[];
};
/** A row with where its paragraphs begin in their texts, in UTF-16 code units; null on the side that has none. */
export type PlacedRow = DiffRow & { readonly beforeStart: number | null; readonly afterStart: number | null };

type Paragraph = { readonly start: number; readonly text: string };

const paragraphs = (text: string): Paragraph[] =>
  [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map((match) => ({ start: match.index, text: match[0] }));

/**
 * Two texts paragraph by paragraph, and word by word inside those that changed. Comparing whole paragraphs first keeps the
 * work near linear in long texts with few changes.
 */
export function diffTexts(before: string, after: string): PlacedRow[] {
  const [old, now] = [paragraphs(before), paragraphs(after)];
  const rows: DiffRow[] = [];
  let deleted: string[] = [];
  let inserted: string[] = [];
  const flush = () => {
    rows.push(...pairUp(deleted, inserted));
    deleted = [];
    inserted = [];
  };
  for (const change of diffArrays(
    old.map((paragraph) => paragraph.text),
    now.map((paragraph) => paragraph.text),
  )) {
    if (change.removed) deleted.push(...change.value);
    else if (change.added) inserted.push(...change.value);
    else {
      flush();
      rows.push(...change.value.map((text): DiffRow => ({ kind: 'same', before: text, after: text, parts: [] })));
    }
  }
  flush();
  return placed(rows, old, now);
}

/** Rows take the paragraphs of either text in their order. */
function placed(rows: readonly DiffRow[], old: readonly Paragraph[], now: readonly Paragraph[]): PlacedRow[] {
  let [i, k] = [0, 0];
  return rows.map((row) => ({
    ...row,
    beforeStart: row.kind === 'inserted' ? null : (old[i++]?.start ?? null),
    afterStart: row.kind === 'deleted' ? null : (now[k++]?.start ?? null),
  }));
}

/** Paragraphs that went and came in one place: each is set beside the one it is most like, in order, or stands alone. */
function pairUp(deleted: readonly string[], inserted: readonly string[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let from = 0;
  for (const before of deleted) {
    const at = inserted.findIndex((after, i) => i >= from && likeness(before, after) >= 0.4);
    if (at === -1) {
      rows.push({ kind: 'deleted', before, after: '', parts: [] });
      continue;
    }
    for (const after of inserted.slice(from, at)) rows.push({ kind: 'inserted', before: '', after, parts: [] });
    const after = inserted[at] ?? '';
    rows.push({ kind: 'changed', before, after, parts: wordParts(before, after) });
    from = at + 1;
  }
  for (const after of inserted.slice(from)) rows.push({ kind: 'inserted', before: '', after, parts: [] });
  return rows;
}

/** The share of words that two paragraphs have in common. */
function likeness(a: string, b: string): number {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const x = wordsOf(a);
  const y = wordsOf(b);
  if (x.size === 0 || y.size === 0) return 0;
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  return (2 * shared) / (x.size + y.size);
}
