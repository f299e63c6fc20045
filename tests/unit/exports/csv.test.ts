import { describe, expect, test } from 'vitest';
import { renderCsv } from '#lib/exports/csv.ts';
import { csvText } from '#lib/exports/csv-text.ts';
import type { ReportClaim } from '#lib/exports/model.ts';
import { rowsOf } from './csv-rows.ts';
import { awaiting, claim, disputed, evidence, excluded, frozen, rating, report, unchecked, verdict } from './made.ts';

const OTHER = {
  ...verdict({ id: 'second', seat: 2, rating: rating('false'), signedOff: null }),
  by: { id: 'two', name: 'Sanne' },
};

/** The rows of a report of one claim, by column. */
function records(item: ReportClaim): Record<string, string>[] {
  const [columns = [], ...rows] = rowsOf(renderCsv(frozen(report([item]))).replace(/^\uFEFF/, ''));
  return rows.map((row) => {
    expect(row).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? '']));
  });
}
const cells = (item: ReportClaim) => records(item)[0] ?? {};
const kind = (item: ReportClaim, record: string) => records(item).filter((row) => row.record === record);

describe('a report as CSV', () => {
  test('begins with the mark that spreadsheets look for, and says on each row of what it is', () => {
    const csv = renderCsv(frozen(report([claim(), unchecked({ number: 2 })])));
    expect(csv.startsWith('\uFEFFrecord,claim,report,digest,')).toBe(true);
    const { digest } = frozen(report([claim()]));
    for (const row of records(claim()))
      expect(row).toMatchObject({ claim: '1', report: '2', revision: '1', article: 'Trade flows on', digest });
  });

  test('has a row for each claim, verdict, piece of evidence and open query', () => {
    const query = {
      by: { id: 'e', name: 'Edda' },
      at: '2026-03-13T12:00:00.000Z',
      body: 'Of what?',
      asked: null,
      about: null,
      guestAnswers: [],
    };
    const asked = { addressee: 'party', whom: 'M. Holt', how: 'by phone', dueAt: '2026-03-13T16:00:00.000Z' } as const;
    const closed = {
      ...query,
      asked,
      outcome: 'answered',
      answer: 'We were never told.',
      answerFrom: null,
      closedBy: { id: 'r', name: 'Ruben' },
      closedAt: '2026-03-13T15:00:00.000Z',
    } as const;
    const item = claim({
      openQueries: [query],
      closedQueries: [closed],
      evidence: [evidence(), evidence({ number: 2, withdrawn: true })],
    });
    expect(records(item).map((row) => row.record)).toEqual([
      'claim',
      'verdict',
      'evidence',
      'evidence',
      'query',
      'query',
    ]);
    expect(kind(item, 'query')).toMatchObject([
      { by: 'Edda', note: 'Of what?', 'put to': '', 'came of it': '' },
      {
        'put to': 'party',
        whom: 'M. Holt',
        'how asked': 'by phone',
        'answer by': asked.dueAt,
        'came of it': 'answered',
        answer: 'We were never told.',
        'answer by file from': '',
        'closed by': 'Ruben',
        'closed at': closed.closedAt,
      },
    ]);
    expect(kind(item, 'evidence')).toMatchObject([
      {
        evidence: '1',
        stance: 'supports',
        aspect: 'claim',
        'evidence quote': 'up 39.8 per cent',
        locator: 'row 7',
        'consulted on': '2026-03-12',
        source: 'Customs table 4',
        'published on': '2026-02-01',
        withdrawn: 'no',
      },
      { evidence: '2', withdrawn: 'yes' },
    ]);
  });

  test('says how words were found, in what they differ, and how the article’s own stand', () => {
    const close = evidence({
      quoteCheck: 'close',
      quoteDifference: [
        { quote: '', source: 'nearly' },
        { quote: 'indeed', source: '' },
        { quote: 'quick', source: 'fast' },
      ],
    });
    const said = { evidence: 1, words: 'We were told', check: 'exact' as const, difference: [] };
    const item = claim({
      evidence: [close, evidence({ quoteCheck: null }), evidence({ quote: null, quoteCheck: null })],
      said: [said, { ...said, evidence: 2, check: 'close', difference: [{ quote: 'told', source: 'shown' }] }],
    });
    expect(kind(item, 'evidence')).toMatchObject([
      {
        'quote check': 'nearly: some words differ',
        'quote difference': 'leaves out “nearly”; puts in “indeed”; “quick” for “fast”',
      },
      { 'quote check': 'not checked', 'quote difference': '' },
      { 'quote check': '' },
    ]);
    expect(cells(item)['quotation check']).toBe(
      '“We were told” in [1]: word for word; “We were told” in [2]: nearly: some words differ; “told” for “shown”',
    );
  });

  test('tells a settled claim with the verdict that settles it', () =>
    expect(cells(claim())).toMatchObject({
      outcome: 'True',
      rating: 'True',
      'rating value': '5',
      'settled by': 'two',
      by: 'Ruben Falk',
      'signed off by': 'Sanne Okoro',
      'signed off at': '2026-03-13T10:00:00.000Z',
    }));

  test('says of what is unchecked that it is', () =>
    expect(cells(unchecked())).toMatchObject({ outcome: 'Unchecked', rating: '', by: '' }));

  test.each<[string, Partial<ReportClaim>]>([
    ['Excluded', excluded],
    ['True (asks for a fresh look)', { stale: true, mark: 'stale' }],
    ['Disputed', disputed],
    ['Awaiting a second reader', awaiting],
  ])('says %s', (outcome, more) => expect(cells(claim(more)).outcome).toBe(outcome));

  test('shows both sides of a dispute, and no rating of the claim', () => {
    const item = claim({ ...disputed, verdicts: [verdict({ signedOff: null }), OTHER] });
    expect(cells(item)).toMatchObject({ rating: '', rationale: '', by: '' });
    expect(kind(item, 'verdict')).toMatchObject([
      {
        seat: '1',
        rating: 'True',
        by: 'Ruben Falk',
        'signed off by': '',
        'settles the claim': 'no',
        'in force': 'yes',
      },
      { seat: '2', rating: 'False', by: 'Sanne', 'signed off by': '', 'settles the claim': 'no', 'in force': 'yes' },
    ]);
  });

  test('the verdict that settles is the one the report names, whatever its seat', () => {
    const verdicts = [verdict({ signedOff: null }), OTHER];
    const item = claim({ settledBy: 'one', settlingVerdict: 'second', verdicts });
    expect(cells(item)).toMatchObject({ outcome: 'False', rating: 'False', by: 'Sanne' });
    expect(kind(item, 'verdict').map((row) => row['settles the claim'])).toEqual(['no', 'yes']);
  });

  test('verdicts that were ended are told with how, when and why', () => {
    const ended = { how: 'withdrawn', at: '2026-03-13T11:00:00.000Z', reason: 'A wrong table' } as const;
    const item = claim({ ...unchecked(), verdicts: [verdict({ ended })] });
    expect(kind(item, 'verdict')).toMatchObject([
      { 'in force': 'no', ended: 'withdrawn', 'ended at': ended.at, 'ended because': 'A wrong table' },
    ]);
  });

  test('says how a claim is put forward, and whether it still stands in the text', () => {
    expect(cells(claim({ factuality: 'denied', polarity: 'negative' }))).toMatchObject({
      'stated as': 'denied',
      polarity: 'negative',
      'in the text': 'yes',
      'wording open': 'no',
    });
    expect(cells(claim({ start: null, end: null, isWordingOpen: true }))).toMatchObject({
      'in the text': 'no',
      'wording open': 'yes',
    });
  });

  test('a name that has changed since is told with the present one', () => {
    const model = { ...report([claim()]), people: [{ id: 'id of Ruben Falk', name: 'Ruben Marsh', role: 'reviewer' }] };
    const [columns = [], row = []] = rowsOf(renderCsv(frozen(model)).replace(/^\uFEFF/, ''));
    expect([row[columns.indexOf('by')], row[columns.indexOf('now named')]]).toEqual(['Ruben Falk', 'Ruben Marsh']);
  });

  test('a stance that is still hidden is said to be', () =>
    expect(kind(claim({ evidence: [evidence({ stance: null })] }), 'evidence')).toMatchObject([
      { stance: 'not shown' },
    ]));

  test('commas, quotes and line ends stay inside their cell', () => {
    const statement = 'He said "no", twice,\nand left';
    expect(cells(unchecked({ statement })).statement).toBe(statement);
    for (const plain of ['first\nsecond', 'first\rsecond'])
      expect(csvText([[plain, 'x']])).toBe(`\uFEFF"${plain}",x\r\n`);
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@sum',
    '＝1+1',
    '=HYPERLINK("http://e.test")',
    'a;=1+1',
    'a\t=1+1',
    'a\n=1+1',
    'a|=1',
    'a;"=1+1"',
    'a\n"" =1+1',
    ' =1+1',
    '\u0007=1+1',
    'a\n\u001b=1+1',
  ])('%j is no formula, whatever the separator', (statement) => {
    const csv = renderCsv(frozen(report([unchecked({ statement })]))).replace(/^\uFEFF/, '');
    for (const separator of [',', ';', '\t', '|'])
      for (const row of rowsOf(csv, separator)) for (const cell of row) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/);
  });

  test.each(['a\nb', 'a\rb', 'a\r\nb'])('%j is one cell: no line end within it ends a row', (statement) => {
    const [columns = [], ...rows] = rowsOf(
      renderCsv(frozen(report([unchecked({ statement })]))).replace(/^\uFEFF/, ''),
    );
    expect(rows.map((row) => row[columns.indexOf('statement')])).toEqual([statement]);
    expect(renderCsv(frozen(report([unchecked({ statement })])))).toContain(`"${statement}"`);
  });
});
