/**
 * npm test [-- STEP …]: everything that is checked, in this order, with nothing to set up before. Each step runs even
 * where one before it failed; the last line sums them up, and the exit code is 0 only where nothing failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { build } from '#lib/platform/build.ts';
import { generateClient } from '#lib/platform/generate.ts';
import { startTestServer, TEST_SERVER } from './db/server.ts';
import { TEST_DIST_DIR } from './e2e/stet.ts';

type Count = { passed: number; failed: number; skipped: number };
type Step = { name: string; what: string; run: (report: string) => Promise<Count> };

const ONE_PASSED: Count = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED: Count = { passed: 0, failed: 1, skipped: 0 };

const STEPS: readonly Step[] = [
  {
    name: 'types',
    what: 'types',
    run: () => command(['next', 'typegen']).then((code) => (code ? ONE_FAILED : check(['tsc', '--noEmit']))),
  },
  { name: 'lint', what: 'lint', run: () => check(['biome', 'check', '.', '--error-on-warnings']) },
  { name: 'unit', what: 'structure rules and unit tests', run: (report) => vitest('unit', report) },
  { name: 'db', what: 'database tests, on a real Postgres', run: (report) => vitest('db', report) },
  { name: 'build', what: 'the built pages', run: buildPages },
  { name: 'browser', what: 'browser tests, in a real Chromium', run: playwright },
  { name: 'launcher', what: 'starting and stopping', run: (report) => vitest('launcher', report) },
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
  process.env.STET_DIST_DIR = TEST_DIST_DIR;
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const folder = mkdtempSync(join(tmpdir(), 'stet-reports-'));
  const steps = STEPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  await generateClient();
  const server = steps.some(({ name }) => name === 'db' || name === 'browser') ? await startTestServer() : null;
  if (server) process.env[TEST_SERVER] = server.url;
  try {
    return await runAll(steps, folder);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runAll(steps: readonly Step[], folder: string): Promise<number> {
  const counts: Count[] = [];
  for (const { name, what, run } of steps) {
    console.log(`\n── ${what}`);
    const began = performance.now();
    const count = await run(join(folder, `${name}.json`)).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return ONE_FAILED;
    });
    console.log(`   ${inWords(count)}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    counts.push(count);
  }
  const total = counts.reduce(add);
  console.log(`\n${inWords(total)}`);
  return total.failed === 0 ? 0 : 1;
}

const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

const inWords = ({ passed, failed, skipped }: Count) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A check that either holds or does not. */
async function check(words: readonly string[]): Promise<Count> {
  return (await command(words)) === 0 ? ONE_PASSED : ONE_FAILED;
}

async function buildPages(): Promise<Count> {
  await build(TEST_DIST_DIR);
  return ONE_PASSED;
}

async function vitest(project: string, report: string): Promise<Count> {
  const code = await command([
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = VitestReport.parse(
    readJson(report),
  );
  const count = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  // A file that could not even be loaded has no failed test in it.
  return honest(count.failed > 0 ? count : { ...count, failed: numFailedTestSuites }, code);
}

async function playwright(report: string): Promise<Count> {
  process.env.STET_TEST_REPORT = report;
  const code = await command(['playwright', 'test', '--config', 'tests/e2e']);
  const { expected, unexpected, flaky, skipped } = PlaywrightReport.parse(readJson(report)).stats;
  // Passing at the second try is failing at the first.
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

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

/** Runs a program out of node_modules with its output on ours, and returns its exit code. */
function command([name = '', ...args]: readonly string[]): Promise<number> {
  const path = join('node_modules', '.bin', name);
  const child = spawn(path, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
  });
}

process.exitCode = await main(process.argv.slice(2));
