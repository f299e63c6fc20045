import type { Command } from 'commander';
import { readConfiguration } from '#lib/platform/env.ts';
import { pendingMigrations } from '#lib/platform/migrate.ts';
import { bringUpToDate, openStore } from '../store.ts';

/** `stet migrate`: for deployments, where the database is brought up to date before the servers start. */
export function configure(command: Command): void {
  command
    .option('--check', 'only say what would be done; ends with 3 where something would')
    .action(async ({ check }: { check?: boolean }) => {
      const store = await openStore(readConfiguration());
      try {
        const names = check ? await pendingMigrations(store.ownerUrl ?? store.url) : await bringUpToDate(store);
        for (const name of names) console.log(name);
        if (check && names.length > 0) process.exitCode = 3;
      } finally {
        await store.close();
      }
    });
}
