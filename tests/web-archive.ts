import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ArchivePolicy, archivePolicy } from '#lib/ingest/witness/archive.ts';

/*
 * A web archive for tests, which does what it is told to, wrongly too: Save Page Now, what it says of its jobs, and its index.
 */

export type ArchiveConduct = {
  /** What it answers who asks for a copy; a job of its own by default. */
  readonly save?:
    | { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> }
    | 'cut';
  /** What it says of that job; that it is under way by default. */
  readonly job?: { readonly status?: number; readonly body: string };
  /** Rows of its index; the text of the answer where it is none. */
  readonly index?: readonly (readonly [time: string, original: string, status: string])[] | string;
};

export type WebArchive = {
  readonly policy: ArchivePolicy;
  /** Every request: method, path with its query, and body. */
  readonly asked: { readonly method: string; readonly path: string; readonly body: string; readonly keys: string }[];
  behave(conduct: ArchiveConduct): void;
  stop(): Promise<unknown>;
};

/** Of these names the archive's is on this machine, `inside.example` on an intranet, and all others on the public internet. */
const resolve = async (host: string): Promise<string[]> =>
  host === 'archive.example' ? ['127.0.0.1'] : host === 'inside.example' ? ['10.1.2.3'] : ['93.184.216.34'];

export async function startArchive(): Promise<WebArchive> {
  const asked: WebArchive['asked'] = [];
  let conduct: ArchiveConduct = {};
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const { method = '' } = request;
    asked.push({ method, path, body: await text(request), keys: request.headers.authorization ?? '' });
    const say = (status: number, body: string, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    const { save = {}, job, index = [] } = conduct;
    if (path === '/save' && save === 'cut') {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"url"', () => response.destroy());
    } else if (path === '/save' && save !== 'cut')
      say(save.status ?? 200, save.body ?? '{"url":"x","job_id":"spn2-17"}', save.headers);
    else if (path.startsWith('/save/status/')) say(job?.status ?? 200, job?.body ?? '{"status":"pending"}');
    else if (path.startsWith('/cdx/'))
      say(200, typeof index === 'string' ? index : JSON.stringify([['timestamp', 'original', 'statuscode'], ...index]));
    else say(404, '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const settings = {
    STET_ARCHIVE_URL: `http://archive.example:${port}/`,
    STET_ARCHIVE_KEYS: 'key:secret',
    STET_FETCH_ALLOW: `archive.example:${port},10.0.0.0/8`,
  };
  return {
    policy: archivePolicy(new AbortController().signal, settings, { resolve, own: [] }),
    asked,
    behave: (next) => {
      conduct = next;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}
