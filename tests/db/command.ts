import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the `stet` command as a process of its own, on the database that DATABASE_URL names, and waits for its end. */
export async function stet(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['lib/cli/stet.js', ...args], {
    env: { ...process.env, STET_LOG_LEVEL: 'error', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A command that does not read its input may have closed it already.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = new Promise<number | null>((done) => child.once('exit', done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err };
}
