import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { renderPeriodPaper } from '#lib/exports/pdf/paper.ts';
import { type PeriodModel, periodModel, periodSchema } from '#lib/exports/period/model.ts';
import { periodOutline } from '#lib/exports/period/outline.ts';
import { renderPeriod } from '#lib/exports/period/render.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { rowsOf } from './csv-rows.ts';
import { bare, readPdf } from './pdf-read.ts';
import { squeezed } from './printed.ts';
import { HOSTILE } from './sample.ts';

const none = { stands: 0, change: 0, disputed: 0, stale: 0, await: 0, unchecked: 0, leftOut: 0 };
const rated = (label: string, count: number, stands = true, value: number | null = 5) => ({
  key: label,
  label,
  value,
  stands,
  count,
});
const article = {
  id: 'one',
  headline: HOSTILE.headline,
  outlet: 'The Estuary Post',
  byline: 'Hanna Osei',
  publishedOn: '2026-11-02',
  standing: { ...none, stands: 3, change: 1, disputed: 1, leftOut: 1 },
  coverage: { read: 7, minor: 1, total: 12 },
  ratings: [rated('True', 2), rated('False', 1, false, 1)],
  settled: 3,
  disputes: 1,
  questions: 2,
  reports: [
    {
      number: 1,
      at: '2026-11-03T09:00:00.000Z',
      digest: 'a'.repeat(64),
      correction: null,
      publicAt: '2026-11-03T10:00:00.000Z',
    },
    { number: 2, at: '2026-11-05T09:00:00.000Z', digest: 'b'.repeat(64), correction: HOSTILE.note, publicAt: null },
  ],
};
const quiet = {
  ...article,
  id: 'two',
  headline: 'Nothing yet',
  outlet: null,
  byline: null,
  publishedOn: null,
  standing: { ...none, unchecked: 2 },
  ratings: [],
  settled: 0,
  disputes: 0,
  questions: 0,
  reports: [],
};
const model: PeriodModel = periodModel.parse({
  format: 'period/1',
  desk: 'The Estuary desk',
  from: '2026-11-01',
  to: '2026-11-30',
  timeZone: 'Europe/Amsterdam',
  madeAt: '2026-12-01T08:00:00.000Z',
  madeBy: { id: 'edda', name: 'Edda Marsh' },
  totals: {
    articles: 2,
    firstVerdicts: 5,
    secondReadings: 4,
    settled: 3,
    wrong: 1,
    ratings: article.ratings,
    disputes: 1,
    corrections: 1,
    wordings: { proposed: 2, accepted: 1, refused: 0 },
    standing: { ...article.standing, unchecked: 2 },
    questions: 2,
  },
  people: [
    { name: 'Ruben =1+1', firstVerdicts: 5, secondReadings: 0, evidence: 9 },
    { name: 'Sanne', firstVerdicts: null, secondReadings: null, evidence: 0 },
  ],
  least: 5,
  articles: [article, quiet],
  head: { sequence: 12, hash: 'c'.repeat(64) },
  salt: 'd'.repeat(64),
});
const made = { model, digest: sha256(canonicalJson(JSON.parse(JSON.stringify(model)))) };
const outline = periodOutline(made);

/** Every text that a format for reading has to print. */
const printed = [
  outline.title,
  outline.says,
  outline.scope,
  outline.made,
  ...[...outline.totals.rows, ...outline.people.rows, ...outline.record.rows].flatMap(({ label, value }) => [
    label,
    value,
  ]),
  ...outline.articles.items.flatMap(({ headline, about, outcome, rows, corrections }) => [
    headline,
    about,
    outcome,
    ...[...rows, ...corrections].flatMap(({ label, value }) => [label, value]),
  ]),
].filter((words) => words !== '');

