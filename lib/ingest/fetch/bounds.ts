import { AppError, refused, type Unsaid } from '#lib/platform/result.ts';
import type { Run } from './types.ts';

/**
 * Ends a run after so long, unless `end` is called first. What has come in meanwhile is looked at before: a process that
 * was busy itself blames nobody.
 */
export function endAfter(run: Run, ms: number, refusal: Unsaid): { end(): void } {
  let isOver = false;
  const timer = setTimeout(() => setImmediate(() => isOver || run.stop.abort(new AppError(refusal))), ms);
  return {
    end: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

/** Ends a run in which fewer bytes come than the pace asks for, in any stretch. `count` each that comes. */
export function keepPace(run: Run, host: string): { count(bytes: number): void; end(): void } {
  const { bytes: least, ms } = run.policy.pace;
  let isOver = false;
  let came = 0;
  const look = () => {
    if (isOver) return;
    if (came < least) run.stop.abort(new AppError(refused('unavailable', 'fetch-slow', { values: { host } })));
    came = 0;
  };
  const timer = setInterval(() => setImmediate(look), ms);
  return {
    count: (bytes) => {
      came += bytes;
    },
    end: () => {
      isOver = true;
      clearInterval(timer);
    },
  };
}

/** What comes first: the work's end, or the run's. */
export function untilStopped<T>({ stop: { signal } }: Run, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stopped = () => reject(signal.reason);
    signal.addEventListener('abort', stopped, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stopped));
  });
}
