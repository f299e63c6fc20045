/**
 * npm run soak [-- --rounds N --seed N --only people|jobs]: 100 kills at random moments under people who write, and how long each time until
 * they can write again; and 100 kills of workers under jobs. The same seed kills the same things after the same times. A whole run writes docs/soak.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { soakJobs } from './jobs.ts';
import { type Plan, soak, VICTIMS, type Victim } from './soak.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
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

const at = (times: readonly number[], share: number) =>
  ((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) / 1000).toFixed(1);
const spread = (times: number[]) => {
  times.sort((a, b) => a - b);
  return `median ${at(times, 0.5)} s, nine of ten within ${at(times, 0.9)} s, longest ${at(times, 1)} s`;
};

const ofPeople = values.only === 'jobs' ? null : await peopleWords();
const ofJobs = values.only === 'people' ? null : await jobWords();
if (ofPeople !== null && ofJobs !== null && plans.length >= 100) writeFileSync('docs/soak.md', page(ofPeople, ofJobs));

async function peopleWords(): Promise<string> {
  let number = 0;
  const rounds = await soak(plans, ({ victim, after, goingAgainMs, acknowledged }) => {
    number += 1;
    console.log(
      `${number}\t${victim}\tafter ${after} ms\tgoing again in ${(goingAgainMs / 1000).toFixed(1)} s\t${acknowledged} acknowledged, all there`,
    );
  });
  const words = `Seed ${values.seed}: ${rounds.length} kills, ${rounds.at(-1)?.acknowledged ?? 0} articles acknowledged, none lost, the history whole.
Going again: ${spread(rounds.map(({ goingAgainMs }) => goingAgainMs))}.`;
  console.log(words);
  return words;
}

async function jobWords(): Promise<string> {
  const rounds = await soakJobs(
    plans.map(({ after }) => after),
    (done) => console.log(`${done}\ta worker`),
  );
  const met = rounds.filter(({ taken }) => taken > 0);
  const words = `Seed ${values.seed}: ${rounds.length} kills, ${met.length} of them of a worker that was at a job; no job lost, none done twice, the history whole.
Their jobs done after the kill: ${spread(met.map(({ goingAgainMs }) => goingAgainMs))}.`;
  console.log(words);
  return words;
}

function page(people: string, jobs: string): string {
  const byVictim = VICTIMS.map(
    (victim) => `${plans.filter((plan) => plan.victim === victim).length} of ${NAMES[victim]}`,
  );
  return `# Killed under people who write

By \`npm run soak\`, last on ${new Date().toISOString().slice(0, 10)}: SIGKILL at random moments while signed-in people add articles, ${byVictim.join(', ')}. After each kill
whoever was told that their article is in finds it there, their session holds, and they write on; at the end \`stet verify\` walks the history.

${people}

# Workers killed under jobs

Two workers take captures from a local site, without end; SIGKILL at random moments to one of them, and another is started in its place. At the end
every job is done, each has left one capture, and \`stet verify\` walks the history.

${jobs}
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
