import { refuse } from '#lib/platform/result.ts';
import { numberingOf } from './docx-lists.ts';
import { commentsOf, coreDetails, notesOf, relationsOf, styledAs, stylesOf } from './docx-parts.ts';
import { cellsOf, isData, rowsOf } from './docx-tables.ts';
import { addressIn } from './html-text.ts';
import { isRead, newOffice, type Office, type Taking, type Tracked } from './office.ts';
import type { Detail, ReadDocument } from './types.ts';
import { childAt, childrenOf, isElement, readXml, within, wordsOf, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

type Note = { readonly text: string; readonly author: string | null };

/** What the walk over a document's body knows and keeps. */
type Body = {
  readonly office: Office;
  readonly links: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, Note>;
  readonly endnotes: ReadonlyMap<string, Note>;
  readonly comments: ReadonlyMap<string, Note>;
  readonly styles: ReturnType<typeof stylesOf>;
  readonly numbering: ReturnType<typeof numberingOf>;
  /** Where comments begin that have not ended, by their id. */
  readonly commented: Map<string, number>;
  /** Fields that are open: what they are told, which is not shown, and what they show. */
  readonly fields: { code: string; isCode: boolean; start: number }[];
  /** Text boxes of the paragraph: they come after it. */
  boxes: { readonly content: XmlElement; readonly tracked: Tracked | null }[];
  /** The end of the paragraph before is not read: the next one goes on in it. */
  goesOn: boolean;
  readonly styled: Map<'title' | 'author' | 'date', { readonly start: number; end: number }>;
};

/** The text of a Word document, with its notes and the changes that it tracks. */
export function readDocx(archive: Archive, taking: Taking): Omit<ReadDocument, 'kind' | 'warnings'> {
  const main = mainPart(archive);
  const part = (name: string): XmlElement | null => {
    const bytes = archive.unpack(name);
    return bytes === null ? null : readXml(bytes);
  };
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const document = part(main);
  const content = document && childAt(document, 'w:body');
  if (!content) refuse('invalid', 'file-broken', { field: 'text' });
  const relations = relationsOf(part(`${folder}_rels/${main.slice(folder.length)}.rels`));
  const office = newOffice(taking);
  const styles = stylesOf(part(`${folder}styles.xml`));
  const body: Body = {
    office,
    links: relations,
    footnotes: notesOf(part(`${folder}footnotes.xml`), 'w:footnote', taking),
    endnotes: notesOf(part(`${folder}endnotes.xml`), 'w:endnote', taking),
    comments: commentsOf(part(`${folder}comments.xml`), taking),
    styles,
    numbering: numberingOf(part(`${folder}numbering.xml`)),
    commented: new Map(),
    fields: [],
    boxes: [],
    goesOn: false,
    styled: new Map(),
  };
  blocks(body, content, null);
  const read = office.finish();
  const said = (name: 'title' | 'author' | 'date'): string | null => {
    const stretch = body.styled.get(name);
    return stretch ? read.text.slice(stretch.start, stretch.end).replace(/\s+/g, ' ').trim() || null : null;
  };
  return { ...read, details: withStyled(coreDetails(part('docProps/core.xml')), said) };
}

function withStyled(
  details: ReadDocument['details'],
  said: (name: 'title' | 'author' | 'date') => string | null,
): ReadDocument['details'] {
  const found = styledAs(said);
  const or = (styled: Detail | null, other: Detail | null): Detail | null => styled ?? other;
  return {
    ...details,
    title: or(found.title, details.title),
    author: or(found.author, details.author),
    publishedOn: or(found.publishedOn, details.publishedOn),
  };
}

function mainPart(archive: Archive): string {
  const bytes = archive.unpack('_rels/.rels');
  const targets = bytes === null ? [] : childrenOf(readXml(bytes), 'rel:Relationship');
  const main = targets.find((each) => /\/officeDocument$/.test(each.attributes.get('Type') ?? ''));
  const target = main?.attributes.get('Target')?.replace(/^\//, '');
  return target && archive.names.includes(target) ? target : 'word/document.xml';
}

const CHANGES: Readonly<Record<string, Tracked['kind']>> = {
  'w:ins': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'moved-from',
  'w:moveTo': 'moved-to',
};

const trackedAs = (element: XmlElement): Tracked | null => {
  const kind = CHANGES[element.name];
  return kind === undefined
    ? null
    : { kind, author: element.attributes.get('w:author') ?? null, at: element.attributes.get('w:date') ?? null };
};

/** The change that is noted in an element's properties: of a paragraph's end, of a table's row. */
const changeIn = (properties: XmlElement | undefined): Tracked | null =>
  properties?.children
    .filter(isElement)
    .map(trackedAs)
    .find((found) => found !== null) ?? null;

function blocks(body: Body, parent: XmlElement, tracked: Tracked | null): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    if (child.name === 'w:p') paragraph(body, child, tracked);
    else if (child.name === 'w:tbl') table(body, child, tracked);
    else if (child.name === 'w:sdt') blocks(body, childAt(child, 'w:sdtContent') ?? child, tracked);
    else if (child.name === 'mc:AlternateContent') blocks(body, childAt(child, 'mc:Choice') ?? child, tracked);
    else if (CHANGES[child.name] !== undefined) blocks(body, child, trackedAs(child) ?? tracked);
    else if (BLOCK_WRAPPERS.has(child.name)) blocks(body, child, tracked);
    else if (!mark(body, child)) continue;
  }
}

