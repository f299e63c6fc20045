import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { withLock } from './lock.ts';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts';
import { commandAs, handOver, postgresUser, type RunAs } from './postgres-user.ts';
import { commandOf, isAlive, isRunning, isTaken, markOf, type ProcessMark, waitForEnd } from './processes.ts';

/** The major version of the Postgres that comes through npm: the one whose data this code can read. */
const MAJOR = 18;
const START_TIMEOUT_MS = 120_000;
const HOST = '127.0.0.1';

export type EmbeddedPostgres = {
  /** The address of the database asked for. */
  url: string;
  port: number;
  /** The postmaster's process. */
  pid: number;
  /** True where it was already running, started by another process. */
  joined: boolean;
  /** Says that this process no longer needs it; the last to say so stops it. */
  leave(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Absolute path of a folder of its own: the data, the password and the log stand in it. */
  folder: string;
  database?: string;
  /** Further server settings, for tests that trade durability for speed. */
  settings?: Readonly<Record<string, string>>;
  /** The port to take where Postgres is started anew; a free one by default. */
  port?: number;
  onProgress?: (message: string) => void;
};

type Places = { folder: string; data: string; password: string; log: string; users: string; lock: string };

/**
 * Joins the Postgres that runs on the folder, or starts one, making the cluster where there is none. Several processes
 * may use it at once; it stops when the last of them leaves. One left behind by a killed process is joined.
 */
export async function joinPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const places = placesIn(options.folder);
  const database = options.database ?? 'stet';
  makeFolder(places);
  const ticket = join(places.users, `${process.pid}-${randomUUID()}.json`);
  return withLock(places.lock, async () => {
    const running = await answering(places);
    const server = running ?? (await startServer(places, options));
    await ensureDatabase(server.port, readPassword(places), database);
    writeFileSync(ticket, JSON.stringify(markOf(process.pid)));
    return {
      url: addressOf(server.port, readPassword(places), database),
      port: server.port,
      pid: server.pid,
      joined: running !== null,
      leave: () => leave(places, ticket),
    };
  });
}

/** Where the folder's Postgres runs at this moment, or null. Starts nothing. */
export function runningPostgres(folder: string): { pid: number; port: number } | null {
  const places = placesIn(folder);
  const lines = postmasterFile(places);
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  return pid > 0 && port > 0 && isPostmaster(pid) ? { pid, port } : null;
}

/** Empties a database of the folder's running Postgres by making it anew. */
export async function recreateDatabase(folder: string, database = 'stet'): Promise<void> {
  const places = placesIn(folder);
  const server = runningPostgres(folder);
  if (!server) throw new Error(`No Postgres runs on ${places.data}.`);
  await withClient(server.port, readPassword(places), 'postgres', async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
  });
  await ensureDatabase(server.port, readPassword(places), database);
}

/** True where the folder already holds a cluster. */
export function hasCluster(folder: string): boolean {
  return existsSync(join(placesIn(folder).data, 'PG_VERSION'));
}

function placesIn(folder: string): Places {
  const at = (name: string) => join(folder, name);
  return {
    folder,
    data: at('data'),
    password: at('password'),
    log: at('postgres.log'),
    users: at('users'),
    lock: at('lock'),
  };
}

function makeFolder(places: Places): void {
  mkdirSync(places.users, { recursive: true, mode: 0o700 });
}

function addressOf(port: number, password: string, database: string): string {
  return `postgresql://stet:${password}@${HOST}:${port}/${database}`;
}

function readPassword(places: Places): string {
  return readFileSync(places.password, 'utf8').trim();
}

async function leave(places: Places, ticket: string): Promise<void> {
  await withLock(places.lock, async () => {
    rmSync(ticket, { force: true });
    if (others(places).length > 0) return;
    const server = runningPostgres(places.folder);
    if (server) await stop(server.pid);
  });
}

/** The living processes that use it; tickets of dead ones are thrown away. */
function others(places: Places): ProcessMark[] {
  return readdirSync(places.users).flatMap((name) => {
    const path = join(places.users, name);
    const mark: ProcessMark = JSON.parse(readFileSync(path, 'utf8'));
    if (isRunning(mark)) return [mark];
    rmSync(path, { force: true });
    return [];
  });
}

