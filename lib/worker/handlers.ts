import { removeUnusedBlobs } from '#lib/platform/blobs.ts';
import type { Db } from '#lib/platform/db.ts';
import { putInDueChecks } from '#lib/sources/mutations-recheck.ts';

/** What a worker does now and then beside its jobs; any number of workers may at the same time. */
export const CHORES: readonly ((db: Db) => Promise<unknown>)[] = [removeUnusedBlobs, putInDueChecks];
