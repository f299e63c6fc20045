import { detectLanguage } from '#lib/engine/index.ts';
import { type CanonicalText, cut } from '#lib/platform/canonical.ts';
import { done, type Outcome, refused } from '#lib/platform/result.ts';
import { type Guess, guessDetails } from './guess.ts';
import { readDocument } from './read/read.ts';
import type { Detail, DetailSource, DocumentInput, DocumentKind, ReadDocument, ReadWarning } from './read/types.ts';

/** A file as an article: the text to check, what it seems to be, and what else was found in the file. */
export type ArticleFile = Guess & {
  readonly text: CanonicalText;
  /** The address that a page calls its own. */
  readonly link: string | null;
  /** What each of these was read off; what is not there was read off nothing. */
  readonly from: HeadSources;
  readonly language: string;
  readonly found: FoundInFile;
};

export type HeadSources = Readonly<Partial<Record<keyof Guess | 'link', DetailSource>>>;

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

type Head = Pick<ArticleFile, keyof Guess | 'link' | 'from'>;

function detailsOf({ details }: ReadDocument, guess: Guess): Head {
  const found = {
    headline: shortened(best(details.title, guess.headline || null), MOST.headline),
    byline: shortened(best(details.author, guess.byline), MOST.byline),
    outlet: shortened(best(details.publisher, guess.outlet), MOST.outlet),
    publishedOn: best(details.publishedOn, guess.publishedOn),
    link: details.link !== null && details.link.value.length <= MOST.link ? details.link : null,
  };
  return {
    headline: found.headline?.value ?? '',
    byline: found.byline?.value ?? null,
    outlet: found.outlet?.value ?? null,
    publishedOn: found.publishedOn?.value ?? null,
    link: found.link?.value ?? null,
    from: Object.fromEntries(Object.entries(found).flatMap(([name, detail]) => (detail ? [[name, detail.from]] : []))),
  };
}

/** What the document says in so many words, else what its first lines seem to say, else what its program noted down. */
const best = (said: Detail | null, guessed: string | null): Detail | null =>
  said && !isWeak(said) ? said : guessed !== null ? { value: guessed, from: 'text' } : said;

/** Written by a program, or with the paper's name behind it. */
const isWeak = ({ from }: Detail): boolean => from === 'properties' || from === 'title' || from === 'text';
const shortened = (detail: Detail | null, most: number): Detail | null =>
  detail && { ...detail, value: cut(detail.value, most) };

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
