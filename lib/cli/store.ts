import { openDataFolder, postgresFolder } from '#lib/platform/data-folder.ts';
import type { Db } from '#lib/platform/db.ts';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { type Configuration, readConfiguration } from '#lib/platform/env.ts';
import { applyMigrations, pendingMigrations } from '#lib/platform/migrate.ts';
import { ensureRole, grantWork } from '#lib/platform/roles.ts';
import { keyLinks } from '#lib/sources/mutations-links.ts';
import { CommandError } from './errors.ts';

/** The database a command works on, and what to do when it is done with it. */
export type Store = {
  /** For the role that works in it. */
  url: string;
  /** For the role that owns its tables; null where that is not told apart, or not told. */
  ownerUrl: string | null;
  kind: 'embedded' | 'external';
  close: () => Promise<void>;
};

/** The database of the configuration: the one at DATABASE_URL, or the data folder's own, started where it does not run. */
export async function openStore(configuration: Configuration): Promise<Store> {
  if (configuration.databaseUrl) return externalStore(configuration.databaseUrl, configuration.ownerUrl);
  openDataFolder(configuration.dataDir);
  const server = await joinPostgres({ folder: postgresFolder(configuration.dataDir) });
  return { url: server.workUrl, ownerUrl: server.ownerUrl, kind: 'embedded', close: server.leave };
}

export const externalStore = (url: string, ownerUrl: string | null): Store => ({
  url,
  ownerUrl,
  kind: 'external',
  close: async () => {},
});

/**
 * Applies the migrations that are missing, sees to it that the working role has the rights of work, and gives every link its
 * key. Returns the migrations' names.
 */
export function bringUpToDate({ url, ownerUrl, kind }: Store): Promise<string[]> {
  if (!ownerUrl) return applyMigrations(url, undefined, async (client) => void (await keyLinks(client)));
  return applyMigrations(ownerUrl, undefined, async (owner) => {
    await grantWork(owner, await ensureRole(owner, url, kind === 'embedded'));
    await keyLinks(owner);
  });
}

/**
 * Runs a command's work on the database, brought up to date where it is Stet's own; a database of somebody else's is
 * only changed by `stet start` and `stet migrate`.
 */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const configuration = readConfiguration();
  const store = await openStore(configuration);
  try {
    if (store.kind === 'embedded') await bringUpToDate(store);
    else await refuseWhenBehind(store.url);
    process.env.DATABASE_URL = store.url;
    const { connect } = await import('#lib/platform/db.ts');
    const db = connect(store.url, 4);
    try {
      return await work(db);
    } finally {
      await db.$disconnect();
    }
  } finally {
    await store.close();
  }
}

/** The same by the role that owns the tables, for what the one that works has no right to. */
export async function withOwner<T>(work: (owner: Db) => Promise<T>): Promise<T> {
  const configuration = readConfiguration();
  const store = await openStore(configuration);
  try {
    if (store.kind === 'embedded') await bringUpToDate(store);
    else await refuseWhenBehind(store.url);
    const { connect } = await import('#lib/platform/db.ts');
    const db = connect(store.ownerUrl ?? store.url, 2);
    try {
      return await work(db);
    } finally {
      await db.$disconnect();
    }
  } finally {
    await store.close();
  }
}

/** Throws with words on what to run where the database is behind this version. */
export async function refuseWhenBehind(url: string): Promise<void> {
  const pending = await pendingMigrations(url);
  if (pending.length === 0) return;
  throw new CommandError('The database is behind this version of Stet. Run: npm run -s stet -- migrate');
}
