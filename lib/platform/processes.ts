import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process by its number and, where the system tells, the moment it began: numbers are used again, moments are not. */
export type ProcessMark = { pid: number; began: string | null };

export function markOf(pid: number): ProcessMark {
  return { pid, began: beginning(pid) };
}

/** True while the very process that was marked is alive. */
export function isRunning(mark: ProcessMark): boolean {
  if (!isAlive(mark.pid)) return false;
  return mark.began === null || beginning(mark.pid) === mark.began;
}

/** True for a process that runs; one that has ended and waits for its parent to notice does not. */
export function isAlive(pid: number): boolean {
  return isTaken(pid) && stateOf(pid) !== 'Z';
}

/** True while the system has a process of that number, even an ended one. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line of a process, or null where it cannot be read. */
export function commandOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return null;
  }
}

/** Waits until the process has ended; false when it has not after `ms` milliseconds. */
export async function waitForEnd(pid: number, ms: number): Promise<boolean> {
  for (const from = performance.now(); performance.now() - from < ms; ) {
    if (!isAlive(pid)) return true;
    await new Promise((done) => setTimeout(done, 25));
  }
  return !isAlive(pid);
}

function beginning(pid: number): string | null {
  if (process.platform === 'linux') return statOf(pid)?.[19] ?? null;
  if (process.platform === 'win32') return null;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

function stateOf(pid: number): string | null {
  return process.platform === 'linux' ? (statOf(pid)?.[0] ?? null) : null;
}

/** The fields of /proc/PID/stat after the name, which stands in parentheses and may itself hold spaces. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
