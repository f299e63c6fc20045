import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { cleanEnvironment } from '#tests/e2e/stet.ts';

export type Outcome = { code: number; stdout: string; stderr: string };

/** Runs one `stet` command on a data folder, to its end. */
export function stet(
  dataDir: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((done) => {
    const options = { cwd: resolve('.'), env: cleanEnvironment({ STET_DATA_DIR: dataDir, ...env }), timeout: 120_000 };
    execFile(process.execPath, ['lib/cli/stet.js', ...args], options, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });
}
