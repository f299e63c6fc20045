/** A worker in a process of its own, over a site and a reader of plain texts, for tests to kill. Says "begins" once it runs. */

import { flushCompileCache } from 'node:module';
import { connect } from '#lib/platform/db.ts';
import { startWorker } from '#lib/worker/worker.ts';
import { plainHandlers } from './site.ts';

const { url } = JSON.parse(process.argv[2] ?? '{}') as { readonly url: string };
const db = connect(url, 4);
await startWorker({ url, db, handlers: plainHandlers(), chores: [], jobs: 3 });
flushCompileCache();
console.log('begins');
