import { parse as parseCsv } from 'csv-parse/sync';
import type { CanonicalText } from '#lib/platform/canonical.ts';
import { markdownToText } from './markdown.ts';
import { columnName } from './places.ts';
import { readCues, timedPlaces } from './transcript.ts';
import type { DocumentDetails, DocumentKind, Place, ReadDocument } from './types.ts';
import { newSheets } from './xlsx.ts';

export const NO_DETAILS: DocumentDetails = {
  title: null,
  author: null,
  publisher: null,
  publishedOn: null,
  changedOn: null,
  link: null,
  language: null,
  identifiers: { doi: null, isbn: null },
};

type Read = Omit<ReadDocument, 'kind' | 'warnings'>;

const plain = (text: CanonicalText, places: readonly Place[]): Read => ({
  text,
  places,
  view: text === '' ? [] : [{ start: 0, end: text.length }],
  details: NO_DETAILS,
  notes: [],
  changes: [],
  links: [],
});

/** Plain text as it stands, Markdown as its reader sees it, paragraphs counted; of a text whose lines begin with times, the time of each. */
export function readText(source: CanonicalText, kind: DocumentKind): Read {
  const text = kind === 'markdown' ? markdownToText(source) : source;
  const timed = kind === 'text' ? timedPlaces(text) : null;
  if (timed !== null) return plain(text, timed);
  const places: Place[] = [];
  for (const { index, 0: words } of text.matchAll(/\S.*(?:\n.*\S.*)*/g)) {
    const end = index + words.trimEnd().length;
    places.push({ start: index, end, kind: 'paragraph', number: places.length + 1 });
  }
  return plain(text, places);
}

/** The cues of a transcript as lines, each with its second. */
export function readTranscript(source: CanonicalText): Read {
  const { text, places } = readCues(source);
  return plain(text, places);
}

const MOST_ROWS = 200_000;
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** A table in a text file: rows on lines of their own, cells parted by tabs, each with its place. */
export function readCsv(source: CanonicalText): Read {
  const rows = rowsOf(source);
  const sheets = newSheets();
  sheets.sheet(null);
  rows.forEach((row, i) => {
    row.forEach((words, column) => {
      sheets.cell(`${columnName(column)}${i + 1}`, words);
    });
    sheets.endRow();
  });
  const { text, places } = sheets.finish();
  return plain(text, places);
}

function rowsOf(source: CanonicalText): string[][] {
  try {
    return parseCsv(source, {
      delimiter: separatorOf(source),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      to: MOST_ROWS,
      maxRecordSize: 1_000_000,
    });
  } catch {
    // A quotation mark that never ends: the lines are rows all the same.
    return source.split('\n', MOST_ROWS).map((row) => row.split(separatorOf(source)));
  }
}

/** The sign that stands most often, and as often in each, in the first lines. */
function separatorOf(source: string): string {
  const lines = source
    .slice(0, 20_000)
    .split('\n', 20)
    .filter((line) => line.trim() !== '');
  const score = (sign: string): number => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const least = Math.min(...counts);
    return least > 0 ? least + 100 : counts.reduce((sum, count) => sum + count, 0) / Math.max(1, lines.length);
  };
  return [...SEPARATORS].sort((a, b) => score(b) - score(a))[0] ?? ',';
}
