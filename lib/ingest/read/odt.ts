import { refuse } from '#lib/platform/result.ts';
import { addressIn } from './html-text.ts';
import { detailsOf, listsOf, type Parts, partsOf } from './odt-parts.ts';
import { isRead, newOffice, type Office, type Taking, type Tracked } from './office.ts';
import type { ReadDocument } from './types.ts';
import { childAt, childrenOf, isElement, readXml, wordsOf, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** A change as the document lists it at its head: its words stand there where they were taken out. */
type Region = { readonly tracked: Tracked; readonly content: readonly XmlElement[] };

type Body = {
  readonly office: Office;
  readonly parts: Parts;
  readonly regions: ReadonlyMap<string, Region>;
  /** Insertions that have begun and not ended. */
  readonly inserted: Tracked[];
  readonly comments: Map<string, { readonly text: string; readonly author: string | null; readonly start: number }>;
  readonly styled: Map<'title' | 'author' | 'date', { readonly start: number; readonly end: number }>;
  readonly lists: { readonly isOrdered: boolean; count: number }[];
  boxes: XmlElement[];
  goesOn: boolean;
};

/** The text of an OpenDocument text, with its notes and the changes that it tracks. */
export function readOdt(archive: Archive, taking: Taking): Omit<ReadDocument, 'kind' | 'warnings'> {
  const part = (name: string): XmlElement | null => {
    const bytes = archive.unpack(name);
    return bytes === null ? null : readXml(bytes);
  };
  const manifest = part('META-INF/manifest.xml');
  const isLocked = manifest?.children.some((entry) => isElement(entry) && childAt(entry, 'manifest:encryption-data'));
  if (isLocked) refuse('invalid', 'file-encrypted', { field: 'text' });
  const document = part('content.xml');
  const content = document ? childAt(document, 'office:body', 'office:text') : undefined;
  if (!document || !content) refuse('invalid', 'file-broken', { field: 'text' });
  const body: Body = {
    office: newOffice(taking),
    parts: partsOf([part('styles.xml'), document]),
    regions: regionsOf(content),
    inserted: [],
    comments: new Map(),
    styled: new Map(),
    lists: [],
    boxes: [],
    goesOn: false,
  };
  blocks(body, content);
  const read = body.office.finish();
  const said = (name: 'title' | 'author' | 'date'): string | null => {
    const stretch = body.styled.get(name);
    return stretch ? read.text.slice(stretch.start, stretch.end) : null;
  };
  return { ...read, details: detailsOf(part('meta.xml'), said) };
}

function regionsOf(content: XmlElement): ReadonlyMap<string, Region> {
  const regions = new Map<string, Region>();
  for (const region of childrenOf(childAt(content, 'text:tracked-changes') ?? content, 'text:changed-region')) {
    const id = region.attributes.get('text:id') ?? region.attributes.get('xml:id') ?? '';
    const change = region.children.filter(isElement).find(({ name }) => /^text:(?:insertion|deletion)$/.test(name));
    if (!change) continue;
    const info = childAt(change, 'office:change-info');
    const said = (name: string): string | null => {
      const element = info && childAt(info, name);
      return element ? wordsOf(element).trim() || null : null;
    };
    regions.set(id, {
      tracked: {
        kind: change.name === 'text:insertion' ? 'inserted' : 'deleted',
        author: said('dc:creator'),
        at: said('dc:date'),
      },
      content: change.children.filter(isElement).filter(({ name }) => name !== 'office:change-info'),
    });
  }
  return regions;
}

const BLOCK_WRAPPERS = new Set([
  'text:section',
  'text:index-body',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:bibliography',
  'text:index-title',
  'text:numbered-paragraph',
  'text:list-header',
  'draw:text-box',
]);

function blocks(body: Body, parent: XmlElement): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    if (child.name === 'text:p' || child.name === 'text:h') paragraph(body, child, null);
    else if (child.name === 'text:list') list(body, child);
    else if (child.name === 'table:table') table(body, child);
    else if (BLOCK_WRAPPERS.has(child.name)) blocks(body, child);
    else mark(body, child);
  }
}

function list(body: Body, element: XmlElement): void {
  const name = element.attributes.get('text:style-name') ?? '';
  const isOrdered = listsOf(body.parts, name, body.lists.length);
  body.lists.push({ isOrdered: name === '' ? (body.lists.at(-1)?.isOrdered ?? isOrdered) : isOrdered, count: 0 });
  for (const item of element.children.filter(isElement)) {
    if (item.name !== 'text:list-item') {
      blocks(body, item);
      continue;
    }
    const open = body.lists.at(-1);
    let isFirst = true;
    for (const child of item.children.filter(isElement)) {
      if (isFirst && open && (child.name === 'text:p' || child.name === 'text:h')) {
        open.count += 1;
        paragraph(body, child, open.isOrdered ? `${open.count}. ` : '• ');
      } else blocks(body, { ...item, children: [child] });
      isFirst = false;
    }
  }
  body.lists.pop();
}

function paragraph(body: Body, element: XmlElement, lead: string | null): void {
  const { office } = body;
  if (!(body.goesOn && office.writer.isWritten())) office.writer.open(lead === null ? 'paragraph' : 'item', lead ?? '');
  const start = office.writer.here();
  inline(body, element);
  const end = office.writer.here();
  const part = body.parts.partOf(element.attributes.get('text:style-name') ?? '');
  if (part !== null && end > start && !body.styled.has(part)) body.styled.set(part, { start, end });
  const inserted = body.inserted.at(-1) ?? null;
  office.endParagraph(inserted);
  body.goesOn = !isRead(inserted, office.taking);
  const { boxes } = body;
  body.boxes = [];
  for (const box of boxes) blocks(body, box);
}

