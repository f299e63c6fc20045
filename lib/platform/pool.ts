import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { DatabaseTrouble, troubleOf } from './trouble.ts';

/** How many connections a client may have, and how long the database lets it wait; milliseconds. */
export type PoolSize = {
  /** For single statements, which is what pages read by. */
  readonly statements: number;
  /** For transactions, which is what changes are. */
  readonly transactions: number;
  readonly lockMs?: number;
  readonly statementMs?: number;
};

/** A connection that does not come within this time is one too many asked for: a change waits longer than a page. */
const CONNECT_MS = { statements: 5_000, transactions: 10_000 };
/** No change takes as long (the longest may take 120 s): what does belongs to a process that stands still. */
const IDLE_IN_TRANSACTION_MS = 180_000;

/**
 * Prisma's way to Postgres over two pools: transactions wait for each other's rows, and however many do, the connections
 * for single statements stay free.
 */
export class SplitPools implements SqlDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = 'stet';
  readonly #url: string;
  readonly #size: PoolSize;

  constructor(url: string, size: PoolSize) {
    this.#url = url;
    this.#size = size;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const [statements, transactions] = await Promise.all([this.#open('statements'), this.#open('transactions')]);
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      queryRaw: (query) => statements.queryRaw(query).catch(orTrouble),
      executeRaw: (query) => statements.executeRaw(query).catch(orTrouble),
      executeScript: (script) => statements.executeScript(script).catch(orTrouble),
      getConnectionInfo: () => statements.getConnectionInfo(),
      startTransaction: (isolation) => transactions.startTransaction(isolation).catch(orTrouble),
      dispose: async () => {
        await Promise.all([statements.dispose(), transactions.dispose()]);
      },
    };
  }

  #open(kind: 'statements' | 'transactions') {
    const { lockMs, statementMs } = this.#size;
    const pool = new pg.Pool({
      connectionString: this.#url,
      max: this.#size[kind],
      application_name: 'stet',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS[kind],
      ...(lockMs && { lock_timeout: lockMs }),
      // The second ends the wait for a server that is no longer there to end it.
      ...(statementMs && { statement_timeout: statementMs, query_timeout: statementMs + 5_000 }),
      ...(statementMs && { idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS }),
    });
    const options = { disposeExternalPool: true, statementNameGenerator: ({ sql }: { sql: string }) => nameOf(sql) };
    return new PrismaPg(pool, options).connect();
  }
}

/** More statements than Stet has. */
const MOST_NAMES = 1_000;
const names = new Map<string, string>();

/**
 * The name by which a connection keeps a statement: what has one is parsed and planned once, and not each time, which takes
 * longer than to run it. Empty for one that holds a list: each length of it is another statement, and Postgres forgets none.
 */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size === MOST_NAMES || /\(\$\d+,\s*\$\d+[,)]|\),\s*\(/.test(sql)) return '';
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
  names.set(sql, name);
  return name;
}

/** Trouble passes through Prisma as it is; all else is Prisma's to tell. */
function orTrouble(error: unknown): never {
  const trouble = isPoolTimeout(error) ? 'busy' : troubleOf(error);
  throw trouble ? new DatabaseTrouble(trouble, error) : error;
}

/** The pool's own "none came free in time" has no code: it is the one error that is neither Postgres's nor the network's. */
const isPoolTimeout = (error: unknown): boolean =>
  error instanceof Error && !isDriverAdapterError(error) && !('code' in error);
