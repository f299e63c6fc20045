import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { renderReport, renderText } from '#lib/exports/render.ts';
import { claim, frozen, report, verdict } from './made.ts';
import { readPdf } from './pdf-read.ts';

const model = {
  ...report([
    claim({
      outcome: 'settled',
      progress: 'settled',
      verdicts: [verdict()],
      settlingVerdict: verdict().id,
      mark: 'stands',
    }),
  ]),
  number: 2,
  correction: 'Report 1 had the wrong year.',
  supersedes: { number: 1, digest: 'd'.repeat(64) },
};
const later = {
  number: 4,
  createdAt: '2026-05-03T09:30:00.000Z',
  corrections: [{ note: 'The sum was wrong.\nIt is 7.', at: '2026-05-02T08:00:00.000Z' }],
};
const ADDRESS = 'https://stet.example/reports/2';

describe('a report that corrects one and was itself superseded', () => {
  const superseded = { ...frozen(model), later };

  test.each(['html', 'markdown', 'csv', 'json', 'claimreview', 'annotations'] as const)(
    'says both, and when, in %s; and nothing of the later one where there is none',
    (format) => {
      const text = renderText(superseded, format, ADDRESS).replaceAll('\\n', '\n').replaceAll('\\', '');
      expect(text).toContain('Report 1 had the wrong year.');
      expect(text).toContain('The sum was wrong.');
      expect(text).toMatch(/2026-05-02|2 May 2026|Superseded by report 4/);
      expect(text).toMatch(/[Rr]eport 4|superseded by|"number": 4/);
      const before = renderText(frozen(model), format, ADDRESS);
      expect(before).toContain('Report 1 had the wrong year.');
      expect(before).not.toContain('The sum was wrong.');
    },
  );

  test('and in the PDF and the workbook', async () => {
    const pdf = await renderReport(superseded, 'pdf', ADDRESS);
    const { text } = await readPdf(typeof pdf === 'string' ? new Uint8Array() : pdf);
    for (const words of ['Superseded', 'The sum was wrong.', 'Report 1 had the wrong year.'])
      expect(text.replace(/\s+/g, ' ')).toContain(words);
    const book = await renderReport(superseded, 'xlsx', ADDRESS);
    const sheets = await readXlsxFile(Buffer.from(book), { trim: false });
    expect(sheets.find(({ sheet }) => sheet === 'Report')?.data.flat()).toEqual(
      expect.arrayContaining([model.correction, 4]),
    );
  });
});
