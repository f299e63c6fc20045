import postgres from 'postgres';
import { afterAll, beforeAll, inject, vi } from 'vitest';
import { closeHub } from '#lib/live/data-hub.ts';
import { closeDatabase, connect, type Db } from '#lib/platform/db.ts';
import { closeSql, type Sql } from '#lib/platform/sql.ts';
import { cloneTemplate } from './server.ts';

export type TestDatabase = {
  /** Its address, for the role that works in it; DATABASE_URL holds the same while the file runs. */
  readonly url: string;
  /** For the role that owns it, and can do what nobody who works can: tamper with it. */
  readonly ownerUrl: string;
  readonly owner: Sql;
  readonly db: Db;
};

/**
 * Gives the test file a migrated, empty database of its own. To be called at the top of the file; what it returns is
 * filled in before the first test. Files share a process, and the one that reads texts.
 */
export function withDatabase(): TestDatabase {
  let url: string | undefined;
  let ownerUrl: string | undefined;
  let owner: Sql | undefined;
  let db: Db | undefined;
  let drop: (() => Promise<unknown>) | undefined;
  beforeAll(async () => {
    const { url: server, template } = inject('server');
    const clone = await cloneTemplate(server, template);
    ({ url, ownerUrl, drop } = clone);
    vi.stubEnv('DATABASE_URL', url);
    vi.stubEnv('STET_TEST_OWNER_URL', ownerUrl);
    owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    db = connect(url, 5);
  });
  afterAll(async () => {
    await closeHub();
    await Promise.all([db?.$disconnect(), owner?.end(), closeDatabase(), closeSql()]);
    await drop?.();
    vi.unstubAllEnvs();
  });
  return {
    get url() {
      return present(url);
    },
    get ownerUrl() {
      return present(ownerUrl);
    },
    get owner() {
      return present(owner);
    },
    get db() {
      return present(db);
    },
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The test database is there only inside tests and hooks');
  return value;
}
