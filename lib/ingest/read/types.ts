import type { CanonicalText } from '#lib/platform/canonical.ts';

/**
 * Goes up whenever the same bytes come out as another text, other places or other details. Kept beside every reading, so that one can be told from
 * the next.
 */
export const READER_VERSION = 'read/2';

export const DOCUMENT_KINDS = ['html', 'pdf', 'docx', 'odt', 'text', 'markdown', 'csv', 'xlsx', 'transcript'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Half-open, in UTF-16 code units of the text. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * Where a stretch of the text stands in the document. In the order of the text, no two overlapping; what stands between two (line ends, blanks) has no
 * place of its own.
 *
 * A rectangle is [left, bottom, right, top] in points from the lower left corner of its page, as it is shown. A cell is named as spreadsheets name it
 * ("B4"); `sheet` is null where the file has no sheets, and `table` then counts the tables of a document, from 1.
 */
export type Place = Stretch &
  (
    | { readonly kind: 'paragraph'; readonly number: number }
    | { readonly kind: 'page'; readonly page: number; readonly rect: Rect }
    | { readonly kind: 'cell'; readonly sheet: string | null; readonly table?: number; readonly cell: string }
    | { readonly kind: 'time'; readonly seconds: number }
  );
export type Rect = readonly [left: number, bottom: number, right: number, top: number];

/** What a detail was read off, most trusted first (docs/reading.md has the order for each detail). */
export const DETAIL_SOURCES = [
  'json-ld',
  'highwire',
  'open-graph',
  'dublin-core',
  'meta',
  'link',
  'time',
  'markup',
  'title',
  'properties',
  'style',
  'text',
] as const;
export type DetailSource = (typeof DETAIL_SOURCES)[number];

export type Detail = { readonly value: string; readonly from: DetailSource };

export type DocumentDetails = {
  readonly title: Detail | null;
  /** Names parted by ", ". */
  readonly author: Detail | null;
  readonly publisher: Detail | null;
  /** Local date, YYYY-MM-DD: the day that the document itself writes, whatever the reader's zone. */
  readonly publishedOn: Detail | null;
  /** Likewise, of the last change. */
  readonly changedOn: Detail | null;
  /** The address that the document calls its own: absolute, http or https. */
  readonly link: Detail | null;
  /** A BCP 47 tag as written: "en", "pt-BR". */
  readonly language: Detail | null;
  /** "10.1234/abc", without an address before it; 10 or 13 digits without hyphens. */
  readonly identifiers: { readonly doi: Detail | null; readonly isbn: Detail | null };
};

/** A footnote, an endnote, or a comment in the margin. Its own words are no part of the text. */
export type DocumentNote = Stretch & {
  /** Of what the note is about: empty (start = end) where it hangs at a point. */
  readonly kind: 'footnote' | 'comment';
  readonly text: string;
  readonly author: string | null;
};

/**
 * A change that the document keeps track of. The stretch is where it stands in the text as it was read: words that the reading left out (deleted ones where
 * changes are taken as accepted, inserted ones where they are refused) have an empty one.
 */
export type TrackedChange = Stretch & {
  readonly kind: 'inserted' | 'deleted' | 'moved';
  /** The words that were put in, taken out, or moved; a line end stands for an end of paragraph. */
  readonly text: string;
  readonly author: string | null;
  /** ISO date and time as the document writes it. */
  readonly at: string | null;
};

export type DocumentLink = Stretch & { readonly href: string };

/** What a person should know of how the document was read. */
export const READ_WARNINGS = [
  /** A PDF without a single letter: pictures of pages. */
  'scan',
  /** Some pages of a PDF hold no text. */
  'pages-without-text',
  /** The bytes are of another kind than their name or sender says. */
  'other-kind',
  /** Nothing says in which character set the bytes are, and they are no UTF-8. */
  'charset-guessed',
  /** Some characters of a PDF could not be told. */
  'unknown-characters',
] as const;
export type ReadWarning = (typeof READ_WARNINGS)[number];

export type DocumentInput = {
  readonly bytes: Uint8Array;
  /** As the sender calls it, parameters and all; null where nobody says. What the bytes show wins over it. */
  readonly mediaType: string | null;
  /** As the sender names it, beside what the media type says. */
  readonly charset?: string | null | undefined;
  /** The file's name: tells text from Markdown from tables, which bytes do not. */
  readonly name?: string | null | undefined;
  /** Where it was taken from: what relative addresses in it are relative to. */
  readonly address?: string | null | undefined;
  /** How tracked changes are taken; as accepted unless told. */
  readonly changes?: 'accepted' | 'refused' | undefined;
};

export type ReadDocument = {
  readonly kind: DocumentKind;
  /** All that can be quoted. */
  readonly text: CanonicalText;
  readonly places: readonly Place[];
  /** Stretches of the text that are the readable part of it, in order: of a web page, the article; of a PDF, all but running heads; of anything else, all. */
  readonly view: readonly Stretch[];
  readonly details: DocumentDetails;
  readonly notes: readonly DocumentNote[];
  readonly changes: readonly TrackedChange[];
  readonly links: readonly DocumentLink[];
  readonly warnings: readonly ReadWarning[];
};
