/**
 * Trouble with the database that is nobody's mistake. `away`: it cannot be reached, or is closing. `busy`: somebody else
 * holds what is asked for, or all connections, or it took too long. `full`: its disk is.
 */
export type Trouble = 'away' | 'busy' | 'full';

/**
 * Trouble on its way to a page. Next hides a server's error from the browser but for its `digest`, by which the error page
 * chooses its words.
 */
export class DatabaseTrouble extends Error {
  readonly trouble: Trouble;
  readonly digest: string;
  constructor(trouble: Trouble, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'DatabaseTrouble';
    this.trouble = trouble;
    this.digest = `stet-${trouble}`;
  }
}

/** Which trouble an error from Prisma, pg or postgres.js tells of, or null where it is none. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof DatabaseTrouble) return error.trouble;
  const code = postgresCode(error);
  return (code === null ? null : troubleOfState(code)) ?? troubleOfDriver(error);
}

function troubleOfState(code: string): Trouble | null {
  if (code === '53100') return 'full';
  if (BUSY.has(code)) return 'busy';
  return code.startsWith('08') || CLOSING.has(code) ? 'away' : null;
}

// A lock not had in time, a statement that took too long, too many connections.
const BUSY = new Set(['55P03', '57014', '53300']);
// Shut down by an admin, crashed, starting up.
const CLOSING = new Set(['57P01', '57P02', '57P03']);

const DRIVER: Readonly<Record<string, Trouble>> = {
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  EPIPE: 'away',
  ENOENT: 'away',
  ENOTFOUND: 'away',
  EHOSTUNREACH: 'away',
  ETIMEDOUT: 'away',
  CONNECTION_CLOSED: 'away',
  CONNECTION_ENDED: 'away',
  CONNECTION_DESTROYED: 'away',
  CONNECT_TIMEOUT: 'away',
  // Prisma: cannot reach; connection closed; too many connections; no connection, or no transaction, in time.
  P1001: 'away',
  P1002: 'away',
  P1008: 'away',
  P1017: 'away',
  P2037: 'busy',
  P2024: 'busy',
  P2028: 'busy',
  ENOSPC: 'full',
  // Prisma's driver, by kind, before Prisma has given it a code.
  DatabaseNotReachable: 'away',
  ConnectionClosed: 'away',
  SocketTimeout: 'away',
  TooManyConnections: 'busy',
};

function troubleOfDriver(error: unknown): Trouble | null {
  for (const { code, kind, meta } of causes(error)) {
    for (const name of [code, kind]) if (typeof name === 'string' && DRIVER[name]) return DRIVER[name];
    const inner = isObject(meta) ? troubleOf(meta.driverAdapterError) : null;
    if (inner) return inner;
  }
  return null;
}

/** The SQLSTATE behind an error from Prisma or pg, or null where it is not the database's. */
export function postgresCode(error: unknown): string | null {
  for (const current of causes(error)) {
    for (const key of ['originalCode', 'code', 'sqlState']) {
      const value = current[key];
      if (typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value) && !/^(?:P[12]|E[A-Z])/.test(value)) return value;
    }
    const { meta } = current;
    const inner = isObject(meta) ? (postgresCode(meta.driverAdapterError) ?? postgresCode(meta)) : null;
    if (inner) return inner;
  }
  return null;
}

/** The error and what caused it, in turn. */
function causes(error: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  for (let current = error; isObject(current) && found.length < 6; current = current.cause) found.push(current);
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
