import { writable } from '../copy/blocks.ts';
import type { Line } from '../outline/index.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text in XML, of an element or of an attribute in double quotes. */
export const written = (text: string): string => writable(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Signs that a document has elements for. */
const SIGNS: Readonly<Record<string, string>> = {
  '\n': '<w:br/>',
  '\t': '<w:tab/>',
  '\u00ad': '<w:softHyphen/>',
  '\u2011': '<w:noBreakHyphen/>',
};

/** What a run holds: words, and what stands for line ends and the like. `tag` is `w:delText` for words that are taken out. */
const content = (text: string, tag: 'w:t' | 'w:delText'): string =>
  writable(text)
    .split(/([\n\t\u00ad\u2011])/)
    .filter((part) => part !== '')
    .map((part) => SIGNS[part] ?? `<${tag} xml:space="preserve">${written(part)}</${tag}>`)
    .join('');

type Looks = { readonly style?: string | undefined; readonly isDeleted?: boolean };

/** A run of words; nothing where there are none. */
export function run(text: string, { style, isDeleted = false }: Looks = {}): string {
  const inside = content(text, isDeleted ? 'w:delText' : 'w:t');
  if (inside === '') return '';
  return `<w:r>${style ? `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>` : ''}${inside}</w:r>`;
}

const LOOKS = { plain: undefined, strong: 'Strong', deleted: 'ReportOut', inserted: 'ReportIn' } as const;

/** A line of the outline. What leads somewhere within the document does so where `isLinked`. */
export const runsOf = (line: Line, isLinked = false): string =>
  line
    .map(({ text, as, to }) => {
      const words = run(text, { style: LOOKS[as] });
      return isLinked && to !== null ? `<w:hyperlink w:anchor="${bookmarkName(to)}">${words}</w:hyperlink>` : words;
    })
    .join('');

/** A paragraph of a style, with what it holds. */
export const paragraph = (style: string, inside: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inside}</w:p>`;

/** The name of a bookmark for a part of the outline, as Word allows it. */
export const bookmarkName = (id: string): string => id.replace(/[^A-Za-z0-9]/g, '_');
