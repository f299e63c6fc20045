import { diffArrays } from 'diff';
import { type DiffPart, wordParts } from '#lib/exports/word-parts.ts';

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
  for (const { value, removed, added } of changesOf(
    old.map((paragraph) => paragraph.text),
    now.map((paragraph) => paragraph.text),
  )) {
    const into = removed ? deleted : added ? inserted : null;
    if (!into) flush();
    for (const text of value) {
      if (into) into.push(text);
      else rows.push({ kind: 'same', before: text, after: text, parts: [] });
    }
  }
  flush();
  return placed(rows, old, now);
}

/** Beyond so many changed paragraphs two texts are two: to find what little they share takes the square of it. */
const MOST_EDITS = 600;

type Paragraphs = { readonly value: readonly string[]; readonly removed: boolean; readonly added: boolean };

const changesOf = (old: string[], now: string[]): readonly Paragraphs[] =>
  diffArrays(old, now, { maxEditLength: MOST_EDITS }) ?? [
    { value: old, removed: true, added: false },
    { value: now, removed: false, added: true },
  ];

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
  const words = inserted.map(wordSet);
  let from = 0;
  for (const before of deleted) {
    const own = wordSet(before);
    const near = words.slice(from, from + NEAR).findIndex((other) => likeness(own, other) >= 0.4);
    const at = near === -1 ? -1 : from + near;
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

/** How many paragraphs ahead the one is looked for that another has become. */
const NEAR = 30;

const wordSet = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** The share of words that two paragraphs have in common. */
function likeness(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  if (x.size === 0 || y.size === 0) return 0;
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  return (2 * shared) / (x.size + y.size);
}
