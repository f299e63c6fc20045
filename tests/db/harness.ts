import { afterAll, beforeAll, inject } from 'vitest';
import { closeReading } from '#lib/ingest/reading.ts';
import { closeDatabase, connect, type Db } from '#lib/platform/db.ts';
import { closeSql } from '#lib/platform/sql.ts';
import { cloneTemplate } from './server.ts';

export type TestDatabase = {
  /** Its address; DATABASE_URL holds the same while the file runs. */
  readonly url: string;
  readonly db: Db;
};

/**
 * Gives the test file a migrated, empty database of its own. To be called at the top of the file; what it returns is
 * filled in before the first test.
 */
export function withDatabase(): TestDatabase {
  let url: string | undefined;
  let db: Db | undefined;
  let drop: (() => Promise<unknown>) | undefined;
  beforeAll(async () => {
    const { url: server, template } = inject('server');
    const clone = await cloneTemplate(server, template);
    ({ url, drop } = clone);
    process.env.DATABASE_URL = url;
    db = connect(url, 5);
  });
  afterAll(async () => {
    await Promise.all([db?.$disconnect(), closeDatabase(), closeSql(), closeReading()]);
    await drop?.();
  });
  return {
    get url() {
      return present(url);
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
