import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../db/scratch.ts';

test('what a killed run has left is taken away, what one that goes on works in stays', () => {
  const memory = mkdtempSync(join(tmpdir(), 'stet-memory-'));
  const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
  const [left, kept, other] = [`stet-test-${gone}-a`, `stet-test-${process.pid}-b`, `other-${gone}-c`];
  for (const name of [left, kept, other]) mkdirSync(join(memory, name));
  const made = scratchFolder(memory);
  rmSync(made, { recursive: true });
  expect([left, kept, other].map((name) => existsSync(join(memory, name)))).toEqual(
    // On a disk that is nearly full nothing is made there, and nothing taken away.
    dirname(made) === memory ? [false, true, true] : [true, true, true],
  );
  rmSync(memory, { recursive: true });
});

test('where there is no such place, it is in the temporary folder', () => {
  const made = scratchFolder('/nowhere/at/all');
  expect(dirname(made)).toBe(tmpdir());
  rmSync(made, { recursive: true });
});
