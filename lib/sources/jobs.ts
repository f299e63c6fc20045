import type { Placement, Span } from '#lib/anchor/reanchor.ts';
import type { Fetched as FetchedLink } from '#lib/ingest/fetch/index.ts';
import type { DocumentInput, ReadDocument } from '#lib/ingest/read/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import type { JobHandler, RunningJob } from '#lib/jobs/jobs.ts';
import { getBlob } from '#lib/platform/blobs.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { transact } from '#lib/platform/db.ts';
import { AppError, granted, type Outcome, type RefusalCode, refuse } from '#lib/platform/result.ts';
import { capturesToCheck, linkOfCapture, quotedStretches } from './data-recheck.ts';
import { rereadHandler } from './jobs-reread.ts';
import { type Witnesses, witnessHandlers } from './jobs-witnesses.ts';
import { addRecheck, keepCapture, type Taken } from './mutations-captures.ts';
import { lookForQuotes } from './mutations-quotes.ts';
import { type Found, writeCheck } from './mutations-recheck.ts';
import { goneStretch, idOf, linesOf, pictureType, stretchCheck } from './rules-captures.ts';
import { captureJob } from './schema-captures.ts';

/** What a link led to, as far as captures go by it. */
export type Fetched = Omit<FetchedLink, 'status' | 'hops'>;

/** The ways out of the process: to the web, and to the process that reads documents. */
export type Doors = Witnesses & {
  readonly fetchLink: (address: string, signal: AbortSignal) => Promise<Outcome<Fetched>>;
  readonly readDocument: (input: DocumentInput) => Promise<Outcome<ReadDocument>>;
};

/** What a fetch refuses with where the page is there no more: everything else may be otherwise tomorrow. */
const GONE: readonly RefusalCode[] = ['fetch-not-there', 'fetch-gone'];

/** What keeping a capture may take: it has up to 32 MB of bytes, and a text of its own. */
const KEEPING_MS = 60_000;

type Kind = 'capture' | 'recheck' | 'recheck-due' | 'stamp' | 'archive' | 'reread-capture';

/** The handlers of captures over the doors given. */
export const captureHandlers = (doors: Doors): Readonly<Record<Kind, JobHandler>> => ({
  capture: { seconds: 300, run: (job) => capture(job, doors) },
  recheck: { seconds: 300, run: (job) => recheck(job, doors) },
  'recheck-due': { seconds: 60, run: checkDue },
  ...witnessHandlers(doors),
  'reread-capture': rereadHandler(doors.readDocument),
});

/** All of it is kept in the one transaction at the end, or nothing is. */
async function capture(job: RunningJob, doors: Doors): Promise<void> {
  const sourceId = idOf(job.sourceId);
  const input = captureJob.parse(job.input);
  const isLink = 'link' in input;
  const { taken, charset } = isLink ? await fetched(job, doors, input.link) : await brought(job, input);
  await job.progress('reading');
  const read = await readTaken(doors, taken, charset);
  const looked = read === null ? [] : await lookForQuotes(job.db, sourceId, read);
  await job.progress('keeping');
  await transact(
    job.db,
    async (tx) => {
      const fill = isLink && input.fill;
      const { id } = await keepCapture(tx, job.actor, sourceId, { taken, read, fill, looked });
      await job.finish(tx, { captureId: id });
    },
    KEEPING_MS,
  );
}

type Got = { readonly taken: Taken; readonly charset: string | null };

async function fetched(job: RunningJob, doors: Doors, link: string): Promise<Got> {
  await job.progress('fetching');
  const { askedFor, address, mediaType, charset, headers, bytes, at } = granted(
    await doors.fetchLink(link, job.signal),
  );
  return { taken: { askedFor, takenFrom: address, mediaType, headers, bytes, at }, charset };
}

async function brought(
  { db }: RunningJob,
  { sha256: hash, fileName, mediaType }: { sha256: string; fileName: string; mediaType: string },
): Promise<Got> {
  const bytes = await getBlob(db, hash);
  if (bytes === null) refuse('not-found', 'bytes-missing');
  return {
    taken: { bytes, fileName, mediaType: mediaType || 'application/octet-stream', at: new Date() },
    charset: null,
  };
}

/** What is read of it; null of a picture, which holds no text that Stet reads. */
async function readTaken(doors: Doors, taken: Taken, charset: string | null): Promise<ReadDocument | null> {
  if (pictureType(taken.bytes) !== null) return null;
  return granted(
    await doors.readDocument({
      bytes: taken.bytes,
      mediaType: taken.mediaType,
      charset,
      name: taken.fileName ?? null,
      address: taken.askedFor === undefined ? null : taken.takenFrom,
    }),
  );
}

async function recheck(job: RunningJob, doors: Doors): Promise<void> {
  const captureId = idOf(job.captureId);
  const link = await linkOfCapture(job.db, job.actor, captureId);
  const found = await whatIsThere(job, doors, captureId, link);
  await job.progress('keeping');
  await transact(job.db, async (tx) => job.finish(tx, await writeCheck(tx, job.actor, captureId, found)), KEEPING_MS);
}

async function whatIsThere(
  job: RunningJob,
  doors: Doors,
  captureId: string,
  { link, hash, text }: Awaited<ReturnType<typeof linkOfCapture>>,
): Promise<Found> {
  let got: Got;
  try {
    got = await fetched(job, doors, link);
  } catch (error) {
    if (error instanceof AppError && GONE.includes(error.refusal.code)) return { outcome: 'gone' };
    throw error;
  }
  const { taken, charset } = got;
  if (sha256(taken.bytes) === hash) return { outcome: 'same' };
  await job.progress('reading');
  const read = await readTaken(doors, taken, charset);
  // Another time of day in a page's source is nobody's change.
  if (read !== null && read.text === text) return { outcome: 'same' };
  await job.progress('checking');
  const quoted = await quotedStretches(job.db, captureId);
  if (text === null || read === null) {
    const stretches = quoted.map(({ evidenceId, ...before }) => goneStretch(evidenceId, before));
    return { outcome: 'changed', taken, read, stretches };
  }
  const places = await carried(text, read.text, quoted);
  const stretches = quoted.flatMap(({ evidenceId, ...before }, i) => {
    const place = places[i];
    return place ? [stretchCheck(evidenceId, { text, before }, read.text, place)] : [];
  });
  return { outcome: 'changed', taken, read, stretches };
}

const carried = (before: string, after: string, spans: readonly Span[]): Promise<Placement[]> =>
  spans.length === 0
    ? Promise.resolve([])
    : onText(
        'carry',
        { before: linesOf(before), after: linesOf(after), spans: spans.map(({ start, end }) => ({ start, end })) },
        before.length + after.length,
      );

/** Puts in re-checks of what the desk wants to be checked again and again; the desk's own job. */
async function checkDue(job: RunningJob): Promise<void> {
  await transact(job.db, async (tx) => {
    for (const { id, sourceId } of await capturesToCheck(tx)) await addRecheck(tx, null, id, sourceId);
    await job.finish(tx);
  });
}
