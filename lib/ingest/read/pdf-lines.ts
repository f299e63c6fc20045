/**
 * From the runs of letters on a PDF's pages to lines and paragraphs. A PDF knows neither: a run is some letters at a place. Runs are taken in the order in
 * which the document draws them, which all makers of text keep to the order of reading, columns included; what is worked out here is only what
 * belongs together.
 */
import type { Rect } from './types.ts';

/** Letters at a place. Points; y upwards from the page's lower edge, of the line the letters stand on. */
export type Run = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Set from left to right, not turned. */
  readonly isUpright: boolean;
};

export type Line = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Stands at the head or foot of several pages alike. */
  readonly isRunning: boolean;
};

/** Lines that are read as one. */
export type Paragraph = { readonly lines: readonly Line[] };

export const rectOf = ({ left, right, y, size }: Line): Rect => [
  round(left),
  round(y - 0.22 * size),
  round(right),
  round(y + 0.8 * size),
];
const round = (points: number): number => Math.round(points * 10) / 10;

/** A gap as wide, in parts of the letters' size, that is a space where none is written. */
const SPACE = 0.17;
/** Letters may reach back a little over the ones before (kerning, italics). */
const BACK = 0.6;

type OpenLine = { parts: string[]; left: number; right: number; y: number; size: number; isUpright: boolean };

/** The lines of one page. */
export function linesOf(page: number, runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let open: OpenLine | null = null;
  const close = (): void => {
    const text = open?.parts.join('').replace(/\s+/g, ' ').trim() ?? '';
    if (open && text !== '')
      lines.push({ page, text, left: open.left, right: open.right, y: open.y, size: open.size, isRunning: false });
    open = null;
  };
  for (const run of runs) {
    const isSpace = run.text.trim() === '';
    if (open === null || !goesOn(open, run)) {
      close();
      if (isSpace) continue;
      open = {
        parts: [run.text],
        left: run.x,
        right: run.x + run.width,
        y: run.y,
        size: run.size,
        isUpright: run.isUpright,
      };
      continue;
    }
    if (isSpace) {
      open.parts.push(' ');
      continue;
    }
    if (run.x - open.right > SPACE * Math.min(open.size, run.size)) open.parts.push(' ');
    open.parts.push(run.text);
    // A note's number or a footnote's sign stands higher and smaller; the line stays where its letters are.
    if (run.size > open.size * 1.15 && open.parts.join('').trim().length < 4)
      Object.assign(open, { y: run.y, size: run.size });
    open.right = Math.max(open.right, run.x + run.width);
  }
  close();
  return lines;
}

function goesOn(line: OpenLine, run: Run): boolean {
  if (run.isUpright !== line.isUpright) return false;
  if (!run.isUpright) return true;
  const larger = Math.max(line.size, run.size);
  const isRaised = run.size < 0.85 * line.size || line.size < 0.85 * run.size;
  return Math.abs(run.y - line.y) < (isRaised ? 0.6 : 0.25) * larger && run.x > line.right - BACK * larger;
}

/** How often words must stand at the same place on other pages to be a running head. */
const LEAST_PAGES = 2;

/** Marks the lines that stand at the head and foot of the pages alike: same words, figures apart, at the same height, first or last on the page. */
export function withRunningHeads(pages: readonly (readonly Line[])[]): Line[][] {
  const key = (line: Line): string => `${Math.round(line.y / 2)} ${line.text.replace(/\d+/g, '#').slice(0, 200)}`;
  const counts = new Map<string, number>();
  const edges = pages.map((lines) => {
    const ys = lines.map(({ y }) => y);
    const top = Math.max(...ys);
    const bottom = Math.min(...ys);
    const found = new Set(lines.filter((line) => line.y >= top - line.size || line.y <= bottom + line.size));
    for (const name of new Set([...found].map(key))) counts.set(name, (counts.get(name) ?? 0) + 1);
    return found;
  });
  // A page's number alone stands on most pages; words must stand on a third of them.
  const least = Math.max(LEAST_PAGES, pages.length / 3);
  return pages.map((lines, i) =>
    lines.map((line) => ({
      ...line,
      isRunning: edges[i]?.has(line) === true && (counts.get(key(line)) ?? 0) >= least,
    })),
  );
}

