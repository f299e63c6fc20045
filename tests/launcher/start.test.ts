import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { build } from '#lib/platform/build.ts';
import { runningPostgres } from '#lib/platform/embedded.ts';
import { isAlive, waitForEnd } from '#lib/platform/processes.ts';
import { freePort, type Launched, launch, TEST_DIST_DIR, waitUntil } from '#tests/e2e/stet.ts';
import { rounds } from '#tests/rounds.ts';
import { type Begun, soak, VICTIMS } from '#tests/soak/soak.ts';
import { stet } from './command.ts';

/** What comes out by chance. */
const AGAIN = { repeats: rounds(1) - 1 };
const folders: string[] = [];
const launched: Launched[] = [];

/** A data folder that does not exist yet. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-launcher-'));
  folders.push(folder);
  return join(folder, 'data');
}

let filled: Promise<Begun> | null = null;

/** A data folder as a first start and its end leave it, and what that start said: a copy of one that was made so once. */
async function begun(): Promise<Begun> {
  filled ??= (async () => {
    const dataDir = dataFolder();
    const first = await launch({ dataDir });
    await first.stop();
    return { dataDir, said: first.output() };
  })();
  const { dataDir, said } = await filled;
  return { dataDir: copyOf(dataDir), said };
}
const filledFolder = async (): Promise<string> => (await begun()).dataDir;

/** Node's own copying loses the modes. */
function copyOf(folder: string): string {
  const copy = dataFolder();
  execFileSync('cp', ['-a', folder, copy]);
  return copy;
}

async function start(dataDir: string, more: { port?: number; env?: Record<string, string> } = {}): Promise<Launched> {
  const stet = await launch({ dataDir, ...more });
  launched.push(stet);
  return stet;
}

const postgres = (dataDir: string) => runningPostgres(join(dataDir, 'postgres'));
const health = async ({ address }: Launched) => (await fetch(`${address}/api/health`)).status;
const status = async (dataDir: string) => JSON.parse((await stet(dataDir, ['status', '--json'])).stdout);

beforeAll(() => build(TEST_DIST_DIR));
afterEach(async () => {
  await Promise.all(launched.splice(0).map((one) => one.stop()));
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test(
  'of two first starts at the same moment one runs, and the other says so; it loads the samples and tells the passwords once; the next finds all data',
  AGAIN,
  async () => {
    const dataDir = dataFolder();
    const outcomes = await Promise.allSettled([start(dataDir), start(dataDir)]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => String(reason))).toEqual([expect.stringContaining('already running')]);
    const [first] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    if (!first) throw new Error('Neither runs');
    expect(first.output()).toMatch(/Stet is running at http:\/\/127\.0\.0\.1:\d+\n/);
    expect(first.output()).toMatch(/\/link\/[\w-]{43}\n/);
    expect(await health(first)).toBe(200);
    expect(await status(dataDir)).toMatchObject({
      running: true,
      ready: true,
      database: 'embedded',
      address: first.address,
    });
    const people = (await stet(dataDir, ['users', 'list'])).stdout;
    expect(people.trim().split('\n')).toHaveLength(4);

    const { pid } = postgres(dataDir) ?? {};
    expect(await first.stop()).toBe(0);
    expect(pid && isAlive(pid), 'Postgres is stopped with the server').toBe(false);
    expect(await status(dataDir)).toMatchObject({ running: false, address: null, embeddedPostgres: null });
    filled ??= Promise.resolve({ dataDir: copyOf(dataDir), said: first.output() });

    const second = await start(dataDir);
    expect(second.output()).not.toContain('/link/');
    expect((await stet(dataDir, ['users', 'list'])).stdout).toBe(people);
  },
);

test(
  'while one runs a second start is refused, its secrets are its owner’s alone, and a Postgres that dies under it is started again at its port',
  AGAIN,
  async () => {
    const dataDir = await filledFolder();
    const running = await start(dataDir);
    for (const name of ['secrets.json', 'server.json', 'postgres/password']) {
      expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0);
    }
    expect(statSync(join(dataDir, 'postgres/data')).mode & 0o077).toBe(0);

    const { code, stderr } = await stet(dataDir, ['start', '--port', String(await freePort())]);
    expect(code).toBe(1);
    expect(stderr).toContain(`already running at ${running.address}`);
    expect(await health(running)).toBe(200);

    const before = postgres(dataDir);
    if (!before) throw new Error('No Postgres runs');
    process.kill(before.pid, 'SIGKILL');
    await waitUntil(() => (postgres(dataDir)?.pid ?? before.pid) !== before.pid, 60_000);
    await waitUntil(async () => (await health(running)) === 200, 60_000);
    expect(postgres(dataDir)?.port).toBe(before.port);
  },
);

