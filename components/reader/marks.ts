import type { Stretch } from './document.ts';

/** Why words are marked: chosen, offered, quoted by this claim's evidence or another's, found, or where one was led to. */
export type MarkKind = 'chosen' | 'offered' | 'evidence' | 'elsewhere' | 'found' | 'here';
export type Mark = Stretch & {
  readonly kind: MarkKind;
  /** What the mark says to who cannot see it. */
  readonly label?: string;
};

/** Words that bear the same marks. */
export type Piece = Stretch & { readonly kinds: readonly MarkKind[]; readonly labels: readonly string[] };

/** A stretch cut at every end of a mark. */
export function piecesOf({ start, end }: Stretch, marks: readonly Mark[]): Piece[] {
  const inside = marks.filter((mark) => mark.start < end && start < mark.end);
  if (inside.length === 0) return [{ start, end, kinds: [], labels: [] }];
  const cuts = [...new Set([start, end, ...inside.flatMap((mark) => [mark.start, mark.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? start;
    const on = inside.filter((mark) => mark.start < to && from < mark.end);
    return {
      start: from,
      end: to,
      kinds: [...new Set(on.map(({ kind }) => kind))],
      // Said once, where the mark begins.
      labels: on.flatMap((mark) =>
        mark.label !== undefined && Math.max(mark.start, start) === from ? [mark.label] : [],
      ),
    };
  });
}

const NONE: readonly Mark[] = [];

/** The marks that touch a stretch; always the same where there are none, so that what bears none is not drawn anew. */
export function marksIn(marks: readonly Mark[], { start, end }: Stretch): readonly Mark[] {
  const found = marks.filter((mark) => mark.start < end && start < mark.end);
  return found.length === 0 ? NONE : found;
}
