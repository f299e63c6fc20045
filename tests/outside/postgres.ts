import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { exitOf } from '#lib/platform/cluster.ts';
import { commandAs, handOver, postgresUser } from '#lib/platform/postgres-user.ts';
import { freePort, stopServer } from '#lib/platform/postmaster.ts';

export type Outside = { version: string; adminUrl: string; port: number; stop: () => Promise<void> };

/** Where Debian's package puts the programs of Postgres 15; STET_OUTSIDE_POSTGRES names another folder of programs. */
const PROGRAMS = process.env.STET_OUTSIDE_POSTGRES ?? '/usr/lib/postgresql/15/bin';

/** Starts a Postgres that is not ours, with settings of its own making and a superuser named admin, in a temporary folder. */
export async function startOutside(): Promise<Outside> {
  if (!existsSync(join(PROGRAMS, 'postgres'))) {
    throw new Error(
      `No Postgres in ${PROGRAMS}: install Debian's postgresql-15, or name a folder with STET_OUTSIDE_POSTGRES.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'stet-outside-'));
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  writeFileSync(password, 'admin\n');
  mkdirSync(data, { mode: 0o700 });
  const user = await postgresUser(join(PROGRAMS, 'postgres'));
  handOver(user, data, [folder]);
  handOver(user, password, []);
  const log = openSync(join(folder, 'log'), 'a');
  const run = (program: string, args: readonly string[]) => {
    const { command, args: all, identity } = commandAs(user, join(PROGRAMS, program), args);
    return spawn(command, all, { ...identity, cwd: '/', stdio: ['ignore', log, log] });
  };
  const made = await exitOf(
    run('initdb', [
      '-D',
      data,
      '-U',
      'admin',
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
    ]),
  );
  if (made !== 0) throw new Error(readFileSync(join(folder, 'log'), 'utf8'));
  const port = await freePort();
  const server = run('postgres', ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '']);
  closeSync(log);
  const adminUrl = `postgresql://admin:admin@127.0.0.1:${port}/postgres`;
  const version = await firstAnswer(adminUrl);
  return {
    version,
    adminUrl,
    port,
    stop: async () => {
      if (server.pid) await stopServer(server.pid);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function firstAnswer(url: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      const rows = await ask<{ server_version: string }>(url, 'show server_version');
      return rows[0]?.server_version ?? '';
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error('The Postgres outside does not answer.');
}

/** The rows of one query, on a connection of its own. */
export async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}
