/** A worker with its real ways out, in a process of its own, which says "begins" and, asked for it, the most memory it has had. */
import { existsSync, readFileSync } from 'node:fs';
import { connect } from '#lib/platform/db.ts';
import { HANDLERS } from '#lib/worker/handlers.ts';
import { startWorker } from '#lib/worker/worker.ts';

const url = process.argv[2] ?? '';
await startWorker({ url, db: connect(url, 6), handlers: HANDLERS, chores: [], jobs: 4 });
process.on('message', () => {
  const own = process.resourceUsage().maxRSS;
  process.send?.({ own, reader: readersOf(process.pid) });
});
process.send?.('begins');

/** Of the processes it has started, those that read documents: the most that the largest has had, in kB; null where nobody tells. */
function readersOf(pid: number): number | null {
  const children = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(children)) return null;
  const peaks = readFileSync(children, 'utf8')
    .trim()
    .split(' ')
    .map((id) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
  return Math.max(0, ...peaks);
}
