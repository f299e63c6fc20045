import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import {
  applyMigrations,
  type Migration,
  NewerDatabaseError,
  pendingMigrations,
  readMigrations,
} from '#lib/platform/migrate.ts';
import { diffSchema } from '#lib/platform/schema-engine.ts';
import { withDatabase } from '#tests/db/harness.ts';
import { cloneTemplate } from '#tests/db/server.ts';

const database = withDatabase();

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum of ${sql}`.slice(0, 64) });
const more = (...extra: Migration[]) => [...readMigrations(), ...extra];

async function fresh() {
  const { url, template } = inject('server');
  return cloneTemplate(url, template);
}

test('the migrations make just what the schema says', async () => {
  expect(await diffSchema(database.ownerUrl, readFileSync('prisma/schema.prisma', 'utf8'))).toBeNull();
});

test('two processes that migrate at once apply each migration once', async () => {
  const { ownerUrl: url, drop } = await fresh();
  const list = more(migration('99990101000000_twice', 'CREATE TABLE twice (id int); SELECT pg_sleep(0.3);'));
  const outcomes = await Promise.all([
    applyMigrations(url, list),
    applyMigrations(url, list),
    applyMigrations(url, list),
  ]);
  expect(outcomes.flat()).toEqual(['99990101000000_twice']);
  expect(await pendingMigrations(url, list)).toEqual([]);
  await drop();
});

test('a migration that fails leaves nothing behind, and says where', async () => {
  const { ownerUrl: url, drop } = await fresh();
  const broken = migration('99990101000000_broken', 'CREATE TABLE half (id int);\nSELECT nowhere FROM half;');
  await expect(applyMigrations(url, more(broken))).rejects.toThrow(/99990101000000_broken.*nowhere.*\(line 2\)/s);
  expect(await pendingMigrations(url, more(broken))).toEqual(['99990101000000_broken']);
  const mended = migration('99990101000000_broken', 'CREATE TABLE half (id int);');
  expect(await applyMigrations(url, more(mended))).toEqual(['99990101000000_broken']);
  await drop();
});

test('function bodies with semicolons arrive whole', async () => {
  const { ownerUrl: url, drop } = await fresh();
  const body = "CREATE FUNCTION said() RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 'a;b'; END; $$;";
  await applyMigrations(url, more(migration('99990101000000_body', body)));
  await drop();
});

test('a role that may not change tables is told which may', async () => {
  const list = more(migration('99990101000000_later', 'CREATE TABLE later (id int)'));
  await expect(applyMigrations(database.url, list)).rejects.toThrow(
    /its role stet_work may not change tables.*DATABASE_OWNER_URL/s,
  );
  expect(await applyMigrations(database.url), 'nothing to do is fine').toEqual([]);
});

test('a database of a newer Stet is refused, with words that say so', async () => {
  const refused = applyMigrations(database.url, readMigrations().slice(0, -1));
  await expect(refused).rejects.toThrow(NewerDatabaseError);
  await expect(refused).rejects.toThrow(/newer Stet.*Update Stet/s);
});

test('a migration that was changed after it was applied is refused', async () => {
  const [first, ...rest] = readMigrations();
  if (!first) throw new Error('There are no migrations');
  await expect(applyMigrations(database.url, [{ ...first, checksum: 'other' }, ...rest])).rejects.toThrow(
    new RegExp(`${first.name} was changed`),
  );
});
