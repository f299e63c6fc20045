import { detectLanguage } from '#lib/engine/index.ts';
import type { CanonicalText } from '#lib/platform/canonical.ts';
import { done, type Outcome, refused } from '#lib/platform/result.ts';
import { type Guess, guessDetails } from './guess.ts';
import { readDocument } from './read/read.ts';
import type { Detail, DocumentInput, DocumentKind, ReadDocument, ReadWarning } from './read/types.ts';

/** A file as an article: the text to check, what it seems to be, and what else was found in the file. */
export type ArticleFile = Guess & {
  readonly text: CanonicalText;
  /** The address that a page calls its own. */
  readonly link: string | null;
  readonly language: string;
  readonly found: FoundInFile;
};

/** What a person is told of a file beside its text. */
export type FoundInFile = {
  readonly kind: DocumentKind;
  /** How its tracked changes were taken. */
  readonly taken: 'accepted' | 'refused';
  readonly changes: Counted<{
    readonly kind: 'inserted' | 'deleted' | 'moved';
    readonly text: string;
    readonly author: string | null;
  }>;
  readonly notes: Counted<{
    readonly kind: 'footnote' | 'comment';
    readonly text: string;
    readonly author: string | null;
  }>;
  /** Of a page, only the readable part was taken. */
  readonly isPart: boolean;
  readonly warnings: readonly ReadWarning[];
};

/** How many there are, and the first of them, each cut to a length that can be looked over. */
export type Counted<T> = { readonly count: number; readonly first: readonly T[] };

const MOST_SHOWN = 40;
const MOST_WORDS = 400;
const MOST = { headline: 300, byline: 300, outlet: 200, link: 2000 };

/**
 * Reads a file as an article: its readable part, of a page without what stands around it, of a PDF without what stands at the head and foot of each page. Tables are no articles, nor is a PDF without words. What the document
 * says of itself in so many words wins over what its first lines seem to say; what its program noted down comes last.
 */
export async function readArticleFile(input: DocumentInput): Promise<Outcome<ArticleFile>> {
  const read = await readDocument(input);
  if (!read.ok) return read;
  const document = read.value;
  if (document.kind === 'csv' || document.kind === 'xlsx') return refused('invalid', 'file-table', { field: 'text' });
  if (document.warnings.includes('scan')) return refused('invalid', 'file-scan', { field: 'text' });
  const text = textOf(document);
  return done({
    text,
    ...detailsOf(document, guessDetails(text)),
    language: detectLanguage(text),
    found: foundIn(document, text, input.changes ?? 'accepted'),
  });
}

const textOf = ({ text, view }: ReadDocument): CanonicalText =>
  // Stretches of what is canonical, apart by line ends.
  view.map(({ start, end }) => text.slice(start, end)).join('\n\n') as CanonicalText;

function detailsOf({ details }: ReadDocument, guess: Guess): Guess & { readonly link: string | null } {
  const said = (detail: Detail | null): string | null => (detail && !isWeak(detail) ? detail.value : null);
  const noted = (detail: Detail | null): string | null => detail?.value ?? null;
  const { title, author, publisher, publishedOn, link } = details;
  return {
    headline: (said(title) ?? (guess.headline || (noted(title) ?? ''))).slice(0, MOST.headline),
    byline: cut(said(author) ?? guess.byline ?? noted(author), MOST.byline),
    outlet: cut(said(publisher) ?? guess.outlet ?? noted(publisher), MOST.outlet),
    publishedOn: said(publishedOn) ?? guess.publishedOn ?? noted(publishedOn),
    link: link !== null && link.value.length <= MOST.link ? link.value : null,
  };
}

/** Written by a program, or with the paper's name behind it. */
const isWeak = ({ from }: Detail): boolean => from === 'properties' || from === 'title' || from === 'text';
const cut = (words: string | null, most: number): string | null => words?.slice(0, most) ?? null;

function foundIn(document: ReadDocument, text: string, taken: 'accepted' | 'refused'): FoundInFile {
  const counted = <T extends { readonly text: string }, U>(items: readonly T[], pick: (item: T) => U): Counted<U> => ({
    count: items.length,
    first: items.slice(0, MOST_SHOWN).map((item) => pick({ ...item, text: item.text.trim().slice(0, MOST_WORDS) })),
  });
  return {
    kind: document.kind,
    taken,
    changes: counted(document.changes, ({ kind, text: words, author }) => ({ kind, text: words, author })),
    notes: counted(document.notes, ({ kind, text: words, author }) => ({ kind, text: words, author })),
    isPart: document.kind === 'html' && text.length < document.text.length,
    warnings: document.warnings,
  };
}
