import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { withLock } from '#lib/platform/lock.ts';
import { markOf } from '#lib/platform/processes.ts';

const base = mkdtempSync(join(tmpdir(), 'stet-lock-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
afterEach(() => vi.useRealTimers());

let count = 0;
const newPath = () => join(base, `lock-${count++}`);

/** Another process that takes the lock `rounds` times, and the first time holds it until it is ended or told to go on. */
function other(path: string, log: string, rounds = 1, holds = false): ChildProcess {
  const args = ['tests/unit/platform/hold-lock.ts', path, log, String(rounds), holds ? 'holds' : ''];
  return spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function holder(path: string): Promise<ChildProcess> {
  const child = other(path, `${path}.log`, 1, true);
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('a lock', () => {
  test('lets one in at a time, of processes and of calls in one process', async () => {
    const path = newPath();
    const log = `${path}.log`;
    const children = [1, 2, 3].map(() => other(path, log, 40));
    const here = Array.from({ length: 20 }, () =>
      withLock(path, async () => {
        writeFileSync(log, 'in\n', { flag: 'a' });
        await new Promise((done) => setTimeout(done, 1));
        writeFileSync(log, 'out\n', { flag: 'a' });
      }),
    );
    const said = children.map(({ stdout }) => (stdout ? text(stdout) : ''));
    await Promise.all([...here, ...said]);
    expect(readFileSync(log, 'utf8')).toBe('in\nout\n'.repeat(3 * 40 + 20));
  });

  test('is free at once when its holder has been killed', async () => {
    const path = newPath();
    await kill(await holder(path));
    expect(await withLock(path, async () => 'in', { waitMs: 0 })).toBe('in');
  });

  test.each([
    ['of no bytes', ''],
    ['of a dead process', JSON.stringify({ pid: 4_100_000, began: '1' })],
    ['that names a living process of somebody else', JSON.stringify(markOf(1))],
    ['cut short', '{"pid":1'],
    ['of words, longer than a page', 'not a lock\n'.repeat(1000)],
  ])('file %s is taken over at once', async (_, left) => {
    const path = newPath();
    writeFileSync(path, left);
    expect(await withLock(path, async () => 'in', { waitMs: 0 })).toBe('in');
    // And it locks from then on.
    const child = await holder(path);
    await expect(withLock(path, async () => 'in', { waitMs: 0 })).rejects.toThrow();
    await kill(child);
  });

  test('that is held says by whom, first to who waits and then in the error', async () => {
    const path = newPath();
    const child = await holder(path);
    const told: string[] = [];
    const waiting = withLock(path, async () => 'in', { waitMs: 2_500, onWait: (who) => told.push(who) });
    await expect(waiting).rejects.toThrow(`for process ${child.pid}, which holds ${path}`);
    expect(told).toEqual([`process ${child.pid}`]);
    await kill(child);
  });

  test('whose note could not be written, or tells of a dead process, names nobody wrong', async () => {
    const path = newPath();
    const child = await holder(path);
    writeFileSync(`${path}.holder`, JSON.stringify({ pid: 4_100_000, began: '1' }));
    await expect(withLock(path, async () => 'in', { waitMs: 0 })).rejects.toThrow('another process');
    rmSync(`${path}.holder`);
    await expect(withLock(path, async () => 'in', { waitMs: 0 })).rejects.toThrow('another process');
    await kill(child);
  });

  test('is given back when the work fails', async () => {
    const path = newPath();
    await expect(withLock(path, () => Promise.reject(new Error('work')))).rejects.toThrow('work');
    expect(await withLock(path, async () => 'in', { waitMs: 0 })).toBe('in');
  });

  test('that is no file is named', async () => {
    const path = newPath();
    mkdirSync(path);
    await expect(withLock(path, async () => 'in')).rejects.toThrow(`${path} cannot be locked`);
  });

  test('is readable by its owner alone', async () => {
    const path = newPath();
    await withLock(path, async () => undefined);
    for (const file of [path, `${path}.holder`]) expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('a clock that jumps by a day', () => {
  const DAY = 86_400_000;

  test('forward does not end the wait', async () => {
    const path = newPath();
    const child = await holder(path);
    vi.useFakeTimers({ toFake: ['Date'] });
    const waiting = withLock(path, async () => 'in', { waitMs: 60_000 });
    vi.setSystemTime(Date.now() + DAY);
    await new Promise((done) => setTimeout(done, 300));
    child.stdin?.end('go on\n');
    expect(await waiting).toBe('in');
  });

  test('back does not make it longer', async () => {
    const path = newPath();
    const child = await holder(path);
    vi.useFakeTimers({ toFake: ['Date'] });
    const waiting = withLock(path, async () => 'in', { waitMs: 300 });
    vi.setSystemTime(Date.now() - DAY);
    await expect(waiting).rejects.toThrow('has waited');
    await kill(child);
  });
});
