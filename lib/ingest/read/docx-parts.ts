/** The parts of a Word document beside its text: relations, styles, notes, comments, properties. */
import { languageTag, line, localDate } from './detail-words.ts';
import { isRead, type Taking, type Tracked } from './office.ts';
import type { Detail, DocumentDetails } from './types.ts';
import { childAt, childrenOf, isElement, wordsOf, type XmlElement } from './xml.ts';

/** Addresses outside the document, by the ids that its text names them by. */
export const relationsOf = (part: XmlElement | null): ReadonlyMap<string, string> =>
  new Map(
    (part ? childrenOf(part, 'rel:Relationship') : [])
      .filter(({ attributes }) => attributes.get('TargetMode') === 'External')
      .map(({ attributes }) => [attributes.get('Id') ?? '', attributes.get('Target') ?? '']),
  );

type Style = {
  readonly isHeading: boolean;
  readonly part: 'title' | 'author' | 'date' | null;
  readonly list: XmlElement | null;
};
const PLAIN: Style = { isHeading: false, part: null, list: null };

const PARTS: readonly (readonly [NonNullable<Style['part']>, RegExp])[] = [
  ['title', /^(?:title|headline|head|hed)$/i],
  ['author', /^(?:by-?line|authors?)$/i],
  ['date', /^(?:dateline|date|publication date)$/i],
];

/** What a style's name says its paragraphs are, whatever the program or the newsroom calls it. */
export const partNamed = (name: string): Style['part'] =>
  PARTS.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null;

/** What styles are called, by their ids. */
export const stylesNamed = (part: XmlElement | null): ReadonlyMap<string, string> =>
  new Map(
    (part ? childrenOf(part, 'w:style') : []).map((style) => [
      style.attributes.get('w:styleId') ?? '',
      childAt(style, 'w:name')?.attributes.get('w:val') ?? '',
    ]),
  );

export function stylesOf(part: XmlElement | null): (id: string | null) => Style {
  const styles = new Map<string, Style>();
  for (const style of part ? childrenOf(part, 'w:style') : []) {
    const name = childAt(style, 'w:name')?.attributes.get('w:val') ?? '';
    styles.set(style.attributes.get('w:styleId') ?? '', {
      isHeading: /^(?:heading \d|title|subtitle)$/i.test(name),
      part: partNamed(name),
      list: childAt(style, 'w:pPr', 'w:numPr') ?? null,
    });
  }
  return (id) => styles.get(id ?? '') ?? PLAIN;
}

type Note = { readonly text: string; readonly author: string | null };

/** Footnotes or endnotes by their ids; the lines that part them from the text are none. */
export const notesOf = (part: XmlElement | null, name: string, taking: Taking): ReadonlyMap<string, Note> =>
  new Map(
    (part ? childrenOf(part, name) : [])
      .filter(({ attributes }) => !attributes.has('w:type') || attributes.get('w:type') === 'normal')
      .map((note) => [note.attributes.get('w:id') ?? '', { text: paragraphsOf(note, taking), author: null }]),
  );

export const commentsOf = (part: XmlElement | null, taking: Taking): ReadonlyMap<string, Note> =>
  new Map(
    (part ? childrenOf(part, 'w:comment') : []).map((comment) => [
      comment.attributes.get('w:id') ?? '',
      { text: paragraphsOf(comment, taking), author: comment.attributes.get('w:author')?.trim() || null },
    ]),
  );

const paragraphsOf = (note: XmlElement, taking: Taking): string =>
  childrenOf(note, 'w:p')
    .map((paragraph) => plainWords(paragraph, taking).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

const OLD: readonly string[] = ['w:del', 'w:moveFrom'];
const NEW: readonly string[] = ['w:ins', 'w:moveTo'];

function plainWords(element: XmlElement, taking: Taking): string {
  return element.children
    .filter(isElement)
    .map((child): string => {
      const kind: Tracked['kind'] | null = OLD.includes(child.name)
        ? 'deleted'
        : NEW.includes(child.name)
          ? 'inserted'
          : null;
      if (kind !== null && !isRead({ kind, author: null, at: null }, taking)) return '';
      if (child.name === 'w:t' || child.name === 'w:delText') return wordsOf(child);
      if (child.name === 'w:tab' || child.name === 'w:br') return ' ';
      return child.name === 'w:pPr' || child.name === 'w:rPr' ? '' : plainWords(child, taking);
    })
    .join('');
}

/** What paragraphs in styles for it say: the writer has marked them so. */
export function styledAs(
  said: (name: 'title' | 'author' | 'date') => string | null,
): Pick<DocumentDetails, 'title' | 'author' | 'publishedOn'> {
  const styled = (value: string | null): Detail | null => (value === null ? null : { value, from: 'style' });
  const date = said('date');
  return {
    title: styled(line(said('title') ?? '')),
    author: styled(line((said('author') ?? '').replace(/^(?:words |text |story )?by:?\s+/i, ''))),
    publishedOn: styled(date === null ? null : localDate(date)),
  };
}

/** Of a program's properties, those that a person may have written: which day it was saved says nothing of when it appeared. */
export function coreDetails(part: XmlElement | null): DocumentDetails {
  const property = (name: string, read: (words: string) => string | null): Detail | null => {
    const element = part ? childAt(part, name) : undefined;
    const value = element ? read(wordsOf(element)) : null;
    return value === null ? null : { value, from: 'properties' };
  };
  return {
    title: property('dc:title', line),
    author: property('dc:creator', (words) => (NOBODY.test(words.trim()) ? null : line(words))),
    publisher: property('dc:publisher', line),
    publishedOn: null,
    changedOn: property('dcterms:modified', localDate),
    link: null,
    language: property('dc:language', languageTag),
    identifiers: { doi: null, isbn: null },
  };
}

/** What programs write where they do not know their user. */
export const NOBODY =
  /^(?:microsoft office user|unknown|user|admin|administrator|author|owner|python-docx|un-named|)$/i;
