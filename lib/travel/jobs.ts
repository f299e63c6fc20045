import type { Brought } from '#lib/foreign/mutations.ts';
import type { JobHandler, RunningJob } from '#lib/jobs/jobs.ts';
import { getBlob } from '#lib/platform/blobs.ts';
import type { Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { bringArticle, checkArticle } from './mutations.ts';
import { bringArchive } from './mutations-archive.ts';
import { isArticleFile } from './rules-file.ts';
import { foreignJob } from './schema.ts';

export const travelHandlers: Readonly<Record<'foreign', JobHandler>> = { foreign: { seconds: 1800, run: bring } };

/** Brings a file in that somebody has sent: an article of another desk, or an archive of checks. */
async function bring(job: RunningJob): Promise<void> {
  const { sha256, name, publisher, leaveOut } = foreignJob.parse(job.input);
  await job.progress('reading');
  const bytes = await getBlob(job.db, sha256);
  if (bytes === null) refuse('not-found', 'bytes-missing');
  const finish = (tx: Tx, { claims, leftOut, isKnown }: Brought) =>
    job.finish(tx, { counts: { claims, leftOut, known: isKnown ? 1 : 0 } });
  if (isArticleFile(bytes)) {
    await job.progress('checking');
    const checked = await checkArticle(bytes);
    await job.progress('keeping');
    await bringArticle(job.db, job.actor, checked, finish);
    return;
  }
  const read = async function* () {
    for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
  };
  const options = { publisher, columns: {}, leaveOut };
  // Told as it goes on, so that the process that reads statements is not asked for one that was cancelled.
  const onRows = async () => {
    job.signal.throwIfAborted();
    await job.progress('claims');
  };
  await bringArchive(job.db, job.actor, { name, read }, options, { onRows, finish });
}

const PIECE = 256 * 1024;
