import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { joinPostgres, runningPostgres } from '#lib/platform/embedded.ts';
import { withLock } from '#lib/platform/lock.ts';
import { applyMigrations, readMigrations } from '#lib/platform/migrate.ts';
import { freePort } from '#lib/platform/postmaster.ts';
import { isAlive, waitForEnd } from '#lib/platform/processes.ts';
import { forbidden, isRefused, tryAll } from '#tests/db/platform/forbidden.ts';
import { cleanEnvironment } from '#tests/e2e/stet.ts';
import { rounds } from '#tests/rounds.ts';
import { type Outcome, stet } from './command.ts';

/** What comes out by chance. */
const AGAIN = { repeats: rounds(1) - 1 };
const base = mkdtempSync(join(tmpdir(), 'stet-data-'));
const pattern = join(base, 'pattern');
const made: string[] = [];
let count = 0;
/** A data folder that does not exist yet, and is gone after the test. */
function noFolder(): string {
  const path = join(base, String(count++));
  made.push(path);
  return path;
}
/** A data folder with a whole database in it. */
function folder(): string {
  const made = noFolder();
  // Node's own copying loses the modes, and Postgres insists on them.
  execFileSync('cp', ['-a', pattern, made]);
  return made;
}
const list = (dataDir: string, env?: Record<string, string>) => stet(dataDir, ['users', 'list'], env);
/** What every command does first and last. */
async function visit(dataDir: string): Promise<void> {
  const server = await joinPostgres({ folder: join(dataDir, 'postgres') });
  await server.leave();
}
const postgres = (dataDir: string) => runningPostgres(join(dataDir, 'postgres'));
const WELL: Outcome = { code: 0, stdout: '\n', stderr: '' };

beforeAll(async () => {
  expect(await list(pattern)).toEqual(WELL);
});
// Each is of fifty megabytes and a thousand files: those of fifty rounds would not be gone within minutes.
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('commands while no server runs', AGAIN, () => {
  test('two at once on no folder yet: both do their work, and no Postgres stays behind', async () => {
    const dataDir = noFolder();
    expect(await Promise.all([list(dataDir), list(dataDir)])).toEqual([WELL, WELL]);
    expect(postgres(dataDir)).toBeNull();
  });

  test('that all wait for the lock when it comes free', async () => {
    const dataDir = folder();
    let waiting: Promise<Outcome[]> | undefined;
    await withLock(join(dataDir, 'postgres/lock'), async () => {
      waiting = Promise.all([list(dataDir), list(dataDir), list(dataDir)]);
      await new Promise((done) => setTimeout(done, 1_500));
    });
    expect(await waiting).toEqual([WELL, WELL, WELL]);
    expect(postgres(dataDir)).toBeNull();
  });

  test('of which one leaves while the next comes, in both orders', async () => {
    const at = { folder: join(folder(), 'postgres') };
    let server = await joinPostgres(at);
    for (const leavesFirst of [true, false, true, false]) {
      const [next] = leavesFirst
        ? await reversed([server.leave(), joinPostgres(at)])
        : await Promise.all([joinPostgres(at), server.leave()]);
      expect(isAlive(next.pid)).toBe(true);
      server = next;
    }
    await server.leave();
    expect(runningPostgres(at.folder)).toBeNull();
  });

  test('find another port where somebody has taken theirs', async () => {
    const port = await freePort();
    const taken = createServer().listen(port, '127.0.0.1');
    const at = join(folder(), 'postgres');
    const server = await joinPostgres({ folder: at, port });
    expect(server.port).not.toBe(port);
    await server.leave();
    taken.close();
  });

  test('find another port where another Postgres answers at theirs', async () => {
    const first = await joinPostgres({ folder: join(folder(), 'postgres') });
    const other = folder();
    const second = await joinPostgres({ folder: join(other, 'postgres'), port: first.port });
    expect(second.port).not.toBe(first.port);
    await Promise.all([first.leave(), second.leave()]);
  });
});

const reversed = async <A, B>([a, b]: [Promise<A>, Promise<B>]): Promise<[B, A]> => {
  const [first, second] = await Promise.all([a, b]);
  return [second, first];
};

