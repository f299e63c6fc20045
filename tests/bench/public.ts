import { readdirSync, statSync } from 'node:fs';
import { Agent, createServer, get } from 'node:http';
import { join } from 'node:path';
import { connect } from '#lib/platform/db.ts';
import { TEST_DIST_DIR } from '#tests/e2e/stet.ts';
import { publishSample } from './site/published.ts';
import { printScores } from './site/scores.ts';
import { openSite } from './site/site.ts';

const READERS = 100;
/** So often each of them asks, one time after the other. */
const TIMES = 10;
const ALL = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * The public pages of the built Stet: Lighthouse's scores, of 100, and the time to the first byte with a hundred readers at once, beside a static file of
 * about the size that the same server serves, and one that a bare server of Node's does.
 */
export async function run(): Promise<void> {
  const { stet, debugPort: port, close } = await openSite();
  try {
    const db = connect(stet.databaseUrl, 2);
    const { slug } = await publishSample(db, stet.accounts);
    await db.$disconnect();
    const path = `/published/${slug}`;
    const pages = [
      { name: 'report', address: `${stet.address}${path}`, categories: ALL },
      { name: 'list', address: `${stet.address}/published`, categories: ALL },
      // Search engines are asked to leave it out: it stands in others' pages.
      { name: 'claim box', address: `${stet.address}${await boxOf(stet.address, path)}`, categories: ALL.slice(0, 3) },
    ];
    for (const page of pages) for (const isDesktop of [true, false]) await printScores({ ...page, port, isDesktop });
    const { size, address } = staticFile(
      stet.address,
      (await fetch(pages[0]?.address ?? '').then((it) => it.text())).length,
    );
    const still = await firstBytes(address);
    const bare = await bareServer(size, firstBytes);
    console.log(`a static file of ${size} bytes, the same server, ${READERS} readers: ${words(still)}`);
    console.log(`the same from a bare server: ${words(bare)}`);
    for (const page of pages) {
      const found = await firstBytes(page.address);
      const ratio = (middle(found) / middle(still)).toFixed(1);
      console.log(`${page.name}: ${words(found)}; ${ratio} times the static file's`);
    }
  } finally {
    await close();
  }
}

async function boxOf(origin: string, path: string): Promise<string> {
  const html = await fetch(`${origin}${path}`).then((answer) => answer.text());
  const [, box = ''] = /(\/published\/[^"&]+\/claims\/\d+)/.exec(html) ?? [];
  return box;
}

/** Of the files that the build made, the one whose size is nearest. */
function staticFile(origin: string, size: number): { readonly address: string; readonly size: number } {
  const folder = join(TEST_DIST_DIR, 'static', 'chunks');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.js') || name.endsWith('.css'))
    .map((name) => ({ name, size: statSync(join(folder, name)).size }));
  const [nearest] = files.sort((a, b) => Math.abs(a.size - size) - Math.abs(b.size - size));
  if (!nearest) throw new Error('The build has no static file');
  return { address: `${origin}/_next/static/chunks/${nearest.name}`, size: nearest.size };
}

async function bareServer<T>(size: number, work: (address: string) => Promise<T>): Promise<T> {
  const bytes = Buffer.alloc(size, 'x');
  const server = createServer((_, response) => response.writeHead(200, { 'content-length': size }).end(bytes));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = server.address();
  try {
    return await work(`http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Milliseconds until the head of each answer is there, in order: as many readers at once, each from an address and by a connection of its own that it keeps. */
async function firstBytes(address: string): Promise<number[]> {
  const readers = Array.from({ length: READERS }, async (_, i) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress: `127.0.1.${i + 1}` });
    const times: number[] = [];
    for (let i = 0; i < TIMES; i++) times.push(await firstByte(address, agent));
    agent.destroy();
    return times;
  });
  return (await Promise.all(readers)).flat().sort((a, b) => a - b);
}

const firstByte = (address: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    get(address, { agent }, (answer) => {
      const took = performance.now() - began;
      if (answer.statusCode !== 200) reject(new Error(`${address} answers ${answer.statusCode}`));
      answer.resume().once('end', () => resolve(took));
    }).once('error', reject);
  });

const middle = (times: readonly number[]): number => times[times.length >> 1] ?? 0;
const words = (times: readonly number[]): string =>
  `median ${middle(times).toFixed(0)} ms, p95 ${(times[Math.floor(times.length * 0.95)] ?? 0).toFixed(0)}, worst ${(times.at(-1) ?? 0).toFixed(0)}`;
