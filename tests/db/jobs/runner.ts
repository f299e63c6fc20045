/** Runs one job in a process of its own, for tests to kill. Says "done" once it has come to its end. */

import { flushCompileCache } from 'node:module';
import { connect } from '#lib/platform/db.ts';
import { runJob } from '#lib/worker/run.ts';
import { plainHandlers } from './site.ts';

const { url, jobId } = JSON.parse(process.argv[2] ?? '{}') as { readonly url: string; readonly jobId: string };
const db = connect(url, 2);
await db.$queryRaw`select 1`;
flushCompileCache();
console.log('begins');
await runJob(db, plainHandlers(), new Map(), jobId);
console.log('done');
// Stays until it is killed, so that the test alone ends it.
setInterval(() => {}, 1000);
