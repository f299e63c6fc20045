import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { BoundError, type BoundedOptions, boundedProcess } from '#lib/platform/bounded/process.ts';
import type { TASKS } from './planted/tasks.ts';

const LIMITS: BoundedOptions = {
  entry: 'tests/unit/platform/planted/child.ts',
  memoryMb: 200,
  answerMb: 4,
  waiting: 2,
  waitMs: 60_000,
  restMs: 60_000,
};
const made = (more: Partial<BoundedOptions> = {}) => {
  const bounded = boundedProcess<typeof TASKS>({ ...LIMITS, ...more });
  all.push(bounded);
  return bounded;
};
const all: ReturnType<typeof boundedProcess<typeof TASKS>>[] = [];
afterEach(() => vi.unstubAllEnvs());
afterAll(() => Promise.all(all.map((bounded) => bounded.end())));

const LONG = 60_000;
const one = made();
const reason = async (work: Promise<unknown>) => {
  const error = await work.then(
    (value) => value,
    (thrown: unknown) => thrown,
  );
  if (error instanceof BoundError) return error.reason;
  throw new Error(`It was not stopped: ${error}`);
};

describe('a bounded process', () => {
  test('answers, one asking after another, and lives on between them', async () => {
    const answers = await Promise.all([one.run('double', 2, LONG), one.run('double', 3, LONG)]);
    expect(answers).toEqual([4, 6]);
    expect(await one.run('pid', null, LONG)).toBe(await one.run('pid', null, LONG));
  });

  test.each([
    ['loop', 300, 'time'],
    ['eat', LONG, 'memory'],
    ['eatOutside', LONG, 'memory'],
    ['dive', LONG, 'depth'],
  ] as const)('%s is stopped, and the next one is answered', async (task, ms, expected) => {
    expect(await reason(one.run(task, null, ms))).toBe(expected);
    expect(await one.run('double', 21, LONG)).toBe(42);
  });

  test('an answer larger than one may be is not sent', async () => {
    expect(await one.run('answerMuch', 3, LONG)).toHaveLength(3 * 1024 * 1024);
    expect(await reason(one.run('answerMuch', 5, LONG))).toBe('memory');
  });

  test('what fails says how, and ends nothing', async () => {
    const before = await one.run('pid', null, LONG);
    await expect(one.run('fail', null, LONG)).rejects.toThrow(/TypeError: It is wrong/);
    expect(await one.run('pid', null, LONG)).toBe(before);
  });

  test('one that somebody kills is begun once more, and not for ever', async () => {
    const pid = await one.run('pid', null, LONG);
    const answer = one.run('after', 200, LONG);
    process.kill(pid, 'SIGKILL');
    expect(await answer).not.toBe(pid);
    expect(await reason(one.run('leave', null, LONG))).toBe('fault');
    expect(await one.run('double', 21, LONG)).toBe(42);
  });

  test('only so many wait, and only so long', async () => {
    const bounded = made({ waitMs: 400 });
    const working = bounded.run('after', 1_500, LONG);
    const waiting = [bounded.run('double', 1, LONG), bounded.run('double', 2, LONG)].map(reason);
    expect(await reason(bounded.run('double', 3, LONG))).toBe('waiting');
    expect(await Promise.all(waiting)).toEqual(['waiting', 'waiting']);
    await working;
    expect(await bounded.run('double', 4, LONG)).toBe(8);
  });

  test('is ended with what waits, and started anew when it is asked again', async () => {
    const bounded = made();
    const pid = await bounded.run('pid', null, LONG);
    const refused = [bounded.run('loop', null, LONG), bounded.run('double', 1, LONG)].map(reason);
    await bounded.end();
    expect(await Promise.all(refused)).toEqual(['fault', 'fault']);
    expect(() => process.kill(pid, 0)).toThrow();
    expect(await bounded.run('double', 4, LONG)).toBe(8);
  });

  test('gives its memory back when it has nothing to do', async () => {
    const bounded = made({ restMs: 50 });
    const pid = await bounded.run('pid', null, LONG);
    await expect.poll(() => isThere(pid), { timeout: LONG }).toBe(false);
    expect(await bounded.run('pid', null, LONG)).not.toBe(pid);
  });

  test('sees no secret, writes nothing, and reads nothing but the program', async () => {
    vi.stubEnv('A_SECRET', 'x');
    const bounded = made();
    expect(await bounded.run('environment', null, LONG)).not.toContain('A_SECRET');
    expect(await reason(bounded.run('write', '/tmp/stet-planted', LONG))).toBe('fault');
    // In the project's folder stand the settings, and the data unless it is kept elsewhere.
    for (const path of ['/etc/passwd', '.env', '.stet/secrets.json'])
      expect(await reason(bounded.run('look', path, LONG))).toBe('fault');
    expect(await bounded.run('look', 'package.json', LONG)).toBe(true);
  });

  test('that cannot be started is a fault, not a wait', async () => {
    expect(await reason(made({ entry: 'tests/unit/platform/planted/none.ts' }).run('double', 1, LONG))).toBe('fault');
    const refused = made({ entry: 'tests/unit/platform/nowhere/none.ts' });
    for (let time = 0; time < 2; time++) expect(await reason(refused.run('double', 1, LONG))).toBe('fault');
  });
});

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('while one text loops and another eats memory, a server in this process answers', async () => {
  const server = createServer((_, response) => response.end('here'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bad = Promise.all([reason(one.run('loop', null, 1_000)), reason(one.run('eat', null, LONG))]);
  let isOver = false;
  void bad.then(() => {
    isOver = true;
  });
  let answered = 0;
  while (!isOver) {
    expect(await (await fetch(address)).text()).toBe('here');
    answered += 1;
  }
  expect(await bad).toEqual(['time', 'memory']);
  // Whoever serves from the thread that reads would have answered once, at the end.
  expect(answered).toBeGreaterThan(10);
  await new Promise((done) => server.close(done));
});
