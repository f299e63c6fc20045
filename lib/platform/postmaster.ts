import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { environment, exitOf, lastWords, type Places, startFailure } from './cluster.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { commandAs, type RunAs } from './postgres-user.ts';
import { commandOf, isAlive, isTaken, waitForEnd } from './processes.ts';

export const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 120_000;

/** The postmaster's process and the port it listens at. */
export type Server = { pid: number; port: number };

/** The postmaster that runs on the data at this moment, whether it answers or not. */
export function runningPostmaster(places: Places): Server | null {
  const file = readPidFile(places);
  return file && file.port > 0 && isPostmaster(file) ? { pid: file.pid, port: file.port } : null;
}

/** The server on this data if it runs and answers. One that is still starting or stopping is waited for. */
export async function answeringServer(places: Places): Promise<Server | null> {
  for (const began = performance.now(); performance.now() - began < START_TIMEOUT_MS; await pause(50)) {
    const server = runningPostmaster(places);
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

/** Starts a server on the data, at the port asked for or at a free one, and waits until it takes connections. */
export async function startServer(
  places: Places,
  binaries: PostgresBinaries,
  user: RunAs,
  { port: wanted, settings = {} }: { port?: number; settings?: Readonly<Record<string, string>> },
): Promise<Server> {
  let failure = new Error('Postgres did not start.');
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = attempt === 0 && wanted ? wanted : await freePort();
    const outcome = await launch(places, binaries, user, port, settings);
    if (typeof outcome === 'number') return { pid: outcome, port };
    failure = new Error(startFailure(places, user, outcome));
    // Somebody may have taken the port between the moment it was found free and now.
    if (!outcome.includes('could not bind')) break;
  }
  throw failure;
}

/** SIGINT is Postgres's fast shutdown: open transactions are rolled back and everything is written out. */
export async function stopServer(pid: number): Promise<void> {
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

/** Runs one piece of work as the owner. */
export async function withOwner<T>(
  port: number,
  password: string,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ host: HOST, port, user: 'stet', password, database, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The owner's password; throws with words where it is gone. */
export function readPassword(places: Places): string {
  const password = existsSync(places.password) ? readFileSync(places.password, 'utf8').trim() : '';
  if (password) return password;
  throw new Error(`The database's password, ${places.password}, is missing or empty: bring it back from a backup.`);
}

type PidFile = { pid: number; data: string; port: number; status: string; rest: string[] };

/** postmaster.pid: process, data folder, start time, port, socket folder, address, memory key, status; a line each. */
function readPidFile(places: Places): PidFile | null {
  try {
    const [pid = '', ...rest] = readFileSync(pidFile(places), 'utf8').split('\n');
    return { pid: Number(pid), data: rest[0] ?? '', port: Number(rest[2]), status: (rest[6] ?? '').trim(), rest };
  } catch {
    return null;
  }
}

const pidFile = (places: Places) => join(places.data, 'postmaster.pid');

/** Its number may be another program's by now, another Postgres's even: its own was started with its data folder's name. */
function isPostmaster({ pid, data }: PidFile): boolean {
  if (!(pid > 0) || !isAlive(pid)) return false;
  const command = commandOf(pid);
  return command === null || (command.includes('postgres') && command.includes(data));
}

/**
 * After a crash the number in postmaster.pid may belong to some other process by now, or to a dead one that nobody has
 * buried, and Postgres would not start. The number alone is replaced, by one that is free: from the rest of the file
 * Postgres tells whether processes of the crashed server still hold its memory.
 */
function clearStalePid(places: Places): void {
  const file = readPidFile(places);
  if (!file) return;
  // Killed, or out of disk, before it wrote a byte: Postgres would not start beside an empty one either.
  if (!(file.pid > 0)) {
    rmSync(pidFile(places), { force: true });
    return;
  }
  if (!isTaken(file.pid) || isPostmaster(file)) return;
  let free = 4_000_000;
  while (isTaken(free)) free -= 1;
  // In place: the file may belong to the user that Postgres runs as.
  writeFileSync(pidFile(places), [free, ...file.rest].join('\n'));
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
  for (const began = performance.now(); performance.now() - began < START_TIMEOUT_MS; await pause(30)) {
    if (ended || !child.pid) return lastWords(places, from);
    // Before it says so itself, whoever answers at the port may be somebody else who took it first.
    const file = readPidFile(places);
    if (file?.pid !== child.pid || file.status !== 'ready') continue;
    const state = await probe(port, readPassword(places));
    if (state === 'ready' && !ended) return child.pid;
    if (typeof state === 'object') {
      await stopServer(child.pid);
      throw state.error;
    }
  }
  if (child.pid) await stopServer(child.pid);
  return `${lastWords(places, from)}\nIt took no connections within ${START_TIMEOUT_MS / 1000} seconds.`;
}

async function probe(port: number, password: string): Promise<'ready' | 'not yet' | { error: Error }> {
  try {
    await withOwner(port, password, 'postgres', async () => undefined);
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

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

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
