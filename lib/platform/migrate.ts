import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { areJobTablesBehind, migrateJobTables } from './job-tables.ts';
import { inProject } from './paths.ts';

/** Two processes that migrate the same database wait for each other on this advisory lock. */
const LOCK_KEY = 7_827_383;
const OLDEST_SERVER = 15;

export type Migration = { name: string; sql: string; checksum: string };

/** The database holds migrations this code does not know: it was written by a newer Stet. */
export class NewerDatabaseError extends Error {
  constructor(names: readonly string[]) {
    super(
      `The database was last used by a newer Stet (it holds ${names.join(', ')}, unknown here). ` +
        'Update Stet, or start it on another data folder (STET_DATA_DIR) or database (DATABASE_URL).',
    );
    this.name = 'NewerDatabaseError';
  }
}

/** The migrations in the folder, in the order in which they are applied. */
export function readMigrations(folder = inProject('prisma/migrations')): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Applies what is not yet applied and returns the names of what it did. Each migration runs in one transaction together
 * with its row in `_prisma_migrations`, the table Prisma itself keeps, so that one cut off leaves nothing behind.
 * `finish` runs after them, on the same connection and before another process that migrates has its turn.
 * Throws NewerDatabaseError where the database knows migrations that `migrations` does not.
 */
export async function applyMigrations(
  databaseUrl: string,
  migrations = readMigrations(),
  finish?: (owner: pg.Client) => Promise<void>,
): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    await checkServer(client);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    const done = await appliedMigrations(client);
    checkHistory(done, migrations);
    const missing = migrations.filter((migration) => !done.has(migration.name));
    if (missing.length > 0) {
      await checkOwner(client);
      await client.query(CREATE_TABLE);
    }
    for (const migration of missing) await applyOne(client, migration);
    if (await areJobTablesBehind(client)) {
      await checkOwner(client);
      await migrateJobTables(databaseUrl);
    }
    await finish?.(client);
    return missing.map((migration) => migration.name);
  });
}

/** What `applyMigrations` would do; throws as it would. Writes nothing. */
export async function pendingMigrations(databaseUrl: string, migrations = readMigrations()): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    await checkServer(client);
    const done = await appliedMigrations(client);
    checkHistory(done, migrations);
    const missing = migrations.filter((migration) => !done.has(migration.name)).map((migration) => migration.name);
    return (await areJobTablesBehind(client)) ? [...missing, 'job tables'] : missing;
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'stet migrate',
    connectionTimeoutMillis: 15_000,
  });
  // A connection lost between two statements must reach the caller as a rejection of the next, not end the process.
  client.on('error', () => {});
  await client.connect().catch((error: unknown) => {
    throw new Error(`The database cannot be reached: ${reasonOf(error)}. Is it running, and is DATABASE_URL right?`, {
      cause: error,
    });
  });
  try {
    return await work(client);
  } finally {
    // Ending the session gives back the advisory lock, whatever happened.
    await client.end();
  }
}

/** Node gives one error per address it tried, and then no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  const version = rows[0]?.server_version ?? '';
  if (Number.parseInt(version, 10) < OLDEST_SERVER) {
    throw new Error(`Stet needs Postgres ${OLDEST_SERVER} or newer; the server at DATABASE_URL is ${version}.`);
  }
}

async function checkOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string; owns: boolean }>(
    "select current_user as role, coalesce(has_schema_privilege(current_schema(), 'create'), false) as owns",
  );
  if (rows[0]?.owns) return;
  throw new Error(
    `The database must be brought up to date, and its role ${rows[0]?.role} may not change tables. ` +
      'Run stet migrate with DATABASE_OWNER_URL naming the role that owns them.',
  );
}

/** Applied migrations by name, with their checksums. A database never migrated has none. */
async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const table = await client.query<{ found: string | null }>("SELECT to_regclass('_prisma_migrations')::text AS found");
  if (!table.rows[0]?.found) return new Map();
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function checkHistory(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...done.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerDatabaseError(unknown);
  const edited = migrations.find(
    (migration) => (done.get(migration.name) ?? migration.checksum) !== migration.checksum,
  );
  if (edited) {
    throw new Error(
      `The migration ${edited.name} was changed after this database had applied it. ` +
        'Bring the file back to what it was, and put the change into a new migration.',
    );
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES (gen_random_uuid()::text, $1, $2, now(), clock_timestamp(), 1)`,
      [migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new Error(`The migration ${migration.name} failed and was undone: ${words(error, migration.sql)}`, {
      cause: error,
    });
  }
}

/** Postgres's words, with the line of the file where it names a place. */
function words(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = 'position' in error ? Number(error.position) : Number.NaN;
  if (!(position > 0)) return error.message;
  return `${error.message} (line ${sql.slice(0, position).split('\n').length})`;
}

// As Prisma's own engine makes it, so that `prisma migrate` can take over at any time.
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  varchar(36) PRIMARY KEY NOT NULL,
  checksum            varchar(64) NOT NULL,
  finished_at         timestamptz,
  migration_name      varchar(255) NOT NULL,
  logs                text,
  rolled_back_at      timestamptz,
  started_at          timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;
