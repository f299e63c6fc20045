import type { Command } from 'commander';
import { readConfiguration } from '#lib/platform/env.ts';
import { start } from '../start/start.ts';

/** `stet start`, which `npm start` is. */
export function configure(command: Command): void {
  command
    .option('--port <n>', 'the port to listen on (3000, or PORT)')
    .option('--host <address>', 'the address to listen on (127.0.0.1, or STET_HOST); 0.0.0.0 lets other machines in')
    .action(({ port, host }: { port?: string; host?: string }) =>
      start(readConfiguration({ ...process.env, ...(port && { PORT: port }), ...(host && { STET_HOST: host }) })),
    );
}
