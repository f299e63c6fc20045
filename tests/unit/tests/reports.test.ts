import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPlaywright, readVitest, retold } from '../../reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const path = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('of a vitest report every test that did not hold is told, and a file that could not be loaded', () => {
  const result = readVitest(
    report({
      numPassedTests: 2,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { fullName: 'one', status: 'passed', failureMessages: [] },
            { fullName: 'two', status: 'failed', failureMessages: ['expected 3'] },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    }),
  );
  expect(result).toEqual({
    passed: 2,
    failed: 2,
    skipped: 1,
    failures: [
      { test: 'a.test.ts › two', said: 'expected 3' },
      { test: 'b.test.ts', said: 'no such module' },
    ],
  });
});

test('of a playwright report a test that held at the second try alone is a failure, however deep it stands', () => {
  const spec = (title: string, status: string, message?: string) => ({
    file: 'desk.spec.ts',
    title,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
  });
  const suites = [{ specs: [], suites: [{ specs: [spec('one', 'expected'), spec('two', 'flaky', 'not seen')] }] }];
  const result = readPlaywright(report({ suites, errors: [], stats: { expected: 1, skipped: 0 } }));
  expect(result).toMatchObject({ passed: 1, failed: 1, failures: [{ test: 'desk.spec.ts › two', said: 'not seen' }] });
});

test('a runner that left no report is an error of its own', () => {
  expect(() => readVitest(join(folder, 'none.json'))).toThrow('without a report');
});

test('what is retold is without colours, and no longer than somebody reads', () => {
  const said = `\u001b[31mexpected\u001b[39m 3\n${'line\n'.repeat(40)}`;
  const words = retold([{ test: 'a.test.ts › two', said }]).split('\n');
  expect(words.slice(0, 2)).toEqual(['✗ a.test.ts › two', '    expected 3']);
  expect(words).toHaveLength(13);
});