const BLOCK_WRAPPERS = new Set(['w:customXml', 'w:smartTag', 'w:txbxContent', 'mc:Choice']);

function paragraph(body: Body, element: XmlElement, tracked: Tracked | null): void {
  const { office, styles, numbering } = body;
  const properties = childAt(element, 'w:pPr');
  const style = styles(childAt(properties ?? element, 'w:pStyle')?.attributes.get('w:val') ?? null);
  if (!(body.goesOn && office.writer.isWritten())) {
    const lead = style.isHeading ? null : numbering(childAt(properties ?? element, 'w:numPr') ?? style.list);
    office.writer.open(lead === null ? 'paragraph' : 'item', lead ?? '');
  }
  const start = office.writer.here();
  inline(body, element, tracked);
  const wanted = style.part;
  if (wanted !== null && !body.styled.has(wanted) && office.writer.here() > start)
    body.styled.set(wanted, { start, end: office.writer.here() });
  const end = changeIn(childAt(element, 'w:pPr', 'w:rPr')) ?? tracked;
  office.endParagraph(end);
  body.goesOn = !isRead(end, office.taking);
  const { boxes } = body;
  body.boxes = [];
  for (const box of boxes) blocks(body, box.content, box.tracked);
}

const INLINE_WRAPPERS = new Set([
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'w:rubyBase',
  'w:subDoc',
]);

function inline(body: Body, parent: XmlElement, tracked: Tracked | null): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    const change = trackedAs(child);
    if (change) inline(body, child, change);
    else if (child.name === 'w:r') run(body, child, tracked);
    else if (child.name === 'w:hyperlink') {
      const start = body.office.writer.here();
      inline(body, child, tracked);
      linked(body, body.links.get(child.attributes.get('r:id') ?? '') ?? null, start);
    } else if (child.name === 'w:fldSimple') {
      const start = body.office.writer.here();
      inline(body, child, tracked);
      linked(body, addressOfField(child.attributes.get('w:instr') ?? ''), start);
    } else if (child.name === 'w:sdt') inline(body, childAt(child, 'w:sdtContent') ?? child, tracked);
    else if (child.name === 'm:oMath' || child.name === 'm:oMathPara')
      body.office.say([...within(child, 'm:t')].map(wordsOf).join(''), tracked);
    else if (INLINE_WRAPPERS.has(child.name)) inline(body, child, tracked);
    else mark(body, child);
  }
}

function linked({ office }: Body, href: string | null, start: number): void {
  const address = addressIn(href, null);
  if (address !== null && office.writer.here() > start) office.link(address, start);
}

const addressOfField = (code: string): string | null => /^\s*HYPERLINK\s+"([^"]{1,2000})"/i.exec(code)?.[1] ?? null;

