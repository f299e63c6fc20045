/**
 * Captures of 1,000 pages from a local server, by one worker with its real ways out: fetched with every check, read in the bounded process,
 * kept with their event. Beside it the same pages merely fetched, as many at a time, and their bytes put into a plain table.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { z } from 'zod';
import { sampleActor } from '#lib/access/gate-command.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { insertUser } from '#lib/people/mutations.ts';
import { connect, type Db, transact } from '#lib/platform/db.ts';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { newSource } from '#lib/sources/mutations.ts';
import { cloneTemplate, makeTemplate } from '../db/server.ts';

const PAGES = 1_000;
const AT_ONCE = 4;
/** Jobs of one person that may wait at a time are fewer than the pages. */
const BATCH = 400;

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-captures-'));
  const server = await joinPostgres({ folder: join(folder, 'postgres'), database: 'stet_bench' });
  const { url, ownerUrl } = await cloneTemplate(server.ownerUrl, await makeTemplate(server.ownerUrl));
  const db = connect(url, 4);
  const site = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(request.url ?? ''));
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  const { port } = site.address() as AddressInfo;
  const linkOf = (i: number) => `http://127.0.0.1:${port}/${i}`;
  const worker = fork('tests/bench/worker/captures.ts', [url], {
    env: { ...process.env, STET_FETCH_ALLOW: `127.0.0.1:${port}`, STET_LOG_LEVEL: 'error' },
  });
  try {
    await once(worker, 'message');
    const bare = await bareSeconds(ownerUrl, linkOf);
    const seconds = await captureSeconds(db, linkOf);
    worker.send('memory');
    const [said] = await once(worker, 'message');
    const { own, reader } = z.object({ own: z.number(), reader: z.number().nullable() }).parse(said);
    const size = Buffer.byteLength(pageOf('/1')) / 1024;
    console.log(`${PAGES} pages of ${size.toFixed(0)} kB: ${(PAGES / seconds).toFixed(1)} captures/s`);
    console.log(
      `fetched and put into a table alone: ${(PAGES / bare).toFixed(0)}/s (${(seconds / bare).toFixed(1)} ×)`,
    );
    const mb = (kb: number) => `${Math.round(kb / 1024)} MB`;
    console.log(`most memory: the worker ${mb(own)}, what reads for it ${reader === null ? 'not told' : mb(reader)}`);
  } finally {
    worker.kill('SIGKILL');
    site.closeAllConnections();
    site.close();
    await db.$disconnect();
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

const TEXT = readFileSync(new URL('../../lib/cli/samples/tram-budget.txt', import.meta.url), 'utf8')
  .split(/\n+/)
  .map((text) => `<p>${text.replace(/[&<>]/g, ' ')}</p>`)
  .join('\n');
const pageOf = (path: string): string =>
  `<!doctype html><html lang="en"><head><title>Page ${path}</title></head><body><nav>${'<a href="/">News</a> '.repeat(40)}</nav>
<article><h1>Trams, page ${path}</h1>${TEXT.repeat(4)}</article></body></html>`;

async function captureSeconds(db: Db, linkOf: (i: number) => string): Promise<number> {
  const person = { name: 'Ruben', email: 'ruben@desk.test', role: 'reviewer' as const };
  const { id } = await transact(db, (tx) => insertUser(tx, () => null, { ...person, passwordHash: null }));
  const actor = sampleActor({ id, ...person });
  const fields = {
    kind: 'page',
    tier: 'secondary',
    publisher: null,
    author: null,
    publishedOn: null,
    note: null,
  } as const;
  let spent = 0;
  for (let from = 0; from < PAGES; from += BATCH) {
    const links = Array.from({ length: Math.min(BATCH, PAGES - from) }, (_, i) => linkOf(from + i));
    const sources = await transact(
      db,
      async (tx) => {
        const made: { id: string; link: string }[] = [];
        for (const link of links)
          made.push({ id: (await newSource(tx, actor, { ...fields, title: link, link })).id, link });
        await tx.$queryRaw`
          select stet_append_event('desk', null, 'machine', 'source.imported', 'source', 'bench', '{"count":1,"format":"bench"}')`;
        return made;
      },
      60_000,
    );
    const began = performance.now();
    await transact(
      db,
      async (tx) => {
        for (const { id: sourceId, link } of sources)
          await addJob(tx, actor, { kind: 'capture', sourceId, input: { link, fill: false } });
      },
      60_000,
    );
    for (;;) {
      const open = await db.job.count({ where: { state: { in: ['queued', 'running'] } } });
      if (open === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    spent += performance.now() - began;
  }
  const kept = await db.capture.count();
  if (kept !== PAGES) throw new Error(`${kept} captures of ${PAGES} pages`);
  return spent / 1000;
}

async function bareSeconds(ownerUrl: string, linkOf: (i: number) => string): Promise<number> {
  const sql = postgres(ownerUrl, { max: AT_ONCE, onnotice: () => {} });
  try {
    await sql`create table plain (at int, bytes bytea)`;
    const began = performance.now();
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let i = next++; i < PAGES; i = next++) {
          const bytes = Buffer.from(await (await fetch(linkOf(i))).arrayBuffer());
          await sql`insert into plain values (${i}, ${bytes})`;
        }
      }),
    );
    return (performance.now() - began) / 1000;
  } finally {
    await sql`drop table if exists plain`;
    await sql.end();
  }
}
