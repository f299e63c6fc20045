import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { writeWhole } from './files.ts';
import { isRunning, markOf } from './processes.ts';

const Mark = z.object({ pid: z.number().int().positive(), began: z.string().nullable() });

export type LockOptions = {
  /** How long to wait for another holder. Measured by a clock that nobody sets. */
  waitMs?: number;
  /** Called once, where the wait takes longer than a moment, with who holds it: "process 4711", "another process". */
  onWait?: (holder: string) => void;
};

const A_MOMENT_MS = 2_000;

/**
 * Runs `work` while no other process of this machine holds the lock file.
 *
 * The operating system keeps the lock, by way of SQLite's exclusive transaction on an empty file: it ends with its holder,
 * however that ends, so there is no dead lock to take over, and what the file holds or who last wrote it decides nothing.
 * Who holds it stands in a note beside it, for people to read.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  const lock = await take(path, options);
  try {
    return await work();
  } finally {
    lock.close();
  }
}

async function take(path: string, { waitMs = 120_000, onWait }: LockOptions): Promise<DatabaseSync> {
  mkdirSync(dirname(path), { recursive: true });
  const began = performance.now();
  for (let told = false; ; ) {
    const lock = tryTake(path);
    if (lock) return lock;
    const waited = performance.now() - began;
    if (waited > waitMs)
      throw new Error(
        `Stet has waited ${Math.round(waitMs / 1000)} seconds for ${holderOf(path)}, which holds ${path}.`,
      );
    if (!told && waited > A_MOMENT_MS) {
      told = true;
      onWait?.(holderOf(path));
    }
    await new Promise((done) => setTimeout(done, 25 + Math.random() * 50));
  }
}

/** The lock, to be closed, or null where another holds it. */
function tryTake(path: string): DatabaseSync | null {
  // Only where it is not there: a process that closes a file gives up all its locks on it, SQLite's among them.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  let lock: DatabaseSync | undefined;
  try {
    // A file that may only be read SQLite would "lock" for reading, for everybody at once.
    accessSync(path, constants.R_OK | constants.W_OK);
    lock = new DatabaseSync(path, { timeout: 0 });
    // Nothing is ever written, so the journal need not be a file: locking works on a full disk too.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
    if (code === BUSY) return null;
    if (code !== NOT_A_DATABASE) throw cannotLock(path, error);
    // Words in it, as older versions left them: nobody can hold such a file, and emptying it is the same however often.
    truncateSync(path);
    return tryTake(path);
  }
  note(path);
  return lock;
}

const BUSY = 5;
const NOT_A_DATABASE = 26;

const cannotLock = (path: string, error: unknown) =>
  new Error(
    `The file ${path} cannot be locked: ${error instanceof Error ? error.message : error}. ` +
      'It must be a file of the user who starts Stet, on a disk that has locks.',
    { cause: error },
  );

const noteOf = (path: string) => `${path}.holder`;

function note(path: string): void {
  try {
    writeWhole(noteOf(path), JSON.stringify(markOf(process.pid)));
  } catch {
    // A full disk: the lock holds without its note.
  }
}

function holderOf(path: string): string {
  try {
    const mark = Mark.parse(JSON.parse(readFileSync(noteOf(path), 'utf8')));
    if (isRunning(mark)) return `process ${mark.pid}`;
  } catch {
    // No note: it could not be written.
  }
  return 'another process';
}
