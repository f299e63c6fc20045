import postgres from 'postgres';

export type Sql = postgres.Sql;

const shared = globalThis as typeof globalThis & { stetSql?: Sql };

/** postgres.js on DATABASE_URL: for search, streaming exports, bulk import and listening; never inside Prisma's transactions. */
export function sql(): Sql {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set');
  shared.stetSql ??= postgres(url, { max: 4, onnotice: () => {}, connection: { application_name: 'stet' } });
  return shared.stetSql;
}

/** Ends its connections; the next use makes new ones. */
export async function closeSql(): Promise<void> {
  const client = shared.stetSql;
  shared.stetSql = undefined;
  await client?.end({ timeout: 2 });
}
