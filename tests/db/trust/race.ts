import { refusal } from './desk.ts';

const ROUNDS = 8;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs both at once, now the one a little earlier, now the other; hands each round's outcomes to `holds`. */
export async function race<T>(
  prepare: () => Promise<T>,
  one: (made: T) => Promise<unknown>,
  two: (made: T) => Promise<unknown>,
  holds: (made: T, outcomes: [string, string]) => Promise<void> | void,
): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const made = await prepare();
    const late = round % 4;
    const outcomes = await Promise.all([
      pause(late === 1 ? 8 : 0).then(() => refusal(one(made))),
      pause(late === 2 ? 8 : 0).then(() => refusal(two(made))),
    ]);
    seen.add(outcomes.join(' '));
    await holds(made, outcomes as [string, string]);
  }
  return seen;
}