describe('the two roles of the embedded database', () => {
  const work = { role: 'stet_work', database: 'stet' };

  /** Everything the working role must be refused, asked for in its name; and its ordinary work, by a command. */
  async function prove(dataDir: string, people: string): Promise<void> {
    expect(await list(dataDir)).toEqual({ ...WELL, stdout: people });
    const server = await joinPostgres({ folder: join(dataDir, 'postgres') });
    const owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    const tried = await tryAll(server.workUrl, await forbidden(owner, work));
    await owner.end();
    await server.leave();
    expect(tried.length).toBeGreaterThan(500);
    expect(tried.filter((one) => !isRefused(one))).toEqual([]);
  }

  test('on data of our own', () => prove(folder(), '\n'));

  test('on data of the first release, which knew one role, a superuser', async () => {
    const dataDir = noFolder();
    const at = join(dataDir, 'postgres');
    const server = await joinPostgres({ folder: at });
    const first = readMigrations().filter(({ name }) => name < '20261125');
    await applyMigrations(server.ownerUrl, first);
    const client = new pg.Client({ connectionString: server.ownerUrl });
    await client.connect();
    await client.query(`insert into users (id, email, name, role)
      values ('00000000-0000-7000-8000-000000000009', 'ada@desk.test', 'Ada', 'admin')`);
    await client.end();
    await server.leave();
    rmSync(join(at, 'work-password'));
    await prove(dataDir, 'ada@desk.test\tadmin\tactive\tAda\n');
  });

  test('a working role whose password or settings were changed is put right by the next command', async () => {
    const dataDir = folder();
    const server = await joinPostgres({ folder: join(dataDir, 'postgres') });
    const client = new pg.Client({ connectionString: server.workUrl });
    await client.connect();
    await client.query(`alter role stet_work password 'mine'`);
    await client.query(`alter role stet_work set search_path = pg_catalog`);
    await client.end();
    await server.leave();
    expect(await list(dataDir)).toEqual(WELL);
  });
});

describe('what a killed process or a full disk left behind', AGAIN, () => {
  test.each([
    ['lock', ''],
    ['lock', '{"pid":1,"began":null}'],
    ['users/1-x.json', ''],
    ['users/1-x.json', '{"pid":4100000,"began":"1"}'],
    ['data/postmaster.pid', ''],
    ['data.new/data/PG_VERSION', '18\n'],
  ])('in %s (%j) stops nobody', async (name, left) => {
    const dataDir = folder();
    const path = join(dataDir, 'postgres', name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, left);
    await visit(dataDir);
    expect(postgres(dataDir)).toBeNull();
  });

  test('the number of a crashed Postgres that is another program’s by now', async () => {
    const dataDir = folder();
    const { pid } = await joinPostgres({ folder: join(dataDir, 'postgres') });
    process.kill(pid, 'SIGKILL');
    await waitForEnd(pid, 30_000);
    const path = join(dataDir, 'postgres/data/postmaster.pid');
    // By its command line one could take it for a Postgres: but not for the one of this folder.
    const other = spawn('sleep', ['600'], { argv0: 'postgres' });
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(other.pid)));
    await visit(dataDir);
    other.kill();
  });

  test('a first start cut off before the data was in place is begun anew', async () => {
    const dataDir = folder();
    const at = (name: string) => join(dataDir, 'postgres', name);
    rmSync(at('data'), { recursive: true });
    mkdirSync(at('data.new/data'), { recursive: true });
    await visit(dataDir);
  });
});

