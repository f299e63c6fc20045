import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * Writes a small file in one step: it is there whole or, where the disk is full or the process is killed, not at all.
 * Readable by its owner alone.
 */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}-${randomUUID().slice(0, 8)}`;
  try {
    const file = openSync(beside, 'wx', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
