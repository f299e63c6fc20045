import { stringify } from 'csv-stringify/sync';
import { type Cell, COLUMNS, type Frozen, rowsIn } from './tables.ts';

/**
 * The report as CSV (RFC 4180, UTF-8 with its mark so that spreadsheets read it as such): a row for each claim, and under
 * it one for each verdict, each piece of evidence and each open query, so that nothing is left out. A claim's row
 * says what settles it. No cell is a formula, whatever the spreadsheet takes for the separator.
 */
export function renderCsv(report: Frozen): string {
  return stringify(
    [COLUMNS, ...rowsIn(report).map((cells) => COLUMNS.map((column) => harmless(cells[column] ?? null)))],
    {
      bom: true,
      record_delimiter: 'windows',
    },
  );
}

/**
 * A sign that a spreadsheet takes for the beginning of a formula: at the head of a cell, or where a spreadsheet that takes
 * semicolons, tabs or bars for the separator begins another. Such a one takes a quotation mark there for the beginning of
 * a cell too, and some drop the blanks.
 */
const FORMULA = /(^|[;\t\r\n|])(?=["\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/** Text that could be read as a formula stands behind an apostrophe, and so does each line and part of it that could. */
function harmless(cell: Cell): Cell {
  if (typeof cell !== 'string' || !FORMULA.test(cell)) return cell;
  return cell.replace(new RegExp(FORMULA, 'g'), (before) => `${before}'`);
}
