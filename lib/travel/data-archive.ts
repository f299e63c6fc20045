import { Readable } from 'node:stream';
import { JSONParser } from '@streamparser/json';
import { CsvError, parse } from 'csv-parse';
import { refuse } from '#lib/platform/result.ts';
import { type ArchiveField, type ArchiveRow, columnsIn, reviewsIn, rowOfCells, rowOfReview } from './rules-archive.ts';

export type ArchiveOptions = {
  /** Who has checked it, where the archive does not say. */
  readonly publisher: string | null;
  /** Which column of a table holds a field, where its name does not tell. */
  readonly columns: Readonly<Partial<Record<ArchiveField, string>>>;
  /** Rows that cannot be read are left out; otherwise nothing is brought in where there is one. */
  readonly leaveOut: boolean;
};

type Bytes = AsyncIterable<Uint8Array>;

/** The rows of an archive, read while it comes: memory does not grow with it. */
export function archiveRows(
  bytes: Bytes,
  format: 'claim-review' | 'csv',
  options: ArchiveOptions,
): AsyncGenerator<ArchiveRow> {
  return format === 'csv' ? tableRows(bytes, options) : reviewRows(bytes, options);
}

/** What an archive is by its first sign: JSON begins with a bracket, and no table's head does. */
export function formatOfArchive(start: Uint8Array): 'claim-review' | 'csv' {
  const text = new TextDecoder().decode(start.subarray(0, 4096)).trimStart();
  return text.startsWith('{') || text.startsWith('[') ? 'claim-review' : 'csv';
}

/** What stands alone in a file, in no list: it is read whole, and no larger. */
const MOST_ALONE = 1024 * 1024;

async function* reviewRows(bytes: Bytes, { publisher }: ArchiveOptions): AsyncGenerator<ArchiveRow> {
  const found: unknown[] = [];
  let parser: JSONParser | null = null;
  let broken: Error | null = null;
  let row = 0;
  let size = 0;
  let start: Uint8Array[] | null = [];
  function* rows() {
    for (const review of found.splice(0).flatMap((value) => reviewsIn(value)))
      yield rowOfReview(++row, review, publisher);
  }
  for await (const chunk of bytes) {
    parser ??= parserFor(chunk, found, (error) => {
      broken = error;
    });
    size += chunk.length;
    if (size > MOST_ALONE) start = null;
    start?.push(chunk);
    parser.write(chunk);
    if (broken !== null) break;
    yield* rows();
  }
  if (broken !== null || parser?.isEnded !== true) refuse('invalid', 'archive-broken', { values: { row: row + 1 } });
  if (row === 0 && start !== null) {
    found.push(
      JSON.parse(
        Buffer.concat(start)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      ),
    );
    yield* rows();
  }
}

/** A list is taken apart, and so are a graph and a feed; nothing else of the file is kept. */
function parserFor(start: Uint8Array, found: unknown[], onError: (error: Error) => void): JSONParser {
  const isList = new TextDecoder()
    .decode(start.subarray(0, 256))
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('[');
  const parser = new JSONParser({ paths: isList ? ['$.*'] : ['$.@graph.*', '$.dataFeedElement.*'], keepStack: false });
  parser.onValue = ({ value }) => found.push(value);
  parser.onError = onError;
  return parser;
}

/** One row may hold a long explanation, and no book. */
const MOST_ROW = 256 * 1024;

async function* tableRows(bytes: Bytes, { publisher, columns: named }: ArchiveOptions): AsyncGenerator<ArchiveRow> {
  const table = Readable.from(bytes).pipe(
    parse({
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      max_record_size: MOST_ROW,
      skip_empty_lines: false,
    }),
  );
  let head: ReturnType<typeof columnsIn> | null = null;
  let row = 0;
  try {
    for await (const cells of table as AsyncIterable<string[]>) {
      row++;
      if (head === null) {
        head = columnsIn(cells, named);
        if ('missing' in head) refuse('invalid', 'archive-column', { values: { column: head.missing } });
        continue;
      }
      if ('missing' in head) continue;
      const read = rowOfCells(row, cells, head, publisher);
      if (read) yield read;
    }
  } catch (error) {
    if (error instanceof CsvError) refuse('invalid', 'archive-broken', { values: { row: row + 1 } });
    throw error;
  }
}
