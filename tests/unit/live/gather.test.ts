import { describe, expect, test } from 'vitest';
import { gather } from '#components/live/gather.ts';

/** A clock that goes when it is told to, and work that ends when it is told to. */
function bench(gapMs: number) {
  let now = 1_000;
  let isSeen = true;
  let plans: { at: number; work: () => void }[] = [];
  const began: number[] = [];
  let end: () => void = () => {};
  const work = () => {
    began.push(now);
    return new Promise<void>((done) => {
      end = done;
    });
  };
  const parts = {
    now: () => now,
    later: (plan: () => void, ms: number) => void plans.push({ at: now + ms, work: plan }),
    isSeen: () => isSeen,
  };
  const go = (ms: number) => {
    now += ms;
    const due = plans.filter(({ at }) => at <= now);
    plans = plans.filter(({ at }) => at > now);
    for (const plan of due) plan.work();
  };
  return {
    it: gather(work, gapMs, parts),
    began,
    go,
    done: async () => {
      end();
      await new Promise((later) => setImmediate(later));
    },
    look: (value: boolean) => {
      isSeen = value;
    },
  };
}

describe('what calls for work', () => {
  test('has it done at once, and the rest of a burst once, after the gap', async () => {
    const { it, began, go, done } = bench(300);
    it.call();
    go(0);
    expect(began).toEqual([1_000]);
    await done();
    for (let i = 0; i < 50; i++) it.call();
    go(299);
    expect(began).toEqual([1_000]);
    go(1);
    expect(began).toEqual([1_000, 1_300]);
    await done();
    go(1_000);
    expect(began).toHaveLength(2);
  });

  test('while it is being done has it done once more, and not at the same time', async () => {
    const { it, began, go, done } = bench(300);
    it.call();
    go(0);
    it.call();
    go(5_000);
    expect(began).toHaveLength(1);
    await done();
    go(0);
    expect(began).toHaveLength(2);
    await done();
  });

  test('while nobody looks has it done once somebody does', async () => {
    const { it, began, go, done, look } = bench(300);
    look(false);
    it.call();
    it.call();
    go(10_000);
    expect(began).toEqual([]);
    look(true);
    it.seen();
    go(0);
    expect(began).toHaveLength(1);
    await done();
    it.seen();
    go(10_000);
    expect(began).toHaveLength(1);
  });

  test('whose work fails has it done again after a while, by itself; and never once it has stopped', async () => {
    const plans: { work: () => void; ms: number }[] = [];
    let ran = 0;
    const failing = gather(
      async () => {
        ran += 1;
        throw new Error('no answer');
      },
      300,
      { now: () => 0, later: (work, ms) => void plans.push({ work, ms }), isSeen: () => true },
    );
    const rest = () => new Promise((done) => setImmediate(done));
    failing.call();
    plans.at(-1)?.work();
    await rest();
    expect(plans.map(({ ms }) => ms)).toEqual([0, 3_000]);
    plans.at(-1)?.work();
    await rest();
    expect(ran).toBe(2);
    failing.stop();
    plans.at(-1)?.work();
    await rest();
    expect(ran).toBe(2);
  });
});
