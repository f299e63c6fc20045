import { csvText } from './csv-text.ts';
import { COLUMNS, type Frozen, rowsIn } from './tables.ts';

/**
 * The report as CSV (RFC 4180, UTF-8 with its mark so that spreadsheets read it as such): a row for each claim, and under
 * it one for each verdict, each piece of evidence and each query, so that nothing is left out. A claim's row
 * says what settles it. No cell is a formula, whatever the spreadsheet takes for the separator.
 */
export const renderCsv = (report: Frozen): string =>
  csvText([COLUMNS, ...rowsIn(report).map((cells) => COLUMNS.map((column) => cells[column] ?? null))]);
