/**
 * How fast the history grows: events a second through one article's chain and through a hundred at once, each in a
 * transaction of its own, beside the very same rows put into plain tables, without a chain, over as many connections.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { sampleActor } from '#lib/access/gate-command.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { insertUser } from '#lib/people/mutations.ts';
import { connect, type Db, transact } from '#lib/platform/db.ts';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { addArticle } from '#lib/revisions/mutations.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { cloneTemplate, makeTemplate } from '../db/server.ts';

const EVENTS = 2000;
const WRITERS = 8;
const CHAINS = 100;

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  // With its ordinary care for power cuts: a commit waits for the disk.
  const server = await joinPostgres({ folder: join(folder, 'postgres'), database: 'stet_bench' });
  const { url } = await cloneTemplate(server.ownerUrl, await makeTemplate(server.ownerUrl));
  const db = connect(url, WRITERS);
  const sql = postgres(url, { max: WRITERS, onnotice: () => {} });
  try {
    const person = { name: 'Edda', email: 'edda@desk.test', role: 'editor' as const };
    const { id } = await transact(db, (tx) => insertUser(tx, () => null, { ...person, passwordHash: null }));
    const actor = sampleActor({ id, ...person });
    const articles = await articlesOf(db, actor);
    const [one = ''] = articles;
    const append = (chain: string, i: number) =>
      transact(db, (tx) =>
        appendEvent(tx, actor, {
          chain,
          action: 'comment.written',
          subject: { type: 'comment', id: chain },
          detail: { claim: i, kind: 'note', body: `The minutes of ${i} say so, on page 4.` },
        }),
      );
    const through = await rate(1, (i) => append(one, i));
    const crowded = await rate(WRITERS, (i) => append(one, i));
    const spread = await rate(WRITERS, (i) => append(articles[i % CHAINS] ?? one, i));
    const [plainOne, plain] = await plainInserts(sql, db, actor.id);
    const { breaks } = await verifyHistory(sql, [], db);
    if (breaks.length > 0) throw new Error('The history is broken');
    const line = (what: string, got: number, bare: number) =>
      console.log(
        `${what}: ${got.toFixed(0)} events/s, plain inserts ${bare.toFixed(0)}/s (${(bare / got).toFixed(1)} ×)`,
      );
    line('one chain, one writer', through, plainOne);
    line(`one chain, ${WRITERS} writers`, crowded, plain);
    line(`${CHAINS} chains, ${WRITERS} writers`, spread, plain);
  } finally {
    await Promise.all([db.$disconnect(), sql.end()]);
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function articlesOf(db: Db, actor: ReturnType<typeof sampleActor>): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < CHAINS; i++) {
    const { id } = await addArticle(db, actor, {
      headline: `Article ${i}`,
      outlet: null,
      byline: null,
      link: null,
      publishedOn: null,
      dueAt: null,
      mode: 'open',
      access: 'desk',
      memberIds: [],
      text: typedText(`The port handled ${i} tonnes.`),
      origin: 'paste',
      evenIfKnown: true,
    });
    ids.push(id);
  }
  return ids;
}

/** The rows of the events just written, put one by one, each with its detail in a transaction, where nothing watches over them. */
async function plainInserts(sql: postgres.Sql, db: Db, actorId: string): Promise<[number, number]> {
  await sql`create table plain_events as table events with no data`;
  await sql`create table plain_details as table event_details with no data`;
  const insert = () =>
    transact(db, async (tx) => {
      await tx.$executeRaw`insert into plain_events select * from events where actor_id = ${actorId}::uuid limit 1`;
      await tx.$executeRaw`insert into plain_details select * from event_details limit 1`;
    });
  return [await rate(1, insert), await rate(WRITERS, insert)];
}

/** Times a second that the work is done by so many at once, after some rounds to warm up. */
async function rate(writers: number, work: (i: number) => Promise<unknown>): Promise<number> {
  for (let i = 0; i < 50; i++) await work(i);
  let next = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (next < EVENTS) await work(next++);
    }),
  );
  return EVENTS / ((performance.now() - from) / 1000);
}
