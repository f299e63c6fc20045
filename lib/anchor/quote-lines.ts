/** What stands at the turn of a page between two words of one sentence: running titles, page numbers. */
import type { QuotableText } from './quote-words.ts';

export type Lines = {
  /** Where the text goes on if a turn of the page begins at this piece: after each of its lines. Empty where none does. */
  readonly after: (piece: number) => readonly number[];
};

/** So many lines at most, none longer than this. */
const MOST = 6;
const LONGEST = 120;
/** The line before is prose that runs to its end, and no cell of a table. */
const PROSE = 30;

const PAGE = /^(?:page|p\.)?\s?[-\u2013\u2014|]?\s?\d{1,4}\s?[-\u2013\u2014|]?(?:\s?(?:of|\/)\s?\d{1,4})?$/i;
const ENDED = /[.!?]["'\u2019\u201D)]?$/;
const NONE: Lines = { after: () => [] };
const known = new WeakMap<QuotableText, Lines>();

/** A text's lines by the pieces that begin them. Linear, worked out once for a text. */
export function linesOf(text: QuotableText): Lines {
  const held = known.get(text);
  if (held) return held;
  const lines = /[\n\f\u2028]/.test(text.text) ? readLines(text) : NONE;
  known.set(text, lines);
  return lines;
}

type Line = { readonly start: number; readonly said: string };

function readLines({ text, pieces }: QuotableText): Lines {
  const starts = pieces.flatMap(({ start }, i) =>
    i === 0 || /[\n\f\u2028]/.test(text.slice(pieces[i - 1]?.end, start)) ? [i] : [],
  );
  const lines = starts.map((start, n): Line => {
    const last = pieces[(starts[n + 1] ?? pieces.length) - 1];
    return { start, said: text.slice(pieces[start]?.start, last?.end).replace(/\s+/g, ' ') };
  });
  const shapeOf = ({ said }: Line) => said.replace(/\d+/g, '#');
  const times = new Map<string, number>();
  for (const line of lines) times.set(shapeOf(line), (times.get(shapeOf(line)) ?? 0) + 1);
  const isFurniture = (line: Line | undefined): boolean =>
    line !== undefined &&
    line.said.length <= LONGEST &&
    !ENDED.test(line.said) &&
    (PAGE.test(line.said) || (times.get(shapeOf(line)) ?? 0) > 1);
  const numberOf = new Map(lines.map(({ start }, n) => [start, n]));
  return {
    after(piece) {
      const n = numberOf.get(piece);
      if (n === undefined || (lines[n - 1]?.said.length ?? 0) < PROSE) return [];
      const found: number[] = [];
      for (let k = n; k < n + MOST && isFurniture(lines[k]); k++) {
        const next = lines[k + 1];
        if (next) found.push(next.start);
      }
      return found;
    },
  };
}
