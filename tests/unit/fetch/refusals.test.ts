import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import refusals from '../../../messages/en/refusals.ts';

const tests = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.test.ts') && name !== 'refusals.test.ts')
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\n');

test.each(Object.keys(refusals).filter((code) => code.startsWith('fetch-')))('%s is met with in a test', (code) =>
  expect(tests).toContain(`'${code}'`),
);
