import { canonicalText } from '#lib/platform/canonical.ts';
import { refuse } from '#lib/platform/result.ts';
import { coreDetails } from './docx-parts.ts';
import type { Place, ReadDocument } from './types.ts';
import { cellFormats, shown } from './xlsx-formats.ts';
import { childAt, childrenOf, readXml, within, wordsOf, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

const MOST_CELLS = 1_000_000;

/** The words and figures of a workbook's sheets as its program shows them, each cell with its place. */
export function readXlsx(archive: Archive): Omit<ReadDocument, 'kind' | 'warnings'> {
  const part = (name: string): XmlElement | null => {
    const bytes = archive.unpack(name);
    return bytes === null ? null : readXml(bytes);
  };
  const workbook = part('xl/workbook.xml');
  if (!workbook) refuse('invalid', 'file-broken', { field: 'text' });
  const targets = new Map(
    childrenOf(part('xl/_rels/workbook.xml.rels') ?? workbook, 'rel:Relationship').map(({ attributes }) => [
      attributes.get('Id') ?? '',
      (attributes.get('Target') ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  const strings = childrenOf(part('xl/sharedStrings.xml') ?? workbook, 'x:si').map(stringOf);
  const formats = cellFormats(part('xl/styles.xml'));
  const isOf1904 = /^(?:1|true)$/.test(childAt(workbook, 'x:workbookPr')?.attributes.get('date1904') ?? '');
  const writer = newSheets();
  for (const { attributes } of childrenOf(childAt(workbook, 'x:sheets') ?? workbook, 'x:sheet')) {
    const sheet = part(targets.get(attributes.get('r:id') ?? '') ?? '');
    if (!sheet) continue;
    writer.sheet(canonicalText(attributes.get('name') ?? ''));
    for (const row of childrenOf(childAt(sheet, 'x:sheetData') ?? sheet, 'x:row')) {
      for (const cell of childrenOf(row, 'x:c')) {
        const words = wordsIn(cell, strings, (value) => shown(value, formats(cell.attributes.get('s')), isOf1904));
        writer.cell(cell.attributes.get('r') ?? '', words);
      }
      writer.endRow();
    }
  }
  const { text, places } = writer.finish();
  return {
    text,
    places,
    view: text === '' ? [] : [{ start: 0, end: text.length }],
    details: coreDetails(part('docProps/core.xml')),
    notes: [],
    changes: [],
    links: [],
  };
}

/** A string's words; what tells how its signs are spoken is none of them. */
const stringOf = (element: XmlElement): string => {
  const runs = childrenOf(element, 'x:r').flatMap((run) => childrenOf(run, 'x:t'));
  return [...childrenOf(element, 'x:t'), ...runs].map(wordsOf).join('');
};

function wordsIn(cell: XmlElement, strings: readonly string[], number: (value: number) => string): string {
  const type = cell.attributes.get('t') ?? 'n';
  if (type === 'inlineStr') return [...within(cell, 'x:t')].map(wordsOf).join('');
  const value = childAt(cell, 'x:v');
  if (!value) return '';
  const words = wordsOf(value);
  if (type === 's') return strings[Number(words)] ?? '';
  if (type === 'b') return words === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || words.trim() === '' || Number.isNaN(Number(words))) return words;
  return number(Number(words));
}

type Sheets = {
  sheet(name: string | null): void;
  cell(name: string, words: string): void;
  endRow(): void;
  finish(): Pick<ReadDocument, 'text' | 'places'>;
};

/** Rows on lines of their own, cells parted by tabs, sheets by an empty line. Empty cells have no place. */
export function newSheets(): Sheets {
  const parts: string[] = [];
  const places: Place[] = [];
  let length = 0;
  let sheet: string | null = null;
  let row = 0;
  let cells = 0;
  const put = (words: string): void => {
    parts.push(words);
    length += words.length;
  };
  return {
    sheet(name) {
      if (length > 0) put('\n');
      sheet = name;
      row = 0;
    },
    cell(name, words) {
      cells += 1;
      if (cells > MOST_CELLS) refuse('too-large', 'reading-too-much', { field: 'text' });
      const pressed = canonicalText(words).replaceAll('\uFEFF', '').replace(/\s+/g, ' ').trim();
      if (pressed === '') return;
      if (row > 0) put('\t');
      row += 1;
      places.push({ start: length, end: length + pressed.length, kind: 'cell', sheet, cell: name });
      put(pressed);
    },
    endRow() {
      if (row > 0) put('\n');
      row = 0;
    },
    finish: () => ({ text: canonicalText(parts.join('').trimEnd()), places }),
  };
}
