import { join } from 'node:path';
import { build, isBuildNeeded } from '#lib/platform/build.ts';
import { hasCluster } from '#lib/platform/cluster.ts';
import {
  forgetServer,
  noteServer,
  openDataFolder,
  postgresFolder,
  runningServer,
  sessionSecretIn,
} from '#lib/platform/data-folder.ts';
import type { Configuration } from '#lib/platform/env.ts';
import { generateClient } from '#lib/platform/generate.ts';
import { withLock } from '#lib/platform/lock.ts';
import { CommandError } from '../errors.ts';
import { step } from '../progress.ts';
import { bringUpToDate, externalStore, type Store } from '../store.ts';
import { confirmFirstSteps, type FirstSteps, takeFirstSteps } from './first-start.ts';
import { keepWorker } from './keep-worker.ts';
import { checkPort, localAddress, publicAddress } from './listen.ts';
import { keepPostgres } from './watch.ts';
import { welcome } from './welcome.ts';

const LONGEST_START_MS = 20 * 60_000;

/** From nothing to a running server, and back on Ctrl-C. Resolves when it is running. */
export async function start(configuration: Configuration): Promise<void> {
  const { dataDir } = configuration;
  openDataFolder(dataDir);
  const ending = new Ending();
  try {
    await withLock(join(dataDir, 'start.lock'), () => bringUp(configuration, ending), {
      waitMs: LONGEST_START_MS,
      onWait: (holder) => process.stderr.write(`  Waiting for ${holder}, which is starting Stet on this data …\n`),
    });
  } catch (error) {
    await ending.run();
    throw error;
  }
}

async function bringUp(configuration: Configuration, ending: Ending): Promise<void> {
  const { dataDir, distDir, host, port } = configuration;
  refuseSecond(dataDir);
  await checkPort(port, host);
  const address = configuration.address ?? publicAddress(host, port);
  // The pages run in this process: this is how they learn what to work with.
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: configuration.secret ?? sessionSecretIn(dataDir),
    STET_DIST_DIR: distDir,
  });
  await generateClient();
  const cancel = new AbortController();
  ending.add(async () => cancel.abort());
  const [{ store, first }] = await Promise.all([
    prepareDatabase(configuration, address, ending),
    isBuildNeeded(distDir) && step('Building the pages', () => build(distDir, cancel.signal)),
  ]);
  const { serve } = await import('./serve.ts');
  ending.add(closeConnections);
  ending.add(await step('Starting the server', () => serve(port, host, distDir)));
  ending.add(closeStreams);
  if (configuration.worker) ending.add(keepWorker());
  noteServer(dataDir, { address, local: localAddress(host, port), database: store.kind });
  ending.add(async () => forgetServer(dataDir));
  process.stdout.write(`${welcome(address, store, dataDir, first)}\n`);
  confirmFirstSteps(dataDir);
}

function refuseSecond(dataDir: string): void {
  const running = runningServer(dataDir);
  if (!running) return;
  throw new CommandError(
    `Stet is already running at ${running.address} (process ${running.pid}), on the data in ${dataDir}.\n` +
      'Open it there, or stop it first with Ctrl-C where it was started. A second one needs a data folder of its own (STET_DATA_DIR).',
  );
}

async function prepareDatabase(
  configuration: Configuration,
  address: string,
  ending: Ending,
): Promise<{ store: Store; first: FirstSteps }> {
  const store = await openDatabase(configuration);
  ending.add(store.close);
  // The pages work as the role that works: the owner's password is none of theirs. Empty, or Next would read it from .env.
  Object.assign(process.env, { DATABASE_URL: store.url, DATABASE_OWNER_URL: '' });
  const applied = await bringUpToDate(store);
  if (applied.length > 0) process.stderr.write(`  Database brought up to date (${applied.length} steps)\n`);
  return { store, first: await takeFirstSteps(store, configuration.dataDir, address) };
}

async function openDatabase({ databaseUrl, ownerUrl, dataDir }: Configuration): Promise<Store> {
  if (databaseUrl) return externalStore(databaseUrl, ownerUrl);
  const folder = postgresFolder(dataDir);
  const label = hasCluster(folder) ? 'Starting Postgres' : 'Making the database';
  const { stop, ...addresses } = await step(label, () => keepPostgres(folder));
  return { ...addresses, kind: 'embedded', close: stop };
}

/** Streams are answers that never end: the server would wait for them. */
async function closeStreams(): Promise<void> {
  const { closeHub } = await import('#lib/live/data-hub.ts');
  await closeHub();
}

/** The pages' connections, and the processes that read texts and make files of reports for them: they share this process's. */
async function closeConnections(): Promise<void> {
  const [{ closeDatabase }, { closeSql }, { closeReading }, { closeMakers }] = await Promise.all([
    import('#lib/platform/db.ts'),
    import('#lib/platform/sql.ts'),
    import('#lib/ingest/reading.ts'),
    import('#lib/exports/apart/apart.ts'),
  ]);
  await Promise.all([closeDatabase(), closeSql(), closeReading(), closeMakers()]);
}

/** What has to be undone at the end, last first. Ctrl-C and a polite kill run it; once, however often they come. */
class Ending {
  readonly #steps: (() => Promise<void>)[] = [];
  #running: Promise<void> | null = null;
  readonly #parent = process.ppid;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#leave(signal));
    // npm killed outright passes no signal on: then nobody is left who could stop us.
    if (process.env.npm_lifecycle_event) {
      setInterval(() => process.ppid !== this.#parent && this.#leave('SIGTERM'), 1_000).unref();
    }
  }

  /** What is made while the end has already begun is undone at once. */
  add(step: () => Promise<void>): void {
    if (this.#running) void step();
    else this.#steps.push(step);
  }

  run(): Promise<void> {
    this.#running ??= this.#undo();
    return this.#running;
  }

  async #undo(): Promise<void> {
    for (const step of this.#steps.reverse()) {
      await step().catch((error) => process.stderr.write(`stet: ${error instanceof Error ? error.message : error}\n`));
    }
  }

  #leave(signal: NodeJS.Signals): void {
    if (this.#running) return;
    if (process.stderr.isTTY && signal === 'SIGINT') process.stderr.write('\n  Stopping …\n');
    void this.run().then(() => process.exit(0));
  }
}
