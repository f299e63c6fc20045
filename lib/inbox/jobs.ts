import type { ArticleFile } from '#lib/ingest/article.ts';
import type { FeedInput, ReadFeed } from '#lib/ingest/feed/types.ts';
import type { Fetched, Known } from '#lib/ingest/fetch/index.ts';
import type { DocumentInput } from '#lib/ingest/read/types.ts';
import { MAX_UPLOAD_BYTES } from '#lib/ingest/types.ts';
import { type JobHandler, Overtaken, type RunningJob } from '#lib/jobs/jobs.ts';
import { refusalOf } from '#lib/platform/attempt.ts';
import { canonicalText, cut, isSeen, sha256 } from '#lib/platform/canonical.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { log } from '#lib/platform/log.ts';
import { AppError, done, type Outcome, type Saying, type Unsaid } from '#lib/platform/result.ts';
import { readWatched, type WatchedFile, watchedFiles, watchedFolder } from '#lib/platform/watched-folder.ts';
import { feedToRead, knownMarks } from './data.ts';
import { endTurn, noteFailure, putInFolder, type TakenFile, takeFeed, takeFiles } from './mutations-take.ts';
import { feedJob } from './schema.ts';

/** The ways out of the process: to the web, and to the process that reads what others have written. */
export type InboxDoors = {
  readonly fetchFeed: (
    link: string,
    known: Known,
    signal: AbortSignal,
  ) => Promise<Outcome<Pick<Fetched, 'address' | 'charset' | 'bytes' | 'headers'>>>;
  readonly readFeed: (input: FeedInput) => Promise<Outcome<ReadFeed>>;
  readonly readFile: (input: DocumentInput) => Promise<Outcome<ArticleFile>>;
};

export const inboxHandlers = (doors: InboxDoors): Readonly<Record<'feed' | 'inbox-folder', JobHandler>> => ({
  feed: { seconds: 120, run: (job) => readOne(job, doors) },
  'inbox-folder': { seconds: 300, run: (job) => takeFolder(job, doors) },
});

type Got = (ReadFeed & { readonly known: Known }) | null;

/** Reads a feed. That it could not be read is noted with the feed, which is tried again in its own time: the job has done its work. */
async function readOne(job: RunningJob, doors: InboxDoors): Promise<void> {
  const { feedId } = feedJob.parse(job.input);
  // Its turn is over before anything is asked: a run that ends with the process does not have the site asked each minute.
  await endTurn(job.db, feedId);
  try {
    await takeOne(job, doors, feedId);
  } catch (error) {
    // What has a reason is the worker's to judge. A fault would come again with the same words, so the site is not asked for them again at once.
    if (error instanceof AppError || error instanceof Overtaken || job.signal.aborted) throw error;
    const { code, reason } = refusalOf(error);
    if (reason !== 'fault') throw error;
    await transact(job.db, async (tx) => {
      await noteFailure(tx, job.actor, feedId, { code });
      await job.finish(tx, { outcome: code });
    });
  }
}

async function takeOne(job: RunningJob, doors: InboxDoors, feedId: string): Promise<void> {
  const feed = await feedToRead(job.db, feedId);
  const got = feed === null ? done(null) : await fetched(job, doors, feed);
  await transact(job.db, async (tx) => {
    if (got.ok) await job.finish(tx, { counts: { items: await takeFeed(tx, job.actor, feedId, got.value) } });
    else {
      await noteFailure(tx, job.actor, feedId, sayingOf(got));
      await job.finish(tx, { outcome: got.code });
    }
  });
}

const sayingOf = ({ code, values }: Unsaid): Saying => (values === undefined ? { code } : { code, values });

async function fetched(
  job: RunningJob,
  doors: InboxDoors,
  { link, ...known }: { readonly link: string } & Known,
): Promise<Outcome<Got>> {
  await job.progress('fetching');
  const answer = await doors.fetchFeed(link, known, job.signal);
  if (!answer.ok) return answer.code === 'fetch-unchanged' ? done(null) : answer;
  const { bytes, charset, address, headers } = answer.value;
  await job.progress('reading');
  const read = await doors.readFeed({ bytes, charset, address });
  if (!read.ok) return read;
  const said = (name: string) => headers.find(([header]) => header === name)?.[1] ?? null;
  return done({ ...read.value, known: { etag: said('etag'), lastModified: said('last-modified') } });
}

/** So many files are taken at a time: they are all kept in one transaction. */
const MOST_FILES = 10;

async function takeFolder(job: RunningJob, doors: InboxDoors): Promise<void> {
  const folder = watchedFolder();
  const files = folder === null ? [] : (await newFiles(job.db, folder)).slice(0, MOST_FILES);
  const taken: TakenFile[] = [];
  for (const [i, file] of files.entries()) {
    await job.progress('reading', { done: i, all: files.length });
    const bytes = folder === null ? null : await readWatched(folder, file.name, MAX_UPLOAD_BYTES);
    if (bytes !== null) taken.push(await asItem(doors, file, bytes));
  }
  await transact(job.db, async (tx) => job.finish(tx, { counts: { items: await takeFiles(tx, taken) } }), 60_000);
}

/** Files that have not been taken in yet and are not too large for it. */
async function newFiles(db: Db, folder: string): Promise<WatchedFile[]> {
  const files = (await watchedFiles(folder)).filter(({ size }) => size <= MAX_UPLOAD_BYTES);
  const known = await knownMarks(
    db,
    files.map(({ mark }) => mark),
  );
  return files.filter(({ mark }) => !known.has(mark));
}

const SNIPPET = 320;

/** One that cannot be read is there by its name: whoever accepts it is told why. */
async function asItem(doors: InboxDoors, { name, mark }: WatchedFile, bytes: Uint8Array): Promise<TakenFile> {
  const read = await doors.readFile({ bytes, mediaType: null, name });
  const shown = nameOf(name, bytes);
  const none = { outlet: null, byline: null, publishedOn: null, link: null };
  if (!read.ok) return { ...none, name, mark, bytes, title: shown, snippet: '' };
  const { headline, outlet, byline, publishedOn, link, text } = read.value;
  const snippet = cut(text, SNIPPET).replace(/\s+/g, ' ').trim();
  return { name, mark, bytes, title: isSeen(headline) ? headline : shown, outlet, byline, publishedOn, link, snippet };
}

/** What a file is called on one line; one whose name is blank by its bytes, so that there is something to press. */
function nameOf(name: string, bytes: Uint8Array): string {
  const line = cut(canonicalText(name).replace(/\s+/g, ' ').trim(), 300);
  return isSeen(line) ? line : sha256(bytes).slice(0, 12);
}

/** Looks into the folder, where one is watched, and has what is new in it taken by a job. */
export async function watchFolder(db: Db): Promise<void> {
  const folder = watchedFolder();
  if (folder === null) return;
  try {
    if ((await newFiles(db, folder)).length > 0) await putInFolder(db);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    log.warn({ code: error.code }, 'the folder of the inbox cannot be read');
  }
}
