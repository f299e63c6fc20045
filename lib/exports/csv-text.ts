import { stringify } from 'csv-stringify/sync';
import { withoutControls } from '#lib/platform/canonical.ts';

export type Cell = string | number | null;

/** Rows as CSV (RFC 4180, UTF-8 with its mark so that spreadsheets read it as such). No cell is a formula, whatever the spreadsheet takes for the separator. */
export const csvText = (rows: readonly (readonly Cell[])[]): string => `${MARK}${csvRows(rows)}`;

/** The mark of UTF-8, which stands before all else in a file. */
export const MARK = '\uFEFF';

/** More rows of the same file. */
export const csvRows = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(harmless)),
    // By itself it quotes the line ends of records alone, and readers take any for one.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );

/**
 * A sign that a spreadsheet takes for the beginning of a formula: at the head of a cell, or where a spreadsheet that takes
 * semicolons, tabs or bars for the separator begins another. Such a one takes a quotation mark there for the beginning of
 * a cell too, and some drop the blanks.
 */
const FORMULA = /(^|[;\t\r\n|])(?=["\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

const FORMULAS = new RegExp(FORMULA, 'g');

/** Text that could be read as a formula stands behind an apostrophe, and so does each line and part of it that could. */
function harmless(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  // What is left out of the file is left out first: it may hide what stands behind it.
  const text = withoutControls(cell);
  return FORMULA.test(text) ? text.replace(FORMULAS, (before) => `${before}'`) : text;
}
