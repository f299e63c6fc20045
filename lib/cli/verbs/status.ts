import type { Command } from 'commander';
import { z } from 'zod';
import { postgresFolder, runningServer } from '#lib/platform/data-folder.ts';
import { runningPostgres } from '#lib/platform/embedded.ts';
import { readConfiguration } from '#lib/platform/env.ts';
import { EXIT } from '../errors.ts';

/** `stet status`: ends with 0 where the server of this data folder runs, else with 3. */
export function configure(command: Command): void {
  command.option('--json', 'as one JSON object').action(async ({ json }: { json?: boolean }) => {
    const status = await readStatus();
    console.log(json ? JSON.stringify(status) : inWords(status));
    if (!status.running) process.exitCode = EXIT.absent;
  });
}

async function readStatus() {
  const { dataDir, databaseUrl } = readConfiguration();
  const server = runningServer(dataDir);
  return {
    running: server !== null,
    ready: server !== null && (await isReady(server.local)),
    address: server?.address ?? null,
    pid: server?.pid ?? null,
    startedAt: server?.startedAt ?? null,
    database: server?.database ?? (databaseUrl ? 'external' : 'embedded'),
    embeddedPostgres: runningPostgres(postgresFolder(dataDir)),
    dataFolder: dataDir,
  };
}

const Health = z.object({ ready: z.boolean() });

async function isReady(address: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/api/health', address), { signal: AbortSignal.timeout(3_000) });
    return Health.parse(await response.json()).ready;
  } catch {
    return false;
  }
}

function inWords(status: Awaited<ReturnType<typeof readStatus>>): string {
  const database = status.database === 'embedded' ? `its own, in ${status.dataFolder}` : 'the one at DATABASE_URL';
  if (!status.running) return `Stet is not running. Its database is ${database}. Start it with npm start.`;
  const health = status.ready ? '' : ' It does not answer as it should: see its output.';
  return `Stet is running at ${status.address} (process ${status.pid}). Its database is ${database}.${health}`;
}
