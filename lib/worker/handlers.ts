import { fetchLink, fetchPolicy } from '#lib/ingest/fetch/index.ts';
import { onArticleFile, onDocument } from '#lib/ingest/reading.ts';
import { removeUnusedBlobs } from '#lib/platform/blobs.ts';
import type { Db } from '#lib/platform/db.ts';
import { articleHandlers } from '#lib/revisions/jobs.ts';
import { captureHandlers } from '#lib/sources/jobs.ts';
import { putInDueChecks } from '#lib/sources/mutations-recheck.ts';
import type { Handlers } from './run.ts';

const fetchPage = (address: string, signal: AbortSignal) => fetchLink(address, fetchPolicy({ signal }));

/** The handlers that every domain brings, over the real ways out. */
export const HANDLERS: Handlers = {
  ...articleHandlers({ fetchLink: fetchPage, readFile: onArticleFile }),
  ...captureHandlers({ fetchLink: fetchPage, readDocument: onDocument }),
};

/** What a worker does now and then beside its jobs; any number of workers may at the same time. */
export const CHORES: readonly ((db: Db) => Promise<unknown>)[] = [removeUnusedBlobs, putInDueChecks];
