import type { JobHandler, RunningJob } from '#lib/jobs/jobs.ts';
import { removeUnusedBlobs } from '#lib/platform/blobs.ts';
import { transact } from '#lib/platform/db.ts';
import { takeAway } from './mutations-clean-up.ts';

/** Takes away what nobody needs any more. Done twice it finds nothing the second time. */
export const cleanUpHandlers: Readonly<Record<'clean-up', JobHandler>> = { 'clean-up': { seconds: 300, run: cleanUp } };

/** Of bytes a hundred are taken away at a time. */
const MOST_ROUNDS = 100;

async function cleanUp(job: RunningJob): Promise<void> {
  let bytes = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const gone = await removeUnusedBlobs(job.db);
    bytes += gone;
    if (gone === 0 || job.signal.aborted) break;
  }
  await transact(
    job.db,
    async (tx) => {
      await job.finish(tx, { counts: { ...(await takeAway(tx)), bytes } });
    },
    60_000,
  );
}
