import { rounds } from '#tests/rounds.ts';
import { refusal } from './desk.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How the two begin. The last two are no race: on any machine, however busy, both orders come about. */
const STARTS = ['together', 'one is late', 'two is late', 'one after two', 'two after one'] as const;
/** What a run can do without: a little earlier or later, as it comes out anyway. */
const CHANCE: ReadonlySet<string> = new Set(['one is late', 'two is late']);

/** Runs both at once, now the one a little earlier, now the other; hands each round's outcomes to `holds`. */
export async function race<T>(
  prepare: () => Promise<T>,
  one: (made: T) => Promise<unknown>,
  two: (made: T) => Promise<unknown>,
  holds: (made: T, outcomes: [string, string]) => Promise<void> | void,
): Promise<Set<string>> {
  const seen = new Set<string>();
  for (const start of STARTS.filter((item) => rounds(1) > 1 || !CHANCE.has(item))) {
    const made = await prepare();
    const outcomes = await begin(
      start,
      () => refusal(one(made)),
      () => refusal(two(made)),
    );
    seen.add(outcomes.join(' '));
    await holds(made, outcomes);
  }
  return seen;
}

async function begin(
  start: (typeof STARTS)[number],
  one: () => Promise<string>,
  two: () => Promise<string>,
): Promise<[string, string]> {
  if (start === 'two after one') return [await one(), await two()];
  if (start === 'one after two') {
    const second = await two();
    return [await one(), second];
  }
  return Promise.all([
    pause(start === 'one is late' ? 8 : 0).then(one),
    pause(start === 'two is late' ? 8 : 0).then(two),
  ]);
}
