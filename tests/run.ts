/**
 * npm test [-- STEP …]: everything that is checked, with nothing to set up before. Long steps come in parts or take several
 * places; four places are taken at a time, each with its share of the processors, and one step that is all there is has all of
 * them. Each runs as soon as what it needs is there, even where one before it failed; the last line sums them up, and the exit
 * code is 0 only where nothing failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { build } from '#lib/platform/build.ts';
import { generateClient } from '#lib/platform/generate.ts';
import { startTestServer, TEST_SERVER } from './db/server.ts';
import { shareSamples } from './e2e/samples.ts';
import { TEST_DIST_DIR } from './e2e/stet.ts';
import { type Out, Turns } from './turns.ts';

type Count = { passed: number; failed: number; skipped: number };
/** What a part is given: the file for its report, how many workers it may have, which of the tests are its, where its words go. */
type Job = { report: string; workers: number; share?: string; out: Out };
/** What a step waits for: the built pages, a Postgres to make databases on, and the samples in one of them. */
type Need = 'pages' | 'server' | 'samples';
type Step = {
  name: string;
  what: string;
  /** Into how many parts it is cut where others run beside it, so that both processors have work to the end; 1 unless told. */
  parts?: number;
  /** How many places it takes at once, for as many workers: what deals out its own tests needs no parts; 1 unless told. */
  places?: number;
  needs?: readonly Need[];
  run: (job: Job) => Promise<Count>;
};

const ONE_PASSED: Count = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED: Count = { passed: 0, failed: 1, skipped: 0 };

type Part = { step: Step; number: number; of: number };

/** How many places there are: two cores are the least that a test machine has, and each part waits for something now and then. */
const AT_ONCE = 4;

const STEPS: readonly Step[] = [
  { name: 'build', what: 'the built pages', run: buildPages },
  {
    name: 'db',
    what: 'database tests that have a process of their own',
    parts: 2,
    needs: ['server'],
    run: (job) => vitest(['db-apart'], job),
  },
  {
    name: 'db',
    what: 'database tests, on a real Postgres',
    parts: 3,
    needs: ['server'],
    run: (job) => vitest(['db'], job),
  },
  { name: 'unit', what: 'structure rules and unit tests', run: (job) => vitest(['unit', 'unit-apart'], job) },
  { name: 'launcher', what: 'starting and stopping', needs: ['pages'], run: (job) => vitest(['launcher'], job) },
  {
    name: 'browser',
    what: 'browser tests, in a real Chromium',
    // A worker waits for its browser, its server and a typing hand by turns: two of them leave processors idle at the end.
    places: 3,
    needs: ['pages', 'samples'],
    run: playwright,
  },
  { name: 'lint', what: 'lint', run: ({ out }) => check(['biome', 'check', '.', '--error-on-warnings'], out) },
  // After the build and not beside it: both write the types of the routes into the build folder.
  { name: 'types', what: 'types', needs: ['pages'], run: types },
];

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

