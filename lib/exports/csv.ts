import { csvRows, MARK } from './csv-text.ts';
import { joined } from './pieces.ts';
import { type Cells, COLUMNS, type Frozen, rowsFrom } from './tables.ts';

/**
 * The report as CSV (RFC 4180, UTF-8 with its mark so that spreadsheets read it as such): a row for each claim, and under
 * it one for each verdict, each piece of evidence and each query, so that nothing is left out. A claim's row
 * says what settles it. No cell is a formula, whatever the spreadsheet takes for the separator.
 */
export const renderCsv = (report: Frozen): string => joined(piecesOfCsv(report));

/** The same in pieces, of some claims each. */
export function* piecesOfCsv(report: Frozen): Generator<string> {
  yield `${MARK}${csvRows([COLUMNS])}`;
  let rows: Cells[] = [];
  for (const row of rowsFrom(report)) {
    rows.push(row);
    if (rows.length < ROWS) continue;
    yield written(rows);
    rows = [];
  }
  if (rows.length > 0) yield written(rows);
}

const ROWS = 500;
const written = (rows: readonly Cells[]): string =>
  csvRows(rows.map((cells) => COLUMNS.map((column) => cells[column] ?? null)));
