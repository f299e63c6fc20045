import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { commandAs, handOver, type RunAs } from './postgres-user.ts';

/** The major version of the Postgres that comes through npm: the one whose data this code can read. */
const MAJOR = 18;

/** What stands in the folder of an embedded Postgres. */
export type Places = {
  folder: string;
  /** Postgres's own data folder. */
  data: string;
  /** Where a new one is made; moved to `data` when it is whole. */
  making: string;
  /** The owner's password, and the working role's. */
  password: string;
  workPassword: string;
  log: string;
  /** One file for each process that uses it. */
  users: string;
  lock: string;
};

export function placesIn(folder: string): Places {
  const at = (name: string) => join(folder, name);
  return {
    folder,
    data: at('data'),
    making: at('data.new'),
    password: at('password'),
    workPassword: at('work-password'),
    log: at('postgres.log'),
    users: at('users'),
    lock: at('lock'),
  };
}

/** True where the folder already holds a database, whole or damaged. */
export function hasCluster(folder: string): boolean {
  const { data } = placesIn(folder);
  return existsSync(data) && readdirSync(data).length > 0;
}

/** The parts without which Postgres has lost either its data or the way to them. */
const PARTS = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal', 'pg_xact', 'postgresql.conf', 'pg_hba.conf'];

/**
 * Makes the database where there is none yet. Where there is one, throws if it is damaged or of another version, and
 * changes nothing: what is left of it may be all that there is.
 */
export async function ensureCluster(
  places: Places,
  binaries: PostgresBinaries,
  user: RunAs,
  onProgress?: (message: string) => void,
): Promise<void> {
  const lost = lostParts(places);
  if (lost.length > 0) throw new Error(damage(places, lost));
  if (!hasCluster(places.folder)) {
    onProgress?.('Making the database');
    await makeCluster(places, binaries, user);
  }
  checkMajor(places);
  handOver(user, places.data, [join(places.folder, '..'), places.folder]);
}

function lostParts(places: Places): string[] {
  if (!hasCluster(places.folder)) {
    // The password is moved into place when the data is ready to be: without either, the data was there and is gone.
    return existsSync(places.password) && !existsSync(places.making) ? [places.data] : [];
  }
  const lost = PARTS.map((part) => join(places.data, part)).filter((path) => !existsSync(path));
  return isFilled(places.password) ? lost : [...lost, places.password];
}

export const isFilled = (path: string) => existsSync(path) && statSync(path).size > 0;

const damage = (places: Places, lost: readonly string[]) =>
  [
    `The database in ${places.folder} is damaged. Missing or empty:`,
    ...lost.map((path) => `  ${path}`),
    'Nothing was changed. Bring the folder back from a backup, or put the missing parts back where they were.',
    'To begin anew without what was in it, move the folder away, or name another data folder (STET_DATA_DIR).',
  ].join('\n');

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

export const makePassword = () => `${randomBytes(24).toString('hex')}\n`;

/** A start that is cut off leaves only `making` behind, which the next one makes again. */
async function makeCluster(places: Places, binaries: PostgresBinaries, user: RunAs): Promise<void> {
  const data = join(places.making, 'data');
  const password = join(places.making, 'password');
  rmSync(places.making, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeWhole(password, makePassword());
  handOver(user, places.making, [join(places.folder, '..'), places.folder]);
  const { command, args, identity } = commandAs(user, binaries.initdb, [
    `--pgdata=${data}`,
    '--username=stet',
    `--pwfile=${password}`,
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
  if (code !== 0) throw new Error(startFailure(places, user, lastWords(places)));
  renameSync(password, places.password);
  renameSync(data, places.data);
  rmSync(places.making, { recursive: true, force: true });
}

/** What Postgres needs of our environment. The rest, the secret of the sessions before all, is none of its business. */
const PASSED_ON = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'WINDIR'];

export const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]])),
  NODE_ENV: process.env.NODE_ENV,
  LC_ALL: 'C',
  TZ: 'UTC',
});

export function exitOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((done) => {
    child.once('exit', (code) => done(code));
    child.once('error', () => done(null));
  });
}

/** The last lines of the log, from byte `from` on, without time and process number. */
export function lastWords(places: Places, from = 0): string {
  const lines = readFileSync(places.log).subarray(from).toString('utf8').trim().split('\n').slice(-6);
  return lines.map((line) => line.replace(/^\d{4}-\d\d-\d\d \S+ \S+ \[\d+\] /, '')).join('\n');
}

/** Too little for Postgres to start with, bytes; it could not even write down why. */
const NO_ROOM = 64 * 1024;

/** Whether the disk of a folder is full: its log lies there too, and may end in the middle of a word. */
function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < NO_ROOM;
}

/** What Postgres said, and what to do about it. */
export function startFailure(places: Places, user: RunAs, words: string): string {
  const denied = /Permission denied|wrong ownership|invalid permissions/.test(words);
  const advice =
    /No space left|could not extend/.test(words) || isFull(places.folder)
      ? 'The disk is full: make room, then start again.'
      : denied && user.how === 'user'
        ? `Here Postgres runs as the user ${user.name}, who cannot reach that: name a data folder (STET_DATA_DIR) that stands where everybody may pass.`
        : denied
          ? `Make ${places.folder} belong to the user who starts Stet, with no rights for others, then start again.`
          : `The whole log is ${places.log}. The articles and verdicts stay in ${places.data}: copy that folder before trying repairs.`;
  return `Postgres did not start. It said:\n${words.replace(/^/gm, '  ')}\n${advice}`;
}
