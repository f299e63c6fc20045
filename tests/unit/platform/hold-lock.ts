/** Takes a lock again and again, noting "in" and "out" in a log: node hold-lock.ts LOCK LOG ROUNDS [holds]. */
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { withLock } from '#lib/platform/lock.ts';

const [, , path = '', log = '', rounds, holds] = process.argv;
for (let i = 0; i < Number(rounds); i++) {
  await withLock(path, async () => {
    appendFileSync(log, 'in\n');
    if (holds) {
      console.log('holds');
      await once(process.stdin, 'data');
    }
    appendFileSync(log, 'out\n');
  });
}
process.stdin.destroy();
