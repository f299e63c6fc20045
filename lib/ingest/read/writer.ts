import { type CanonicalText, canonicalText } from '#lib/platform/canonical.ts';
import { columnName } from './places.ts';
import type { Place, Stretch } from './types.ts';

/**
 * Writes the text of a document that comes in blocks, each with its place: paragraphs apart by an empty line, list items and rows of a table on lines of
 * their own, cells parted by tabs. What is canonical is decided piece by piece, so that a place once given holds.
 */
export type Writer = {
  /** Begins a block; what is open is closed. `lead` (a list's mark) stands before it and is no part of its place. */
  open(kind: 'paragraph' | 'item', lead?: string): void;
  /** Begins a table, its next row, its next cell. */
  table(): void;
  row(): void;
  cell(columns?: number, rows?: number): void;
  endTable(): void;
  close(): void;
  /** Words of the block; of spaces in a row one is kept unless `isKept`. Opens a paragraph where nothing is open. */
  add(words: string, isKept?: boolean): void;
  /** A line end within the block; a second one in a row begins another paragraph. */
  breakLine(): void;
  /** Where the next words will stand: an offset to be settled by `settle`. */
  here(): number;
  /** Whether the block that is open has words. */
  isWritten(): boolean;
  /** How many blocks and cells with words in them are written. */
  count(): number;
  finish(): Written;
};

export type Written = {
  readonly text: CanonicalText;
  readonly places: readonly Place[];
  /** A stretch between two offsets of `here`, without the spaces at its ends, within the text. */
  settle(start: number, end: number): Stretch;
};

/** Spaces that a browser or an office program would run together; others (no-break, thin) are kept as they are. */
const SPACES = /[ \t\n\f\r]+/g;

/** A table that is being written: the cell that is open, the column after it, and until which row a cell further up covers a column. */
type Grid = {
  readonly table: number;
  row: number;
  column: number;
  next: number;
  readonly covered: Map<number, number>;
};

function freeColumn({ row, covered }: Grid, from: number): number {
  let column = from;
  while ((covered.get(column) ?? 0) > row) column += 1;
  return column;
}

function withoutSpacesAtEnd(words: string): string {
  let end = words.length;
  while (end > 0 && ' \t\n'.includes(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}

export function newWriter(): Writer {
  const parts: string[] = [];
  const places: Place[] = [];
  let length = 0;
  // In pieces: to look at the end of one string that grows would copy it each time.
  let block: string[] = [];
  let blockLength = 0;
  let blockStart = -1;
  let kind: 'paragraph' | 'item' | 'cell' | null = null;
  let lead = '';
  let before: 'paragraph' | 'item' | 'cell' | null = null;
  let number = 0;
  let tables = 0;
  let grid: Grid | null = null;

  const put = (words: string): void => {
    parts.push(words);
    length += words.length;
  };
  const separator = (): string => {
    if (length === 0) return '';
    return kind === 'item' && before === 'item' ? '\n' : '\n\n';
  };
  const trimBlock = (): void => {
    for (let last = block.pop(); last !== undefined; last = block.pop()) {
      const kept = withoutSpacesAtEnd(last);
      blockLength -= last.length - kept.length;
      if (kept === '') continue;
      block.push(kept);
      return;
    }
  };
  const append = (words: string): void => {
    block.push(words);
    blockLength += words.length;
  };
  /** Where the block's first letter stands, once it has one. */
  const begin = (): void => {
    if (blockStart >= 0) return;
    if (kind === null) kind = 'paragraph';
    if (kind === 'cell') {
      // The tabs of empty cells and the line ends of empty rows are written already.
      blockStart = length;
      return;
    }
    put(separator());
    put(lead);
    blockStart = length;
  };

  const writer: Writer = {
    open(next, mark = '') {
      if (grid) {
        // A paragraph within a cell.
        writer.add(' ');
        return;
      }
      // The first paragraph of a list item is the item.
      if (next === 'paragraph' && kind === 'item' && blockStart < 0) return;
      writer.close();
      kind = next;
      lead = mark;
    },
    table() {
      writer.close();
      tables += 1;
      grid = { table: tables, row: -1, column: 0, next: 0, covered: new Map() };
    },
    row() {
      if (!grid) return;
      writer.close();
      grid.row += 1;
      grid.column = 0;
      grid.next = 0;
      if (grid.row > 0) put('\n');
      else if (length > 0) put('\n\n');
    },
    cell(columns = 1, rows = 1) {
      if (!grid) return;
      writer.close();
      const at = grid.column;
      grid.column = freeColumn(grid, grid.next);
      put('\t'.repeat(grid.column - at));
      grid.next = grid.column + columns;
      for (let column = grid.column; rows > 1 && column < grid.next; column += 1)
        grid.covered.set(column, grid.row + rows);
      kind = 'cell';
    },
    endTable() {
      writer.close();
      if (grid) before = 'cell';
      grid = null;
    },
    close() {
      trimBlock();
      if (blockStart >= 0 && blockLength > 0) {
        put(block.join(''));
        const stretch = { start: blockStart, end: length };
        if (kind === 'cell' && grid)
          places.push({
            ...stretch,
            kind: 'cell',
            sheet: null,
            table: grid.table,
            cell: `${columnName(grid.column)}${grid.row + 1}`,
          });
        else {
          number += 1;
          places.push({ ...stretch, kind: 'paragraph', number });
        }
        before = kind;
      }
      block = [];
      blockLength = 0;
      blockStart = -1;
      kind = null;
      lead = '';
    },
    add(words, isKept = false) {
      const canonical = canonicalText(words).replaceAll('\uFEFF', '');
      const pressed = isKept && !grid ? canonical.replaceAll('\f', '\n') : canonical.replace(SPACES, ' ');
      const last = block.at(-1)?.at(-1) ?? ' ';
      const kept = !isKept && pressed.startsWith(' ') && (last === ' ' || last === '\n') ? pressed.slice(1) : pressed;
      if (kept === '' || (blockStart < 0 && kept.trim() === '')) return;
      begin();
      append(kept);
    },
    breakLine() {
      if (blockStart < 0) return;
      if (grid) {
        writer.add(' ');
        return;
      }
      const last = block.at(-1);
      if (last === '\n') {
        writer.close();
        return;
      }
      if (last?.endsWith(' ')) trimBlock();
      append('\n');
    },
    here() {
      if (blockStart >= 0) return blockStart + blockLength;
      return kind === 'cell' ? length : length + separator().length + lead.length;
    },
    isWritten: () => blockStart >= 0,
    count: () => places.length,
    finish() {
      writer.close();
      const text = withoutSpacesAtEnd(parts.join('')) as CanonicalText;
      return {
        text,
        places,
        settle(start, end) {
          let from = Math.min(start, text.length);
          let to = Math.min(Math.max(start, end), text.length);
          while (from < to && /\s/.test(text.charAt(from))) from += 1;
          while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
          return { start: from, end: to };
        },
      };
    },
  };
  return writer;
}
