import { contentTypeIn } from '#lib/ingest/fetch/index.ts';
import type { DocumentInput, ReadDocument } from '#lib/ingest/read/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import type { JobHandler, RunningJob } from '#lib/jobs/jobs.ts';
import { getBlob } from '#lib/platform/blobs.ts';
import { transact } from '#lib/platform/db.ts';
import { granted, type Outcome, refuse } from '#lib/platform/result.ts';
import { findQuotes } from './data-quotes.ts';
import { captureToReread, type PlacedQuote, placedQuotes } from './data-reread.ts';
import { keepRereading, type PlacedAnew } from './mutations-reread.ts';
import { idOf, linesOf, stretchCheck } from './rules-captures.ts';

type ReadDocuments = (input: DocumentInput) => Promise<Outcome<ReadDocument>>;

/** Has the bytes of a capture read by this version's reader, where an older one has read them. */
export const rereadHandler = (readDocument: ReadDocuments): JobHandler => ({
  seconds: 300,
  run: (job) => reread(job, readDocument),
});

async function reread(job: RunningJob, readDocument: ReadDocuments): Promise<void> {
  const captureId = idOf(job.captureId);
  const before = await captureToReread(job.db, job.actor, captureId);
  const bytes = await getBlob(job.db, before.sha256);
  if (bytes === null) refuse('not-found', 'bytes-missing');
  await job.progress('reading');
  const read = granted(
    await readDocument({
      bytes,
      mediaType: before.mediaType,
      charset: contentTypeIn(before.headers).charset,
      name: before.fileName,
      address: before.askedFor === null ? null : before.takenFrom,
    }),
  );
  await job.progress('checking');
  const placed = await placedAnew(before.text, read.text, await placedQuotes(job.db, captureId));
  await job.progress('keeping');
  await transact(job.db, async (tx) => {
    await keepRereading(tx, job.actor, captureId, { read, after: before.number, placed });
    await job.finish(tx, { captureId });
  });
}

/** Where the quotations of one reading stand in the next: carried along, or else looked for by their words. */
async function placedAnew(text: string, now: string, quotes: readonly PlacedQuote[]): Promise<PlacedAnew[]> {
  if (text === now || quotes.length === 0) return quotes.map((was) => ({ was, place: was, check: null }));
  const spans = quotes.map(({ start, end }) => ({ start, end }));
  const carried = await onText(
    'carry',
    { before: linesOf(text), after: linesOf(now), spans },
    text.length + now.length,
  );
  const placed: PlacedAnew[] = [];
  for (const [i, was] of quotes.entries()) {
    const to = carried[i];
    const { outcome, after } = to
      ? stretchCheck(was.id, { text, before: was }, now, to)
      : { outcome: 'gone', after: null };
    placed.push(outcome === 'same' && after !== null ? { was, place: after, check: null } : await lookedFor(was, now));
  }
  return placed;
}

async function lookedFor(was: PlacedQuote, text: string): Promise<PlacedAnew> {
  if (was.quote === null) return { was, place: null, check: 'not_found' };
  const [found] = (await findQuotes([{ quote: was.quote, locator: null }], { text, places: [] })) ?? [];
  if (!found) throw new Error('Nobody had the time to look: the job is tried again');
  const { start, end, check } = found;
  return { was, place: start !== null && end !== null ? { start, end } : null, check };
}