describe('a damaged database', () => {
  const damages: readonly (readonly [string, (at: (name: string) => string) => void])[] = [
    ['data/PG_VERSION', (at) => rmSync(at('data/PG_VERSION'))],
    ['data/global/pg_control', (at) => rmSync(at('data/global/pg_control'))],
    ['data/base', (at) => rmSync(at('data/base'), { recursive: true })],
    ['data/pg_hba.conf', (at) => rmSync(at('data/pg_hba.conf'))],
    ['password', (at) => rmSync(at('password'))],
    ['password', (at) => writeFileSync(at('password'), '')],
    ['data', (at) => rmSync(at('data'), { recursive: true })],
  ];
  test.each(damages)('that lost %s is left as it is, and that is named', async (name, damage) => {
    const dataDir = folder();
    damage((part) => join(dataDir, 'postgres', part));
    const before = contents(dataDir);
    await expect(visit(dataDir)).rejects.toThrow(
      `Missing or empty:\n  ${join(dataDir, 'postgres', name)}\nNothing was changed`,
    );
    expect(contents(dataDir)).toEqual(before);
    expect(postgres(dataDir)).toBeNull();
  });

  test('whose password was replaced says so, and leaves no Postgres running', async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'postgres/password'), 'another\n');
    const outcome = await list(dataDir);
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('does not accept the password') });
    expect(postgres(dataDir)).toBeNull();
  });

  test('whose password was replaced while a killed server’s Postgres still ran: the same', AGAIN, async () => {
    const dataDir = folder();
    const script = `import { joinPostgres } from '#lib/platform/embedded.ts';
      const { pid } = await joinPostgres({ folder: process.argv[1] });
      console.log(pid);
      process.kill(process.pid, 'SIGKILL');`;
    const left = promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      script,
      join(dataDir, 'postgres'),
    ]);
    await expect(left).rejects.toMatchObject({ signal: 'SIGKILL' });
    const pid = postgres(dataDir)?.pid ?? 0;
    expect(isAlive(pid)).toBe(true);
    writeFileSync(join(dataDir, 'postgres/password'), 'another\n');
    await expect(visit(dataDir)).rejects.toThrow('does not accept the password');
    expect(isAlive(pid)).toBe(false);
  });
});

/** Every file below a folder with a digest of what it holds; the locks and their notes are the command's own. */
function contents(dataDir: string): Record<string, string> {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/lock(\.holder)?$/.test(path));
  return Object.fromEntries(
    paths.sort().map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

test.skipIf(!existsSync('/proc/self/environ'))('Postgres is given nothing secret of our environment', async () => {
  const secret = 'a secret of thirty-two characters and more';
  process.env.NEXTAUTH_SECRET = secret;
  const server = await joinPostgres({ folder: join(folder(), 'postgres') }).finally(() => {
    delete process.env.NEXTAUTH_SECRET;
  });
  const children = execFileSync('pgrep', ['--parent', String(server.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  expect(children.length).toBeGreaterThan(2);
  for (const pid of [server.pid, ...children]) {
    const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .map((entry) => entry.split('=')[0]);
    expect(names.join(' ')).not.toMatch(/SECRET|PASSWORD|DATABASE_URL|TOKEN/);
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain(secret);
  }
  await server.leave();
});

/** A disk of one's own can be had inside a user namespace, where the system grants one. */
const withDisks = (script: string, env = process.env) =>
  promisify(execFile)('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-ec', script], { env });
const canMount = await withDisks(`mount -t tmpfs -o size=64k tmpfs ${base}`).then(
  () => true,
  () => false,
);

test.skipIf(!canMount)('a full disk is named, nothing is lost, and with room again all goes on', async () => {
  const disk = mkdtempSync(join(base, 'disk-'));
  // Made larger by its device and its place: by the place alone the options that it has are given again, whose owner an ordinary user may not name.
  const script = `
    cd ${process.cwd()}
    list() { ${process.execPath} lib/cli/stet.js users list 2>&1 || true; }
    mount -t tmpfs -o size=1m tmpfs ${disk}
    echo "== too small"; list
    mount -o remount,size=300m tmpfs ${disk}
    ${process.execPath} lib/cli/stet.js users add ada@desk.test --name Ada --role admin > ${base}/added
    cat /dev/zero > ${disk}/fill 2>&1 || true
    echo "== full"; list
    rm ${disk}/fill
    echo "== room"; list`;
  const { stdout } = await withDisks(script, cleanEnvironment({ STET_DATA_DIR: join(disk, 'data') }));
  const [, small, full, room] = stdout.split(/^== /m);
  expect(small).toContain('The disk is full: make room');
  expect(full).toContain('The disk is full: make room');
  expect(room).toBe('room\nada@desk.test\tadmin\tactive\tAda\n');
});
