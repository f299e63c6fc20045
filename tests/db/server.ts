import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { generateClient } from '#lib/platform/generate.ts';
import { applyMigrations, readMigrations } from '#lib/platform/migrate.ts';
import { ensureRole, grantWork } from '#lib/platform/roles.ts';
import { scratchFolder } from './scratch.ts';

/** The variable that names the Postgres the tests may make databases on; DATABASE_URL is never touched by them. */
export const TEST_SERVER = 'STET_TEST_DATABASE_URL';

export type TestServer = { url: string; stop: () => Promise<void> };

/**
 * The Postgres for a test run: the one STET_TEST_DATABASE_URL names, or one of the run's own,
 * without the care for power cuts that would make it slow.
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env[TEST_SERVER];
  if (given) return { url: given, stop: async () => {} };
  const folder = scratchFolder();
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_wal_size: '256MB',
    max_connections: '200',
    // The role that works signs in hundreds of times, and its password is no secret.
    scram_iterations: '1',
  };
  const server = await joinPostgres({ folder, database: 'stet_test', settings });
  return {
    url: server.ownerUrl,
    stop: async () => {
      await server.leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes the migrated database that all others are copied from, unless it is there, and returns its name. */
export async function makeTemplate(serverUrl: string): Promise<string> {
  await generateClient();
  const migrations = readMigrations();
  const hash = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
    .slice(0, 16);
  const name = `stet_template_${hash}`;
  const making = `stet_making_${randomUUID().slice(0, 8)}`;
  await onServer(serverUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    await client.query(`CREATE DATABASE ${making}`);
    await applyMigrations(databaseOn(serverUrl, making), migrations, async (owner) => {
      await grantWork(owner, await ensureRole(owner, asWorker(serverUrl), true));
    });
    // Two runs on one server may both get here; the second finds the name taken and drops its own.
    await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`).catch(async (error: unknown) => {
      await client.query(`DROP DATABASE ${making} WITH (FORCE)`);
      if (!(error instanceof pg.DatabaseError && error.code === '42P04')) throw error;
    });
  });
  return name;
}

/** A database of one's own, copied from the template: its address for the role that works, and for the one that owns it. */
export const cloneTemplate = (serverUrl: string, template: string) => makeDatabase(serverUrl, template);

/** A database of one's own, copied from another, or without a table in it. */
export async function makeDatabase(serverUrl: string, template = 'template1') {
  const name = `stet_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, async (client) => {
    // File by file: half the work of writing each page into the log as well, which only a server that must not lose it needs.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
    // The one right that a copy does not bring along.
    await client.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM public`);
  });
  const ownerUrl = databaseOn(serverUrl, name);
  return {
    name,
    url: asWorker(ownerUrl),
    ownerUrl,
    drop: () => onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/** The same address for the role that works. */
function asWorker(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = 'stet_work';
  url.password = 'stet_work';
  return url.href;
}

function databaseOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
