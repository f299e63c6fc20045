import { AppError, done, type Outcome, refuse, refused } from '#lib/platform/result.ts';
import { stylesNamed } from '../read/docx-parts.ts';
import { childAt, childrenOf, isElement, readXml, within, wordsOf, type XmlElement } from '../read/xml.ts';
import { type Archive, openArchive } from '../read/zip.ts';
import type { Change, CopyMarks, Piece, ReadComment, ReadCopy, SaidOf } from './types.ts';

/** Runs a reader of a file; what it refuses, or what nests too deeply for it, is a refusal in the outcome. */
export function reading<T>(read: () => T): Outcome<T> {
  try {
    return done(read());
  } catch (error) {
    if (error instanceof AppError) return error.refusal;
    if (error instanceof RangeError && error.message.startsWith('Maximum call stack'))
      return refused('invalid', 'reading-too-deep', { field: 'text' });
    throw error;
  }
}

const partOf = (archive: Archive, name: string): XmlElement | null => {
  const bytes = archive.unpack(name);
  return bytes === null ? null : readXml(bytes);
};
const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? '';

/** A Word document's archive. @throws AppError `return-not-docx` where it is none */
export function openDocx(bytes: Uint8Array): Archive {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuse('invalid', 'return-not-docx', { field: 'text' });
  const archive = openArchive(bytes);
  if (!archive.names.includes('word/document.xml')) refuse('invalid', 'return-not-docx', { field: 'text' });
  return archive;
}

/** Which report the file says it is a copy of; null where it says nothing of the kind. */
export function saidOf(archive: Archive, { properties }: CopyMarks): SaidOf | null {
  const part = partOf(archive, 'docProps/custom.xml');
  const said = new Map(
    part ? [...within(part, 'property')].map((one) => [attribute(one, 'name'), wordsOf(one).trim()]) : [],
  );
  const [article, number, digest] = [properties.article, properties.number, properties.digest].map((name) =>
    said.get(name),
  );
  if (article === undefined || digest === undefined || !/^\d{1,9}$/.test(number ?? '')) return null;
  return { article, number: Number(number), digest };
}

/** What the walk over the document keeps. */
type Walk = {
  readonly paragraphs: { pieces: Piece[]; end: Change | null }[];
  readonly beyond: string[];
  readonly isReport: (style: string) => boolean;
  readonly marks: CopyMarks;
  /** Words passed so far, and of each comment between which of them it stands. */
  at: number;
  words: string[];
  readonly ranges: Map<string, { from: number; to: number; on: string }>;
  readonly open: Map<string, { readonly at: number; readonly words: number }>;
  isPast: boolean;
};

/** A copy as it came back: what is a change is left one. */
export function readCopy(archive: Archive, marks: CopyMarks): ReadCopy {
  const document = partOf(archive, 'word/document.xml');
  const body = document && childAt(document, 'w:body');
  if (!body) refuse('invalid', 'file-broken', { field: 'text' });
  const names = stylesNamed(partOf(archive, 'word/styles.xml'));
  const walk: Walk = {
    paragraphs: [],
    beyond: [],
    isReport: (style) => (names.get(style) ?? style).startsWith(marks.styles),
    marks,
    at: 0,
    words: [],
    ranges: new Map(),
    open: new Map(),
    isPast: false,
  };
  blocks(walk, body, null);
  return { paragraphs: walk.paragraphs, beyond: walk.beyond, comments: commentsOf(archive, walk) };
}

const KINDS: Readonly<Record<string, Change['kind']>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
};

const changeOf = (element: XmlElement): Change | null => {
  const kind = KINDS[element.name];
  return kind === undefined
    ? null
    : { kind, by: attribute(element, 'w:author'), at: element.attributes.get('w:date') ?? null };
};

const changeIn = (properties: XmlElement | undefined): Change | null =>
  properties?.children
    .filter(isElement)
    .map(changeOf)
    .find((found) => found !== null) ?? null;

function blocks(walk: Walk, parent: XmlElement, change: Change | null): void {
  for (const child of parent.children.filter(isElement)) {
    if (child.name === 'w:p') paragraph(walk, child, change);
    else if (child.name === 'w:tr') blocks(walk, child, changeIn(childAt(child, 'w:trPr')) ?? change);
    else if (child.name === 'mc:AlternateContent') blocks(walk, childAt(child, 'mc:Choice') ?? child, change);
    else if (!mark(walk, child)) blocks(walk, child, changeOf(child) ?? change);
  }
}

function paragraph(walk: Walk, element: XmlElement, change: Change | null): void {
  const properties = childAt(element, 'w:pPr');
  const style = properties && childAt(properties, 'w:pStyle');
  const isReport = style !== undefined && walk.isReport(attribute(style, 'w:val'));
  const pieces: Piece[] = [];
  const isPast = walk.isPast;
  inline(walk, element, change, pieces);
  // The paragraph that holds the mark is past it; a mark that was lost is stood for by the report's own styles.
  if (isReport) walk.isPast = true;
  if (!walk.isPast && !isPast) {
    walk.paragraphs.push({ pieces, end: changeIn(childAt(element, 'w:pPr', 'w:rPr')) ?? change });
    return;
  }
  if (isReport) return;
  const words = pieces
    .filter((piece) => piece.change?.kind !== 'deleted')
    .map(({ text }) => text)
    .join('')
    .trim();
  if (words !== '' && words !== walk.marks.title) walk.beyond.push(words);
}

