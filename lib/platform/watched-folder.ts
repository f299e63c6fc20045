import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the watched folder. */
export type WatchedFile = {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Another one where the file was written anew: its name, size and time. */
  readonly mark: string;
};

/** Of one folder no more than so many are looked at. */
const MOST_FILES = 1_000;
/** A file that was written in so short a time before may still be being written. */
const SETTLED_MS = 5_000;

/** Where files are put to be taken in: only whoever runs Stet can say so. */
export const watchedFolder = (): string | null => process.env.STET_INBOX_FOLDER || null;

/**
 * The plain files in a folder that nobody is writing any more, by name. No links are followed, and nothing in folders within is
 * looked at. Throws Node's own errors where the folder cannot be read.
 */
export async function watchedFiles(folder: string, now = Date.now()): Promise<WatchedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
  const files: WatchedFile[] = [];
  for (const name of names.sort().slice(0, MOST_FILES)) {
    // Gone in between: it was not there.
    const about = await lstat(join(folder, name)).catch(() => null);
    if (!about?.isFile() || about.size === 0 || now - about.mtimeMs < SETTLED_MS) continue;
    files.push({ name, size: about.size, mark: `${name} ${about.size} ${Math.round(about.mtimeMs)}` });
  }
  return files;
}

/** A file's bytes, no more than `most`; null where it is larger by now, or there no more, or has become a link. */
export async function readWatched(folder: string, name: string, most: number): Promise<Uint8Array | null> {
  const path = join(folder, name);
  try {
    const [file, about] = [await open(path, 'r'), await lstat(path)];
    try {
      const { size, ino } = await file.stat();
      // What is read is the plain file that was listed, and not what a link of its name leads to.
      return about.isFile() && about.ino === ino && size <= most ? await file.readFile() : null;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
