import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { type Ask, type ChildLimits, OVER_MEMORY, type Tasks, type Tell } from './tasks.ts';

const LOOK_EVERY_MS = 50;

/**
 * Makes this process a bounded one that works on `tasks`, one after another. To be called once, by the file that
 * `boundedProcess` starts. It ends with its parent, however that ends, and when it takes more memory than it may.
 */
export function serveTasks(tasks: Tasks): void {
  const limits = limitsOf(process.argv);
  keepWatch(limits.memoryMb);
  // A queue in the channel would be answered out of the parent's sight: it asks again only when it has its answer.
  process.on('message', (ask: Ask) => void work(tasks, ask, limits).then(tell));
  process.on('disconnect', () => process.exit(0));
  tell({ kind: 'ready' });
}

async function work(tasks: Tasks, { task, input }: Ask, { answerMb }: ChildLimits): Promise<Tell> {
  try {
    const run = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
    if (!run) throw new TypeError(`There is no task ${task}`);
    const packed = serialize(await run(input as never));
    if (packed.byteLength > answerMb * 1024 * 1024) throw new RangeError(`The answer has ${packed.byteLength} bytes`);
    return { kind: 'answer', packed };
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'fault', name, message, stack };
  }
}

const tell = (message: Tell) => process.send?.(message);

function limitsOf(argv: readonly string[]): ChildLimits {
  const [memoryMb = Number.NaN, answerMb = Number.NaN] = argv.slice(2).map(Number);
  if (!(memoryMb > 0 && answerMb > 0)) throw new RangeError(`Bad limits ${argv.slice(2).join(' ')}`);
  return { memoryMb, answerMb };
}

/**
 * Ends the process when it is over its memory or its parent is gone. From a thread of its own: a task that loops lets
 * nothing else of the process's own thread run, and memory outside the heap (buffers) no flag of Node's bounds.
 */
function keepWatch(memoryMb: number): void {
  const script = `
    const { writeSync } = require('node:fs');
    const parent = ${process.ppid};
    const end = () => process.kill(process.pid, 'SIGKILL');
    setInterval(() => {
      if (process.memoryUsage.rss() > ${memoryMb * 1024 * 1024}) {
        try { writeSync(2, ${JSON.stringify(`${OVER_MEMORY}\n`)}); } finally { end(); }
      }
      try { process.kill(parent, 0); } catch { end(); }
      if (process.ppid !== parent) end();
    }, ${LOOK_EVERY_MS});`;
  new Worker(script, { eval: true }).unref();
}
