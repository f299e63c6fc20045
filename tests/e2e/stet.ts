import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cloneTemplate, makeTemplate, startTestServer, type TestServer } from '#tests/db/server.ts';
import { type Account, sharedSamples } from './samples.ts';

export type { Account };

/** Where the tests build, so that a running Stet keeps its own pages. */
export const TEST_DIST_DIR = '.next-test';

export type LaunchOptions = {
  dataDir: string;
  port?: number;
  /** Further variables; undefined takes one away. */
  env?: Readonly<Record<string, string | undefined>>;
  args?: readonly string[];
};

export type Launched = {
  address: string;
  /** All that it has printed so far, both streams. */
  output: () => string;
  process: ChildProcess;
  /** Ends it as Ctrl-C does; resolves with its exit code. */
  stop: () => Promise<number | null>;
};

/** What a `stet` command of a test runs with: nothing that was set for a Stet somebody works with. */
export function cleanEnvironment(more: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const unset = [
    'DATABASE_URL',
    'STET_LISTEN_URL',
    'NEXTAUTH_URL',
    'NEXTAUTH_SECRET',
    'STET_HOST',
    'PORT',
    'npm_lifecycle_event',
  ];
  return {
    ...process.env,
    ...Object.fromEntries(unset.map((name) => [name, undefined])),
    STET_DIST_DIR: TEST_DIST_DIR,
    STET_LOG_LEVEL: 'warn',
    // Tests of what is done in the background ask for it.
    STET_WORKER: '0',
    TZ: 'Pacific/Chatham',
    ...more,
  };
}

/** Starts `stet start` and waits until it says where it is. Throws with its output where it ends before. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const port = options.port ?? (await freePort());
  let said = '';
  const child = spawn(process.execPath, ['lib/cli/stet.js', 'start', '--port', String(port), ...(options.args ?? [])], {
    cwd: resolve('.'),
    env: cleanEnvironment({ STET_DATA_DIR: options.dataDir, ...options.env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  await waitUntil(() => said.includes('Ctrl-C stops Stet') || child.exitCode !== null, 600_000);
  if (child.exitCode !== null) throw new Error(`Stet did not start (code ${child.exitCode}):\n${said}`);
  return {
    address: `http://127.0.0.1:${port}`,
    output: () => said,
    process: child,
    stop: () => {
      if (child.exitCode === null) child.kill('SIGINT');
      return ended;
    },
  };
}

export type SeededStet = {
  address: string;
  /** For the role that works in it, as the server does, and for the one that owns it. */
  databaseUrl: string;
  ownerUrl: string;
  accounts: Account[];
  stop: () => Promise<void>;
};

/** A Stet filled with the samples, on a database of its own that goes with it. */
export async function launchSamples(): Promise<SeededStet> {
  const server = await startTestServer();
  const { template, accounts } = await sharedSamples(server.url);
  const { address, databaseUrl, ownerUrl, stop } = await launchOn(server, template);
  return { address, databaseUrl, ownerUrl, accounts, stop };
}

/** A Stet on a database of its own with nobody in it yet, and the link by which its first admin comes in. */
export async function launchEmpty(): Promise<{ address: string; setUpLink: string; stop: () => Promise<void> }> {
  const server = await startTestServer();
  const { address, output, stop } = await launchOn(server, await makeTemplate(server.url));
  const [setUpLink] = /http\S+\/link\/\S+/.exec(output()) ?? [];
  if (!setUpLink) throw new Error(`No link to set the desk up was printed:\n${output()}`);
  return { address, setUpLink, stop };
}

/** A Stet on a copy of the template, which goes with it. */
async function launchOn(server: TestServer, template: string) {
  const clone = await cloneTemplate(server.url, template);
  const dataDir = mkdtempSync(join(tmpdir(), 'stet-e2e-'));
  const { address, output, stop } = await launch({ dataDir, env: { DATABASE_URL: clone.url } });
  return {
    address,
    output,
    databaseUrl: clone.url,
    ownerUrl: clone.ownerUrl,
    stop: async () => {
      await stop();
      // Loaded here, since whoever starts no such Stet needs no client.
      const { closeDatabase } = await import('./database.ts');
      await closeDatabase(clone.url);
      await clone.drop();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Looks again and again, `every` so many milliseconds, until it holds; throws where it does not within `ms`. */
export async function waitUntil(holds: () => boolean | Promise<boolean>, ms: number, every = 50): Promise<void> {
  for (const until = Date.now() + ms; Date.now() < until; ) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, every));
  }
  throw new Error(`Waited ${ms / 1000} seconds in vain`);
}

/**
 * A port that nothing listens at, below those that systems give to outgoing connections: one of these could be gone again
 * before a server comes to listen there.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 30_000);
    const isFree = await new Promise<boolean>((done) => {
      const server = createServer();
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
    });
    if (isFree) return port;
  }
}
