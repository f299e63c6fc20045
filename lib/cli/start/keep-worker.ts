import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { log } from '#lib/platform/log.ts';
import { inProject } from '#lib/platform/paths.ts';

const PATIENCE_MS = 15_000;
const SHORTEST_REST_MS = 1_000;
const LONGEST_REST_MS = 60_000;

/**
 * Keeps a worker running beside the server, in a process of its own, so that nothing that it does makes a page wait: one that dies
 * is started again, after a rest that grows while it goes on dying. Returns what ends it.
 */
export function keepWorker(): () => Promise<void> {
  let isEnding = false;
  let rest = SHORTEST_REST_MS;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess | null = null;
  const start = () => {
    const began = performance.now();
    const worker = fork(inProject('lib/cli/stet.js'), ['worker'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child = worker;
    worker.once('exit', (code, signal) => {
      child = null;
      if (isEnding) return;
      rest = performance.now() - began > LONGEST_REST_MS ? SHORTEST_REST_MS : Math.min(rest * 2, LONGEST_REST_MS);
      log.error({ code, signal, restMs: rest }, 'the worker has ended by itself; it is started again');
      timer = setTimeout(start, rest);
    });
    worker.once('error', (error) => log.error({ err: error }, 'the worker could not be started'));
  };
  start();
  return async () => {
    isEnding = true;
    clearTimeout(timer);
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const running = child;
    const impatient = setTimeout(() => running.kill('SIGKILL'), PATIENCE_MS);
    await ended;
    clearTimeout(impatient);
  };
}
