import { touchedBy } from '#lib/sources/rules-places.ts';
import type { CaptureTextDTO, PlaceDTO } from '#lib/sources/types-captures.ts';

/** Half-open, in UTF-16 code units of the capture's text. */
export type Stretch = { readonly start: number; readonly end: number };

export type DocumentRow = Stretch & { readonly cells: readonly (Stretch & { readonly column: number })[] };

/** A paragraph, or the rows of a table, as the reader draws them. */
export type DocumentBlock = Stretch & {
  /** The page that begins with it; null where it goes on. */
  readonly page: number | null;
  /** The number of its paragraph, or of the first of those drawn together; null where the document counts none. */
  readonly paragraph: number | null;
  /** Of a transcript, the second that it begins at. */
  readonly seconds: number | null;
  /** It is of the readable part. */
  readonly isView: boolean;
} & (
    | { readonly kind: 'text' }
    | {
        readonly kind: 'table';
        readonly sheet: string | null;
        /** The columns that hold anything, from the left: 0 is A. */
        readonly columns: readonly number[];
        readonly rows: readonly DocumentRow[];
      }
  );

type Cell = PlaceDTO & { readonly kind: 'cell' };
type Line = Stretch & {
  readonly cells: readonly Cell[];
  readonly page: number | null;
  readonly paragraph: number | null;
  readonly seconds: number | null;
};

/** Lines of one paragraph are drawn together; a wall of them in pieces, so that no choice draws all of it anew. */
const LONGEST = 3000;
const MOST_ROWS = 60;

/** A capture's text as blocks, in its order. What stands in none of them is blank. */
export function documentBlocks({
  text,
  places,
  view,
}: Pick<CaptureTextDTO, 'text' | 'places' | 'view'>): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let open: Line[] = [];
  let page: number | null = null;
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (!first || !last) return;
    const place = { start: first.start, end: last.end };
    const begins = first.page !== null && first.page !== page ? first.page : null;
    page = last.page ?? page;
    blocks.push(blockOf(open, place, begins, view));
    open = [];
  };
  for (const line of linesOf(text, places)) {
    const last = open.at(-1);
    if (last && !goesOn(last, line, open)) close();
    open.push(line);
  }
  close();
  return blocks;
}

function goesOn(last: Line, next: Line, open: readonly Line[]): boolean {
  const [a, b] = [last.cells[0], next.cells[0]];
  if (a || b)
    return a !== undefined && b !== undefined && a.sheet === b.sheet && a.table === b.table && open.length < MOST_ROWS;
  if (next.seconds !== null && next.seconds !== last.seconds) return false;
  return next.start === last.end + 1 && next.end - (open[0]?.start ?? 0) <= LONGEST;
}

function* linesOf(text: string, places: readonly PlaceDTO[]): Generator<Line> {
  for (const { index: start, 0: words } of text.matchAll(/[^\n]+/g)) {
    if (!/\S/.test(words)) continue;
    const end = start + words.length;
    const touched = touchedBy(places, start, end);
    const cells = touched.filter((place): place is Cell => place.kind === 'cell');
    const page = touched.find((place) => place.kind === 'page');
    const time = touched.find((place) => place.kind === 'time');
    const paragraph = touched.find((place) => place.kind === 'paragraph');
    yield {
      start,
      end,
      cells,
      page: page?.kind === 'page' ? page.page : null,
      paragraph: paragraph?.kind === 'paragraph' ? paragraph.number : null,
      seconds: time?.kind === 'time' ? time.seconds : null,
    };
  }
}

function blockOf(lines: readonly Line[], place: Stretch, page: number | null, view: readonly Stretch[]): DocumentBlock {
  const isView = view.length === 0 || view.some(({ start, end }) => start < place.end && place.start < end);
  const [first] = lines[0]?.cells ?? [];
  const paragraph = lines[0]?.paragraph ?? null;
  const seconds = lines[0]?.seconds ?? null;
  if (!first) return { kind: 'text', ...place, page, paragraph, seconds, isView };
  const rows = lines.map(({ start, end, cells }) => ({
    start,
    end,
    cells: cells.map((cell) => ({ start: cell.start, end: cell.end, column: columnOf(cell.cell) })),
  }));
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b);
  return { kind: 'table', ...place, page, paragraph, seconds, isView, sheet: first.sheet, columns, rows };
}

/** "B4" as 1. */
function columnOf(cell: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(cell)?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Blocks in slips of some each, which are laid out when they come near the window. */
export function slipsOf(blocks: readonly DocumentBlock[], most = 12): DocumentBlock[][] {
  const slips: DocumentBlock[][] = [];
  for (let at = 0; at < blocks.length; at += most) slips.push(blocks.slice(at, at + most));
  return slips;
}
