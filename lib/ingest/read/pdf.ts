import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { type CanonicalText, canonicalText } from '#lib/platform/canonical.ts';
import { refuse } from '#lib/platform/result.ts';
import { doiIn, isbnIn, languageTag, line as oneLine } from './detail-words.ts';
import { hyphensOf, joinOf } from './hyphens.ts';
import { type Line, linesOf, paragraphsOf, type Run, rectOf, withRunningHeads } from './pdf-lines.ts';
import { linksOf, type PageLink, placedLinks } from './pdf-links.ts';
import type { Detail, DocumentDetails, Place, ReadDocument, ReadWarning } from './types.ts';

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];
type TextItem = Extract<Item, { readonly str: string }>;

const MOST_PAGES = 5000;
const MOST_CHARACTERS = 12_000_000;
const MOST_LINKS = 5000;

/**
 * A PDF's text, each line with its page and rectangle. Nothing in the file runs: no script of it, no font, no form; and nothing that it names is fetched.
 *
 * @throws AppError
 */
export async function readPdf(bytes: Uint8Array): Promise<Omit<ReadDocument, 'kind'>> {
  const { getDocument, VerbosityLevel } = await import('unpdf/pdfjs');
  // The library takes the bytes for its own.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) refuse('too-large', 'reading-too-much', { field: 'text' });
    const read = await readPages(pdf);
    if (read === null) refuse('too-large', 'reading-too-much', { field: 'text' });
    return documentOf(read, await propertiesOf(pdf));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'PasswordException') refuse('invalid', 'file-encrypted', { field: 'text' });
    if (PDF_ERRORS.has(error.name)) refuse('invalid', 'file-broken', { field: 'text' });
    throw error;
  } finally {
    await task.destroy();
  }
}

const PDF_ERRORS = new Set([
  'InvalidPDFException',
  'FormatError',
  'UnknownErrorException',
  'MissingPDFException',
  'XRefEntryException',
  'ParserEOFException',
]);

type ReadPages = { readonly pages: readonly (readonly Line[])[]; readonly links: readonly PageLink[] };

async function readPages(pdf: PDFDocumentProxy): Promise<ReadPages | null> {
  const pages: Line[][] = [];
  const links: PageLink[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const lines = linesOf(number, await runsOf(page));
    if (links.length < MOST_LINKS) links.push(...(await linksOf(number, page)));
    page.cleanup();
    characters += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > MOST_CHARACTERS) return null;
    pages.push(lines);
  }
  return { pages: withRunningHeads(pages), links };
}

async function runsOf(page: PDFPageProxy): Promise<Run[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const { transform, height } = page.getViewport({ scale: 1 });
  return items
    .filter((item): item is TextItem => 'str' in item && item.str !== '')
    .map((item) => runOf(item, transform, height));
}

/** A run as it stands on the page that is shown, turned pages turned. */
function runOf({ str, transform: own, width }: TextItem, page: readonly number[], height: number): Run {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page;
  const [g = 1, h = 0, i = 0, j = 1, x = 0, y = 0] = own.map(Number);
  const across = [a * g + c * h, b * g + d * h] as const;
  const scale = Math.hypot(a, b);
  return {
    text: canonicalText(str).replaceAll('\uFEFF', ''),
    x: a * x + c * y + e,
    y: height - (b * x + d * y + f),
    width: width * scale,
    size: Math.max(1, Math.hypot(i, j) * scale),
    isUpright: across[0] > 0 && Math.abs(across[1]) < 0.1 * across[0],
  };
}

function documentOf({ pages, links }: ReadPages, properties: Properties): Omit<ReadDocument, 'kind'> {
  const paragraphs = paragraphsOf(pages);
  const hyphens = hyphensOf(paragraphs.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const parts: string[] = [];
  const places: Place[] = [];
  let length = 0;
  const put = (words: string): void => {
    parts.push(words);
    length += words.length;
  };
  const view: { start: number; end: number }[] = [];
  let isRunning = true;
  for (const { lines } of paragraphs) {
    if (length > 0) put('\n\n');
    const begin = length;
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      const { drop, between } = next ? joinOf(line.text, next.text, hyphens) : { drop: 0, between: '' };
      const start = length;
      put(line.text.slice(0, line.text.length - drop));
      if (length > start) places.push({ start, end: length, kind: 'page', page: line.page, rect: rectOf(line) });
      put(between);
    });
    // What stands at the head and foot of every page can be quoted, and is no part of what is read.
    const open = view.at(-1);
    const wasRunning = isRunning;
    isRunning = lines[0]?.isRunning ?? false;
    if (isRunning) continue;
    if (open && !wasRunning) open.end = length;
    else view.push({ start: begin, end: length });
  }
  // Piece by piece it is what the canonical form is: each run has been through it, and lines end as we end them.
  const text = parts.join('').toWellFormed() as CanonicalText;
  return {
    text,
    places,
    view,
    details: detailsOf(properties, text),
    notes: [],
    changes: [],
    links: placedLinks(text, places, links),
    warnings: warningsOf(pages, text),
  };
}

function warningsOf(pages: readonly (readonly Line[])[], text: string): ReadWarning[] {
  const isEmpty = (lines: readonly Line[]): boolean => !lines.some(({ text: words }) => /[\p{L}\p{N}]/u.test(words));
  const empty = pages.filter(isEmpty).length;
  const unknown = text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
  return [
    ...(empty === pages.length ? (['scan'] as const) : empty > 0 ? (['pages-without-text'] as const) : []),
    ...(unknown > 20 && unknown > text.length / 200 ? (['unknown-characters'] as const) : []),
  ];
}

type Properties = { readonly title: string; readonly author: string; readonly language: string };

async function propertiesOf(pdf: PDFDocumentProxy): Promise<Properties> {
  const { info } = await pdf.getMetadata();
  const words = (name: string): string => {
    const value = name in info ? (info as Record<string, unknown>)[name] : '';
    return typeof value === 'string' ? value : '';
  };
  return { title: words('Title'), author: words('Author'), language: words('Language') };
}

/** What a program writes where nobody has given a title. */
const NO_TITLE =
  /^(?:untitled|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|odt|pdf|indd|qxd|tex|rtf|xlsx?|html?)|(?:document|slide|print)\s?\d*)$/i;
/** Where identifiers stand: the first pages. */
const FIRST_CHARACTERS = 8000;

function detailsOf({ title, author, language }: Properties, text: string): DocumentDetails {
  const property = (value: string | null): Detail | null => (value === null ? null : { value, from: 'properties' });
  const head = text.slice(0, FIRST_CHARACTERS);
  const inText = (value: string | null): Detail | null => (value === null ? null : { value, from: 'text' });
  const named = oneLine(canonicalText(title));
  return {
    title: named === null || NO_TITLE.test(named) ? null : property(named),
    author: property(oneLine(canonicalText(author))),
    publisher: null,
    publishedOn: null,
    changedOn: null,
    link: null,
    language: property(languageTag(language)),
    identifiers: {
      doi: inText(doiIn(/(?:doi:\s?|doi\.org\/)10\.\S{4,200}/i.exec(head)?.[0] ?? '')),
      isbn: inText(isbnIn(/\bISBN(?:-1[03])?:?\s*([\d-]{9,17}[\dX])/.exec(head)?.[1] ?? '')),
    },
  };
}
