import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { COLUMNS, rowsIn } from '#lib/exports/tables.ts';
import { renderXlsx } from '#lib/exports/xlsx.ts';
import { readDocument } from '#lib/ingest/read/read.ts';
import { claim, frozen, report, verdict } from './made.ts';
import { HOSTILE, sample } from './sample.ts';

const made = frozen(sample);
const bytes = renderXlsx(made);

describe('the report as a workbook', () => {
  test('has every cell of every row, as another program reads it', async () => {
    const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Claims', 'Verdicts', 'Evidence', 'Queries', 'Report']);
    const records = ['claim', 'verdict', 'evidence', 'query', 'report'];
    for (const [i, { data }] of sheets.entries()) {
      const [heads = [], ...rows] = data;
      const due = rowsIn(made).filter(({ record }) => record === records[i]);
      const used = new Set(due.flatMap((row) => Object.keys(row)));
      expect(heads).toEqual(COLUMNS.filter((column) => column !== 'record' && used.has(column)));
      const cells = due.map((row) =>
        COLUMNS.filter((column) => heads.includes(column)).map((column) => row[column] || null),
      );
      expect(rows.map((row) => heads.map((_, at) => row[at] ?? null))).toEqual(cells);
    }
  });

  test('holds both sides of a dispute, and what was withdrawn', async () => {
    const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
    const [heads = [], ...rows] = sheets[1]?.data ?? [];
    const of = (number: number) =>
      rows
        .filter((row) => row[heads.indexOf('claim')] === number)
        .map((row) => [
          row[heads.indexOf('rating')],
          row[heads.indexOf('in force')],
          row[heads.indexOf('settles the claim')],
        ]);
    expect(of(3)).toEqual([
      ['False', 'yes', 'no'],
      ['True', 'yes', 'no'],
    ]);
    expect(of(2)).toEqual([
      ['False', 'yes', 'yes'],
      ['Mixed', 'no', 'no'],
    ]);
  });

  test('has no formula, and words that look like one stay words', () => {
    const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => ({ path, xml: strFromU8(part) }));
    expect(parts.filter(({ xml }) => /<f[\s>]/.test(xml))).toEqual([]);
    const verdicts = parts.find(({ path }) => path.endsWith('sheet2.xml'))?.xml ?? '';
    expect(verdicts).toMatch(/s="1" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK/);
    expect(parts.find(({ path }) => path.endsWith('styles.xml'))?.xml).toContain('quotePrefix="1"');
  });

  test('is read by the reader of documents too', async () => {
    const read = await readDocument({ bytes, mediaType: null });
    expect(read.ok && read.value.text).toContain(HOSTILE.fix);
  });

  test('names what XML cannot hold, and cuts what a cell cannot', () => {
    const odd = verdict({ rationale: `\u0001 _x0041_ ]]> ${'long '.repeat(8000)}` });
    const xml = strFromU8(
      unzipSync(renderXlsx(frozen(report([claim({ verdicts: [odd] })]))))['xl/worksheets/sheet2.xml'] ??
        new Uint8Array(),
    );
    expect(xml).toContain('_x0001_ _x005F_x0041_ ]]&gt;');
    expect(/ \[…\]<\/t>/.test(xml)).toBe(true);
  });

  test('is the same for the same report', () =>
    expect(Buffer.from(renderXlsx(frozen(structuredClone(sample)))).equals(Buffer.from(bytes))).toBe(true));
});