/** The lines of all pages as paragraphs. One that goes on over a page or a column stays one; running heads are paragraphs of their own. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): Paragraph[] {
  const leading = leadingOf(pages);
  const done: Paragraph[] = [];
  let open: Line[] = [];
  // What stands between two halves of a paragraph comes after both.
  let between: Paragraph[] = [];
  const close = (): void => {
    if (open.length > 0) done.push({ lines: open });
    done.push(...between);
    open = [];
    between = [];
  };
  const all = pages.flat();
  all.forEach((line, i) => {
    if (line.isRunning) {
      between.push({ lines: [line] });
      return;
    }
    const last = open.at(-1);
    const next = all.slice(i + 1, i + 4).find(({ isRunning }) => !isRunning);
    if (last && !belongs(open, last, line, next, leading)) close();
    if (open.length === 0 && between.length > 0) close();
    open.push(line);
  });
  close();
  return done;
}

/** The usual distance of lines, in parts of their size, by size. */
function leadingOf(pages: readonly (readonly Line[])[]): (size: number) => number {
  const bySize = new Map<number, Map<number, number>>();
  for (const lines of pages)
    lines.forEach((line, i) => {
      const before = lines[i - 1];
      if (!before || Math.abs(before.size - line.size) > 0.5) return;
      const distance = Math.round((10 * (before.y - line.y)) / line.size) / 10;
      if (distance < 0.9 || distance > 2.2) return;
      const counts = bySize.get(Math.round(line.size)) ?? new Map<number, number>();
      counts.set(distance, (counts.get(distance) ?? 0) + 1);
      bySize.set(Math.round(line.size), counts);
    });
  return (size) => {
    const counts = [...(bySize.get(Math.round(size)) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return counts[0]?.[0] ?? 1.3;
  };
}

const OPENS_ITEM = /^(?:[•◦▪▫‣●○■□–]\s|(?:\d{1,3}|[a-z])[.)]\s+\S|\(\d{1,2}\)\s)/;
const ENDS_SENTENCE = /[.!?:][”’"')\]]*\d{0,2}$/;
const GOES_ON = /^[\p{Ll}\d(“‘"'€$£–—-]/u;

/** Whether a line is read on with the paragraph before it. */
function belongs(
  open: readonly Line[],
  last: Line,
  line: Line,
  next: Line | undefined,
  leading: (size: number) => number,
): boolean {
  if (Math.abs(line.size - last.size) > 0.12 * Math.max(line.size, last.size)) return false;
  const down = (last.y - line.y) / line.size;
  if (line.page !== last.page || down < -0.5) return isBroken(open, last, line, next);
  // Two cells of one row, or a column that begins at the same height.
  if (down < 0.5) return false;
  if (down > 1.18 * leading(line.size)) return false;
  // Beside, not under it.
  if (line.left > last.right || line.right < Math.min(...open.map(({ left }) => left)) - line.size) return false;
  if (OPENS_ITEM.test(line.text) && (ENDS_SENTENCE.test(last.text) || isShort(open, last))) return false;
  return !isIndented(open, line, next);
}

/**
 * Over the end of a column or page, a paragraph goes on where its sentence does; and where its last line is as long as the ones before it, which the last
 * line of a paragraph hardly ever is.
 */
function isBroken(open: readonly Line[], last: Line, line: Line, next: Line | undefined): boolean {
  const isEnd = ENDS_SENTENCE.test(last.text);
  if (!isEnd && GOES_ON.test(line.text)) return true;
  const right = Math.max(...open.map((each) => each.right));
  const left = Math.min(...open.map((each) => each.left));
  const isFull = last.right > right - (isEnd ? 0.5 * last.size : 0.2 * (right - left));
  const isSetIn = next !== undefined && next.page === line.page && line.left - next.left > 0.7 * line.size;
  return open.length > (isEnd ? 2 : 1) && isFull && !isSetIn && !OPENS_ITEM.test(line.text);
}

const isShort = (open: readonly Line[], last: Line): boolean =>
  open.length === 1 || last.right < Math.max(...open.map(({ right }) => right)) - 2 * last.size;

/** The first line of a paragraph that is set in from those around it. */
function isIndented(open: readonly Line[], line: Line, next: Line | undefined): boolean {
  if (!next || next.page !== line.page || next.y >= line.y) return false;
  const left = Math.min(...open.slice(open.length > 1 ? 1 : 0).map((each) => each.left));
  const isIn = line.left - left > 0.7 * line.size;
  return isIn && line.left - next.left > 0.7 * line.size;
}
