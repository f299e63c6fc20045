/**
 * npm run outside: what is promised of the two database roles, tried where `npm test` does not go: on a Postgres 15 of
 * Debian's, run as a managed one is, and on data that the code of release 0.1.0 made. Writes docs/outside.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { forbidden, isRefused, tryAll } from '#tests/db/platform/forbidden.ts';
import { type Outcome, stet } from '#tests/launcher/command.ts';
import { ask, type Outside, startOutside } from './postgres.ts';
import { checkOutRelease, type Release } from './release.ts';

type Line = { where: string; what: string };
const lines: Line[] = [];
const folder = mkdtempSync(join(tmpdir(), 'stet-outside-data-'));
const SAMPLE = 'lib/cli/samples/tram-budget.txt';

function note(where: string, what: string): void {
  lines.push({ where, what });
  console.log(`${where}: ${what}`);
}

async function must(work: Promise<Outcome>): Promise<string> {
  const { code, stdout, stderr } = await work;
  if (code !== 0) throw new Error(`Ended with ${code}: ${stderr}`);
  return stdout.trim();
}

/** Every statement that the working role must be refused; throws with those it was not. */
async function proveRoles(where: string, ownerUrl: string, workUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const all = await forbidden(owner, {
    role: new URL(workUrl).username,
    database: new URL(workUrl).pathname.slice(1),
  });
  await owner.end();
  const passed = (await tryAll(workUrl, all)).filter((one) => !isRefused(one));
  if (passed.length > 0)
    throw new Error(`${where}: not refused:\n${passed.map(({ what, code }) => `${code}: ${what}`).join('\n')}`);
  note(where, `${all.length} statements that would change a guard, a role or a row written once, each refused`);
}

/** The command's ordinary work as the role that works. */
async function proveWork(where: string, env: Record<string, string>): Promise<void> {
  const dataDir = join(folder, 'work');
  await must(stet(dataDir, ['users', 'add', 'eva@desk.example', '--name', 'Eva', '--role', 'editor'], env));
  await must(stet(dataDir, ['import', SAMPLE], env));
  note(where, `users add, import and verify as that role: ${await must(stet(dataDir, ['verify'], env))}`);
}

async function managed({ adminUrl, port, version }: Outside): Promise<void> {
  const where = `Postgres ${version}, roles made by its admin`;
  for (const sql of [
    `create role stet_owner login password 'owner'`,
    `create role stet_work login password 'work'`,
    'create database stet owner stet_owner',
  ])
    await ask(adminUrl, sql);
  const at = (role: string) => `postgresql://stet_${role}:${role}@127.0.0.1:${port}/stet`;
  const early = await stet(join(folder, 'work'), ['users', 'list'], { DATABASE_URL: at('work') });
  if (!early.stderr.includes('behind this version')) throw new Error(`Said before the migration: ${early.stderr}`);
  await must(stet(folder, ['migrate'], { DATABASE_URL: at('work'), DATABASE_OWNER_URL: at('owner') }));
  await proveWork(where, { DATABASE_URL: at('work') });
  await proveRoles(where, at('owner'), at('work'));
}

async function forwardOutside(release: Release, { adminUrl, port, version }: Outside): Promise<void> {
  const where = `Postgres ${version}, a database of 0.1.0 with one role`;
  await ask(adminUrl, `create role stet_old login createrole password 'old'`);
  await ask(adminUrl, 'create database old owner stet_old');
  const oldUrl = `postgresql://stet_old:old@127.0.0.1:${port}/old`;
  const env = { DATABASE_URL: oldUrl, STET_DATA_DIR: join(folder, 'unused') };
  await release.stet(['migrate'], env);
  await release.stet(['users', 'add', 'ada@desk.example', '--name', 'Ada', '--role', 'admin'], env);
  await release.stet(['import', SAMPLE], env);
  const before = await release.stet(['verify'], env);
  const work = `postgresql://stet_new:new@127.0.0.1:${port}/old`;
  // The owner may make roles here, so it makes this one itself.
  await must(stet(folder, ['migrate'], { DATABASE_URL: work, DATABASE_OWNER_URL: oldUrl }));
  const after = await must(stet(folder, ['verify'], { DATABASE_URL: work }));
  note(where, `verify before: ${before.trim()} After: ${after}`);
  await proveRoles(where, oldUrl, work);
}

async function forwardFolder(release: Release): Promise<void> {
  const where = 'A data folder of 0.1.0';
  const dataDir = join(folder, 'data-0.1.0');
  const env = { STET_DATA_DIR: dataDir };
  await release.stet(['users', 'add', 'ada@desk.example', '--name', 'Ada', '--role', 'admin'], env);
  await release.stet(['import', SAMPLE], env);
  const before = await release.stet(['verify'], env);
  const people = await must(stet(dataDir, ['users', 'list']));
  if (people !== 'ada@desk.example\tadmin\tactive\tAda') throw new Error(`${where}: the people are ${people}`);
  note(where, `verify before: ${before.trim()} After: ${await must(stet(dataDir, ['verify']))}`);
  const server = await joinPostgres({ folder: join(dataDir, 'postgres') });
  await proveRoles(where, server.ownerUrl, server.workUrl).finally(server.leave);
}

const outside = await startOutside();
const release = await checkOutRelease();
try {
  await managed(outside);
  await forwardOutside(release, outside);
  await forwardFolder(release);
  writeFileSync('docs/outside.md', report());
} finally {
  release.remove();
  await outside.stop();
  rmSync(folder, { recursive: true, force: true });
}

function report(): string {
  return [
    '# Tried outside the tests',
    '',
    `By \`npm run outside\`, last on ${new Date().toISOString().slice(0, 10)}. The statements are made from what the database holds:`,
    'every trigger, function, table, column and role is asked about (`tests/db/platform/forbidden.ts`); `npm test` asks the same of the',
    'embedded Postgres.',
    '',
    '| where | what |',
    '|---|---|',
    ...lines.map(({ where, what }) => `| ${where} | ${what} |`),
    '',
  ].join('\n');
}
