import type { Command } from 'commander';
import { work } from '../start/worker.ts';

/** `stet worker`: runs jobs, beside web processes or beside other workers. */
export function configure(command: Command): void {
  command
    .description(
      'Run what is done in the background: fetching and reading articles, captures of sources, feeds, and cleaning up. Any number of workers may run, on any number of machines; `stet start` runs one by itself unless STET_WORKER is 0.',
    )
    .action(work);
}
