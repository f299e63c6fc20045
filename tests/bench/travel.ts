/**
 * A whole article of 3,000 claims, every tenth of them with evidence and a verdict, from one desk to another and out of it again, equal to the byte; and an archive of 20,000 checks, brought in. Beside
 * them the same bytes written to a file.
 */

import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { commandActor } from '#lib/access/gate-command.ts';
import { precedentsOf } from '#lib/foreign/data-precedents.ts';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { connect, type Db } from '#lib/platform/db.ts';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { addArticle } from '#lib/revisions/mutations.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { articleFile } from '#lib/travel/data-export.ts';
import { foreignFile } from '#lib/travel/data-foreign.ts';
import { bringArticle, checkArticle, noteHandingOn } from '#lib/travel/mutations.ts';
import { bringArchive } from '#lib/travel/mutations-archive.ts';
import { attach, cast, judge } from '../db/desk.ts';
import { cloneTemplate, makeTemplate } from '../db/server.ts';

const CLAIMS = 3000;
const CHECKS = 20_000;

async function timed<T>(label: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const began = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(began);
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  const took = ((performance.now() - from) / 1000).toFixed(1);
  console.log(
    `${label}: ${took} s, ${((user + system) / 1e6).toFixed(1)} of them at work here; ${memory} MB in memory`,
  );
  return value;
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const server = await joinPostgres({ folder: join(folder, 'postgres'), database: 'stet_bench' });
  readInThisProcess(TASKS);
  try {
    const template = await makeTemplate(server.ownerUrl);
    const [here, there] = [
      await cloneTemplate(server.ownerUrl, template),
      await cloneTemplate(server.ownerUrl, template),
    ];
    const [a, b] = [connect(here.url, 3), connect(there.url, 3)];
    const sql = postgres(here.url, { max: 2, onnotice: () => {} });
    try {
      const id = await longArticle(a);
      const worked = await workOn(a);
      console.log(`an article of ${await a.claim.count()} claims, ${worked} of them with evidence and a verdict`);
      const file = join(folder, 'one.stet');
      await noteHandingOn(a, commandActor(), id);
      await timed('written as a file', () => pipeline(articleFile(sql, id), createWriteStream(file)));
      const bytes = readFileSync(file);
      await timed(`the same ${(bytes.length / 2 ** 20).toFixed(1)} MB copied`, async () =>
        writeFileSync(join(folder, 'copy'), bytes),
      );
      const checked = await timed('read, and held against its history', () => checkArticle(bytes));
      const brought = await timed('brought in', () => bringArticle(b, commandActor(), checked));
      const again = await timed('handed on', () => foreignFile(b, brought.id));
      console.log(again && Buffer.compare(again.bytes, bytes) === 0 ? 'equal to the byte' : 'NOT EQUAL');
      const feed = feedOf(CHECKS);
      const archive = { name: 'feed.json', read: () => pieces(feed) };
      await timed(`an archive of ${CHECKS} checks brought in`, () =>
        bringArchive(a, commandActor(), archive, { publisher: null, columns: {}, leaveOut: false }),
      );
      const { id: claimId } = await a.claim.findFirstOrThrow();
      await timed('looked up for one claim', () => precedentsOf(a, claimId));
    } finally {
      await Promise.all([a.$disconnect(), b.$disconnect(), sql.end()]);
    }
  } finally {
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function longArticle(db: Db): Promise<string> {
  const lines = Array.from(
    { length: CLAIMS },
    (_, i) => `In district ${i + 1} the fees of “חיפה” 🚢 rose by ${(i % 90) + 2}.5 per cent to £${i + 10},000 in May.`,
  );
  const paragraphs = Array.from({ length: CLAIMS / 10 }, (_, i) => lines.slice(i * 10, i * 10 + 10).join(' '));
  const { id } = await addArticle(db, commandActor(), {
    headline: 'Fees',
    outlet: null,
    byline: null,
    link: null,
    publishedOn: null,
    dueAt: null,
    access: 'desk',
    memberIds: [],
    text: typedText(paragraphs.join('\n\n')),
    origin: 'command',
    evenIfKnown: true,
  });
  return id;
}

/** Evidence and a verdict for every tenth claim. */
async function workOn(db: Db): Promise<number> {
  const { first } = await cast(db);
  const claims = await db.claim.findMany({ select: { id: true }, orderBy: { number: 'asc' } });
  const some = claims.filter((_, i) => i % 10 === 0);
  for (const { id } of some) {
    await attach(db, first, id, 'The “ledger” of חיפה 📒', 'supports', 'Seen on paper 👀');
    await judge(db, first, id, 'true', { rationale: 'The ledger says “so” — مارين 🚢.' });
  }
  return some.length;
}

const feedOf = (count: number): Buffer =>
  Buffer.from(
    JSON.stringify({
      '@type': 'DataFeed',
      dataFeedElement: Array.from({ length: count }, (_, i) => ({
        '@type': 'DataFeedItem',
        item: [
          {
            '@type': 'ClaimReview',
            claimReviewed: `The mayor of town ${i} said that ${i % 97} per cent of its ${i + 100} bridges were closed`,
            url: `https://check.example/${i}`,
            datePublished: '2026-02-01',
            author: { name: `Checker ${i % 40}` },
            reviewRating: { alternateName: 'False' },
          },
        ],
      })),
    }),
  );

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}
