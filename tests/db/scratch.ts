import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '#lib/platform/processes.ts';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** What the databases of a whole run take at most, several times over. */
const ROOM = 6 * 1024 ** 3;

/**
 * A new folder for databases that end with the run: in memory where the system has such a place with room, since hundreds of
 * them are made and thrown away, else in the temporary folder. Its name ends with the number of the process that it is of;
 * what a killed run has left in memory is taken away by the next.
 */
export function scratchFolder(memory = MEMORY): string {
  if (!hasRoom(memory)) return mkdtempSync(join(tmpdir(), 'stet-test-'));
  for (const name of readdirSync(memory)) {
    const owner = /^stet-test-(?<pid>\d+)-/.exec(name)?.groups?.pid;
    if (owner && !isAlive(Number(owner))) takeAway(join(memory, name));
  }
  return mkdtempSync(join(memory, `stet-test-${process.pid}-`));
}

function takeAway(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It is another user's, who takes it away at their next run.
  }
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}
