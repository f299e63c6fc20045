import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPassages } from '#tests/eval/passages-gold.ts';

const FOLDER = new URL('../../eval/gold/passages/', import.meta.url);

describe('the gold of passages', () => {
  test.each(['dev', 'test'] as const)('every mark of %s stands once in its text', (half) => {
    const sets = readPassages(half);
    expect(sets.map(({ claims }) => claims.length > 7)).toEqual([true, true, true]);
    for (const { claims } of sets) expect(claims.flatMap(({ marks }) => marks).length).toBeGreaterThan(8);
  });

  test('the half to judge by is as it was frozen', () => {
    const lines = readFileSync(new URL('test.sha256', FOLDER), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const [digest, file = ''] = line.split('  ');
      const bytes = readFileSync(new URL(file, FOLDER));
      expect(createHash('sha256').update(bytes).digest('hex'), file).toBe(digest);
    }
  });
});
