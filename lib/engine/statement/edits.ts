/** Words put in brackets into a stretch of the text. */
import type { Span } from '../types.ts';

/** Words to put in brackets in place of `start` to `end`, which may be empty. Without words the stretch is left out. */
export type Edit = Span & { readonly words: string };

/** What goes around a claim, and what falls out of it, so that it is a sentence. */
export type Frame = {
  /** Stretches of the text that go before the claim. */
  readonly before: readonly Span[];
  readonly after: Span | null;
  /** Words that are the engine's own: "is", "took place". */
  readonly added: { readonly before: string; readonly after: string };
  /** What is left out or replaced inside the claim. */
  readonly edits: readonly Edit[];
};

export const BARE: Frame = { before: [], after: null, added: { before: '', after: '' }, edits: [] };

/** The stretch with its edits. Of two that overlap, the one that starts first is made. */
export function apply(text: string, span: Span, edits: readonly Edit[]): string {
  let words = '';
  let cursor = span.start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < cursor || edit.end > span.end) continue;
    words += text.slice(cursor, edit.start);
    cursor = edit.end;
    if (edit.words === '') continue;
    const open = words === '' || /[\s(“"‘]$/.test(words);
    const after = text.slice(edit.end, span.end);
    words += `${open ? '' : ' '}[${edit.words}]${after === '' || /^[\s,.;:!?’'”")]/.test(after) ? '' : ' '}`;
  }
  return words + text.slice(cursor, span.end);
}

/** An edit within these words, or put in before or behind the last of them. */
export const touches = ({ start, end, words }: Edit, from: number, to: number): boolean =>
  words === '' ? start < to && end > from : start <= to && end >= from;
