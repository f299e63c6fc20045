import { clockSeconds } from './transcript.ts';
import type { Place } from './types.ts';

/**
 * Where a stretch of a document's text stands, in the words that a piece of evidence names its place with: "p. 3", "pp. 3–4", "para. 12",
 * "Sheet1!B4:C6", "table 2, B4", "12:05" or "12:05–12:09". Of a stretch without length, the place that it touches. Empty where nothing of it has a place.
 */
export function locatorOf(places: readonly Place[], start: number, end: number): string {
  const touched = touchedBy(places, start, end);
  const [first] = touched;
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return '';
  // What runs from a table into the text around it is named by where it begins.
  return first.kind === last.kind ? fromTo(first, last) : fromTo(first, first);
}

/** The places that a stretch touches; the list is in the order of the text. */
export function touchedBy(places: readonly Place[], start: number, end: number): readonly Place[] {
  const from = firstEndingAfter(places, start);
  const found: Place[] = [];
  for (let i = from; i < places.length; i += 1) {
    const place = places[i];
    if (place === undefined || place.start >= Math.max(end, start + 1)) break;
    found.push(place);
  }
  if (found.length === 0 && start === end) {
    const before = places[from - 1];
    if (before?.end === start) found.push(before);
  }
  return found;
}

function firstEndingAfter(places: readonly Place[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fromTo(first: Place, last: Place): string {
  switch (first.kind) {
    case 'page':
      return range('p. ', 'pp. ', first.page, last.kind === 'page' ? last.page : first.page);
    case 'paragraph':
      return range('para. ', 'paras ', first.number, last.kind === 'paragraph' ? last.number : first.number);
    case 'cell':
      return cells(first, last);
    case 'time':
      return last.kind === 'time' && last.seconds > first.seconds
        ? `${clock(first.seconds)}–${clock(last.seconds)}`
        : clock(first.seconds);
  }
}

const range = (one: string, many: string, from: number, to: number): string =>
  from === to ? `${one}${from}` : `${many}${from}–${to}`;

function cells(first: Place & { kind: 'cell' }, last: Place): string {
  const isSame = last.kind === 'cell' && last.sheet === first.sheet && last.table === first.table;
  const named = isSame && last.cell !== first.cell ? `${first.cell}:${last.cell}` : first.cell;
  if (first.sheet !== null)
    return `${/^[\p{L}\p{N}_.]+$/u.test(first.sheet) ? first.sheet : `'${first.sheet.replaceAll("'", "''")}'`}!${named}`;
  return first.table === undefined ? named : `table ${first.table}, ${named}`;
}

/** 725 seconds as "12:05", 3725 as "1:02:05". */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}

/** 0 as "A", 25 as "Z", 26 as "AA": how spreadsheets name their columns. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** A place that somebody has typed: a page, a paragraph, a second of a recording. */
type Named =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'paragraph'; readonly number: number }
  | { readonly kind: 'time'; readonly seconds: number };

/** A locator as a place, where it names one alone: "p. 3", "page 3", "para. 12", "12:05", "at 1:02:05". */
export function namedPlace(locator: string): Named | null {
  const words = locator.trim();
  const page = /^(?:p|pp|page)\.?\s*(\d{1,5})$/i.exec(words)?.[1];
  if (page !== undefined) return { kind: 'page', page: Number(page) };
  const paragraph = /^(?:para|par|paragraph|¶)\.?\s*(\d{1,6})$/i.exec(words)?.[1];
  if (paragraph !== undefined) return { kind: 'paragraph', number: Number(paragraph) };
  const seconds = clockSeconds(words.replace(/^(?:at|time)\s+/i, ''));
  return seconds === null ? null : { kind: 'time', seconds };
}

/** The first place of those that a typed one names; of a time, the one that is being said then. */
export function placeNamed(places: readonly Place[], named: Named): Place | undefined {
  switch (named.kind) {
    case 'page':
      return places.find((place) => place.kind === 'page' && place.page === named.page);
    case 'paragraph':
      return places.find((place) => place.kind === 'paragraph' && place.number === named.number);
    case 'time':
      return places.findLast((place) => place.kind === 'time' && place.seconds <= named.seconds);
  }
}

/** Whether a stretch stands at a typed place; true too where the document has no places of that kind to tell by. */
export function standsAt(places: readonly Place[], named: Named, start: number, end: number): boolean {
  if (!places.some(({ kind }) => kind === named.kind)) return true;
  const touched = touchedBy(places, start, end);
  switch (named.kind) {
    case 'page':
      return touched.some((place) => place.kind === 'page' && place.page === named.page);
    case 'paragraph':
      return touched.some((place) => place.kind === 'paragraph' && place.number === named.number);
    case 'time': {
      const said = placeNamed(places, named);
      return said !== undefined && touched.some((place) => place.start === said.start);
    }
  }
}
