import { beforeAll, expect, test } from 'vitest';
import { findJob } from '#lib/jobs/data.ts';
import { cleanUpHandlers } from '#lib/people/jobs.ts';
import { putInCleanUp } from '#lib/people/mutations-clean-up.ts';
import { newId } from '#lib/platform/ids.ts';
import { askLink } from '#lib/revisions/mutations-arrival.ts';
import { linkedArticleInput } from '#lib/revisions/schema.ts';
import { runJob } from '#lib/worker/run.ts';
import { type Cast, cast, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { need } from '../trust/scene.ts';
import { plainHandlers } from './site.ts';

/* What nobody needs any more is taken away once a day, and nothing else. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test('limits, sessions, one-time links and jobs that ended long ago go; what holds, waits or says something still stays', async () => {
  const { db } = database;
  const userId = people.first.id;
  await db.rateLimit.createMany({
    data: [
      { key: 'over', points: 1, expire: daysAgo(1) },
      { key: 'holds', points: 1, expire: daysAgo(-1) },
      { key: 'for good', points: 1, expire: null },
    ],
  });
  const session = { userId, way: 'password', address: '192.0.2.1', agent: 'Tests' } as const;
  await db.session.createMany({
    data: [
      { ...session, agent: 'ended long ago', endedAt: daysAgo(31), lastSeenAt: daysAgo(40) },
      { ...session, agent: 'ended of late', endedAt: daysAgo(29), lastSeenAt: daysAgo(40) },
      { ...session, agent: 'not seen for years', lastSeenAt: daysAgo(800) },
      { ...session, agent: 'holds', lastSeenAt: daysAgo(0) },
    ],
  });
  const link = (name: string, more: object) => ({
    purpose: 'reset' as const,
    tokenHash: name,
    name,
    userId,
    expiresAt: daysAgo(31),
    toldAt: daysAgo(30),
    ...more,
  });
  await plant(db, (tx) =>
    tx.invitation.createMany({
      data: [
        link('expired', {}),
        link('used long ago', { expiresAt: daysAgo(-1), usedAt: daysAgo(31) }),
        link('not told yet', { toldAt: null }),
        link('invited', { userId: null, toldAt: null, purpose: 'invite' }),
        link('expired of late', { expiresAt: daysAgo(29) }),
        link('holds', { expiresAt: daysAgo(-1) }),
      ],
    }),
  );
  const unread = await askLink(db, people.editor, linkedArticleInput.parse({ link: 'https://post.example/1' }));
  await db.$executeRaw`update jobs set state = 'failed', ended_at = ${daysAgo(31)}`;
  const job = { kind: 'capture', input: {}, state: 'done' } as const;
  await db.job.createMany({
    data: [
      { ...job, id: newId(), onlyKey: 'ended long ago', endedAt: daysAgo(31) },
      { ...job, id: newId(), onlyKey: 'ended of late', endedAt: daysAgo(29) },
      { ...job, id: newId(), onlyKey: 'waits', state: 'queued', createdAt: daysAgo(60) },
      { ...job, id: newId(1), kind: 'article', articleId: unread.id, onlyKey: 'an earlier try', endedAt: daysAgo(40) },
    ],
  });

  await Promise.all([putInCleanUp(db), putInCleanUp(db)]);
  const { id } = await db.job.findFirstOrThrow({ where: { kind: 'clean-up' } });
  expect(await db.job.count({ where: { kind: 'clean-up' } })).toBe(1);
  const handlers = { ...plainHandlers(), ...cleanUpHandlers };
  await runJob(db, handlers, new Map(), id);
  expect(await findJob(db, people.admin, id)).toMatchObject({
    state: 'done',
    for: null,
    result: { counts: { limits: 1, sessions: 2, links: 3, marks: 0, jobs: 2, bytes: 0 } },
  });
  const names = async (rows: Promise<readonly (string | null)[]>) => (await rows).map(String).sort();
  expect(await names(db.rateLimit.findMany().then((rows) => rows.map(({ key }) => key)))).toEqual([
    'for good',
    'holds',
  ]);
  expect(await names(db.session.findMany().then((rows) => rows.map(({ agent }) => agent)))).toEqual([
    'ended of late',
    'holds',
  ]);
  expect(await names(db.invitation.findMany().then((rows) => rows.map(({ name }) => name)))).toEqual([
    'expired of late',
    'holds',
    'not told yet',
  ]);
  expect(await names(db.job.findMany().then((rows) => rows.map(({ onlyKey }) => onlyKey)))).toEqual(
    [`article ${unread.id}`, 'clean-up', 'ended of late', 'waits'].sort(),
  );

  // Not again before a day has passed; and done again it finds nothing.
  await putInCleanUp(db);
  expect(await db.job.count({ where: { kind: 'clean-up' } })).toBe(1);
  await db.job.update({ where: { id }, data: { createdAt: daysAgo(2) } });
  await putInCleanUp(db);
  const next = await db.job.findFirstOrThrow({ where: { kind: 'clean-up', state: 'queued' } });
  await runJob(db, handlers, new Map(), next.id);
  const { counts } = need(need(await findJob(db, people.admin, next.id)).result);
  expect(counts).toEqual({ limits: 0, sessions: 0, links: 0, marks: 0, jobs: 0, bytes: 0 });
});
