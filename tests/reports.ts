/** What the test runners' own reports say: how many tests held, and what was said of those that did not. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

export type Count = { passed: number; failed: number; skipped: number };
/** A test that did not hold: where it stands, by its file and name, and what was said of it. */
export type Failure = { test: string; said: string };
export type Result = Count & { failures: readonly Failure[] };

const VitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

/** @throws Error where there is no such report, as after a runner that ended before its time. */
export function readVitest(path: string): Result {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = VitestReport.parse(readJson(path));
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that could not even be loaded has no failed test in it.
    if (failed.length === 0 && status === 'failed') return [{ test: name, said: message }];
    return failed.map((test) => ({ test: `${name} › ${test.fullName}`, said: test.failureMessages.join('\n') }));
  });
  const skipped = numPendingTests + numTodoTests;
  return { passed: numPassedTests, failed: failures.length, skipped, failures };
}

const PlaywrightSpec = z.object({
  file: z.string(),
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
});
const PlaywrightSuite = z.object({
  specs: z.array(PlaywrightSpec),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});
const PlaywrightReport = z.object({
  suites: z.array(PlaywrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })),
  stats: z.object({ expected: z.number(), skipped: z.number() }),
});

type Spec = z.infer<typeof PlaywrightSpec>;
type Suite = z.infer<typeof PlaywrightSuite>;

/** @throws Error where there is no such report, as after a runner that ended before its time. */
export function readPlaywright(path: string): Result {
  const { suites, errors, stats } = PlaywrightReport.parse(readJson(path));
  const failures = [
    ...suites.flatMap(specsOf).flatMap(failuresOf),
    ...errors.map(({ message }) => ({ test: 'the browser tests', said: message ?? 'no word' })),
  ];
  return { passed: stats.expected, failed: failures.length, skipped: stats.skipped, failures };
}

const specsOf = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];

function failuresOf({ file, title, tests }: Spec): Failure[] {
  return (
    tests
      // Passing at the second try is failing at the first.
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        test: `${file} › ${title}`,
        said: results.flatMap(({ errors }) => errors.map(({ message }) => message ?? 'no word')).join('\n'),
      }))
  );
}

/** How much of what was said of a failure is said again at the end. */
const LINES = 12;

/** The failures once more, for the end of the output: whoever reads only that learns what did not hold. */
export function retold(failures: readonly Failure[]): string {
  return failures
    .map(({ test, said }) => {
      const lines = stripVTControlCharacters(said).trim().split('\n').slice(0, LINES);
      return [`✗ ${test}`, ...lines.map((line) => `    ${line}`)].join('\n');
    })
    .join('\n');
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error('The runner ended without a report.');
  }
}
