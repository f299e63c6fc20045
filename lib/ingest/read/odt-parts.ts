/** The parts of an OpenDocument text beside its text: styles and properties. */
import { languageTag, line, localDate } from './detail-words.ts';
import { partNamed, styledAs } from './docx-parts.ts';
import type { Detail, DocumentDetails } from './types.ts';
import { childAt, childrenOf, isElement, wordsOf, type XmlElement } from './xml.ts';

export type Parts = {
  /** What a paragraph's style says it is: the newsroom's own style, or the one that it was made from. */
  partOf(style: string): ReturnType<typeof partNamed>;
  readonly orderedLists: ReadonlyMap<string, readonly boolean[]>;
};

export function partsOf(documents: readonly (XmlElement | null)[]): Parts {
  const parents = new Map<string, string>();
  const names = new Map<string, string>();
  const orderedLists = new Map<string, readonly boolean[]>();
  for (const document of documents)
    for (const holder of ['office:styles', 'office:automatic-styles'])
      for (const style of (document && childAt(document, holder))?.children.filter(isElement) ?? []) {
        const name = style.attributes.get('style:name') ?? '';
        if (style.name === 'text:list-style')
          orderedLists.set(
            name,
            style.children.filter(isElement).map((level) => level.name === 'text:list-level-style-number'),
          );
        if (style.name !== 'style:style') continue;
        parents.set(name, style.attributes.get('style:parent-style-name') ?? '');
        names.set(name, style.attributes.get('style:display-name') ?? name);
      }
  return {
    orderedLists,
    partOf(style) {
      const own = (name: string) => partNamed((names.get(name) ?? name).replaceAll('_20_', ' '));
      return own(style) ?? own(parents.get(style) ?? '');
    },
  };
}

export const listsOf = ({ orderedLists }: Parts, name: string, depth: number): boolean =>
  orderedLists.get(name)?.[depth] ?? false;

export function detailsOf(
  part: XmlElement | null,
  said: (name: 'title' | 'author' | 'date') => string | null,
): DocumentDetails {
  const meta = part ? childAt(part, 'office:meta') : undefined;
  const property = (names: readonly string[], read: (words: string) => string | null): Detail | null => {
    for (const name of names) {
      const element = meta ? childrenOf(meta, name)[0] : undefined;
      const value = element ? read(wordsOf(element)) : null;
      if (value !== null) return { value, from: 'properties' };
    }
    return null;
  };
  const styled = styledAs(said);
  return {
    title: styled.title ?? property(['dc:title'], line),
    author: styled.author ?? property(['meta:initial-creator', 'dc:creator'], line),
    publisher: null,
    publishedOn: styled.publishedOn,
    changedOn: property(['dc:date'], localDate),
    link: null,
    language: property(['dc:language'], languageTag),
    identifiers: { doi: null, isbn: null },
  };
}
