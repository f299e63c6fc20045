import { describe, expect, test } from 'vitest';
import { renderCsv } from '#lib/exports/csv.ts';
import type { ReportClaim } from '#lib/exports/model.ts';
import { claim, evidence, rating, report, unchecked, verdict } from './made.ts';

/** The rows of a CSV text, read by RFC 4180's own grammar. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push(row.splice(0));
  }
  return rows;
}

/** The one claim's cells by their column. */
function cells(item: ReportClaim): Record<string, string> {
  const [columns = [], row = []] = rowsOf(renderCsv(report([item])).replace(/^\uFEFF/, ''));
  expect(row).toHaveLength(columns.length);
  return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? '']));
}

describe('a report as CSV', () => {
  test('begins with the mark that spreadsheets look for, and has a row for each claim', () => {
    const csv = renderCsv(report([claim(), unchecked({ number: 2 })]));
    expect(csv.startsWith('\uFEFFclaim,statement,')).toBe(true);
    expect(rowsOf(csv)).toHaveLength(3);
  });

  test('tells a settled claim with its verdict, evidence and second reader', () =>
    expect(cells(claim())).toMatchObject({
      claim: '1',
      outcome: 'True',
      rating: 'True',
      'rating value': '5',
      'settled by': 'two',
      'verdict by': 'Ruben Falk',
      'second reader': 'Sanne Okoro',
      'signed off at': '2026-03-13T10:00:00.000Z',
      evidence: '[1] supports: “up 39.8 per cent” (row 7)',
      sources: '[1] Customs table 4, Customs office, https://customs.example/4',
    }));

  test('says of what is unchecked that it is', () =>
    expect(cells(unchecked())).toMatchObject({ outcome: 'Unchecked', rating: '', 'verdict by': '', evidence: '' }));

  test.each<[string, Partial<ReportClaim>]>([
    ['Excluded', { excluded: { reason: 'An opinion.', by: { name: 'Edda' } } }],
    ['True (asks for a fresh look)', { stale: true, mark: 'stale' }],
    ['Disputed', { progress: 'disputed', settledBy: null, mark: 'disputed' }],
    ['Awaiting a second reader', { progress: 'awaiting_second_reader', settledBy: null, mark: 'await' }],
  ])('says %s', (outcome, more) => expect(cells(claim(more)).outcome).toBe(outcome));

  test('a verdict that waits is shown, with no rating of the claim yet', () =>
    expect(
      cells(claim({ progress: 'awaiting_second_reader', settledBy: null, verdicts: [verdict({ signedOff: null })] })),
    ).toMatchObject({ rating: '', rationale: 'The customs table says so [1].', 'second reader': '' }));

  test('the third reader’s verdict is the one that counts', () => {
    const verdicts = [
      verdict({ rating: rating('true'), signedOff: null }),
      verdict({ seat: 2, by: { name: 'Sanne' }, rating: rating('false'), signedOff: null }),
      verdict({ seat: 3, by: { name: 'Tove' }, rating: rating('mixed'), signedOff: null }),
    ];
    expect(cells(claim({ settledBy: 'third', verdicts }))).toMatchObject({
      rating: 'Mixed',
      'verdict by': 'Tove',
      'second reader': 'Sanne',
    });
  });

  test('withdrawn evidence is left out, and a stance still hidden is said to be', () =>
    expect(
      cells(claim({ evidence: [evidence({ withdrawn: true }), evidence({ number: 2, stance: null, quote: null })] })),
    ).toMatchObject({
      evidence: '[2] stance not shown (row 7)',
      sources: '[2] Customs table 4, Customs office, https://customs.example/4',
    }));

  test('commas, quotes and line ends stay inside their cell', () => {
    const statement = 'He said "no", twice,\nand left';
    expect(cells(unchecked({ statement })).statement).toBe(statement);
  });

  test.each(['=1+1', '+1', '-1', '@sum', '\tx', '=HYPERLINK("http://e.test")'])('%j is no formula', (statement) =>
    expect(cells(unchecked({ statement })).statement).toBe(`'${statement}`),
  );
});
