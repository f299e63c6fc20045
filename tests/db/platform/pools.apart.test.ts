import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { attempt } from '#lib/platform/attempt.ts';
import { closeDatabase, connect, type Db, database as own, transact } from '#lib/platform/db.ts';
import { databaseAnswers } from '#lib/platform/health.ts';
import { done } from '#lib/platform/result.ts';
import { closeSql, sql } from '#lib/platform/sql.ts';
import { DatabaseTrouble, troubleOf } from '#lib/platform/trouble.ts';
import { withDatabase } from '../harness.ts';

vi.hoisted(() => {
  vi.stubEnv('STET_LOG_LEVEL', 'silent');
  vi.stubEnv('STET_DATABASE_CONNECTIONS', '6');
  vi.stubEnv('STET_LOCK_SECONDS', '1');
  vi.stubEnv('STET_STATEMENT_SECONDS', '1');
});

const database = withDatabase();
let db: Db;
let watcher: pg.Client;
beforeAll(async () => {
  watcher = new pg.Client(database.url);
  await watcher.connect();
});
afterAll(() => watcher.end());
beforeEach(() => {
  db = connect(database.url, { statements: 2, transactions: 3, lockMs: 60_000, statementMs: 60_000 });
});
afterEach(() => Promise.all([db.$disconnect(), closeDatabase(), closeSql()]));

/** Waits until as many of this database's other connections are in that state. */
async function until(state: 'waiting' | 'busy', count: number): Promise<void> {
  for (;;) {
    const { rows } = await watcher.query<{ waiting: number; busy: number }>(`
      select count(*) filter (where wait_event_type = 'Lock')::int as waiting,
        count(*) filter (where state <> 'idle')::int as busy
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
    if (rows[0]?.[state] === count) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Holds the desk's settings as a change that takes long does, while `work` runs. */
async function whileHeld<T>(work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client(database.url);
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from settings for update');
    return await work();
  } finally {
    await holder.end();
  }
}

/** A change of the desk's settings, with its event as every change has. */
const change = (client: Db) =>
  transact(
    client,
    async (tx) => {
      await tx.$executeRaw`update settings set desk_name = desk_name || '.'`;
      await tx.$queryRaw`select stet_append_event('desk', null, 'machine', 'settings.edited', 'settings', 'desk', '{}')`;
    },
    60_000,
  );
const messageOf = async (work: Promise<unknown>) => {
  const outcome = await attempt(async () => done(await work));
  return outcome.ok ? 'done' : `${outcome.reason}: ${outcome.message}`;
};

describe('twelve changes that wait for one row', () => {
  test('leave pages their connections, and when it comes free are made, or were refused in words', async () => {
    const changes = await whileHeld(async () => {
      const waiting = Array.from({ length: 12 }, () => change(db).then(() => 'done', troubleOf));
      await until('waiting', 3);
      // Each of these would wait for the row's release, which comes only after them.
      for (let i = 0; i < 20; i++) expect(await db.setting.count()).toBe(1);
      expect(await Promise.all([1, 2, 3, 4].map(() => db.user.count()))).toEqual([0, 0, 0, 0]);
      return waiting;
    });
    const outcomes = await Promise.all(changes);
    const made = outcomes.filter((outcome) => outcome === 'done');
    expect(made.length).toBeGreaterThanOrEqual(3);
    // One that found no connection in time says so.
    expect(new Set(outcomes.filter((outcome) => outcome !== 'done'))).toEqual(
      new Set(made.length < 12 ? ['busy'] : []),
    );
    const { deskName } = await db.setting.findFirstOrThrow();
    expect(deskName).toBe(`The desk${'.'.repeat(made.length)}`);
  });

  test('of the server’s own pool leave it ready, and are refused in words when their time is over', async () => {
    await whileHeld(async () => {
      const waiting = Array.from({ length: 4 }, () => messageOf(change(own())));
      await until('waiting', 2);
      expect(await databaseAnswers(60_000)).toBe(true);
      for (const said of await Promise.all(waiting)) expect(said).toMatch(/^busy: Others are changing the same things/);
    });
  });
});

describe('a question that takes too long', () => {
  test('is ended, and said to be', async () => {
    expect(await messageOf(own().$queryRaw`select pg_sleep(60)::text`)).toMatch(/^busy:/);
    expect(await messageOf(Promise.resolve(sql()`select pg_sleep(60)`))).toMatch(/^busy:/);
  });

  test('so that no connection is left says the same, and not that the database is away', async () => {
    const slow = [1, 2].map(() => messageOf(db.$queryRaw`select pg_sleep(600)::text`));
    await until('busy', 2);
    expect(await messageOf(db.user.count())).toMatch(/^busy:/);
    await watcher.query(`select pg_cancel_backend(pid) from pg_stat_activity where query like 'select pg_sleep%'`);
    for (const said of await Promise.all(slow)) expect(said).toMatch(/^busy:/);
    expect(await messageOf(db.user.count())).toBe('done');
  });
});

test('a full disk is told as one', async () => {
  const full = "do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$";
  expect(await messageOf(transact(db, (tx) => tx.$executeRawUnsafe(full)))).toMatch(/^disk-full: The disk/);
  expect(await messageOf(sql().unsafe(full))).toMatch(/^disk-full:/);
});

test('connections that are cut are away, and the first question after it is answered', async () => {
  vi.stubEnv('STET_STATEMENT_SECONDS', '600');
  for (let round = 0; round < 3; round++) {
    const asking = [own().$queryRaw`select pg_sleep(600)::text`, sql()`select pg_sleep(600)`].map((asked) =>
      Promise.resolve(asked).then(() => null, troubleOf),
    );
    await until('busy', 2);
    await watcher.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    expect(await Promise.all(asking)).toEqual(['away', 'away']);
    expect(await databaseAnswers(60_000), `round ${round}`).toBe(true);
  }
  vi.stubEnv('STET_STATEMENT_SECONDS', '1');
});

test('an unknown host and a closed port are away', async () => {
  for (const place of ['127.0.0.1:1', 'nowhere.invalid:5432']) {
    const lost = connect(`postgresql://stet:x@${place}/stet`, 1);
    const failure = await lost.user.count().catch((error: unknown) => error);
    expect(failure, 'it reaches the page by its digest').toBeInstanceOf(DatabaseTrouble);
    expect(failure, place).toMatchObject({ trouble: 'away', digest: 'stet-away' });
    expect(troubleOf(await change(lost).catch((error: unknown) => error)), place).toBe('away');
    await lost.$disconnect();
  }
});

test('a connection keeps statements by their shape, and none for each length of a list', async () => {
  const one = connect(database.url, 1);
  const kept = async () =>
    (await one.$queryRaw<{ statement: string }[]>`select statement from pg_prepared_statements`).map(
      ({ statement }) => statement,
    );
  await kept();
  for (const email of ['a@desk.example', 'b@desk.example']) await one.user.findUnique({ where: { email } });
  for (const length of [2, 3, 4]) {
    const emails = Array.from({ length }, (_, i) => `${i}@desk.example`);
    await one.user.findMany({ where: { email: { in: emails } } });
  }
  const ofUsers = (await kept()).filter((statement) => statement.includes('"users"'));
  expect(ofUsers).toHaveLength(1);
  await one.$disconnect();
});
