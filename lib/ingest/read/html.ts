import { Readability } from '@mozilla/readability';
import { isSmall, parsePage } from './dom.ts';
import { pageDetails } from './html-details.ts';
import { addressIn, type PageText, pageText } from './html-text.ts';
import { blocksInView } from './html-view.ts';
import type { Place, ReadDocument, Stretch } from './types.ts';

/** Makes the readable part of a page, as a tree; null where it finds none. What it is given is its own to change. */
export type Extractor = (document: Document) => Node | null;

/** Fewer letters are no article: a page of less is shown whole. */
const LEAST_EXTRACT = 140;

/** A page's whole text, which is what can be quoted, and of it the stretches that are its readable part. */
export function readHtml(
  html: string,
  address: string | null,
  extractor: Extractor = withReadability,
): Omit<ReadDocument, 'kind' | 'warnings'> {
  const document = parsePage(html);
  const base = addressIn(document.querySelector('base[href]')?.getAttribute('href') ?? null, address) ?? address;
  const page = pageText(document.documentElement, base);
  const details = pageDetails(document, base);
  const kept = keptBlocks(page, partOf(html, base, extractor));
  return {
    text: page.text,
    places: numbered(page.places, kept),
    view: stretches(page.places, kept),
    details,
    links: page.links,
    notes: [],
    changes: [],
  };
}

function withReadability(document: Document): Node | null {
  return new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true }).parse()?.content ?? null;
}

/** The library's time grows with the square of a page's elements, and of how deep they nest: beyond what pages have it is not asked. */
const BOUNDS = { elements: 20_000, depth: 300 };

/** A second tree: the library changes the one it reads. A page that it cannot read is shown whole. */
function partOf(html: string, base: string | null, extractor: Extractor): PageText | null {
  try {
    const document = parsePage(html);
    const extract = isSmall(document.documentElement, BOUNDS) ? extractor(document) : null;
    return extract === null ? null : pageText(extract, base);
  } catch {
    return null;
  }
}

function keptBlocks({ text, places, headings }: PageText, part: PageText | null): readonly boolean[] {
  const words = (page: PageText) => page.places.map(({ start, end }) => page.text.slice(start, end));
  const all = places.map(() => true);
  if (part === null || part.text.length < LEAST_EXTRACT) return all;
  const kept = blocksInView(
    places.map(({ start, end }) => text.slice(start, end)),
    words(part),
  );
  const first = kept.indexOf(true);
  if (first < 0) return all;
  // An extract leaves out the headline, because its library hands it over apart.
  const headline = headings.findLast((index) => index < first);
  return headline === undefined ? kept : kept.map((is, i) => is || i === headline);
}

/** Paragraphs as a reader of the readable part counts them; those beside it are counted after it. */
function numbered(places: readonly Place[], kept: readonly boolean[]): readonly Place[] {
  const isCounted = (i: number): boolean => places[i]?.kind === 'paragraph';
  let inside = 0;
  let outside = kept.filter((is, i) => is && isCounted(i)).length;
  return places.map((place, i) => {
    if (place.kind !== 'paragraph') return place;
    if (kept[i]) inside += 1;
    else outside += 1;
    return { ...place, number: kept[i] ? inside : outside };
  });
}

/** What is kept, blocks that follow one another as one stretch. */
function stretches(places: readonly Place[], kept: readonly boolean[]): readonly Stretch[] {
  const found: { start: number; end: number }[] = [];
  places.forEach(({ start, end }, i) => {
    const open = found.at(-1);
    if (!kept[i]) return;
    if (open && kept[i - 1]) open.end = end;
    else found.push({ start, end });
  });
  return found;
}
