import { describe, expect, test } from 'vitest';
import { listedNumbers } from '#lib/cli/listed-numbers.ts';
import { publicReport } from '#lib/exports/public/report.ts';
import { renderReport } from '#lib/exports/render.ts';
import { AppError } from '#lib/platform/result.ts';
import { partOf } from '#lib/reports/rules-part.ts';
import { readSnapshot } from '#lib/reports/rules-upgrade.ts';
import { frozen } from '../exports/made.ts';
import { sample } from '../exports/sample.ts';

const [first, second] = sample.claims;
if (!first || !second) throw new Error('The sample has no claims');
const part = partOf(sample, { claims: [second.id, first.id, first.id], note: 'For the *lawyer*' });

describe('a report on chosen claims', () => {
  test('holds these in the order of the article, and nothing that is said of the whole', () => {
    expect(part.claims).toEqual([first, second]);
    expect(part.part).toEqual({ chosen: 2, of: sample.claims.length, note: 'For the *lawyer*' });
    expect(part).toMatchObject({
      formerClaims: [],
      openQueries: [],
      closedQueries: [],
      sentences: [],
      minorSentences: [],
      coverage: { read: 0, minor: 0, total: 0 },
      supersedes: null,
      correction: null,
    });
    expect(part.article).toEqual(sample.article);
  });

  test('is refused where one of them stands there no more', () => {
    expect(() => partOf(sample, { claims: [first.id, 'gone'], note: null })).toThrow(AppError);
    // A claim that was divided since is none of the article's.
    expect(() => partOf(sample, { claims: ['twenty'], note: null })).toThrow(AppError);
  });

  test.each(['html', 'markdown', 'csv', 'json', 'claimreview', 'annotations'] as const)(
    'says in %s that it is a part',
    async (format) => {
      const text = String(await renderReport(frozen(part), format, 'https://desk.example/r'));
      const says =
        format === 'json'
          ? '"chosen": 2,'
          : format === 'csv'
            ? '2 of 8 claims'
            : '2 of the 8 claims in this article, chosen by Edda Marsh, 14 March 2026, 08:30 UTC.';
      expect(text).toContain(says);
      const whole = String(await renderReport(frozen(sample), format, 'https://desk.example/r'));
      expect(whole).not.toContain(format === 'json' ? '"chosen"' : format === 'csv' ? ' of 8 claims' : 'chosen by');
      expect(text).not.toContain('Report 1 named the');
    },
  );

  test('says so on every row of the tables, and why these on the first', async () => {
    const csv = String(await renderReport(frozen(part), 'csv', ''));
    const rows = csv
      .split('\r\n')
      .slice(1)
      .filter((row) => /^(report|claim|verdict|evidence|query),/.test(row));
    expect(rows.length).toBeGreaterThan(6);
    expect(rows.filter((row) => row.includes('2 of 8 claims'))).toEqual(rows);
    expect(rows[0]).toMatch(/^report,.*For the \*lawyer\*/);
  });

  test('is read again as it was frozen, and one of before knows of no part', () => {
    const { snapshot } = frozen(part);
    expect(readSnapshot(snapshot).part).toEqual(part.part);
    const { part: _, ...before } = sample;
    expect(readSnapshot(JSON.stringify(before)).part).toBeNull();
  });

  test('would tell even the public, were it ever shown to it', () =>
    expect(publicReport(part, new Map()).part).toEqual({ chosen: 2, of: 8, note: null }));
});

describe('numbers as people list them', () => {
  test.each<[string, number[] | null]>([
    ['1', [1]],
    ['4, 1,7-9', [1, 4, 7, 8, 9]],
    ['3–5,4', [3, 4, 5]],
    ['', null],
    ['1,', null],
    ['9-7', null],
    ['1-2-3', null],
    ['one', null],
    ['1-9999999', null],
  ])('%j', (words, numbers) => expect(listedNumbers(words)).toEqual(numbers));
});
