import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCluster, isFilled, makePassword, type Places, placesIn } from './cluster.ts';
import { writeWhole } from './files.ts';
import { withLock } from './lock.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { postgresUser } from './postgres-user.ts';
import {
  answeringServer,
  HOST,
  readPassword,
  runningPostmaster,
  type Server,
  startServer,
  stopServer,
  withOwner,
} from './postmaster.ts';
import { isRunning, markOf, type ProcessMark } from './processes.ts';

/** The role that works in an embedded database; the one that owns it is `stet`. */
const WORK_ROLE = 'stet_work';

export type EmbeddedPostgres = {
  /** The address of the database asked for, for the role that owns it and may change its tables. */
  ownerUrl: string;
  /** The same for the role that works in it (see roles.ts). */
  workUrl: string;
  port: number;
  /** The postmaster's process. */
  pid: number;
  /** True where it was already running, started by another process. */
  joined: boolean;
  /** Says that this process no longer needs it; the last to say so stops it. */
  leave(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Absolute path of a folder of its own: the data, the passwords and the log stand in it. */
  folder: string;
  database?: string;
  /** Further server settings, for tests that trade durability for speed. */
  settings?: Readonly<Record<string, string>>;
  /** The port to take where Postgres is started anew; a free one by default. */
  port?: number;
  onProgress?: (message: string) => void;
};

/**
 * Joins the Postgres that runs on the folder, or starts one, making the cluster where there is none. Several processes
 * may use it at once; it stops when the last of them leaves, or fails to join. One left behind by a killed process is
 * joined.
 */
export async function joinPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const places = placesIn(options.folder);
  const database = options.database ?? 'stet';
  mkdirSync(places.users, { recursive: true, mode: 0o700 });
  const ticket = join(places.users, `${process.pid}-${randomUUID()}.json`);
  return withLock(places.lock, async () => {
    try {
      const running = await answeringServer(places);
      const server = running ?? (await start(places, options));
      await ensureDatabase(places, server, database);
      // Data of an older version has none yet; ensureRole gives it to the role.
      if (!isFilled(places.workPassword)) writeWhole(places.workPassword, makePassword());
      writeWhole(ticket, JSON.stringify(markOf(process.pid)));
      const address = (role: string, password: string) =>
        `postgresql://${role}:${password}@${HOST}:${server.port}/${database}`;
      return {
        ownerUrl: address('stet', readPassword(places)),
        workUrl: address(WORK_ROLE, readFileSync(places.workPassword, 'utf8').trim()),
        port: server.port,
        pid: server.pid,
        joined: running !== null,
        leave: () => withLock(places.lock, () => stopUnlessUsed(places, ticket)),
      };
    } catch (error) {
      await stopUnlessUsed(places, ticket);
      throw error;
    }
  });
}

/** Where the folder's Postgres runs at this moment, or null. Starts nothing. */
export function runningPostgres(folder: string): Server | null {
  return runningPostmaster(placesIn(folder));
}

/** Empties a database of the folder's running Postgres by making it anew. */
export async function recreateDatabase(folder: string, database = 'stet'): Promise<void> {
  const places = placesIn(folder);
  const server = runningPostmaster(places);
  if (!server) throw new Error(`No Postgres runs on ${places.data}.`);
  await withOwner(server.port, readPassword(places), 'postgres', async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
  });
  await ensureDatabase(places, server, database);
}

async function start(places: Places, options: EmbeddedOptions): Promise<Server> {
  const binaries = await postgresBinaries();
  const user = await postgresUser(binaries.postgres);
  await ensureCluster(places, binaries, user, options.onProgress);
  return startServer(places, binaries, user, options);
}

/** Gives the ticket back; where that was the last one, stops the server. */
async function stopUnlessUsed(places: Places, ticket: string): Promise<void> {
  rmSync(ticket, { force: true });
  if (isUsed(places)) return;
  const server = runningPostmaster(places);
  if (server) await stopServer(server.pid);
}

/** True while a living process holds a ticket; those of dead ones are thrown away. */
function isUsed(places: Places): boolean {
  let used = false;
  for (const name of readdirSync(places.users)) {
    const path = join(places.users, name);
    const mark = name.endsWith('.json') ? readTicket(path) : null;
    if (mark && isRunning(mark)) used = true;
    else rmSync(path, { force: true });
  }
  return used;
}

/** Null for one that a full disk cut short. */
function readTicket(path: string): ProcessMark | null {
  try {
    const { pid, began }: ProcessMark = JSON.parse(readFileSync(path, 'utf8'));
    return { pid, began };
  } catch {
    return null;
  }
}

async function ensureDatabase(places: Places, { port }: Server, database: string): Promise<void> {
  await withOwner(port, readPassword(places), 'postgres', async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}
