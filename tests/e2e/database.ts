import { connect, type Db } from '#lib/platform/db.ts';
import type { SeededStet } from './stet.ts';

const open = new Map<string, Db>();

/** The worker's own client of a Stet's database: one for all its tests, since making one costs more than what is asked of it. */
export function databaseOf({ databaseUrl }: Pick<SeededStet, 'databaseUrl'>): Db {
  const db = open.get(databaseUrl) ?? connect(databaseUrl, 1);
  open.set(databaseUrl, db);
  return db;
}

/** Before the database goes, and its connections with it. */
export async function closeDatabase(databaseUrl: string): Promise<void> {
  await open.get(databaseUrl)?.$disconnect();
  open.delete(databaseUrl);
}
