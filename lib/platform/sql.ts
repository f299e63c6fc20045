import postgres from 'postgres';
import { readConfiguration } from './env.ts';

export type Sql = postgres.Sql;

const shared = globalThis as typeof globalThis & { stetSql?: Sql };

/** postgres.js on DATABASE_URL: for search, streaming exports, bulk import and listening; never inside Prisma's transactions. */
export function sql(): Sql {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set');
  const { searches, statementMs } = readConfiguration().pools;
  shared.stetSql ??= postgres(url, {
    max: searches,
    onnotice: () => {},
    connect_timeout: 5,
    // In seconds. Its own grows to 20: so long it would go on failing after the database is back.
    backoff: () => 0.1,
    connection: { application_name: 'stet', statement_timeout: statementMs },
  });
  return shared.stetSql;
}

/** Ends its connections; the next use makes new ones. */
export async function closeSql(): Promise<void> {
  const client = shared.stetSql;
  shared.stetSql = undefined;
  await client?.end({ timeout: 2 });
}