test('after a kill of server and Postgres together the next start recovers', AGAIN, async () => {
  const dataDir = await filledFolder();
  const first = await start(dataDir);
  const people = (await stet(dataDir, ['users', 'list'])).stdout;
  const server = postgres(dataDir);
  first.process.kill('SIGKILL');
  if (server) process.kill(server.pid, 'SIGKILL');
  if (server) await waitForEnd(server.pid, 60_000);
  expect(await status(dataDir)).toMatchObject({ running: false });
  const second = await start(dataDir);
  expect(await health(second)).toBe(200);
  expect((await stet(dataDir, ['users', 'list'])).stdout).toBe(people);
});

test(
  'after a kill of the server alone its worker ends, and the next start takes over its Postgres, and stops it at the end',
  AGAIN,
  async () => {
    const dataDir = await filledFolder();
    const first = await start(dataDir, { env: { STET_WORKER: '1', STET_LOG_LEVEL: 'debug' } });
    const server = postgres(dataDir);
    const runs = () => /"pid":(?<pid>\d+)[^\n]*the worker runs/.exec(first.output())?.groups?.pid;
    await waitUntil(() => runs() !== undefined, 60_000);
    first.process.kill('SIGKILL');
    await waitUntil(() => first.process.exitCode !== null || first.process.signalCode !== null, 60_000);
    await waitForEnd(Number(runs()), 60_000);
    const second = await start(dataDir);
    expect(postgres(dataDir)?.pid).toBe(server?.pid);
    await second.stop();
    expect(postgres(dataDir)).toBeNull();
  },
);

test('a start killed while it loaded the samples is begun anew', async () => {
  const dataDir = await filledFolder();
  writeFileSync(join(dataDir, 'loading-samples'), '');
  const second = await start(dataDir);
  expect(second.output()).toMatch(/\/link\/[\w-]{43}\n/);
  expect((await stet(dataDir, ['users', 'list'])).stdout.trim().split('\n')).toHaveLength(4);
  expect(existsSync(join(dataDir, 'loading-samples'))).toBe(false);
});

test('a port that is taken is named, with another to try, before anything is made', async () => {
  const dataDir = dataFolder();
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  const { code, stderr } = await stet(dataDir, ['start', '--port', String(port)]);
  other.close();
  expect(code).toBe(1);
  expect(stderr).toContain(`Port ${port} on 127.0.0.1 is taken`);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
});

test('bad settings are refused by name, all at once, without repeating secrets', async () => {
  const bad = { DATABASE_URL: 'mysql://secret@x', PORT: '99999', NEXTAUTH_SECRET: 'short', NEXTAUTH_URL: 'stet' };
  const { code, stderr } = await stet(dataFolder(), ['start'], bad);
  expect(code).toBe(1);
  for (const name of Object.keys(bad)) expect(stderr).toContain(`  ${name} must`);
  expect(stderr).not.toMatch(/secret@|short/);
});

test('a data folder that cannot be made is named, with what to do', async () => {
  const file = join(dataFolder(), '..', 'a-file');
  writeFileSync(file, '');
  const { code, stderr } = await stet(join(file, 'data'), ['start']);
  expect(code).toBe(1);
  expect(stderr).toContain(join(file, 'data'));
  expect(stderr).toContain('STET_DATA_DIR');
});

test('data of a newer Postgres, and a database of a newer Stet, are refused in words', async () => {
  const dataDir = await filledFolder();
  const first = await start(dataDir);
  const server = postgres(dataDir);
  const password = readFileSync(join(dataDir, 'postgres/password'), 'utf8').trim();
  const { default: pg } = await import('pg');
  const client = new pg.Client(`postgresql://stet:${password}@127.0.0.1:${server?.port}/stet`);
  await client.connect();
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99990101000000_later', now())`,
  );
  await client.end();
  await first.stop();
  const newerStet = await stet(dataDir, ['start', '--port', String(await freePort())]);
  expect(newerStet).toMatchObject({ code: 1, stderr: expect.stringContaining('newer Stet') });
  expect(postgres(dataDir), 'Postgres does not stay behind').toBeNull();

  writeFileSync(join(dataDir, 'postgres/data/PG_VERSION'), '19\n');
  const newerPostgres = await stet(dataDir, ['start', '--port', String(await freePort())]);
  expect(newerPostgres).toMatchObject({ code: 1, stderr: expect.stringContaining('Postgres 19') });
});

test('a Postgres that cannot start says why, and where the data is', async () => {
  const dataDir = await filledFolder();
  appendFileSync(join(dataDir, 'postgres/data/postgresql.conf'), '\nno_such_setting = 1\n');
  const { code, stderr } = await stet(dataDir, ['start', '--port', String(await freePort())]);
  expect(code).toBe(1);
  expect(stderr).toContain('Postgres did not start. It said:');
  expect(stderr).toContain(join(dataDir, 'postgres'));
});

// npm run soak does the same a hundred times, at random moments.
test('whatever is killed under people who write, nothing they were told is done is lost', AGAIN, async () => {
  const plans = VICTIMS.map((victim, i) => ({ victim, after: 150 * i }));
  const rounds = await soak(plans, () => {}, await begun());
  expect(rounds.map(({ victim }) => victim)).toEqual(VICTIMS);
  expect(rounds.at(-1)?.acknowledged).toBeGreaterThan(VICTIMS.length);
});
