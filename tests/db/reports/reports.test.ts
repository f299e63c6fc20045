import { beforeAll, describe, expect, test } from 'vitest';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { type ReportModel, reportModel } from '#lib/exports/model.ts';
import { renderText } from '#lib/exports/render.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

async function frozen(articleId: string, reader = people.viewer) {
  const { id } = await freezeReport(database.db, people.editor, { articleId });
  const report = await readReport(database.db, reader, id);
  if (!report) throw new Error('The report is not there');
  return report;
}

const claimIn = (model: ReportModel, number: number) => {
  const claim = model.claims.find((item) => item.number === number);
  if (!claim) throw new Error(`No claim ${number} in the report`);
  return claim;
};

describe('a report', () => {
  test('freezes what stands, and stays as it was', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'approved a £48.6 million budget');
    await attach(database.db, people.first, claim.id, '=SUM(A1)', 'supports', 'A note, with “marks”');
    await judge(database.db, people.first, claim.id, 'mostly-true', {
      rationale: 'So the accounts [1].',
      fix: 'a £48.6m budget',
    });
    const verdict = await lead(database.db, people.second, claim.id);
    await signOff(database.db, people.second, {
      verdictId: verdict.id,
      basisDigest: verdict.basisDigest ?? '',
      seen: verdict.seen,
    });
    const first = await frozen(bench.article.id);
    const now = await detail(database.db, people.editor, claim.id);
    await excludeClaims(database.db, people.editor, {
      claims: [{ id: claim.id, version: now.claim.version }],
      reason: 'After all',
    });
    const again = await readReport(database.db, people.viewer, first.id);
    expect(again?.model).toEqual(first.model);
    expect(sha256(canonicalJson(JSON.parse(JSON.stringify(first.model))))).toBe(first.digest);
    const { sentences, coverage, minorSentences } = first.model;
    const states = (state: string) => sentences.filter((one) => one.state === state);
    expect({ read: states('read').length, minor: states('minor').length, total: sentences.length }).toEqual(coverage);
    expect(states('minor').map(({ start, end }) => ({ start, end }))).toEqual(minorSentences);
    expect(first.model.article.addedAt).toBe(bench.article.createdAt);
    expect(first.model.article.revisions).toMatchObject([{ number: 1 }]);
    expect(claimIn(first.model, claim.number)).toMatchObject({ progress: 'settled', settledBy: 'two', mark: 'stands' });
    expect(claimIn((await frozen(bench.article.id)).model, claim.number).excluded).toMatchObject({
      reason: 'After all',
    });
  });

  test('says of what is unchecked that it is unchecked, in every format', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
    const report = await frozen(bench.article.id);
    const csv = renderText(report, 'csv', 'http://desk.test/r');
    expect(csv.split('\r\n').find((line) => line.startsWith(`claim,${claim.number},`))).toContain('Unchecked');
    expect(reportModel.parse(JSON.parse(renderText(report, 'json', '')))).toMatchObject({ format: 'report/2' });
    expect(JSON.parse(renderText(report, 'claimreview', 'http://desk.test/r'))['@graph']).toEqual([]);
  });

  test('gives settled claims as ClaimReview, and keeps formulas out of spreadsheets', async () => {
    const bench = await article(database.db, people.editor, { mode: 'one' });
    const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
    await attach(database.db, people.first, claim.id, 'Berth list', 'refutes');
    await judge(database.db, people.first, claim.id, 'false', { rationale: '=HYPERLINK("x")' });
    const report = await frozen(bench.article.id);
    const [review] = JSON.parse(renderText(report, 'claimreview', 'http://desk.test/r'))['@graph'];
    expect(review).toMatchObject({
      '@type': 'ClaimReview',
      url: `http://desk.test/r#claim-${claim.number}`,
      claimReviewed: claim.statement,
      reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'False' },
    });
    expect(renderText(report, 'csv', '')).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('tells nothing of a blind verdict, not even where its author freezes it', async () => {
    const bench = await article(database.db, people.editor, { mode: 'blind' });
    const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
    await attach(database.db, people.first, claim.id, 'Berth list', 'refutes', 'xylophone-note');
    await judge(database.db, people.first, claim.id, 'false', { rationale: 'xylophone-rationale' });
    const { id } = await freezeReport(database.db, people.first, { articleId: bench.article.id });
    const report = await readReport(database.db, people.first, id);
    if (!report) throw new Error('The report is not there');
    for (const format of ['html', 'markdown', 'json', 'csv', 'claimreview', 'annotations'] as const) {
      expect(renderText(report, format, '')).not.toMatch(/xylophone|refutes/);
    }
    expect(claimIn(report.model, claim.number)).toMatchObject({ progress: 'awaiting_second_reader', verdicts: [] });
  });

  test('is not there for who may not see its article', async () => {
    const bench = await article(database.db, people.editor, { access: 'named', memberIds: [people.first.id] });
    const report = await frozen(bench.article.id, people.first);
    expect(await readReport(database.db, people.second, report.id)).toBeNull();
    expect(await readReport(database.db, people.admin, report.id)).toBeNull();
    await expect(reopen(database.db, people.second, bench.article.id)).rejects.toThrow('No article');
  });
});
