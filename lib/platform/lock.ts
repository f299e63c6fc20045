import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { isRunning, markOf, type ProcessMark } from './processes.ts';

const Mark = z.object({ pid: z.number().int().positive(), began: z.string().nullable() });

/** Runs `work` while no other process of this machine holds the lock file; a lock whose holder has died is taken over. */
export async function withLock<T>(path: string, work: () => Promise<T>, waitMs = 120_000): Promise<T> {
  await take(path, waitMs);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function take(path: string, waitMs: number): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const mine = JSON.stringify(markOf(process.pid));
  for (const until = Date.now() + waitMs; ; ) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const holder = holderOf(path);
    if (holder === 'dead') setAside(path);
    else if (Date.now() > until) {
      const who = holder === 'unknown' ? '' : ` (process ${holder.pid})`;
      throw new Error(`Another Stet process${who} has held ${path} for ${Math.round(waitMs / 1000)} seconds.`);
    } else await new Promise((done) => setTimeout(done, 50));
  }
}

function holderOf(path: string): ProcessMark | 'dead' | 'unknown' {
  try {
    const mark = Mark.parse(JSON.parse(readFileSync(path, 'utf8')));
    return isRunning(mark) ? mark : 'dead';
  } catch {
    // Half written, or gone meanwhile.
    return 'unknown';
  }
}

/** Renaming succeeds for one process only, so two that find the same dead holder do not both take the lock. */
function setAside(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    // Somebody quicker may have taken over in between: then this is their lock, and goes back.
    if (holderOf(aside) === 'dead') rmSync(aside, { force: true });
    else renameSync(aside, path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
