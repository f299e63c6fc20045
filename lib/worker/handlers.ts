import { fetchLink, fetchPolicy } from '#lib/ingest/fetch/index.ts';
import type { DocumentDetails, DocumentInput, ReadDocument } from '#lib/ingest/read/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import { removeUnusedBlobs } from '#lib/platform/blobs.ts';
import type { Db } from '#lib/platform/db.ts';
import { done, type Outcome } from '#lib/platform/result.ts';
import { captureHandlers } from '#lib/sources/jobs.ts';
import { putInDueChecks } from '#lib/sources/mutations-recheck.ts';
import type { Handlers } from './run.ts';

/** The handlers that every domain brings, over the real ways out. */
export const HANDLERS: Handlers = captureHandlers({
  fetchLink: (address, signal) => fetchLink(address, fetchPolicy({ signal })),
  readDocument: readText,
});

/** What a worker does now and then beside its jobs; any number of workers may at the same time. */
export const CHORES: readonly ((db: Db) => Promise<unknown>)[] = [removeUnusedBlobs, putInDueChecks];

/** Plain text alone. */
async function readText({ bytes, name }: DocumentInput): Promise<Outcome<ReadDocument>> {
  const isMarkdown = /\.(?:md|markdown)$/i.test(name ?? '');
  const read = await onText('text', { bytes, isMarkdown }, bytes.length);
  if (!read.ok) return read;
  const text = read.value;
  const all = { start: 0, end: text.length };
  return done({
    kind: isMarkdown ? 'markdown' : 'text',
    text,
    places: [],
    view: [all],
    details: NO_DETAILS,
    notes: [],
    changes: [],
    links: [],
    warnings: [],
  });
}

const NO_DETAILS: DocumentDetails = {
  title: null,
  author: null,
  publisher: null,
  publishedOn: null,
  changedOn: null,
  link: null,
  language: null,
  identifiers: { doi: null, isbn: null },
};
