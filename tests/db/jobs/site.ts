import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import { inboxHandlers } from '#lib/inbox/jobs.ts';
import { readArticleFile } from '#lib/ingest/article.ts';
import { readFeed } from '#lib/ingest/feed/read.ts';
import type { DocumentDetails, ReadDocument } from '#lib/ingest/read/types.ts';
import { type ArchivePolicy, archivePolicy, askForCopy, lookForCopy } from '#lib/ingest/witness/archive.ts';
import { stampHash } from '#lib/ingest/witness/stamp.ts';
import { mailHandlers } from '#lib/needs/jobs.ts';
import { cleanUpHandlers } from '#lib/people/jobs.ts';
import { canonicalText } from '#lib/platform/canonical.ts';
import { done, refused } from '#lib/platform/result.ts';
import { articleHandlers } from '#lib/revisions/jobs.ts';
import { captureHandlers, type Doors } from '#lib/sources/jobs.ts';
import { travelHandlers } from '#lib/travel/jobs.ts';
import type { Handlers } from '#lib/worker/run.ts';

/** A site of its own whose one page says what it is told to; null for a page that is not there any more. */
export type Site = {
  readonly address: string;
  page: string | null;
  /** When it says that it was fetched; null for now. */
  at: Date | null;
  readonly server: Server;
};

const listening = z.object({ port: z.number() });

/** `lateMs`: how long it takes to answer. */
export async function startSite(page: string, lateMs = 0): Promise<Site> {
  const server = createServer((_, response) => {
    response.writeHead(site.page === null ? 410 : 200, { 'content-type': 'text/plain; charset=utf-8' });
    setTimeout(() => response.end(site.page ?? 'Gone'), lateMs);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = listening.parse(server.address());
  const site: Site = { address: `http://127.0.0.1:${port}/page`, page, at: null, server };
  return site;
}

const NO_DETAILS: DocumentDetails = {
  title: null,
  author: null,
  publisher: null,
  publishedOn: null,
  changedOn: null,
  link: null,
  language: null,
  identifiers: { doi: null, isbn: null },
};

/** A plain text as a document: its paragraphs numbered, its first line for a title. */
export function readLines(bytes: Uint8Array): ReadDocument {
  const text = canonicalText(new TextDecoder().decode(bytes));
  const places = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }, i) => ({
    kind: 'paragraph' as const,
    number: i + 1,
    start: index,
    end: index + line.length,
  }));
  return {
    kind: 'text',
    text,
    places,
    view: [{ start: 0, end: text.length }],
    details: { ...NO_DETAILS, title: { value: text.split('\n')[0] ?? '', from: 'markup' } },
    notes: [],
    changes: [],
    links: [],
    warnings: [],
  };
}

/** To the one site whatever the link, or to sites as they are; to an archive; and to a reader of plain texts in this process. */
export const plainDoors = (
  site?: Pick<Site, 'at' | 'address'>,
  archive: ArchivePolicy = archivePolicy(new AbortController().signal),
): Doors => ({
  fetchLink: async (address, signal) => {
    const response = await fetch(site?.address ?? address, { signal });
    if (response.status === 410) return refused('not-found', 'fetch-gone', { values: { host: 'site' } });
    return done({
      askedFor: address,
      address: `${address}?final`,
      mediaType: 'text/plain',
      charset: 'utf-8',
      headers: [['content-type', 'text/plain; charset=utf-8']],
      bytes: new Uint8Array(await response.arrayBuffer()),
      at: site?.at ?? new Date(),
    });
  },
  readDocument: async ({ bytes }) => done(readLines(bytes)),
  stampHash,
  archive: { ask: (link) => askForCopy(link, archive), look: (look) => lookForCopy(look, archive) },
});

export const plainHandlers = (
  site?: Pick<Site, 'at' | 'address'>,
  archive: ArchivePolicy = archivePolicy(new AbortController().signal),
): Handlers => {
  const doors = plainDoors(site, archive);
  return {
    ...captureHandlers(doors),
    ...articleHandlers({ fetchLink: doors.fetchLink, readFile: readArticleFile }),
    ...inboxHandlers({
      fetchFeed: (link, _, signal) => doors.fetchLink(link, signal),
      readFeed: async (input) => readFeed(input),
      readFile: readArticleFile,
    }),
    ...cleanUpHandlers,
    ...mailHandlers({ sends: () => false, send: async () => {}, address: () => 'http://127.0.0.1:3000' }),
    ...travelHandlers,
  };
};