/** SIGINT is Postgres's fast shutdown: open transactions are rolled back and everything is written out. */
async function stop(pid: number): Promise<void> {
  for (const [signal, ms] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitForEnd(pid, ms)) return;
  }
}

function postmasterFile(places: Places): string[] | null {
  try {
    return readFileSync(join(places.data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

function isPostmaster(pid: number): boolean {
  return isAlive(pid) && (commandOf(pid) ?? 'postgres').includes('postgres');
}

/** The server on this folder if it runs and answers. One that is still starting or stopping is waited for. */
async function answering(places: Places): Promise<{ pid: number; port: number } | null> {
  for (const until = Date.now() + START_TIMEOUT_MS; Date.now() < until; await pause(50)) {
    const server = runningPostgres(places.folder);
    if (!server) {
      clearStalePid(places);
      return null;
    }
    const state = await probe(server.port, readPassword(places));
    if (state === 'ready') return server;
    if (typeof state === 'object') throw state.error;
  }
  throw new Error(`Postgres on ${places.data} runs but does not answer. Its log: ${places.log}`);
}

/**
 * After a crash the number in postmaster.pid may belong to some other process by now, or to a dead one that nobody has
 * buried, and Postgres would not start. The number alone is replaced, by one that is free: from the rest of the file
 * Postgres tells whether processes of the crashed server still hold its memory.
 */
function clearStalePid(places: Places): void {
  const [first, ...rest] = postmasterFile(places) ?? [];
  const pid = Number(first);
  if (!(pid > 0) || !isTaken(pid) || isPostmaster(pid)) return;
  let free = 4_000_000;
  while (isTaken(free)) free -= 1;
  writeFileSync(join(places.data, 'postmaster.pid'), [free, ...rest].join('\n'));
}

async function startServer(places: Places, options: EmbeddedOptions): Promise<{ pid: number; port: number }> {
  const binaries = await postgresBinaries();
  const user = await postgresUser(binaries.postgres);
  if (!hasCluster(places.folder)) {
    options.onProgress?.('Making the database');
    await makeCluster(places, binaries, user);
  }
  checkMajor(places);
  handOver(user, places.data, [join(places.folder, '..'), places.folder]);
  let failure = new Error('Postgres did not start.');
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = attempt === 0 && options.port ? options.port : await freePort();
    const outcome = await launch(places, binaries, user, port, options.settings ?? {});
    if (typeof outcome === 'number') return { pid: outcome, port };
    failure = new Error(startFailure(places, user, outcome));
    // Somebody may have taken the port between the moment it was found free and now.
    if (!outcome.includes('could not bind')) break;
  }
  throw failure;
}

function startFailure(places: Places, user: RunAs, words: string): string {
  const denied = /Permission denied|wrong ownership|invalid permissions/.test(words);
  const advice = /No space left|could not extend/.test(words)
    ? 'The disk is full: make room, then start again.'
    : denied && user.how === 'user'
      ? `Here Postgres runs as the user ${user.name}, who cannot reach that: name a data folder (STET_DATA_DIR) that stands where everybody may pass.`
      : denied
        ? `Make ${places.folder} belong to the user who starts Stet, with no rights for others, then start again.`
        : `The whole log is ${places.log}. The articles and verdicts stay in ${places.data}: copy that folder before trying repairs.`;
  return `Postgres did not start. It said:\n${indent(words)}\n${advice}`;
}

function checkMajor(places: Places): void {
  const found = Number.parseInt(readFileSync(join(places.data, 'PG_VERSION'), 'utf8'), 10);
  if (found === MAJOR) return;
  const what = found > MAJOR ? 'a newer Stet' : 'an older Stet';
  throw new Error(
    `The data in ${places.data} was written by Postgres ${found}, from ${what}; this one brings Postgres ${MAJOR}. ` +
      (found > MAJOR
        ? 'Update Stet, then start again.'
        : 'Dump it with that version and load it into a new data folder.'),
  );
}

async function makeCluster(places: Places, binaries: PostgresBinaries, user: RunAs): Promise<void> {
  const making = `${places.data}.new`;
  rmSync(making, { recursive: true, force: true });
  writeFileSync(places.password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  chmodSync(places.password, 0o600);
  mkdirSync(making, { mode: 0o700 });
  handOver(user, making, [join(places.folder, '..'), places.folder]);
  handOver(user, places.password, []);
  const { command, args, identity } = commandAs(user, binaries.initdb, [
    `--pgdata=${making}`,
    '--username=stet',
    `--pwfile=${places.password}`,
    '--auth=scram-sha-256',
    // Without these a machine with no locale set would get a database in SQL_ASCII.
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]);
  const log = openSync(places.log, 'a', 0o600);
  const child = spawn(command, args, { ...identity, cwd: '/', env: environment(), stdio: ['ignore', log, log] });
  closeSync(log);
  const code = await exitOf(child);
  if (code !== 0) throw new Error(startFailure(places, user, tail(places)));
  // A start that is cut off leaves only data.new behind, which the next one makes again.
  renameSync(making, places.data);
}

/** Starts the postmaster and waits until it takes connections: its process number, or the words it ended with. */
async function launch(
  places: Places,
  binaries: PostgresBinaries,
  user: RunAs,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<number | string> {
  const all = { listen_addresses: HOST, port: String(port), unix_socket_directories: '', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args, identity } = commandAs(user, binaries.postgres, ['-D', places.data, ...flags]);
  const from = existsSync(places.log) ? statSync(places.log).size : 0;
  // Its output goes to a file, because a pipe would stay open for as long as Postgres lives; and it gets a group of its
  // own, because Ctrl-C reaches the whole group and Stet stops Postgres only after the server.
  const log = openSync(places.log, 'a', 0o600);
  const options = { ...identity, cwd: '/', env: environment(), detached: true, stdio: ['ignore', log, log] as const };
  const child = spawn(command, args, { ...options, stdio: [...options.stdio] });
  closeSync(log);
  child.unref();
  let ended = false;
  void exitOf(child).then(() => {
    ended = true;
  });
  // Each look while it starts leaves a line in its log: they come further and further apart.
  let wait = 30;
  for (const until = Date.now() + START_TIMEOUT_MS; Date.now() < until; await pause(wait)) {
    wait = Math.min(wait * 1.4, 1_000);
    if (ended || !child.pid) return tail(places, from);
    const state = await probe(port, readPassword(places));
    if (state === 'ready' && !ended) return child.pid;
    if (typeof state === 'object') throw state.error;
  }
  if (child.pid) await stop(child.pid);
  return `${tail(places, from)}\nIt took no connections within ${START_TIMEOUT_MS / 1000} seconds.`;
}

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: 'C', TZ: 'UTC' });

function exitOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((done) => {
    child.once('exit', (code) => done(code));
    child.once('error', () => done(null));
  });
}

/** The last lines of the log, from byte `from` on, without time and process number. */
function tail(places: Places, from = 0): string {
  const lines = readFileSync(places.log).subarray(from).toString('utf8').trim().split('\n').slice(-6);
  return lines.map((line) => line.replace(/^\d{4}-\d\d-\d\d \S+ \S+ \[\d+\] /, '')).join('\n');
}

const indent = (words: string) => words.replace(/^/gm, '  ');

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function probe(port: number, password: string): Promise<'ready' | 'not yet' | { error: Error }> {
  try {
    await withClient(port, password, 'postgres', async () => undefined);
    return 'ready';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === '28P01') {
      return {
        error: new Error('Postgres does not accept the password kept in the data folder: has it been replaced?'),
      };
    }
    return 'not yet';
  }
}

async function ensureDatabase(port: number, password: string, database: string): Promise<void> {
  await withClient(port, password, 'postgres', async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}

async function withClient<T>(
  port: number,
  password: string,
  database: string,
  work: (client: pg.Client) => Promise<T>,
) {
  const client = new pg.Client({ host: HOST, port, user: 'stet', password, database, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** A port on the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, HOST, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}
