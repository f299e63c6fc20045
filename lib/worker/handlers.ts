import { inboxHandlers, watchFolder } from '#lib/inbox/jobs.ts';
import { putInDueFeeds } from '#lib/inbox/mutations-take.ts';
import { FEED_TYPES, fetchLink, fetchPolicy } from '#lib/ingest/fetch/index.ts';
import { onArticleFile, onDocument, onFeed } from '#lib/ingest/reading.ts';
import { archivePolicy, askForCopy, lookForCopy } from '#lib/ingest/witness/archive.ts';
import { stampHash } from '#lib/ingest/witness/stamp.ts';
import { type MailDoors, mailHandlers, putInMail } from '#lib/needs/jobs.ts';
import { cleanUpHandlers } from '#lib/people/jobs.ts';
import { putInCleanUp } from '#lib/people/mutations-clean-up.ts';
import { removeErased } from '#lib/platform/blobs.ts';
import { sendLetter, sendsMail } from '#lib/platform/mail.ts';
import { articleHandlers } from '#lib/revisions/jobs.ts';
import { captureHandlers } from '#lib/sources/jobs.ts';
import { putInDueChecks } from '#lib/sources/mutations-recheck.ts';
import { putInRereads } from '#lib/sources/mutations-reread.ts';
import { travelHandlers } from '#lib/travel/jobs.ts';
import type { Handlers } from './run.ts';
import type { Chore } from './worker.ts';

const fetchPage = (address: string, signal: AbortSignal) => fetchLink(address, fetchPolicy({ signal }));

/** A feed is a list of links: one that is larger than this is none. */
const MOST_FEED_BYTES = 4 * 1024 * 1024;

/** Letters lead to the address that people open; a worker apart from the server is told it as the server is. */
const MAIL: MailDoors = {
  sends: sendsMail,
  send: sendLetter,
  address: () => process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000',
};

/** The handlers that every domain brings, over the real ways out. */
export const HANDLERS: Handlers = {
  ...articleHandlers({ fetchLink: fetchPage, readFile: onArticleFile }),
  ...captureHandlers({
    fetchLink: fetchPage,
    readDocument: onDocument,
    stampHash,
    archive: {
      ask: (link, signal) => askForCopy(link, archivePolicy(signal)),
      look: (look, signal) => lookForCopy(look, archivePolicy(signal)),
    },
  }),
  ...inboxHandlers({
    fetchFeed: (link, known, signal) =>
      fetchLink(link, fetchPolicy({ signal, known, types: FEED_TYPES, mostBytes: MOST_FEED_BYTES })),
    readFeed: onFeed,
    readFile: onArticleFile,
  }),
  ...cleanUpHandlers,
  ...mailHandlers(MAIL),
  ...travelHandlers,
};

/** What a worker sees to beside its jobs. */
export const CHORES: readonly Chore[] = [
  { seconds: 30, run: watchFolder },
  { seconds: 60, run: putInDueFeeds },
  { seconds: 60, run: putInMail(MAIL) },
  { seconds: 900, run: removeErased },
  { seconds: 900, run: putInDueChecks },
  { seconds: 900, run: putInRereads },
  { seconds: 900, run: putInCleanUp },
];
