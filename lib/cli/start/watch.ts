import { joinPostgres } from '#lib/platform/embedded.ts';
import { log } from '#lib/platform/log.ts';
import { isAlive } from '#lib/platform/processes.ts';

const LOOK_EVERY_MS = 1_000;

export type Watched = { url: string; ownerUrl: string; stop: () => Promise<void> };

/** Keeps the folder's Postgres running while the server does: one that dies is started again at the same port. */
export async function keepPostgres(folder: string, onProgress?: (message: string) => void): Promise<Watched> {
  let server = await joinPostgres({ folder, onProgress });
  let busy: Promise<void> | null = null;
  const revive = async () => {
    log.error({ pid: server.pid }, 'Postgres has ended by itself; starting it again');
    await server.leave();
    server = await joinPostgres({ folder, port: server.port });
    log.info({ pid: server.pid, port: server.port }, 'Postgres is back');
  };
  const timer = setInterval(() => {
    if (busy || isAlive(server.pid)) return;
    busy = revive()
      .catch((error) => log.error({ err: error }, 'Postgres does not start again'))
      .finally(() => {
        busy = null;
      });
  }, LOOK_EVERY_MS);
  return {
    url: server.workUrl,
    ownerUrl: server.ownerUrl,
    stop: async () => {
      clearInterval(timer);
      await busy;
      await server.leave();
    },
  };
}
