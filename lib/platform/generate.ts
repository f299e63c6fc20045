import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { writeWhole } from './files.ts';
import { withLock } from './lock.ts';
import { inProject } from './paths.ts';

const OUTPUT = 'lib/platform/generated/prisma';

/**
 * Makes the database client out of prisma/schema.prisma where the schema, or Prisma itself, has changed since it was last
 * made. True where there was something to do. Of several processes at once one makes it, and the others wait.
 */
export async function generateClient(): Promise<boolean> {
  const wanted = stampOf();
  if (isMade(wanted)) return false;
  return withLock(`${inProject(OUTPUT)}.lock`, async () => {
    if (isMade(wanted)) return false;
    const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
    await promisify(execFile)(process.execPath, [cli, 'generate', '--no-hints'], {
      cwd: inProject(),
      // Any existing program keeps Prisma from fetching an engine that generating does not use.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    });
    writeWhole(stampFile(), wanted);
    return true;
  });
}

const stampFile = () => inProject(OUTPUT, 'stamp');
const isMade = (wanted: string) => existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === wanted;

function stampOf(): string {
  const { version } = createRequire(import.meta.url)('prisma/package.json');
  return createHash('sha256')
    .update(readFileSync(inProject('prisma/schema.prisma')))
    .update(String(version))
    .digest('hex');
}
