import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isCode, writeWhole } from './files.ts';
import { isRunning, markOf } from './processes.ts';

const Secrets = z.object({ session: z.string().min(32) });

const Running = z.object({
  pid: z.number().int(),
  began: z.string().nullable(),
  /** What people open. */
  address: z.string(),
  /** What this machine reaches it by, whatever stands in front. */
  local: z.string(),
  database: z.enum(['embedded', 'external']),
  startedAt: z.string(),
});
/** The server that runs on a data folder. */
export type Running = Omit<z.infer<typeof Running>, 'began'>;

/** Makes the folder with no rights for others, and throws with words on what to do where it cannot be written. */
export function openDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe, { force: true });
  } catch (error) {
    if (isCode(error, 'ENOSPC'))
      throw new Error(`The disk of the data folder ${folder} is full: make room, then start again.`);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The data folder ${folder} cannot be written: ${reason}.\n` +
        'Give it to the user who starts Stet, or name another one with STET_DATA_DIR.',
    );
  }
}

function makeFolder(folder: string): void {
  if (!existsSync(dirname(folder))) mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  try {
    // Not `recursive`: that does not end in places where no folder can be made, such as /proc.
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // There already, or made by another process in this very moment.
    if (!isCode(error, 'EEXIST') || !statSync(folder).isDirectory()) throw error;
  }
}

/** The secret that signs sessions, made on the first start and kept with rights for the owner alone. */
export function sessionSecretIn(folder: string): string {
  const path = join(folder, 'secrets.json');
  // Empty is what a full disk left of it in older versions: nothing was ever signed with it.
  if (!existsSync(path) || statSync(path).size === 0) {
    const made = { session: randomBytes(32).toString('base64url') };
    writeWhole(path, `${JSON.stringify(made, null, 2)}\n`);
  }
  chmodSync(path, 0o600);
  const parsed = Secrets.safeParse(readJson(path));
  if (!parsed.success)
    throw new Error(`${path} is damaged. Remove it: a new one is made, and everybody signs in again.`);
  return parsed.data.session;
}

/** Where the embedded Postgres of a data folder lives. */
export const postgresFolder = (dataDir: string): string => join(dataDir, 'postgres');

/** The server that runs on the data folder now; what a killed one left behind counts as nothing. */
export function runningServer(dataDir: string): Running | null {
  const parsed = Running.safeParse(readJson(serverFile(dataDir)));
  if (!parsed.success) return null;
  const { began, ...running } = parsed.data;
  return isRunning({ pid: running.pid, began }) ? running : null;
}

export function noteServer(dataDir: string, server: Omit<Running, 'pid' | 'startedAt'>): void {
  const note = { ...server, ...markOf(process.pid), startedAt: new Date().toISOString() };
  writeWhole(serverFile(dataDir), `${JSON.stringify(note, null, 2)}\n`);
}

export function forgetServer(dataDir: string): void {
  if (runningServer(dataDir)?.pid === process.pid) rmSync(serverFile(dataDir), { force: true });
}

const serverFile = (dataDir: string) => join(dataDir, 'server.json');

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
