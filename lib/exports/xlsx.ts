import type { Cell } from './csv-text.ts';
import { packed } from './office.ts';
import { type Cells, COLUMNS, type Column, type Frozen, rowsIn } from './tables.ts';

/**
 * The report's tables as a workbook (Office Open XML): a sheet each for claims, verdicts, evidence and queries, with
 * the columns of the CSV that concern it. Every text is a text, and stays one when it is edited: no cell is a formula. The
 * same report has the same bytes. Written here, since the libraries for it stamp the hour and trim the words.
 */
export const renderXlsx = (report: Frozen): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([...piecesOfXlsx(report)]));

/** The same in pieces, of some rows each: no sheet is held whole. */
export function* piecesOfXlsx(report: Frozen): Generator<Uint8Array> {
  const rows = rowsIn(report);
  const sheets = SHEETS.filter(({ record }) => record !== 'report' || rows.some((row) => row.record === record));
  const parts: Record<string, Iterable<string>> = {
    '[Content_Types].xml': [contentTypes(sheets.length)],
    '_rels/.rels': [relations([['officeDocument', 'xl/workbook.xml']])],
    'xl/workbook.xml': [workbook(sheets.map(({ name }) => name))],
    'xl/_rels/workbook.xml.rels': [
      relations([
        ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ],
    'xl/styles.xml': [STYLES],
    ...Object.fromEntries(
      sheets.map(({ record }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        sheetOf(rows.filter((row) => row.record === record)),
      ]),
    ),
  };
  yield* packed(Object.entries(parts));
}

const SHEETS = [
  { record: 'claim', name: 'Claims' },
  { record: 'verdict', name: 'Verdicts' },
  { record: 'evidence', name: 'Evidence' },
  { record: 'query', name: 'Queries' },
  { record: 'report', name: 'Report' },
] as const;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Columns that hold long words are wide, and wrap. */
const WIDE: ReadonlySet<Column> = new Set([
  'statement',
  'quote',
  'rationale',
  'evidence quote',
  'note',
  'source',
  'link',
  'correction',
  'corrected since',
]);

function* sheetOf(rows: readonly Cells[]): Generator<string> {
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = COLUMNS.filter((column) => column !== 'record' && used.has(column));
  const heads = columns.map((column, i) => textCell(column, i, 1, HEADING));
  const widths = columns.map(
    (column, i) => `<col min="${i + 1}" max="${i + 1}" width="${WIDE.has(column) ? 48 : 16}" customWidth="1"/>`,
  );
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const views = `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`;
  const cols = widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '';
  yield `<worksheet xmlns="${MAIN}">${views}${cols}<sheetData><row r="1">${heads.join('')}</row>`;
  for (const [at, row] of rows.entries()) {
    const cells = columns.map((column, i) => cellOf(row[column] ?? null, i, at + 2));
    yield `<row r="${at + 2}">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

/** Styles by their place in `STYLES`: words kept as text and wrapped, and headings. */
const WORDS = 1;
const HEADING = 2;
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

function cellOf(cell: Cell, column: number, row: number): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${placeOf(column, row)}"><v>${cell}</v></c>`;
  return textCell(cell, column, row, WORDS);
}

const textCell = (text: string, column: number, row: number, style: number): string =>
  `<c r="${placeOf(column, row)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${written(text)}</t></is></c>`;

/** A1, …, Z1, AA1 … */
function placeOf(column: number, row: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
  return `${letters}${String.fromCharCode(65 + (column % 26))}${row}`;
}

/** More than a cell can hold is cut, and says so. */
const MOST = 32_767;
const CUT = ' […]';

/** Text in XML: signs that XML cannot hold stand as `_x0001_`, and what looks like one is told from it. */
function written(text: string): string {
  const whole = text.length <= MOST ? text : `${text.slice(0, MOST - CUT.length).toWellFormed()}${CUT}`;
  return (
    whole
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
      .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, named)
      .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
  );
}
const named = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbook = (names: readonly string[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${names
    .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`;

function contentTypes(sheets: number): string {
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const part = (path: string, name: string) => `<Override PartName="/xl/${path}" ContentType="${type(name)}"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('workbook.xml', 'sheet.main'),
    part('styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}.xml`, 'worksheet')),
    '</Types>',
  ].join('');
}