const NOT_SHOWN = new Set([
  'text:tracked-changes',
  'office:forms',
  'text:sequence-decls',
  'text:variable-decls',
  'text:ruby-text',
  'text:bookmark',
  'office:event-listeners',
]);

function inline(body: Body, parent: XmlElement): void {
  const { office } = body;
  const tracked = (): Tracked | null => body.inserted.at(-1) ?? null;
  for (const child of parent.children) {
    if (!isElement(child)) {
      office.say(child, tracked());
      continue;
    }
    const { name, attributes } = child;
    if (name === 'text:s') office.say(' ', tracked());
    else if (name === 'text:tab') office.say('\t', tracked());
    else if (name === 'text:line-break') {
      if (isRead(tracked(), office.taking)) office.writer.breakLine();
    } else if (name === 'text:note') {
      const words = childAt(child, 'text:note-body');
      if (words && isRead(tracked(), office.taking))
        office.note('footnote', plainWords(words), null, office.writer.here());
    } else if (name === 'text:a') {
      const start = office.writer.here();
      inline(body, child);
      const href = addressIn(attributes.get('xlink:href') ?? null, null);
      if (href !== null && office.writer.here() > start) office.link(href, start);
    } else if (name === 'draw:frame' || name === 'draw:custom-shape') body.boxes.push(child);
    else if (!mark(body, child) && !NOT_SHOWN.has(name)) inline(body, child);
  }
}

/** What begins or ends at a point: changes and comments. */
function mark(body: Body, element: XmlElement): boolean {
  const { office, regions, inserted, comments } = body;
  const { name, attributes } = element;
  const region = regions.get(attributes.get('text:change-id') ?? '');
  if (name === 'text:change-start') {
    if (region) inserted.push(region.tracked);
  } else if (name === 'text:change-end') {
    const at = region ? inserted.lastIndexOf(region.tracked) : -1;
    if (at >= 0) inserted.splice(at, 1);
  } else if (name === 'text:change') {
    if (region?.tracked.kind === 'deleted') deleted(body, region);
  } else if (name === 'office:annotation') {
    const comment = commentOf(element);
    const id = attributes.get('office:name') ?? '';
    if (id === '') office.note('comment', comment.text, comment.author, office.writer.here());
    else comments.set(id, { ...comment, start: office.writer.here() });
  } else if (name === 'office:annotation-end') {
    const id = attributes.get('office:name') ?? '';
    const comment = comments.get(id);
    if (comment) office.note('comment', comment.text, comment.author, comment.start);
    comments.delete(id);
  } else return name === 'text:tracked-changes';
  return true;
}

/** Words that were taken out, put back where they stood: over the end of a paragraph where they ran over it. */
function deleted({ office }: Body, { tracked, content }: Region): void {
  content.forEach((block, i) => {
    if (i > 0) {
      office.endParagraph(tracked);
      if (isRead(tracked, office.taking)) office.writer.open('paragraph');
    }
    office.say(plainWords(block), tracked);
  });
}

const commentOf = (element: XmlElement): { readonly text: string; readonly author: string | null } => {
  const creator = childAt(element, 'dc:creator');
  return {
    author: creator ? wordsOf(creator).trim() || null : null,
    text: element.children
      .filter(isElement)
      .filter(({ name }) => name === 'text:p' || name === 'text:list')
      .map(plainWords)
      .join('\n'),
  };
};

/** The words of a note, of a comment, of what was taken out. */
function plainWords(element: XmlElement): string {
  return element.children
    .map((child): string => {
      if (!isElement(child)) return child.replace(/\s+/g, ' ');
      if (child.name === 'text:s' || child.name === 'text:tab' || child.name === 'text:line-break') return ' ';
      if (NOT_SHOWN.has(child.name) || child.name === 'text:note' || child.name === 'office:annotation') return '';
      return plainWords(child) + (child.name === 'text:p' && child !== element.children.at(-1) ? '\n' : '');
    })
    .join('');
}

const MOST_IN_CELL = 600;
const MOST_REPEATED = 50;

function table(body: Body, element: XmlElement): void {
  const rows = rowsOf(element);
  const cells = rows.map((row) => childrenOf(row, 'table:table-cell'));
  const isData = cells.some((row) => row.length > 1) && cells.flat().every(isShort);
  if (!isData) {
    for (const cell of cells.flat()) blocks(body, cell);
    return;
  }
  const { writer } = body.office;
  body.goesOn = false;
  writer.table();
  for (const row of cells) {
    writer.row();
    for (const cell of row) {
      const number = (name: string): number => {
        const value = Number(cell.attributes.get(name) ?? 1);
        return Number.isInteger(value) && value > 0 ? Math.min(value, MOST_REPEATED) : 1;
      };
      const repeated = number('table:number-columns-repeated');
      for (let i = 0; i < repeated; i += 1) {
        writer.cell(number('table:number-columns-spanned'), number('table:number-rows-spanned'));
        blocks(body, cell);
      }
    }
  }
  writer.endTable();
}

const rowsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter(isElement).flatMap((child) => {
    if (child.name === 'table:table-row') return [child];
    return /^table:table-(?:header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });

const isShort = (cell: XmlElement): boolean =>
  childrenOf(cell, 'table:table').length === 0 &&
  childrenOf(cell, 'text:p').length <= 3 &&
  wordsOf(cell).length <= MOST_IN_CELL;
