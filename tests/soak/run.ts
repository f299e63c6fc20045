/**
 * npm run soak [-- --rounds N --seed N --only people|jobs|live]: 100 kills at random moments under people who write, and how long each time until
 * they can write again; 100 kills of workers under jobs; and browsers
 * cut off at random under 5,000 changes. The same seed kills the same things after the same times. A whole run writes docs/soak.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { soakJobs } from './jobs.ts';
import { soakLive } from './live-desk.ts';
import { mulberry32 } from './random.ts';
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

const runs = (what: string) => values.only === undefined || values.only === what;
const ofPeople = runs('people') ? await peopleWords() : null;
const ofJobs = runs('jobs') ? await jobWords() : null;
const ofLive = runs('live') ? await liveWords() : null;
if (ofPeople !== null && ofJobs !== null && ofLive !== null && plans.length >= 100)
  writeFileSync('docs/soak.md', page(ofPeople, ofJobs, ofLive));

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

async function liveWords(): Promise<string> {
  const done = await soakLive(Number(values.rounds) * 50, mulberry32(Number(values.seed)));
  if (done.unlike.length + done.leaked.length > 0) throw new Error(`Missed or leaked: ${JSON.stringify(done)}`);
  const words = `Seed ${values.seed}: ${done.changes} changes, browsers cut off ${done.cuts} times, missing ${done.whileAway} changes by it; each ended with exactly the server’s state, and
none was told of an article that it may not read.`;
  console.log(words);
  return words;
}

function page(people: string, jobs: string, live: string): string {
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

# Browsers cut off under changes

Six browsers follow four articles over two web processes, one article of which is kept to others, and are cut off at random for random numbers of changes. What they
show they read when they are told to, and never else.

${live}
`;
}
