/**
 * npm test [-- STEP …]: everything that is checked, with nothing to set up before. Long steps come in parts or take several
 * places; the next begins where one of three places is free, each with its share of the processors, and one step that is all
 * there is has all of them. Each runs as soon as what it needs is there, even where one before it failed; the last line sums
 * them up, and the exit code is 0 only where nothing failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '#lib/platform/build.ts';
import { generateClient } from '#lib/platform/generate.ts';
import { startTestServer, TEST_SERVER } from './db/server.ts';
import { shareSamples } from './e2e/samples.ts';
import { TEST_DIST_DIR } from './e2e/stet.ts';
import { type Count, type Result, readPlaywright, readVitest, retold } from './reports.ts';
import { type Out, Turns } from './turns.ts';

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
  run: (job: Job) => Promise<Result>;
};

const ONE_PASSED: Result = { passed: 1, failed: 0, skipped: 0, failures: [] };
const oneFailed = (test: string, said: string): Result => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [{ test, said }],
});

type Part = { step: Step; number: number; of: number };

/**
 * How many places there are: two cores are the least that a test machine has, and each part waits for something now and then.
 * More of them drive one another out of the processors' caches: with four, and a third worker for the browser,
 * the same tests took a tenth more of the processors.
 */
const AT_ONCE = 3;

/** The longest first: what begins last is short, and no processor waits at the end. */
const STEPS: readonly Step[] = [
  { name: 'build', what: 'the built pages', run: buildPages },
  {
    name: 'browser',
    what: 'browser tests, in a real Chromium',
    places: 2,
    needs: ['pages', 'samples'],
    run: playwright,
  },
  { name: 'launcher', what: 'starting and stopping', needs: ['pages'], run: (job) => vitest(['launcher'], job) },
  {
    name: 'db',
    what: 'database tests that knock at every door',
    needs: ['server'],
    run: (job) => vitest(['db-doors'], job),
  },
  {
    name: 'db',
    what: 'database tests, on a real Postgres',
    parts: 3,
    needs: ['server'],
    run: (job) => vitest(['db'], job),
  },
  { name: 'unit', what: 'structure rules and unit tests', run: (job) => vitest(['unit', 'unit-apart'], job) },
  {
    name: 'db',
    what: 'database tests that have a process of their own',
    needs: ['server'],
    run: (job) => vitest(['db-apart'], job),
  },
  { name: 'lint', what: 'lint', run: ({ out }) => check(['biome', 'check', '.', '--error-on-warnings'], out) },
  // After the build and not beside it: both write the types of the routes into the build folder.
  { name: 'types', what: 'types', needs: ['pages'], run: types },
];

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

const partsOf = (steps: readonly Step[]): Part[] =>
  steps.flatMap((step) => {
    const of = steps.length === 1 ? 1 : (step.parts ?? 1);
    return Array.from({ length: of }, (_, i) => ({ step, number: i + 1, of }));
  });

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
  const results: Result[] = [];
  const there = new Set<Need>(steps.some(({ name }) => name === 'build') ? [] : ['pages']);
  const running = new Map<Part, Promise<void>>();
  const coming = new Map<Need, Promise<void>>();
  for (const [need, made] of making) {
    const arrival = made
      .catch((error: unknown) => {
        console.error(error);
        results.push(oneFailed(`making ready: ${need}`, said(error)));
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
    if (!next || taken() >= AT_ONCE) {
      await Promise.race([...running.values(), ...coming.values()]);
      continue;
    }
    for (const { out, ...part } of waiting.splice(at, 1)) {
      const { step, number, of } = part;
      const report = join(folder, `${results.length + running.size}-${step.name}-${number}.json`);
      const job = { report, workers: workersOf(step), out, ...(of > 1 && { share: `${number}/${of}` }) };
      const done = runPart(part, job).then((result) => {
        results.push(result);
        running.delete(part);
        if (step.name === 'build') there.add('pages');
      });
      running.set(part, done);
    }
  }
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) console.log(`\n── what did not hold\n${retold(failures)}`);
  const total = results.reduce<Count>(add, { passed: 0, failed: 0, skipped: 0 });
  console.log(`\n${inWords(total)}`);
  return total.failed === 0 ? 0 : 1;
}

async function runPart({ step: { what, run }, number, of }: Part, job: Job): Promise<Result> {
  job.out.write(`\n── ${what}${of === 1 ? '' : `, part ${number} of ${of}`}\n`);
  const began = performance.now();
  const result = await run(job).catch((error: unknown) => {
    job.out.write(`${said(error)}\n`);
    return oneFailed(what, said(error));
  });
  job.out.write(`   ${inWords(result)}, ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  job.out.end();
  return result;
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

const inWords = ({ passed, failed, skipped }: Count) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A check that either holds or does not. */
async function check(words: readonly string[], out: Out): Promise<Result> {
  const code = await command(words, out);
  return code === 0 ? ONE_PASSED : oneFailed(words.join(' '), `ended with ${code}; what it found stands above`);
}

async function types({ out }: Job): Promise<Result> {
  const typegen = await check(['next', 'typegen'], out);
  return typegen.failed > 0 ? typegen : check(['tsc', '--noEmit'], out);
}

async function buildPages(): Promise<Result> {
  await build(TEST_DIST_DIR);
  return ONE_PASSED;
}

async function vitest(projects: readonly string[], { report, workers, share, out }: Job): Promise<Result> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = projects.map((project) => `--project=${project}`);
  const words = ['vitest', 'run', ...chosen, `--maxWorkers=${workers}`, ...shard(share), ...reporters];
  const code = await command(words, out);
  return honest(readVitest(report), code);
}

async function playwright({ report, workers, out }: Job): Promise<Result> {
  process.env.STET_TEST_REPORT = report;
  const code = await command(['playwright', 'test', '--config', 'tests/e2e', `--workers=${workers}`], out);
  return honest(readPlaywright(report), code);
}

const shard = (share: string | undefined): string[] => (share ? [`--shard=${share}`] : []);

/** No runner may fail, or find nothing to run, without that being counted. */
function honest(result: Result, code: number): Result {
  if (result.failed > 0 || (code === 0 && result.passed > 0)) return result;
  const said = result.passed === 0 ? 'nothing ran' : `ended with ${code}, though each test held`;
  return { ...result, failed: 1, failures: [{ test: 'the runner itself', said }] };
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
