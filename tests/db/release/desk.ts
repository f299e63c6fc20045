import { afterAll, beforeAll, inject, vi } from 'vitest';
import { closeDatabase, connect, type Db } from '#lib/platform/db.ts';
import { applyMigrations } from '#lib/platform/migrate.ts';
import { closeSql } from '#lib/platform/sql.ts';
import { makeDatabase } from '../server.ts';
import { layRelease } from './release.ts';

/**
 * Gives the test file a desk of release 0.1.0, brought forward, for the role that owns it; `before` does something to it
 * while it is still the release's. To be called at the top of the file; what it returns is there inside tests and hooks.
 */
export function withRelease(before: () => Promise<unknown> = async () => {}): { readonly db: Db } {
  let db: Db | undefined;
  let drop: (() => Promise<unknown>) | undefined;
  beforeAll(async () => {
    const made = await makeDatabase(inject('server').url);
    drop = made.drop;
    await layRelease(made.ownerUrl);
    vi.stubEnv('DATABASE_URL', made.ownerUrl);
    vi.stubEnv('STET_TEST_OWNER_URL', made.ownerUrl);
    await before();
    await applyMigrations(made.ownerUrl);
    db = connect(made.ownerUrl, 5);
  });
  afterAll(async () => {
    await Promise.all([db?.$disconnect(), closeDatabase(), closeSql()]);
    await drop?.();
    vi.unstubAllEnvs();
  });
  return {
    get db() {
      if (!db) throw new Error('The release is there only inside tests and hooks');
      return db;
    },
  };
}
