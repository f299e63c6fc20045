import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { inProject } from './paths.ts';

const OUTPUT = 'lib/platform/generated/prisma';

/**
 * Makes the database client out of prisma/schema.prisma where the schema, or Prisma itself, has changed since it was last
 * made. True where there was something to do.
 */
export async function generateClient(): Promise<boolean> {
  const stamp = inProject(OUTPUT, 'stamp');
  const wanted = stampOf();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
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
  writeFileSync(stamp, wanted);
  return true;
}

function stampOf(): string {
  const { version } = createRequire(import.meta.url)('prisma/package.json');
  return createHash('sha256')
    .update(readFileSync(inProject('prisma/schema.prisma')))
    .update(String(version))
    .digest('hex');
}
