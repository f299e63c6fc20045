import { beforeAll, describe, expect, test } from 'vitest';
import { commandActor } from '#lib/access/gate-command.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { type ReportModel, reportModel } from '#lib/exports/model.ts';
import { textOf } from '#lib/exports/outline/index.ts';
import { outcomeLine } from '#lib/exports/outline/outcome.ts';
import { periodModel } from '#lib/exports/period/model.ts';
import { periodOutline } from '#lib/exports/period/outline.ts';
import { renderText } from '#lib/exports/render.ts';
import { readNumbers } from '#lib/numbers/data.ts';
import { editOwnName } from '#lib/people/mutations-own.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { reportPeriod } from '#lib/reports/mutations-period.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead, person, reopen } from '../desk.ts';
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

  test('names people as they were called when they acted, and says what they are called now', async () => {
    const rosa = await person(database.db, 'Rosa Vale', 'reviewer');
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, rosa, bench, 'approved a £48.6 million budget');
    await judge(database.db, rosa, claim.id, 'true');
    await editOwnName(database.db, rosa, { name: 'Rosa Vale-Marsh' });
    await judge(database.db, rosa, claim.id, 'false');
    const kept = await frozen(bench.article.id);
    const { model } = kept;
    expect(claimIn(model, claim.number).verdicts.map(({ by }) => by.name)).toEqual(['Rosa Vale-Marsh', 'Rosa Vale']);
    expect(model.people.find(({ id }) => id === rosa.id)?.name).toBe('Rosa Vale-Marsh');
    const text = renderText(kept, 'markdown', 'https://desk.test/reports/1');
    expect(text).toContain('now named Rosa Vale-Marsh');
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

describe('a report on the desk’s work in a period', () => {
  const today = async () => {
    const { today: day } = await readNumbers(database.db, people.editor, null);
    return { from: day, to: day };
  };
  const made = async (by: PersonActor) => (await reportPeriod(database.db, by, await today(), 'json')).model;
  const of = ({ articles }: Awaited<ReturnType<typeof made>>, id: string) => articles.find((one) => one.id === id);

  test('says of each article what a report on it says, how claims were settled, what was corrected and what is open', async () => {
    const { db } = database;
    const bench = await article(db, people.editor, { mode: 'open' });
    const articleId = bench.article.id;
    const on = (words: string) => claimOn(db, people.first, bench, words);
    const before = (await made(people.editor)).totals;
    const [signed, disputed, wrong] = [
      await on('approved a £48.6 million budget'),
      await on('Lorry tolls will rise'),
      await on('Nobody in this trade was consulted'),
    ];
    for (const claim of [signed, disputed, wrong]) await attach(db, people.first, claim.id, 'Minutes');
    const agree = async (claimId: string) => {
      const verdict = await lead(db, people.second, claimId);
      await signOff(db, people.second, {
        verdictId: verdict.id,
        basisDigest: verdict.basisDigest ?? '',
        seen: verdict.seen,
      });
    };
    await judge(db, people.first, signed.id, 'true', { fix: 'approved a £46.8 million budget' });
    await agree(signed.id);
    await judge(db, people.first, wrong.id, 'false');
    await agree(wrong.id);
    await judge(db, people.first, disputed.id, 'true');
    await judge(db, people.second, disputed.id, 'half-true');
    await freezeReport(db, people.viewer, { articleId, chosen: { claims: [signed.id] } });
    await frozen(articleId);
    const report = await freezeReport(db, people.editor, { articleId, correction: 'The year was wrong.' });
    const model = await made(people.editor);
    expect(periodModel.parse(model)).toEqual(model);
    const told = of(model, articleId);
    expect(told).toMatchObject({
      settled: 2,
      disputes: 1,
      ratings: [
        { key: 'true', count: 1 },
        { key: 'false', count: 1, stands: false },
      ],
      standing: { stands: 0, change: 2, disputed: 1 },
      reports: [
        { correction: null },
        { number: report.number, digest: report.digest, correction: 'The year was wrong.', publicAt: null },
      ],
    });
    const read = await readReport(db, people.viewer, report.id);
    if (!read || !told) throw new Error('It is not there');
    const { outcome } = periodOutline({ model: { ...model, articles: [told] }, digest: '' }).articles.items[0] ?? {};
    expect(textOf(outcomeLine({ ...read.model, coverage: { read: 0, minor: 0, total: 0 } }))).toBe(outcome);
    const grown = (key: 'firstVerdicts' | 'secondReadings' | 'settled' | 'wrong' | 'disputes' | 'corrections') =>
      model.totals[key] - before[key];
    expect([
      grown('firstVerdicts'),
      grown('secondReadings'),
      grown('settled'),
      grown('wrong'),
      grown('disputes'),
      grown('corrections'),
    ]).toEqual([3, 3, 2, 1, 1, 1]);
    const event = await db.event.findFirstOrThrow({
      where: { chainId: 'desk', action: 'period.reported' },
      orderBy: { sequence: 'desc' },
      include: { detail: true },
    });
    expect(JSON.parse(event.detail?.detail ?? '')).toMatchObject({
      digest: sha256(canonicalJson(JSON.parse(JSON.stringify(model)))),
      format: 'json',
    });
  });

  test('is for editors and admins, of what each may read, and says nothing of what is blind or of whom a small count is', async () => {
    const { db } = database;
    await expect(made(people.first)).rejects.toThrow();
    await expect(reportPeriod(db, commandActor(), null, 'json')).rejects.toThrow();
    const blind = await article(db, people.editor, { mode: 'blind' });
    const secret = await article(db, people.editor, { access: 'named', memberIds: [people.editor.id], mode: 'one' });
    const pending = await claimOn(db, people.first, blind, 'between £14 million and £17 million');
    await attach(db, people.first, pending.id, 'A map');
    const before = await made(people.editor);
    await judge(db, people.first, pending.id, 'false', { fix: 'nothing of the kind' });
    const { madeAt: _, salt: _s, head: _h, ...after } = await made(people.editor);
    const { madeAt: _b, salt: _t, head: _d, ...was } = before;
    // That a first verdict is in is no secret; what it says is.
    const blinded = (model: typeof after) => ({
      ...model,
      totals: { ...model.totals, standing: null },
      articles: model.articles.map((one) => (one.id === blind.article.id ? { ...one, standing: null } : one)),
    });
    expect(blinded(after)).toEqual(blinded(was));
    expect(of(before, blind.article.id)).toMatchObject({ settled: 0, ratings: [] });
    expect(of(before, secret.article.id)).toBeDefined();
    const other = await person(db, 'Another editor', 'editor');
    expect(JSON.stringify(await made(other))).not.toContain(secret.article.id);
    const small = before.people.flatMap((one) => [one.firstVerdicts, one.secondReadings, one.evidence]);
    expect(small.every((count) => count === null || count === 0 || count >= before.least)).toBe(true);
  });
});
