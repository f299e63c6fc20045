import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { cleanEnvironment } from '#tests/e2e/stet.ts';

/** The first release, 0.1.0. */
const RELEASE = '54b0880';

export type Release = {
  /** Runs one of its own commands and returns what it printed. */
  stet: (args: readonly string[], env: Readonly<Record<string, string>>) => Promise<string>;
  remove: () => void;
};

/** The code of 0.1.0 out of the project's own history, with the packages of today, which are those it had and some more. */
export async function checkOutRelease(): Promise<Release> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-release-'));
  const run = promisify(execFile);
  await run('sh', ['-c', `git archive ${RELEASE} | tar -x -C ${folder}`]);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return {
    stet: async (args, env) => {
      const options = { cwd: folder, env: cleanEnvironment(env), maxBuffer: 1e8 };
      return (await run(process.execPath, ['lib/cli/stet.js', ...args], options)).stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