/** Where a comment begins or ends. */
function mark({ office, commented, comments }: Body, element: XmlElement): boolean {
  const id = element.attributes.get('w:id') ?? '';
  if (element.name === 'w:commentRangeStart') commented.set(id, office.writer.here());
  else if (element.name === 'w:commentRangeEnd') {
    const comment = comments.get(id);
    const start = commented.get(id);
    if (comment && start !== undefined) office.note('comment', comment.text, comment.author, start);
    commented.set(id, -1);
  } else return false;
  return true;
}

function run(body: Body, element: XmlElement, tracked: Tracked | null): void {
  const { office } = body;
  const properties = childAt(element, 'w:rPr');
  if (isOn(properties && childAt(properties, 'w:vanish'))) return;
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.name === 'w:fldChar') field(body, child);
    else if (child.name === 'w:instrText') {
      const open = body.fields.at(-1);
      if (open?.isCode) open.code += wordsOf(child);
    } else if (body.fields.some(({ isCode }) => isCode)) continue;
    else if (child.name === 'w:t' || child.name === 'w:delText') office.say(wordsOf(child), tracked);
    else if (SIGNS[child.name] !== undefined) office.say(SIGNS[child.name] ?? '', tracked);
    else if (child.name === 'w:br' || child.name === 'w:cr') {
      if (isRead(tracked, office.taking)) office.writer.breakLine();
    } else if (child.name === 'w:footnoteReference' || child.name === 'w:endnoteReference')
      footnote(body, child, tracked);
    else if (child.name === 'w:commentReference') pointComment(body, child);
    else if (child.name === 'w:ruby') inline(body, childAt(child, 'w:rubyBase') ?? child, tracked);
    else if (CANVASES.has(child.name)) {
      const shown = child.name === 'mc:AlternateContent' ? (childAt(child, 'mc:Choice') ?? child) : child;
      for (const content of within(shown, 'w:txbxContent')) body.boxes.push({ content, tracked });
    }
  }
}

const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '\u2011' };
const CANVASES = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent']);
const isOn = (property: XmlElement | undefined): boolean =>
  property !== undefined && !/^(?:0|false|off)$/.test(property.attributes.get('w:val') ?? '1');

function field(body: Body, element: XmlElement): void {
  const type = element.attributes.get('w:fldCharType');
  const start = body.office.writer.here();
  if (type === 'begin') body.fields.push({ code: '', isCode: true, start });
  const open = body.fields.at(-1);
  if (type === 'separate' && open) Object.assign(open, { isCode: false, start });
  if (type === 'end' && open) {
    body.fields.pop();
    linked(body, addressOfField(open.code), open.start);
  }
}

function footnote({ office, footnotes, endnotes }: Body, element: XmlElement, tracked: Tracked | null): void {
  if (!isRead(tracked, office.taking)) return;
  const notes = element.name === 'w:footnoteReference' ? footnotes : endnotes;
  const note = notes.get(element.attributes.get('w:id') ?? '');
  if (note) office.note('footnote', note.text, note.author, office.writer.here());
}

/** A comment without a stretch of its own hangs where it is named. */
function pointComment({ office, comments, commented }: Body, element: XmlElement): void {
  const id = element.attributes.get('w:id') ?? '';
  const comment = comments.get(id);
  if (comment && !commented.has(id)) office.note('comment', comment.text, comment.author, office.writer.here());
}

function table(body: Body, element: XmlElement, tracked: Tracked | null): void {
  const rows = rowsOf(element);
  if (!isData(rows)) {
    for (const row of rows)
      for (const cell of cellsOf(row)) blocks(body, cell, changeIn(childAt(row, 'w:trPr')) ?? tracked);
    return;
  }
  const { writer } = body.office;
  body.goesOn = false;
  writer.table();
  for (const row of rows) {
    const change = changeIn(childAt(row, 'w:trPr')) ?? tracked;
    if (isRead(change, body.office.taking)) writer.row();
    for (const cell of cellsOf(row)) {
      const span = Number(childAt(cell, 'w:tcPr', 'w:gridSpan')?.attributes.get('w:val') ?? 1);
      if (isRead(change, body.office.taking)) writer.cell(span > 0 && span <= 100 ? span : 1);
      blocks(body, cell, change);
    }
  }
  writer.endTable();
}
