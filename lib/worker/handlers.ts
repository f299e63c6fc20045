import { fetchLink, fetchPolicy } from '#lib/ingest/fetch/index.ts';
import { onDocument } from '#lib/ingest/reading.ts';
import { archivePolicy, askForCopy, lookForCopy } from '#lib/ingest/witness/archive.ts';
import { stampHash } from '#lib/ingest/witness/stamp.ts';
import { removeErased, removeUnusedBlobs } from '#lib/platform/blobs.ts';
import type { Db } from '#lib/platform/db.ts';
import { captureHandlers } from '#lib/sources/jobs.ts';
import { putInDueChecks } from '#lib/sources/mutations-recheck.ts';
import { putInRereads } from '#lib/sources/mutations-reread.ts';
import type { Handlers } from './run.ts';

/** The handlers that every domain brings, over the real ways out. */
export const HANDLERS: Handlers = captureHandlers({
  fetchLink: (address, signal) => fetchLink(address, fetchPolicy({ signal })),
  readDocument: onDocument,
  stampHash,
  archive: {
    ask: (link, signal) => askForCopy(link, archivePolicy(signal)),
    look: (look, signal) => lookForCopy(look, archivePolicy(signal)),
  },
});

/** What a worker does now and then beside its jobs; any number of workers may at the same time. */
export const CHORES: readonly ((db: Db) => Promise<unknown>)[] = [
  removeUnusedBlobs,
  removeErased,
  putInDueChecks,
  putInRereads,
];
