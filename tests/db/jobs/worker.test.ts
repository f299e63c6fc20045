import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { newSource } from '#lib/sources/mutations.ts';
import { askCapture } from '#lib/sources/mutations-captures.ts';
import { startWorker } from '#lib/worker/worker.ts';
import { rounds } from '#tests/rounds.ts';
import { type Cast, cast, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { kill, startVictim } from '../victim.ts';
import { plainHandlers, type Site, startSite } from './site.ts';

/* Workers killed under load; `npm run soak` kills a hundred, and by the clock. Here a killed one is made to look dead at once. */
const database = withDatabase();
let people: Cast;
let site: Site;
beforeAll(async () => {
  people = await cast(database.db);
  site = await startSite('A page that many ask for.');
});
afterAll(() => void site.server.close());

async function ask(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const { id } = await plant(database.db, (tx) =>
      newSource(tx, people.first, {
        title: `Page ${i}`,
        kind: 'page',
        tier: 'primary',
        publisher: null,
        author: null,
        link: site.address,
        publishedOn: null,
        note: null,
      }),
    );
    await askCapture(database.db, people.first, { sourceId: id, fill: false });
  }
}
const left = () => database.db.job.count({ where: { state: { in: ['queued', 'running'] } } });
async function seeDead(): Promise<void> {
  await database.db.$executeRaw`update workers set seen_at = now() - interval '1 minute'`;
  await database.db.$executeRaw`
    update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_at is not null`;
}

test('killed at random, workers lose no job and do none twice; one that is stopped leaves its place', async () => {
  const JOBS = 40;
  await ask(JOBS);
  for (let round = 0; round < rounds(2) && (await left()) > 0; round++) {
    const victim = await startVictim('tests/db/jobs/worker.ts', { url: database.url });
    await new Promise((resolve) => setTimeout(resolve, 40 + round * 90));
    await kill(victim);
    await seeDead();
  }
  expect(await left()).toBeGreaterThan(0);
  const { db, url } = database;
  const worker = await startWorker({ url, db, handlers: plainHandlers(), chores: [], jobs: 4 });
  await expect.poll(left, { timeout: 60_000, interval: 100 }).toBe(0);
  await worker.stop();
  expect(await db.job.groupBy({ by: ['state'], _count: true })).toEqual([{ state: 'done', _count: JOBS }]);
  const captures = await db.capture.groupBy({ by: ['sourceId'], _count: true });
  expect(captures.map(({ _count }) => _count)).toEqual(Array(JOBS).fill(1));
  expect(await db.$queryRaw`select from graphile_worker._private_jobs`).toEqual([]);
  expect(await db.worker.count()).toBeLessThanOrEqual(rounds(2));
  expect((await verifyHistory(sql(), [], db)).breaks).toEqual([]);
});
