import type { PDFPageProxy } from 'unpdf/pdfjs';
import type { DocumentLink, Place, Rect } from './types.ts';

/** A link as a page of a PDF bears it: a rectangle over words, from the lower left corner of the page as it is shown. */
export type PageLink = { readonly page: number; readonly rect: Rect; readonly href: string };

/** More on one page are a map, not a text. */
const MOST_ON_PAGE = 500;

/** The links of a page that lead to the web. Nothing of them is followed. */
export async function linksOf(number: number, page: PDFPageProxy): Promise<PageLink[]> {
  const view = page.getViewport({ scale: 1 });
  const annotations: unknown[] = await page.getAnnotations({ intent: 'display' });
  return annotations.slice(0, MOST_ON_PAGE).flatMap((annotation) => {
    const found = linkIn(annotation);
    if (!found) return [];
    const [a = 0, b = 0] = view.convertToViewportPoint(found.rect[0] ?? 0, found.rect[1] ?? 0);
    const [c = 0, d = 0] = view.convertToViewportPoint(found.rect[2] ?? 0, found.rect[3] ?? 0);
    const [low, high] = [view.height - b, view.height - d];
    const rect = [Math.min(a, c), Math.min(low, high), Math.max(a, c), Math.max(low, high)] as const;
    return [{ page: number, rect, href: found.href }];
  });
}

function linkIn(annotation: unknown): { readonly href: string; readonly rect: readonly number[] } | null {
  if (typeof annotation !== 'object' || annotation === null) return null;
  const href = 'url' in annotation && typeof annotation.url === 'string' ? annotation.url : '';
  const rect = 'rect' in annotation && Array.isArray(annotation.rect) ? annotation.rect.map(Number) : [];
  return /^https?:\/\//i.test(href) && rect.length === 4 && rect.every(Number.isFinite) ? { href, rect } : null;
}

/**
 * Where the links of a PDF stand in its text: on the whole words of each line that their rectangles lie over, a link over several lines as one. Links over
 * no words (pictures) are left out.
 */
export function placedLinks(text: string, places: readonly Place[], links: readonly PageLink[]): DocumentLink[] {
  const lines = new Map<number, (Place & { readonly kind: 'page' })[]>();
  for (const place of places)
    if (place.kind === 'page') lines.set(place.page, [...(lines.get(place.page) ?? []), place]);
  const placed = links
    .flatMap((link) =>
      (lines.get(link.page) ?? []).flatMap((line) => {
        const stretch = wordsUnder(text, line, link.rect);
        return stretch ? [{ ...stretch, href: link.href }] : [];
      }),
    )
    .sort((a, b) => a.start - b.start);
  const joined: DocumentLink[] = [];
  for (const link of placed) {
    const last = joined.at(-1);
    if (last && last.href === link.href && text.slice(last.end, link.start).trim() === '')
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, link.end) };
    else joined.push(link);
  }
  return joined;
}

type Stretch = { readonly start: number; readonly end: number };

/** Letters are taken for equally wide, which errs by a letter or two: the ends go to the nearest end of a word. */
function wordsUnder(text: string, line: Place & { readonly kind: 'page' }, rect: Rect): Stretch | null {
  const [left, bottom, right, top] = line.rect;
  const middle = (bottom + top) / 2;
  if (middle < rect[1] || middle > rect[3] || rect[0] >= right || rect[2] <= left) return null;
  const letters = line.end - line.start;
  const at = (x: number) => line.start + Math.round((letters * (x - left)) / Math.max(1, right - left));
  const words = [...text.slice(line.start, line.end).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: line.start + index,
    end: line.start + index + word.length,
  }));
  const nearest = (ends: readonly number[], to: number) =>
    ends.reduce((best, end) => (Math.abs(end - to) < Math.abs(best - to) ? end : best), ends[0] ?? to);
  const start = nearest(
    words.map((word) => word.start),
    at(Math.max(left, rect[0])),
  );
  const end = nearest(
    words.map((word) => word.end),
    at(Math.min(right, rect[2])),
  );
  return start < end ? { start, end } : null;
}
