import type { CopyOf } from '../copy/index.ts';
import type { Outline } from '../outline/index.ts';
import { say } from '../outline/words.ts';
import { NAMESPACES, secondOf } from './comments.ts';
import { paragraph, run, written } from './runs.ts';

const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

const PARTS: readonly (readonly [path: string, type: string])[] = [
  ['/word/document.xml', `${WORD}.document.main+xml`],
  ['/word/styles.xml', `${WORD}.styles+xml`],
  ['/word/settings.xml', `${WORD}.settings+xml`],
  ['/word/comments.xml', `${WORD}.comments+xml`],
  ['/word/commentsExtended.xml', `${WORD}.commentsExtended+xml`],
  ['/word/header1.xml', `${WORD}.header+xml`],
  ['/word/header2.xml', `${WORD}.header+xml`],
  ['/word/footer1.xml', `${WORD}.footer+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['/docProps/app.xml', `${OFFICE}.extended-properties+xml`],
  ['/docProps/custom.xml', `${OFFICE}.custom-properties+xml`],
];

export const contentTypes = (): string =>
  [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...PARTS.map(([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`),
    '</Types>',
  ].join('');

const relation = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${more}/>`;

export const packageRelations = (): string =>
  [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    relation('rId1', `${DOCUMENT}/officeDocument`, 'word/document.xml'),
    relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    relation('rId3', `${DOCUMENT}/extended-properties`, 'docProps/app.xml'),
    relation('rId4', `${DOCUMENT}/custom-properties`, 'docProps/custom.xml'),
    '</Relationships>',
  ].join('');

/** The document's relations: its own parts, then the addresses it leads to, each under its id. */
export const documentRelations = (links: ReadonlyMap<string, string>): string =>
  [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    relation('rId1', `${DOCUMENT}/styles`, 'styles.xml'),
    relation('rId2', `${DOCUMENT}/settings`, 'settings.xml'),
    relation('rId3', `${DOCUMENT}/comments`, 'comments.xml'),
    relation('rId4', 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended', 'commentsExtended.xml'),
    relation('rId5', `${DOCUMENT}/header`, 'header1.xml'),
    relation('rId6', `${DOCUMENT}/header`, 'header2.xml'),
    relation('rId7', `${DOCUMENT}/footer`, 'footer1.xml'),
    ...[...links].map(([address, id]) =>
      relation(id, `${DOCUMENT}/hyperlink`, written(address), ' TargetMode="External"'),
    ),
    '</Relationships>',
  ].join('');

/** What the writer changes is tracked, as an editor would have it. */
export const SETTINGS = `<w:settings ${NAMESPACES}><w:trackRevisions/><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

export const SECTION =
  '<w:sectPr><w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/><w:footerReference w:type="default" r:id="rId7"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1274" w:bottom="1134" w:left="1274" w:header="624" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>';

const header = (lines: readonly string[]): string => {
  const set = (words: string, i: number) =>
    paragraph('ReportRunning', run(words), `<w:spacing w:after="${i === lines.length - 1 ? 280 : 40}"/>`);
  return `<w:hdr ${NAMESPACES}>${lines.map(set).join('')}</w:hdr>`;
};

/** On the first page what to do with the copy; on the others what it is of. */
export const firstHeader = (outline: Outline): string => header([outline.kicker, say('copyHow')]);
export const otherHeader = (outline: Outline): string => header([`${outline.title} · ${outline.running}`]);

const field = (code: string): string => `<w:fldSimple w:instr=" ${code} ">${run('1')}</w:fldSimple>`;
export const footer = (): string =>
  `<w:ftr ${NAMESPACES}>${paragraph('ReportRunning', `${run(`${say('page')} `)}${field('PAGE')}${run(' / ')}${field('NUMPAGES')}`, '<w:jc w:val="center"/>')}</w:ftr>`;

/** What programs show of a document without opening it. */
export function coreProperties(outline: Outline): string {
  const at = `<dcterms:created xsi:type="dcterms:W3CDTF">${secondOf(outline.frozenAt)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${secondOf(outline.frozenAt)}</dcterms:modified>`;
  return [
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${written(outline.title)}</dc:title><dc:subject>${written(outline.running)}</dc:subject><dc:creator>${written(outline.desk)}</dc:creator>`,
    `<dc:description>${written(outline.kicker)}</dc:description><cp:lastModifiedBy>${written(outline.desk)}</cp:lastModifiedBy>`,
    outline.language === null ? '' : `<dc:language>${written(outline.language)}</dc:language>`,
    at,
    '</cp:coreProperties>',
  ].join('');
}

export const APP = `<Properties xmlns="${DOCUMENT.replace('relationships', 'extended-properties')}"><Application>Stet</Application></Properties>`;

/** By what a copy is known when it comes back. */
export const COPY_PROPERTIES = { article: 'StetArticle', number: 'StetReport', digest: 'StetDigest' } as const;

export function customProperties(of: CopyOf): string {
  const values = [
    [COPY_PROPERTIES.article, of.article],
    [COPY_PROPERTIES.number, String(of.number)],
    [COPY_PROPERTIES.digest, of.digest],
  ] as const;
  const property = (name: string, value: string, i: number) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${i + 2}" name="${name}"><vt:lpwstr>${written(value)}</vt:lpwstr></property>`;
  return `<Properties xmlns="${DOCUMENT.replace('relationships', 'custom-properties')}" xmlns:vt="${DOCUMENT.replace('relationships', 'docPropsVTypes')}">${values.map(([name, value], i) => property(name, value, i)).join('')}</Properties>`;
}
