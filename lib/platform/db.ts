import { readConfiguration } from './env.ts';
import { Prisma, PrismaClient } from './generated/prisma/client.ts';
import { tellMoves } from './live.ts';
import { type PoolSize, SplitPools } from './pool.ts';
import { postgresCode } from './trouble.ts';

export type { Revision } from './generated/prisma/client.ts';
export { Prisma };
export type Db = PrismaClient;
/** What runs inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** A client over pools of its own: of the size given, or of as many connections for statements and for transactions. */
export function connect(url: string, size: number | PoolSize): Db {
  const pools = typeof size === 'number' ? { statements: size, transactions: size } : size;
  return new PrismaClient({ adapter: new SplitPools(url, pools), errorFormat: 'minimal' });
}

// Next's development server reloads modules; the pool outlives them.
const shared = globalThis as typeof globalThis & { stetDb?: Db };

/** The process's client, on DATABASE_URL. */
export function database(): Db {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set');
  shared.stetDb ??= connect(url, readConfiguration().pools);
  return shared.stetDb;
}

/** Ends the process's client; the next use makes a new one. */
export async function closeDatabase(): Promise<void> {
  const client = shared.stetDb;
  shared.stetDb = undefined;
  await client?.$disconnect();
}

const MAX_ATTEMPTS = 4;
/** Postgres's own words that trying again may help: serialization failure, deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);

/**
 * Runs `work` in one read-committed transaction, and tells all processes what it has moved of the history. A deadlock or a serialization failure is tried again from the start,
 * so `work` must do nothing outside the database.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>, timeoutMs = 15_000): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      let held: Tx | undefined;
      const value = await db.$transaction(
        (tx) => {
          held = tx;
          return work(tx);
        },
        { timeout: timeoutMs, maxWait: 10_000 },
      );
      if (held) await tellMoves(db, held);
      return value;
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !RETRYABLE.has(postgresCode(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt * Math.random()));
    }
  }
}