describe('a report on a period', () => {
  test('says what was done, and of each article what stands in a sentence, how it was settled, what was corrected and what is open', () => {
    expect(outline.title).toBe('The desk’s work, 1 November 2026 to 30 November 2026');
    expect(outline.says).toBe('3 claims were settled in one article, and one correction was made.');
    expect(outline.articles.items).toMatchObject([
      {
        outcome: 'Of 5 claims, 3 stand, one must change and one is disputed. One more was left out.',
        rows: [
          { label: 'Claims settled', value: '3: True 2 and False 1' },
          { label: 'Claims on which a second reader found otherwise', value: '1' },
          { label: 'Open now', value: '1 disputed and 2 questions' },
          { label: 'Sentences', value: '7 of 12' },
          { label: 'Reports made', value: 'report 1, public since 3 November 2026, 10:00 UTC and report 2' },
        ],
        corrections: [{ label: 'Correction, 5 November 2026, 09:00 UTC:', value: HOSTILE.note }],
      },
      { outcome: 'All 2 claims are unchecked.', about: '', rows: [{ value: 'none' }, { value: '2 unchecked' }, {}] },
    ]);
    expect(outline.picture?.drawing.bars.map(({ label, count, status }) => `${label} ${count} ${status.mark}`)).toEqual(
      ['True 2 stands', 'False 1 wrong'],
    );
  });

  test('tells no small count by person', () => {
    expect(outline.people.rows[1]?.value).toBe('first verdicts fewer than 5, second readings fewer than 5, evidence 0');
    expect(outline.people.note).toContain('fewer than 5');
  });

  test('prints all of it as HTML, Markdown and PDF, as other programs read them', async () => {
    const { document } = parseHTML(String(await renderPeriod(made, 'html')));
    const html = squeezed(document.querySelector('.report')?.textContent ?? '');
    expect(printed.filter((words) => !html.includes(squeezed(words)))).toEqual([]);
    expect(document.querySelector('script, img, b')).toBeNull();
    expect(document.querySelectorAll('svg[role=img]')).toHaveLength(1);
    const markdown = marked.parse(String(await renderPeriod(made, 'markdown')), { async: false });
    const read = squeezed(
      parseHTML(`<html><body>${markdown.replaceAll('<br>', '\n')}</body></html>`).document.body.textContent ?? '',
    );
    expect(printed.filter((words) => !read.includes(squeezed(words)))).toEqual([]);
    const bytes = renderPeriodPaper(outline);
    const pdf = await readPdf(bytes);
    const words = bare([pdf.text, ...pdf.alts].join(' '));
    expect(printed.filter((one) => !words.includes(bare(one)))).toEqual([]);
    expect(pdf.roles.get('Figure')).toBe(1);
    expect(pdf.roles.get('H3')).toBe(2);
    expect(new TextDecoder('latin1').decode(bytes)).toMatch(/pdfuaid:part>1</);
    expect(Buffer.from(renderPeriodPaper(structuredClone(outline))).equals(Buffer.from(bytes))).toBe(true);
  });

  test('is a table with a row for the desk, each rating, person, article and report, and no formula', async () => {
    const csv = String(await renderPeriod(made, 'csv')).replace(/^\uFEFF/, '');
    const [columns = [], ...rows] = rowsOf(csv);
    const records = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ''])));
    expect(records.map(({ record }) => record)).toEqual([
      'desk',
      'rating',
      'rating',
      'person',
      'person',
      'article',
      'rating',
      'rating',
      'report',
      'report',
      'article',
    ]);
    expect(records.every(({ digest }) => digest === made.digest)).toBe(true);
    expect(records[0]).toMatchObject({
      settled: '3',
      'not standing': '1',
      corrections: '1',
      'open questions': '2',
      'unchecked now': '2',
    });
    expect(records[4]).toMatchObject({ person: 'Sanne', 'first verdicts': '', evidence: '0' });
    expect(records[9]).toMatchObject({
      report: '2',
      'public at': '',
      note: HOSTILE.note.replace('\n- list', "\n'- list"),
    });
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
  });

  test('is JSON by its published schema, and the digest is that of the rest', async () => {
    // node scripts/report-schema.ts writes it.
    const published = JSON.parse(readFileSync(new URL('../../../docs/period-1.schema.json', import.meta.url), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(periodSchema())));
    const { digest, ...rest } = JSON.parse(String(await renderPeriod(made, 'json')));
    const validate = new Ajv2020({ allErrors: true }).compile(published);
    expect(validate({ digest, ...rest })).toBe(true);
    expect(sha256(canonicalJson(rest))).toBe(digest);
  });

  test('of nothing says so', async () => {
    const empty = periodOutline({
      ...made,
      model: {
        ...model,
        articles: [],
        people: [],
        totals: { ...model.totals, settled: 0, corrections: 0, ratings: [], standing: none, questions: 0 },
      },
    });
    expect(empty.says).toBe('No claim was settled, and no correction was made.');
    expect(empty.picture).toBeNull();
    expect((await readPdf(renderPeriodPaper(empty))).text).toContain('Nothing was done in these days.');
  });
});