const SKIPPED = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:instrText',
  'w:footnoteReference',
]);
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:softHyphen': '\u00ad',
  'w:noBreakHyphen': '\u2011',
};

function inline(walk: Walk, parent: XmlElement, change: Change | null, pieces: Piece[]): void {
  for (const child of parent.children.filter(isElement)) {
    if (SKIPPED.has(child.name) || mark(walk, child)) continue;
    if (child.name === 'w:t' || child.name === 'w:delText') say(walk, wordsOf(child), change, pieces);
    else if (SIGNS[child.name] !== undefined) say(walk, SIGNS[child.name] ?? '', change, pieces);
    else inline(walk, child, innermost(changeOf(child), change), pieces);
  }
}

/** What is taken out of words that were put in is not there, whoever did which. */
const innermost = (inner: Change | null, outer: Change | null): Change | null => inner ?? outer;

function say(walk: Walk, text: string, change: Change | null, pieces: Piece[]): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last && isSame(last.change, change)) pieces[pieces.length - 1] = { text: last.text + text, change };
  else pieces.push({ text, change });
  walk.at += text.length;
  walk.words.push(text);
}

const isSame = (a: Change | null, b: Change | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.by === b.by && a.at === b.at);

/** Where comments begin and end, and where the article does. */
function mark(walk: Walk, element: XmlElement): boolean {
  const id = attribute(element, 'w:id');
  switch (element.name) {
    case 'w:commentRangeStart':
      walk.open.set(id, { at: walk.at, words: walk.words.length });
      return true;
    case 'w:commentRangeEnd': {
      const open = walk.open.get(id);
      if (open) walk.ranges.set(id, { from: open.at, to: walk.at, on: firstOf(walk.words, open.words) });
      return true;
    }
    case 'w:commentReference':
      // A comment without a stretch of its own hangs where it is named.
      if (!walk.ranges.has(id)) walk.ranges.set(id, { from: walk.at, to: walk.at, on: '' });
      return true;
    case 'w:bookmarkStart':
      if (attribute(element, 'w:name') === walk.marks.end) walk.isPast = true;
      return true;
    default:
      return false;
  }
}

const MOST_ON = 400;

/** The words from there on, as many as tell a place. */
function firstOf(words: readonly string[], from: number): string {
  let on = '';
  for (let at = from; at < words.length && on.length < MOST_ON; at += 1) on += words[at] ?? '';
  return on.slice(0, MOST_ON);
}

function commentsOf(archive: Archive, { ranges }: Walk): ReadComment[] {
  const part = partOf(archive, 'word/comments.xml');
  const extended = partOf(archive, 'word/commentsExtended.xml');
  const about = new Map(
    (extended ? [...within(extended, 'w15:commentEx')] : []).map((one) => [attribute(one, 'w15:paraId'), one]),
  );
  const comments = part ? childrenOf(part, 'w:comment') : [];
  // A comment is told by any of its paragraphs: programs differ in which they name.
  const idsOf = (comment: XmlElement) =>
    [...within(comment, 'w:p')].map((one) => attribute(one, 'w14:paraId')).filter((id) => id !== '');
  const byParagraph = new Map(comments.flatMap((one) => idsOf(one).map((id) => [id, attribute(one, 'w:id')])));
  return comments.map((comment): ReadComment => {
    const id = attribute(comment, 'w:id');
    const more = idsOf(comment).flatMap((one) => about.get(one) ?? []);
    const parent = more
      .map((one) => byParagraph.get(attribute(one, 'w15:paraIdParent')))
      .find((one) => one !== undefined);
    return {
      id,
      by: attribute(comment, 'w:author'),
      at: comment.attributes.get('w:date') ?? null,
      text: [...within(comment, 'w:p')].map(wordsIn).join('\n'),
      ...(ranges.get(id) ?? { from: -1, to: -1, on: '' }),
      parent: parent ?? null,
      isDone: more.some((one) => /^(?:1|true|on)$/.test(attribute(one, 'w15:done'))),
    };
  });
}

const wordsIn = (element: XmlElement): string =>
  element.children
    .filter(isElement)
    .map((child, i, all) => {
      if (SKIPPED.has(child.name) || child.name === 'w:del') return '';
      // Two in a row are two lines: LibreOffice writes a line end within a comment as no more than that.
      if (child.name === 'w:t') return `${all[i - 1]?.name === 'w:t' ? '\n' : ''}${wordsOf(child)}`;
      return SIGNS[child.name] ?? wordsIn(child);
    })
    .join('');
