/** Documents made for the tests, as small as what they show allows. */
import { crc32, deflateRawSync } from 'node:zlib';
import { readDocument } from '#lib/ingest/read/read.ts';
import type { DocumentInput, ReadDocument } from '#lib/ingest/read/types.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is read off them; a refusal fails the test. */
export async function read(bytes: Uint8Array, more: Partial<DocumentInput> = {}): Promise<ReadDocument> {
  const outcome = await readDocument({ bytes, mediaType: null, ...more });
  if (!outcome.ok) throw new Error(`Refused: ${outcome.code}`);
  return outcome.value;
}

/** The code that they are refused with; null where they are read. */
export async function refusal(bytes: Uint8Array, more: Partial<DocumentInput> = {}): Promise<string | null> {
  const outcome = await readDocument({ bytes, mediaType: null, ...more });
  return outcome.ok ? null : outcome.code;
}

/** What stands at a stretch. */
export const at = ({ text }: ReadDocument, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);

export const page = (body: string, head = ''): Uint8Array =>
  bytesOf(`<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`);

type Entry = { readonly name: Buffer; readonly sizes: Buffer; readonly packed: Buffer };

/** What both headers of an entry say: how it is packed, its sum, and its sizes. */
function sizesOf(part: Uint8Array, packed: Buffer, nameLength: number): Buffer {
  const said = Buffer.alloc(26);
  said.writeUInt16LE(20, 0);
  said.writeUInt16LE(8, 4);
  said.writeUInt32LE(crc32(part), 10);
  said.writeUInt32LE(packed.length, 14);
  said.writeUInt32LE(part.length, 18);
  said.writeUInt16LE(nameLength, 22);
  return said;
}

/** A ZIP archive of the parts. Packed by the system's own zlib: a hundred megabytes take a library in JavaScript two seconds. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([path, content]): Entry => {
    const part = typeof content === 'string' ? bytesOf(content) : content;
    const [name, packed] = [Buffer.from(path), deflateRawSync(part, { level: 1 })];
    return { name, packed, sizes: sizesOf(part, packed, name.length) };
  });
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, sizes, packed } of entries) {
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), sizes, name, packed]);
    files.push(file);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), sizes, place, name]));
    at += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Uint8Array.from(Buffer.concat([...files, ...directory, end]));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const MC =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

/** A Word document with that body, and other parts by their names, each with the content of its root. */
export const docx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${R} ${MC}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        content.startsWith('<?xml') ? content : `<w:part ${W} ${R}>${content}</w:part>`,
      ]),
    ),
  });
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
export const r = (words: string, tag = 't'): string => `<w:r><w:${tag} xml:space="preserve">${words}</w:${tag}></w:r>`;
const BY = 'w:id="1" w:author="Ana Sub" w:date="2026-11-02T10:00:00Z"';
export const ins = (words: string): string => `<w:ins ${BY}>${r(words)}</w:ins>`;
export const del = (words: string): string => `<w:del ${BY}>${r(words, 'delText')}</w:del>`;
export const BY_ANA = BY;

const ODF = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const OTHER =
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** An OpenDocument text with that body. */
export const odt = (body: string, styles = '', parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${ODF} ${OTHER}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        `<office:document ${ODF} ${OTHER} xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${content}</office:document>`,
      ]),
    ),
  });

const X =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A workbook with one sheet of those rows, the strings its cells name, and the format codes of its styles, from 1. */
export const xlsx = (rows: string, strings: readonly string[] = [], formats: readonly string[] = []): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${X}><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${X}><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${X}>${strings.map((words) => `<si><t>${words}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${X}><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
  });

/** A PDF of those page contents (the operators that draw), each in Helvetica 12 as /F; `page` is put into each page's own record. */
export function pdf(pages: readonly string[], info = '', page = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> >> ${page} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(
    `${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    'latin1',
  );
}
export const line = (words: string, x: number, y: number, size = 12): string =>
  `BT /F ${size} Tf ${x} ${y} Td (${words}) Tj ET`;
