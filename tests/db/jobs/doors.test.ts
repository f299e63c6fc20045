import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { closeReading } from '#lib/ingest/reading.ts';
import { findJob } from '#lib/jobs/data.ts';
import { captureBytes, openCapture } from '#lib/sources/data-captures.ts';
import { newSource } from '#lib/sources/mutations.ts';
import { askCapture } from '#lib/sources/mutations-captures.ts';
import { HANDLERS } from '#lib/worker/handlers.ts';
import { runJob } from '#lib/worker/run.ts';
import { type Cast, cast, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { need } from '../trust/scene.ts';

/* Captures over the real ways out: the fetcher, and the process that reads documents. */
const database = withDatabase();
let people: Cast;
let server: Server;
let port = 0;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Berths | Harbour</title>
<meta property="og:site_name" content="Harbour Authority">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Which berths are closed",
"author":{"@type":"Person","name":"Maren Holt"},"datePublished":"2026-03-12T09:00:00+01:00"}</script></head>
<body><nav>Home</nav><article><h1>Which berths are closed</h1><p>Of 31 berths, 6 are closed for safety reasons.</p>
<p>The engineers will look at them in May, and open those that hold.</p></article><script>document.title = 'run'</script></body></html>`;
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  people = await cast(database.db);
  server = createServer((request, response) => {
    const picture = request.url === '/list.png';
    if (request.url === '/gone') response.writeHead(410).end();
    else if (request.url === '/robots.txt') response.writeHead(404).end();
    else {
      response.writeHead(200, { 'content-type': picture ? 'image/png' : 'text/html; charset=utf-8', etag: '"1"' });
      response.end(picture ? PICTURE : PAGE);
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  port = z.object({ port: z.number() }).parse(server.address()).port;
  vi.stubEnv('STET_FETCH_ALLOW', `127.0.0.1:${port}`);
});
afterAll(async () => {
  server.close();
  await closeReading();
});

async function capture(path: string) {
  const link = `http://127.0.0.1:${port}${path}`;
  const fields = {
    kind: 'page',
    tier: 'primary',
    publisher: null,
    author: null,
    publishedOn: null,
    note: null,
  } as const;
  const { id: sourceId } = await plant(database.db, (tx) =>
    newSource(tx, people.first, { ...fields, title: link, link }),
  );
  const { jobId } = await askCapture(database.db, people.first, { sourceId, fill: true });
  await runJob(database.db, HANDLERS, new Map(), jobId);
  return { sourceId, job: need(await findJob(database.db, people.first, jobId)) };
}

test('a page is fetched, read and kept; what it says of itself becomes the details of the source made of its link', async () => {
  const { sourceId, job } = await capture('/page?utm_source=mail');
  expect(job).toMatchObject({ state: 'done', error: null });
  const opened = need(await openCapture(database.db, people.first, need(job.result?.captureId)));
  expect(opened.capture).toMatchObject({ mediaType: 'text/html', reading: { kind: 'html' } });
  const text = need(opened.text);
  const start = text.text.indexOf('6 are closed for safety reasons');
  expect(start).toBeGreaterThan(0);
  expect(text.places.some((place) => place.kind === 'paragraph' && place.start <= start && start < place.end)).toBe(
    true,
  );
  expect(text.view.some((stretch) => stretch.start <= start && start < stretch.end)).toBe(true);
  expect(text.text).not.toContain('document.title');
  const { bytes } = need(await captureBytes(database.db, people.first, opened.capture.id));
  expect(Buffer.from(bytes).equals(Buffer.from(PAGE))).toBe(true);
  expect(await database.db.source.findUniqueOrThrow({ where: { id: sourceId } })).toMatchObject({
    title: 'Which berths are closed',
    author: 'Maren Holt',
    publisher: 'Harbour Authority',
    publishedOn: new Date('2026-03-12'),
  });
});

test('a picture is kept as it is; a page that is gone, and an address that is not allowed, are told in words', async () => {
  const picture = need((await capture('/list.png')).job.result?.captureId);
  expect(await openCapture(database.db, people.first, picture)).toMatchObject({
    text: null,
    capture: { reading: null },
  });
  expect((await capture('/gone')).job).toMatchObject({ state: 'failed', error: expect.stringContaining('taken away') });
  vi.stubEnv('STET_FETCH_ALLOW', '');
  expect((await capture('/page')).job).toMatchObject({ state: 'failed', attempts: 1 });
});
