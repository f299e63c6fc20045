import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { sql } from '#lib/platform/sql.ts';

/** A process that does one thing and is killed on the way. It says "begins" before and "done" after. */
export type Victim = { readonly child: ChildProcess; readonly says: () => Promise<string | undefined> };

/** Starts the script with its task as JSON, and waits until it begins. */
export async function startVictim(script: string, task: object): Promise<Victim> {
  const child = spawn(process.execPath, [script, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Two lines may come at once; none is lost.
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const says = async () => (await lines.next()).value;
  expect(await says()).toBe('begins');
  return { child, says };
}

export async function kill({ child }: Victim): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

/** Waits until Postgres has as many of this database's other connections in that state. */
export async function until(state: 'waiting' | 'gone', count: number): Promise<void> {
  for (let i = 0; i < 2000; i++) {
    const [row] = await sql()<{ waiting: number; busy: number }[]>`
      select count(*) filter (where wait_event_type = 'Lock')::int as waiting,
        count(*) filter (where state <> 'idle')::int as busy
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    // The test's own holding transaction is idle in transaction: one that is busy.
    if ((state === 'waiting' ? row?.waiting : row?.busy) === count) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Nobody is ${state}`);
}
