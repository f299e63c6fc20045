import { expect, test } from 'vitest';
import { SharedRuns } from '#lib/platform/shared-runs.ts';

/** Work that ends when it is told to, and says which run it was. */
function held() {
  const ends: ((how: 'done' | 'failed') => void)[] = [];
  const work = () =>
    new Promise<number>((resolve, reject) => {
      const run = ends.length;
      ends.push((how) => (how === 'done' ? resolve(run) : reject(new Error(`Run ${run}`))));
    });
  return { ends, work };
}

test('whoever asks while it runs shares the next run, which begins after they asked', async () => {
  const runs = new SharedRuns<number>();
  const { ends, work } = held();
  const first = runs.run('a', work);
  const many = Array.from({ length: 100 }, () => runs.run('a', work));
  expect(ends).toHaveLength(1);
  ends[0]?.('done');
  expect(await first).toBe(0);
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  const late = runs.run('a', work);
  ends[1]?.('done');
  expect(new Set(await Promise.all(many))).toEqual(new Set([1]));
  await Promise.resolve();
  expect(ends).toHaveLength(3);
  ends[2]?.('done');
  expect(await late).toBe(2);
  const again = runs.run('a', work);
  expect(ends).toHaveLength(4);
  ends[3]?.('done');
  expect(await again).toBe(3);
});

test('a run that fails fails for who shares it alone, and other keys go their own way', async () => {
  const runs = new SharedRuns<number>();
  const { ends, work } = held();
  const first = runs.run('a', work);
  const next = runs.run('a', work);
  const other = runs.run('b', work);
  expect(ends).toHaveLength(2);
  ends[1]?.('done');
  expect(await other).toBe(1);
  ends[0]?.('failed');
  await expect(first).rejects.toThrow('Run 0');
  await Promise.resolve();
  ends[2]?.('done');
  expect(await next).toBe(2);
});