async function main(chosen: readonly string[]): Promise<number> {
  const unknown = chosen.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown) {
    console.error(`There is no step ${unknown}; there are ${STEPS.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  // A database somebody works on is never a test's.
  delete process.env.DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), 'stet-run-'));
  Object.assign(process.env, {
    STET_DIST_DIR: TEST_DIST_DIR,
    NEXT_TELEMETRY_DISABLED: '1',
    // Hundreds of processes of ours are started: each but the first finds its code compiled.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
  });
  const steps = STEPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  await generateClient();
  const undo: (() => Promise<unknown>)[] = [];
  try {
    return await runAll(steps, folder, preparing(steps, undo));
  } finally {
    for (const step of undo.toReversed()) await step();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the chosen steps need, in the making; what takes it away again is put into `undo`. Building is a step of its own. */
function preparing(steps: readonly Step[], undo: (() => Promise<unknown>)[]): Map<Need, Promise<unknown>> {
  const needed = new Set(steps.flatMap(({ needs }) => needs ?? []));
  const all = new Map<Need, Promise<unknown>>();
  if (!needed.has('server') && !needed.has('samples')) return all;
  const server = startTestServer().then(({ url, stop }) => {
    process.env[TEST_SERVER] = url;
    undo.push(stop);
    return url;
  });
  all.set('server', server);
  if (needed.has('samples'))
    all.set(
      'samples',
      server.then(shareSamples).then((forget) => undo.push(forget)),
    );
  return all;
}

const placesOf = ({ places }: Step) => places ?? 1;

/** The first part of each step, then the second of each, and so on: the last to end are short, and of several steps. */
function partsOf(steps: readonly Step[]): Part[] {
  const all = steps.flatMap((step) => {
    const of = steps.length === 1 ? 1 : (step.parts ?? 1);
    return Array.from({ length: of }, (_, i) => ({ step, number: i + 1, of }));
  });
  return all.toSorted((a, b) => a.number - b.number);
}

async function runAll(
  steps: readonly Step[],
  folder: string,
  making: ReadonlyMap<Need, Promise<unknown>>,
): Promise<number> {
  const turns = new Turns(process.stdout);
  const parts = partsOf(steps);
  const waiting = parts.map((part) => ({ ...part, out: turns.next() }));
  const share = Math.max(1, Math.floor(availableParallelism() / AT_ONCE));
  const workersOf = (step: Step) => (parts.length === 1 ? availableParallelism() : share * placesOf(step));
  const taken = () => [...running.keys()].reduce((sum, { step }) => sum + placesOf(step), 0);
  const counts: Count[] = [];
  const there = new Set<Need>(steps.some(({ name }) => name === 'build') ? [] : ['pages']);
  const running = new Map<Part, Promise<void>>();
  const coming = new Map<Need, Promise<void>>();
  for (const [need, made] of making) {
    const arrival = made
      .catch((error: unknown) => {
        console.error(error);
        counts.push(ONE_FAILED);
      })
      .then(() => {
        // Where it failed, what needs it tries for itself.
        there.add(need);
        coming.delete(need);
      });
    coming.set(need, arrival);
  }
  while (waiting.length > 0 || running.size > 0) {
    const at = waiting.findIndex(({ step }) => (step.needs ?? []).every((need) => there.has(need)));
    const next = waiting[at];
    if (!next || taken() + placesOf(next.step) > AT_ONCE) {
      await Promise.race([...running.values(), ...coming.values()]);
      continue;
    }
    for (const { out, ...part } of waiting.splice(at, 1)) {
      const { step, number, of } = part;
      const report = join(folder, `${counts.length + running.size}-${step.name}-${number}.json`);
      const job = { report, workers: workersOf(step), out, ...(of > 1 && { share: `${number}/${of}` }) };
      const done = runPart(part, job).then((count) => {
        counts.push(count);
        running.delete(part);
        if (step.name === 'build') there.add('pages');
      });
      running.set(part, done);
    }
  }
  const total = counts.reduce(add);
  console.log(`\n${inWords(total)}`);
  return total.failed === 0 ? 0 : 1;
}

async function runPart({ step: { what, run }, number, of }: Part, job: Job): Promise<Count> {
  job.out.write(`\n── ${what}${of === 1 ? '' : `, part ${number} of ${of}`}\n`);
  const began = performance.now();
  const count = await run(job).catch((error: unknown) => {
    job.out.write(`${error instanceof Error ? error.message : error}\n`);
    return ONE_FAILED;
  });
  job.out.write(`   ${inWords(count)}, ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  job.out.end();
  return count;
}

const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

const inWords = ({ passed, failed, skipped }: Count) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A check that either holds or does not. */
async function check(words: readonly string[], out: Out): Promise<Count> {
  return (await command(words, out)) === 0 ? ONE_PASSED : ONE_FAILED;
}

async function types({ out }: Job): Promise<Count> {
  const code = await command(['next', 'typegen'], out);
  return code === 0 ? check(['tsc', '--noEmit'], out) : ONE_FAILED;
}

async function buildPages(): Promise<Count> {
  await build(TEST_DIST_DIR);
  return ONE_PASSED;
}

async function vitest(projects: readonly string[], { report, workers, share, out }: Job): Promise<Count> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.map((project) => `--project=${project}`);
  const words = ['vitest', 'run', ...chosen, `--maxWorkers=${workers}`, ...shard(share), ...reporters];
  const code = await command(words, out);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = VitestReport.parse(
    readJson(report),
  );
  const count = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  // A file that could not even be loaded has no failed test in it.
  return honest(count.failed > 0 ? count : { ...count, failed: numFailedTestSuites }, code);
}

async function playwright({ report, workers, out }: Job): Promise<Count> {
  process.env.STET_TEST_REPORT = report;
  const words = ['playwright', 'test', '--config', 'tests/e2e', `--workers=${workers}`];
  const code = await command(words, out);
  const { expected, unexpected, flaky, skipped } = PlaywrightReport.parse(readJson(report)).stats;
  // Passing at the second try is failing at the first.
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

const shard = (share: string | undefined): string[] => (share ? [`--shard=${share}`] : []);

/** No runner may fail, or find nothing to run, without that being counted. */
function honest(count: Count, code: number): Count {
  if (count.failed > 0) return count;
  return code !== 0 || count.passed === 0 ? add(count, ONE_FAILED) : count;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error('The runner ended without a report.');
  }
}

/** Runs a program out of node_modules, hands on all that it says, and returns its exit code. */
function command([name = '', ...args]: readonly string[], out: Out): Promise<number> {
  const path = join('node_modules', '.bin', name);
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words: Buffer) => out.write(words));
  return new Promise((done, failed) => {
    child.once('error', failed);
    // Not at its exit: what it said last may still be on the way.
    child.once('close', (code) => done(code ?? 1));
  });
}

process.exitCode = await main(process.argv.slice(2));
