/**
 * npm run soak [-- --rounds N --seed N]: 100 kills at random moments under people who write, and how long each time until
 * they can write again. The same seed kills the same things after the same times. A whole run writes docs/soak.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Plan, soak, VICTIMS, type Victim } from './soak.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const NAMES: Readonly<Record<Victim, string>> = {
  node: 'the server',
  postgres: 'its Postgres',
  both: 'both together',
  backend: 'one of Postgres’s own processes',
};
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
const summary = `Seed ${values.seed}: ${rounds.length} kills, ${rounds.at(-1)?.acknowledged ?? 0} articles acknowledged, none lost, the history whole.
Going again: median ${at(0.5)} s, nine of ten within ${at(0.9)} s, longest ${at(1)} s.`;
console.log(summary);
if (rounds.length >= 100) writeFileSync('docs/soak.md', page(summary));

function page(words: string): string {
  const byVictim = VICTIMS.map(
    (victim) => `${rounds.filter((round) => round.victim === victim).length} of ${NAMES[victim]}`,
  );
  return `# Killed under people who write

By \`npm run soak\`, last on ${new Date().toISOString().slice(0, 10)}: SIGKILL at random moments while signed-in people add articles, ${byVictim.join(', ')}. After each kill
whoever was told that their article is in finds it there, their session holds, and they write on; at the end \`stet verify\` walks the history.

${words}
`;
}

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
