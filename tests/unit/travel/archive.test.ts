import { describe, expect, test } from 'vitest';
import { renderClaimReview } from '#lib/exports/claim-review.ts';
import { renderCsv } from '#lib/exports/csv.ts';
import { linesIn } from '#lib/platform/lines.ts';
import { AppError } from '#lib/platform/result.ts';
import { type ArchiveOptions, archiveRows, formatOfArchive } from '#lib/travel/data-archive.ts';
import type { ArchiveRow } from '#lib/travel/rules-archive.ts';
import { claim, evidence, frozen, report, verdict } from '../exports/made.ts';

const OPTIONS: ArchiveOptions = { publisher: null, columns: {}, leaveOut: false };

/** The text's bytes, so many at a time: cut wherever that falls, inside a letter too. */
async function* bytesOf(text: string, atOnce = 7): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += atOnce) yield bytes.subarray(from, from + atOnce);
}

async function read(text: string, options: Partial<ArchiveOptions> = {}): Promise<ArchiveRow[]> {
  const rows: ArchiveRow[] = [];
  const format = formatOfArchive(new TextEncoder().encode(text));
  for await (const row of archiveRows(bytesOf(text), format, { ...OPTIONS, ...options })) rows.push(row);
  return rows;
}
const refusal = (text: string, options: Partial<ArchiveOptions> = {}) =>
  read(text, options).then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.refusal : error),
  );

const review = (more: object = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed: 'Half of the berths are closed – “חצי” 🚢',
  url: 'https://check.example/berths',
  datePublished: '2026-02-01T09:00:00+02:00',
  author: { '@type': 'Organization', name: 'Harbour Check' },
  reviewRating: { '@type': 'Rating', ratingValue: 2, alternateName: 'Mostly false' },
  itemReviewed: { '@type': 'Claim', author: [{ '@type': 'Person', name: 'Maren Holt' }], datePublished: '2026-01-30' },
  ...more,
});
const READ = {
  statement: 'Half of the berths are closed – “חצי” 🚢',
  rating: 'Mostly false',
  publisher: 'Harbour Check',
  link: 'https://check.example/berths',
  checkedOn: '2026-02-01',
  saidBy: 'Maren Holt',
  saidOn: '2026-01-30',
  rationale: null,
};

describe('ClaimReview', () => {
  test.each([
    ['alone', review()],
    ['in a list', [review()]],
    [
      'in a graph',
      { '@context': 'https://schema.org', '@graph': [{ '@type': 'Organization', name: 'Else' }, review()] },
    ],
    ['in a list of graphs', [{ '@graph': [review()] }]],
    [
      'in a feed',
      { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [review()] }], name: 'A feed' },
    ],
    [
      'in a feed, its items not in lists',
      { dataFeedElement: [{ '@type': 'DataFeedItem', item: review({ '@type': ['ClaimReview'] }) }] },
    ],
  ])('is found %s', async (_, value) => {
    expect(await read(JSON.stringify(value))).toEqual([{ row: 1, claim: READ }]);
    expect(await read(`\uFEFF${JSON.stringify(value, null, 2)}\n`)).toEqual([{ row: 1, claim: READ }]);
  });

  test('that cannot be read is named by its row and its field, and keeps no other out', async () => {
    const rows = await read(
      JSON.stringify([
        review({ claimReviewed: ' ' }),
        review(),
        review({ reviewRating: undefined }),
        review({ url: 'javascript:alert(1)' }),
        review({ datePublished: 'last week' }),
        review({ author: null }),
        review({ reviewRating: { ratingValue: 3 }, claimReviewed: ['Berths are closed', 'and more'] }),
      ]),
    );
    expect(rows.map((row) => ('field' in row ? `${row.row}: ${row.field}` : row.row))).toEqual([
      '1: claimReviewed',
      2,
      '3: reviewRating',
      '4: url',
      '5: datePublished',
      '6: author',
      7,
    ]);
    expect(rows[6]).toMatchObject({ claim: { rating: '3', statement: 'Berths are closed' } });
    expect(await read(JSON.stringify(review({ author: null })), { publisher: 'Given' })).toMatchObject([
      { claim: { publisher: 'Given' } },
    ]);
  });

  test('as Stet exports it comes back', async () => {
    const { model } = frozen(report([claim()]));
    const [row] = await read(renderClaimReview(model, 'https://desk.example/reports/1'));
    expect(row).toMatchObject({
      claim: { statement: model.claims[0]?.statement, publisher: model.desk, rating: expect.any(String) },
    });
  });

  test.each(['{"@graph": [', '[{"@type": "ClaimReview",]', '[1, 2'])('that is broken is refused: %s', async (text) => {
    expect(await refusal(text)).toMatchObject({ code: 'archive-broken' });
  });

  test('of a deep nest ends, and finds nothing', async () => {
    expect(await read(`${'['.repeat(2000)}${']'.repeat(2000)}`)).toEqual([]);
  });
});

