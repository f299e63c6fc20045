import { readConfiguration } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { bringUpToDate, openStore, refuseWhenBehind } from '../store.ts';

/**
 * Runs jobs until a polite kill, or until whoever started this process is gone: then it takes no further job, lets those under
 * way finish for a few seconds, and gives the rest back. Rejects where it can go on no longer.
 */
export async function work(): Promise<void> {
  const configuration = readConfiguration();
  const store = await openStore(configuration);
  let leave: () => void = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
  process.on('disconnect', leave);
  try {
    if (store.kind === 'embedded') await bringUpToDate(store);
    else await refuseWhenBehind(store.url);
    process.env.DATABASE_URL = store.url;
    const [{ startWorker }, { CHORES, HANDLERS }, { closeDatabase, connect }, { closeReading }, { closeSql }] =
      await Promise.all([
        import('#lib/worker/worker.ts'),
        import('#lib/worker/handlers.ts'),
        import('#lib/platform/db.ts'),
        import('#lib/ingest/reading.ts'),
        import('#lib/platform/sql.ts'),
      ]);
    const { lockMs, statementMs } = configuration.pools;
    const jobs = configuration.workerJobs;
    const db = connect(store.url, { statements: jobs + 2, transactions: jobs + 1, lockMs, statementMs });
    try {
      const worker = await startWorker({ url: store.url, db, handlers: HANDLERS, chores: CHORES, jobs });
      // Beside a server it is no news to who started that.
      log[process.send ? 'debug' : 'info']({ jobs }, 'the worker runs');
      process.send?.('ready');
      await Promise.race([left, worker.ended]).finally(() => worker.stop());
    } finally {
      await Promise.all([db.$disconnect(), closeDatabase(), closeSql(), closeReading()]);
    }
  } finally {
    await store.close();
    // A channel to whoever started this process would keep it going.
    if (process.connected) process.disconnect();
  }
}
