import type { ArticleFile } from '#lib/ingest/article.ts';
import type { Fetched } from '#lib/ingest/fetch/index.ts';
import type { DocumentInput } from '#lib/ingest/read/types.ts';
import type { JobHandler, RunningJob } from '#lib/jobs/jobs.ts';
import { transact } from '#lib/platform/db.ts';
import { AppError, type Outcome } from '#lib/platform/result.ts';
import { readHead } from './data-arrival.ts';
import { type Brought, broughtBytes, broughtWords, keepFirstText } from './mutations-arrival.ts';
import { readArticle } from './mutations-extract.ts';
import { reextract } from './mutations-reextract.ts';
import { filledIn } from './rules-arrival.ts';
import { articleText } from './rules-text.ts';
import { type ArticleJob, articleJob } from './schema.ts';

/** The ways out of the process: to the web, and to the process that reads files as articles. */
export type ArticleDoors = {
  readonly fetchLink: (
    address: string,
    signal: AbortSignal,
  ) => Promise<Outcome<Pick<Fetched, 'address' | 'mediaType' | 'charset' | 'bytes'>>>;
  readonly readFile: (input: DocumentInput) => Promise<Outcome<ArticleFile>>;
};

/** As long as the longest article takes to be kept: some ten thousand claims. */
const KEEPING_MS = 120_000;

/** The handlers of texts over the doors given. */
export const articleHandlers = (doors: ArticleDoors): Readonly<Record<'article' | 'reread', JobHandler>> => ({
  article: { seconds: 600, run: (job) => readIn(job, doors) },
  reread: { seconds: 600, run: rereadOne },
});

/** Fetches and reads the first text of an article. All of it is kept in the one transaction at the end, or nothing is. */
async function readIn(job: RunningJob, doors: ArticleDoors): Promise<void> {
  const articleId = idOf(job.articleId);
  const { text, ...brought } = await bring(job, doors, articleJob.parse(job.input));
  await job.progress('claims');
  const now = await readHead(job.db, job.actor, articleId);
  const head = { ...now, ...(brought.head === null ? {} : filledIn(now, brought.standIn, brought.head).head) };
  const read = await readArticle(text, head.publishedOn, head.outlet);
  await job.progress('keeping');
  await transact(
    job.db,
    async (tx) => {
      await keepFirstText(tx, job.actor, articleId, { ...brought, read });
      await job.finish(tx, { counts: { claims: read.claims.length } });
    },
    KEEPING_MS,
  );
}

type Words = Omit<Brought, 'read'> & { readonly text: Parameters<typeof readArticle>[0] };

async function bring(job: RunningJob, doors: ArticleDoors, input: ArticleJob): Promise<Words> {
  if (input.from === 'words') {
    const { sha256, origin, original, originalName } = input;
    const file = original === null ? null : { bytes: await broughtBytes(job.db, original), name: originalName };
    return { text: await broughtWords(job.db, sha256), origin, original: file, head: null, standIn: null };
  }
  if (input.from === 'file') {
    const { fileName, standIn } = input;
    const bytes = await broughtBytes(job.db, input.sha256);
    const document = { bytes, mediaType: null, name: fileName };
    return { ...(await read(job, doors, document)), origin: 'file', original: { bytes, name: fileName }, standIn };
  }
  await job.progress('fetching');
  const { address, bytes, mediaType, charset } = granted(await doors.fetchLink(input.link, job.signal));
  const document = { bytes, mediaType, charset, address, name: null };
  const original = { bytes, name: '', mediaType };
  return { ...(await read(job, doors, document)), origin: 'link', original, standIn: input.standIn };
}

async function read(
  job: RunningJob,
  doors: ArticleDoors,
  document: DocumentInput,
): Promise<Pick<Words, 'text' | 'head'>> {
  await job.progress('reading');
  const file = granted(await doors.readFile(document));
  return { text: articleText(file.text), head: { ...file, headline: file.headline || null } };
}

/** Has an article read again; it says by itself that it is done where the article's change is. */
async function rereadOne(job: RunningJob): Promise<void> {
  await job.progress('claims');
  await reextract(job.db, job.actor, idOf(job.articleId), async (tx, { added, withdrawn, marksEnded }) =>
    job.finish(tx, { counts: { added, withdrawn, ended: marksEnded.length } }),
  );
}

function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new AppError(outcome);
  return outcome.value;
}

function idOf(id: string | null): string {
  if (id === null) throw new Error('The job names no article');
  return id;
}
