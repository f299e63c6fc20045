/**
 * npm run soak [-- --rounds N --seed N]: 100 kills at random moments under people who write, and how long each time until
 * they can write again. The same seed kills the same things after the same times.
 */
import { parseArgs } from 'node:util';
import { type Plan, soak, VICTIMS } from './soak.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const random = mulberry32(Number(values.seed));
const plans: Plan[] = Array.from({ length: Number(values.rounds) }, () => ({
  victim: VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'both',
  after: Math.floor(random() * 2_000),
}));

let number = 0;
const rounds = await soak(plans, ({ victim, after, goingAgainMs, acknowledged }) => {
  number += 1;
  console.log(
    `${number}\t${victim}\tafter ${after} ms\tgoing again in ${(goingAgainMs / 1000).toFixed(1)} s\t${acknowledged} acknowledged, all there`,
  );
});
const times = rounds.map(({ goingAgainMs }) => goingAgainMs).sort((a, b) => a - b);
const at = (share: number) =>
  ((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) / 1000).toFixed(1);
console.log(`Seed ${values.seed}: ${rounds.length} kills, nothing acknowledged lost, the history whole.`);
console.log(`Going again: median ${at(0.5)} s, nine of ten within ${at(0.9)} s, longest ${at(1)} s.`);

/** A small generator of numbers from 0 to 1 by a seed; Tommy Ettinger's. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
