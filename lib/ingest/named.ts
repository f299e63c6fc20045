import { reanchor, type Span, type SplitText } from '#lib/anchor/reanchor.ts';
import { readDocument } from './read/read.ts';
import type { DocumentInput, ReadDocument } from './read/types.ts';

/** A source that an article's own document names: in a footnote, in a comment at its margin, behind a link, or by an address that it writes out. */
export type NamedSource = {
  readonly kind: 'footnote' | 'comment' | 'link';
  /** The note's words, or those that are linked. */
  readonly text: string;
  readonly author: string | null;
  /** Where it leads; null where it only tells of it. */
  readonly link: string | null;
  /** Where it stands in the article's text, in UTF-16 code units. */
  readonly at: number;
};

export type NamedAsked = {
  /** The file that the text came in; null where it was pasted. */
  readonly file: DocumentInput | null;
  /** The article as it is now, which may have been edited since. */
  readonly text: string;
};

const MOST = 300;
const MOST_WORDS = 400;
/** Where a note hangs at a point, so many characters before it are what it hangs at. */
const BEFORE = 60;

/** The sources that an article's document names, in the order of their places; what stands at words that are no longer there is left out. */
export async function namedSources({ file, text }: NamedAsked): Promise<NamedSource[]> {
  const read = file === null ? null : await readDocument(file);
  const found = [...(read?.ok ? inDocument(read.value, text) : []), ...writtenOut(text)].sort((a, b) => a.at - b.at);
  const seen = new Set<string>();
  return found
    .filter(({ kind, text: words, link, at }) => {
      // A link that writes its own address out is one, and so is one that a page says twice in a sentence.
      const key = link === null ? `${kind} ${words} ${at}` : `${link} ${Math.floor(at / BEFORE)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, MOST);
}

type Placed = Omit<NamedSource, 'at'> & { readonly span: Span };

function inDocument(document: ReadDocument, text: string): NamedSource[] {
  const before = viewOf(document);
  const placed = [...document.notes.map(noted), ...document.links.flatMap(linked(document.text))].flatMap((item) => {
    const span = before.within(item.span);
    return span ? [{ ...item, span }] : [];
  });
  const spans = placed.map(({ span }) => span);
  const now =
    before.text === text ? spans : reanchor(linesOf(before.text), linesOf(text), spans).map(({ span }) => span);
  return placed.flatMap(({ span: _, ...item }, i) => {
    const span = now[i];
    return span ? [{ ...item, at: span.end }] : [];
  });
}

const noted = ({ kind, text, author, start, end }: ReadDocument['notes'][number]): Placed => ({
  kind,
  text: brief(text),
  author,
  link: addressesIn(text)[0]?.link ?? null,
  span: start < end ? { start, end } : { start: Math.max(0, end - BEFORE), end },
});

const linked =
  (text: string) =>
  ({ start, end, href }: ReadDocument['links'][number]): Placed[] => {
    const words = text.slice(start, end).trim();
    return /^https?:\/\//i.test(href) && words !== '' && start < end
      ? [{ kind: 'link', text: brief(words), author: null, link: href, span: { start, end } }]
      : [];
  };

/** Addresses that stand in the text itself. */
const writtenOut = (text: string): NamedSource[] =>
  addressesIn(text).map(({ link, end }) => ({ kind: 'link', text: brief(link), author: null, link, at: end }));

/** An address without the marks that end a sentence or close a bracket. */
const addressesIn = (text: string): { readonly link: string; readonly end: number }[] =>
  [...text.matchAll(/https?:\/\/[^\s<>"“”]{4,2000}/gi)].map(({ index, 0: found }) => {
    const link = withoutMarks(found);
    return { link, end: index + link.length };
  });

function withoutMarks(found: string): string {
  const link = found.replace(/[.,;:!?'’…]+$/, '');
  const count = (sign: string) => link.split(sign).length;
  return link.endsWith(')') && count(')') > count('(') ? withoutMarks(link.slice(0, -1)) : link;
}

const brief = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_WORDS ? line : `${line.slice(0, MOST_WORDS).toWellFormed().trimEnd()} …`;
};

/** The part of a document that its article is, and where a stretch of the document stands in it; null for what stands outside. */
function viewOf({ text, view }: ReadDocument): {
  readonly text: string;
  readonly within: (span: Span) => Span | null;
} {
  const parts: { readonly from: number; readonly to: number; readonly at: number }[] = [];
  let at = 0;
  for (const { start, end } of view) {
    parts.push({ from: start, to: end, at });
    at += end - start + 2;
  }
  const within = ({ start, end }: Span): Span | null => {
    const part = parts.find(({ from, to }) => end > from && end <= to);
    if (!part) return null;
    const span = { start: Math.max(start, part.from) - part.from + part.at, end: end - part.from + part.at };
    return span.start < span.end ? span : null;
  };
  return { text: view.map(({ start, end }) => text.slice(start, end)).join('\n\n'), within };
}

const linesOf = (text: string): SplitText => ({
  text,
  sentences: [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length })),
});
