import { execFile } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How Postgres is started: as whoever we are, inside a user namespace, or as another user. */
export type RunAs =
  | { how: 'self' }
  | { how: 'namespace'; uid: number; gid: number }
  | { how: 'user'; name: string; uid: number; gid: number };

type Entry = { name: string; uid: number; gid: number };

/** Names tried, in this order, where Postgres must run as somebody else. */
const OTHER_USERS = ['postgres', 'node', 'nobody'];

/**
 * Postgres refuses to run as root. A user namespace in which root is somebody else needs no second user and no folders
 * open to one; where the system refuses namespaces (Docker's default profile does), an unprivileged user serves,
 * if it can reach the program and the data.
 */
export async function postgresUser(program: string): Promise<RunAs> {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return { how: 'self' };
  const users = accounts();
  const mapped = users.find((entry) => entry.uid === 1000) ?? users.find((entry) => entry.uid > 0);
  const refusals: string[] = [];
  if (mapped) {
    const inside: RunAs = { how: 'namespace', uid: mapped.uid, gid: mapped.gid };
    const refusal = await tryRunning(inside, program);
    if (refusal === null) return inside;
    refusals.push(`inside a user namespace: ${refusal}`);
  }
  for (const name of OTHER_USERS) {
    const entry = users.find((user) => user.name === name && user.uid > 0);
    if (!entry) continue;
    const other: RunAs = { how: 'user', ...entry };
    const refusal = await tryRunning(other, program);
    if (refusal === null) return other;
    refusals.push(`as the user ${name}: ${refusal}`);
  }
  throw new Error(
    [
      'Postgres does not run as root, and no other way to run it works here.',
      ...refusals.map((refusal) => `  ${refusal}`),
      'Start Stet as an ordinary user, or put the project where every user can reach it (not in a folder of mode 700),',
      'or set DATABASE_URL to a Postgres of your own.',
    ].join('\n'),
  );
}

/** The command and its options for `spawn`. */
export function commandAs(user: RunAs, program: string, args: readonly string[]) {
  if (user.how === 'namespace') {
    const mapping = ['--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`];
    return { command: 'unshare', args: [...mapping, program, ...args], identity: {} };
  }
  const identity = user.how === 'user' ? { uid: user.uid, gid: user.gid } : {};
  return { command: program, args: [...args], identity };
}

/** Makes the folder and all in it belong to whom Postgres runs as; the folders of Stet's own above become passable. */
export function handOver(user: RunAs, folder: string, above: readonly string[]): void {
  if (user.how === 'self') return;
  const [uid, gid] = user.how === 'user' ? [user.uid, user.gid] : [0, 0];
  if (user.how === 'user') for (const parent of above) chmodSync(parent, 0o711);
  if (lstatSync(folder).uid !== uid) own(folder, uid, gid);
}

function own(path: string, uid: number, gid: number): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chownSync(path, uid, gid);
  if (entry.isDirectory()) for (const name of readdirSync(path)) own(join(path, name), uid, gid);
}

async function tryRunning(user: RunAs, program: string): Promise<string | null> {
  const { command, args, identity } = commandAs(user, program, ['--version']);
  try {
    await run(command, args, { ...identity, cwd: '/' });
    return null;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : '';
    return said.trim() || (error instanceof Error ? error.message : String(error));
  }
}

function accounts(): Entry[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter((entry) => entry.name && Number.isInteger(entry.uid) && Number.isInteger(entry.gid));
  } catch {
    return [];
  }
}