describe('a table', () => {
  test('with named columns, whatever parts them', async () => {
    const rows =
      'Claim,Verdict,Publisher,URL,Date,Speaker\n"Half, or “חצי”, are closed",False,Harbour Check,https://check.example/1,2026-02-01,Maren Holt\n\n';
    const expected = [
      {
        row: 2,
        claim: {
          ...READ,
          statement: 'Half, or “חצי”, are closed',
          rating: 'False',
          link: 'https://check.example/1',
          saidOn: null,
        },
      },
    ];
    expect(await read(rows)).toEqual(expected);
    expect(
      await read(
        'claim;rating;publisher;link;date;claimant\n"Half, or “חצי”, are closed";False;Harbour Check;https://check.example/1;2026-02-01;Maren Holt\n',
      ),
    ).toEqual(expected);
  });

  test('with columns that are said', async () => {
    const table = 'Behauptung,Urteil\nDie Hälfte ist zu,falsch\n';
    expect(await refusal(table)).toMatchObject({ code: 'archive-column', values: { column: 'statement' } });
    expect(
      await read(table, { publisher: 'Hafenprüfung', columns: { statement: 'behauptung', rating: 'Urteil' } }),
    ).toMatchObject([
      { row: 2, claim: { statement: 'Die Hälfte ist zu', rating: 'falsch', publisher: 'Hafenprüfung' } },
    ]);
    expect(await refusal(table, { columns: { statement: 'Satz' } })).toMatchObject({ values: { column: 'Satz' } });
  });

  test('names what cannot be read as the table does', async () => {
    const rows = await read(
      'claim,verdict,site,date\nOne,,Harbour Check,2026-01-01\nTwo,False,Harbour Check,soon\n',
      {},
    );
    expect(rows).toEqual([
      { row: 2, field: 'verdict' },
      { row: 3, field: 'date' },
    ]);
    expect(await read('claim,verdict\nOne,False\n')).toEqual([{ row: 2, field: 'publisher' }]);
  });

  test('as Stet exports it: settled claims alone, words as they were before the spreadsheet was kept from them', async () => {
    const own = frozen(
      report([
        claim({
          statement: '=1+1 berths are closed',
          verdicts: [verdict({ rationale: '-2 is [1].' })],
          evidence: [evidence()],
        }),
        claim({
          number: 2,
          statement: 'Nobody asked',
          verdicts: [],
          outcome: 'unchecked',
          progress: 'open',
          settledBy: null,
          settlingVerdict: null,
        }),
      ]),
    );
    const rows = await read(renderCsv(own), { publisher: 'The desk' });
    expect(rows).toMatchObject([
      { claim: { statement: '=1+1 berths are closed', rationale: '-2 is [1].', publisher: 'The desk', link: null } },
    ]);
  });

  test('that is none is refused', async () => {
    expect(await refusal('claim,verdict\n"One,False\n')).toMatchObject({ code: 'archive-broken' });
    expect(await refusal(`claim,verdict\n"${'x'.repeat(300_000)}",False\n`)).toMatchObject({ code: 'archive-broken' });
  });
});

test('lines are parted by LF alone, wherever the pieces are cut', async () => {
  const text = 'one\u2028still one\ntwo\r\n\nlast';
  for (const size of [1, 2, 5, 100]) {
    const pieces = (async function* () {
      for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
    })();
    const lines: string[] = [];
    for await (const line of linesIn(pieces)) lines.push(line);
    expect(lines).toEqual(['one\u2028still one', 'two\r', '', 'last']);
  }
});
