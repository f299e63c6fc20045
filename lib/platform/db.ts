import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/prisma/client.ts';

export type { Revision } from './generated/prisma/client.ts';
export { Prisma };
export type Db = PrismaClient;
/** What runs inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** A client over a pool of its own. `max` caps its connections. */
export function connect(url: string, max = 10): Db {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max, application_name: 'stet' }) });
}

// Next's development server reloads modules; the pool outlives them.
const shared = globalThis as typeof globalThis & { stetDb?: Db };

/** The process's client, on DATABASE_URL. */
export function database(): Db {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set');
  shared.stetDb ??= connect(url);
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
 * Runs `work` in one read-committed transaction. A deadlock or a serialization failure is tried again from the start,
 * so `work` must do nothing outside the database.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>, timeoutMs = 15_000): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { timeout: timeoutMs, maxWait: 10_000 });
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !RETRYABLE.has(postgresCode(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt * Math.random()));
    }
  }
}

/** The SQLSTATE behind an error from Prisma or pg, or null where it is not the database's. */
export function postgresCode(error: unknown): string | null {
  for (let current: unknown = error, depth = 0; isObject(current) && depth < 6; depth++) {
    for (const key of ['originalCode', 'code', 'sqlState']) {
      const value = current[key];
      if (typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value) && !value.startsWith('P2')) return value;
    }
    const meta = current.meta;
    if (isObject(meta)) {
      const inner = postgresCode(meta.driverAdapterError) ?? postgresCode(meta);
      if (inner) return inner;
    }
    current = current.cause;
  }
  return null;
}

/** True where the database cannot be reached or is closing, so that the same call may work later. */
export function isUnavailable(error: unknown): boolean {
  const code = postgresCode(error);
  if (code && (code.startsWith('08') || code === '57P01' || code === '57P02' || code === '57P03' || code === '53300'))
    return true;
  for (let current: unknown = error, depth = 0; isObject(current) && depth < 6; depth++) {
    if (typeof current.code === 'string' && UNREACHABLE.has(current.code)) return true;
    const meta = current.meta;
    if (isObject(meta) && isUnavailable(meta.driverAdapterError)) return true;
    current = current.cause;
  }
  return false;
}
// P1001: cannot reach; P1017: closed the connection; P2024: no connection in time; P2028: no transaction in time.
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'P1001',
  'P1017',
  'P2024',
  'P2028',
]);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
