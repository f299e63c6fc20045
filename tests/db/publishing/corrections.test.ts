import { beforeAll, describe, expect, test } from 'vitest';
import { editClaim } from '#lib/claims/mutations.ts';
import { resolveComment, writeComment } from '#lib/comments/mutations.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { publishingOf } from '#lib/publishing/data.ts';
import { correctionsDue } from '#lib/publishing/data-due.ts';
import { publicFeed, publicReportAt, publicStamp } from '#lib/publishing/data-public.ts';
import { sharedFile } from '#lib/publishing/data-shared.ts';
import { correctReport, declineCorrection, publishReport, withdrawReport } from '#lib/publishing/mutations.ts';
import { makeReportLink, openReportLink, revokeReportLink } from '#lib/publishing/mutations-links.ts';
import { listReports, readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { workbench } from '#lib/workbench/data.ts';
import { article, type Cast, cast, claimOn, detail, judge, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal, tamper } from '../trust/desk.ts';
import { legalFlag, publishedArticle, setPublishing } from '../trust/publishing.ts';
import { reader } from './reader.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const published = () => publishedArticle(database.db, people.first, people.editor);
const due = async (articleId: string, who = people.viewer) => (await correctionsDue(database.db, who, articleId))[0];

describe('a verdict that is changed after it was published', () => {
  test('asks for a correction until one is made, which takes the place of what was wrong', async () => {
    const { db } = database;
    const { articleId, claim, slug, reportId } = await published();
    expect(await due(articleId)).toBeUndefined();
    await judge(db, people.first, claim.id, 'false', { rationale: 'The table was of another year [1].' });
    expect(await due(articleId)).toMatchObject({
      number: 1,
      changed: [{ number: claim.number, was: 'true', wasLabel: 'True', now: 'false', nowLabel: 'False' }],
    });
    expect(await correctionsDue(db, people.viewer)).toHaveLength(1);
    const correction = 'We said that the claim was true. It is false.';
    await expect(correctReport(db, people.first, { articleId, correction })).rejects.toThrow();
    const made = await correctReport(db, people.editor, { articleId, correction });
    expect(await due(articleId)).toBeUndefined();
    const before = await readReport(db, people.viewer, reportId);
    expect(before?.later).toMatchObject({ number: made.number, corrections: [{ note: correction }] });
    const now = await publicReportAt(db, reader(), slug);
    expect(now?.page).toMatchObject({ later: null, model: { number: 2, correction }, earlier: [{ number: 1 }] });
    const earlier = await publicReportAt(db, reader(), slug, 1);
    expect(earlier?.page).toMatchObject({ later: { number: 2, corrections: [{ note: correction }] } });
  });

  test('asks no longer once it is declined with a reason, and again when it changes again', async () => {
    const { db } = database;
    const { articleId, claim } = await published();
    await judge(db, people.first, claim.id, 'false');
    const { seen = '' } = (await due(articleId)) ?? {};
    const decline = (by = people.editor) => declineCorrection(db, by, { articleId, seen, reason: 'Nobody was misled' });
    expect(await refusal(decline(people.first))).toBe('forbidden');
    await decline();
    expect(await due(articleId)).toBeUndefined();
    // Declined is what was seen, and not whatever comes.
    expect(await refusal(decline())).toBe('moved-on');
    await judge(db, people.first, claim.id, 'mostly-true');
    expect((await due(articleId))?.changed).toMatchObject([{ now: 'mostly-true' }]);
    const [event] = await db.event.findMany({
      where: { chainId: articleId, action: 'report.correctionDeclined' },
      include: { detail: true },
    });
    expect(event?.detail?.detail).toContain('Nobody was misled');
  });

  test('is none where a claim only asks for a fresh look, or its article is not the reader’s to see', async () => {
    const { db } = database;
    const { articleId, claim } = await published();
    const { id, version } = (await detail(db, people.first, claim.id)).claim;
    await editClaim(db, people.first, { id, version, statement: 'Lorry tolls will rise by 4.5 % from June.' });
    expect((await detail(db, people.first, claim.id)).claim.stale).toBe(true);
    expect(await due(articleId)).toBeUndefined();
    await judge(db, people.first, claim.id, 'false');
    expect(await due(articleId)).toBeDefined();
    const { version: at } = await db.article.findUniqueOrThrow({ where: { id: articleId } });
    const { setAccess } = await import('#lib/articles/mutations.ts');
    await setAccess(db, people.editor, { id: articleId, version: at, access: 'named', memberIds: [people.first.id] });
    expect(await due(articleId)).toBeUndefined();
    expect(await due(articleId, people.first)).toBeDefined();
  });
});

test('what was published stands in the history: whoever changes it behind that is found', async () => {
  const { db } = database;
  const { articleId, reportId } = await published();
  const { version } = await db.publication.findUniqueOrThrow({ where: { articleId } });
  await withdrawReport(db, people.editor, { articleId, version, note: 'We look at it again.' });
  const link = { reportId, label: 'A lawyer', days: 1 };
  const { url } = await makeReportLink(db, people.editor, 'https://desk.test', link);
  expect(await openReportLink(db, url.split('/').at(-1) ?? '', true)).toEqual({ reportId });
  const breaks = async () => (await verifyHistory(sql(), [], db)).breaks;
  expect(await breaks()).toEqual([]);
  await tamper((tx) => tx`update publications set withdrawn_note = 'Nothing to see' where article_id = ${articleId}`);
  await tamper(
    (tx) => tx`update published_reports set public_at = now() - interval '1 year' where report_id = ${reportId}`,
  );
  await tamper(
    (tx) => tx`update report_links set expires_at = now() + interval '9 years' where report_id = ${reportId}`,
  );
  const found = await breaks();
  for (const table of ['publications', 'published_reports', 'report_links'])
    expect(found).toContainEqual(
      expect.objectContaining({ because: 'record-changed', record: expect.objectContaining({ table }) }),
    );
  await tamper(
    (tx) => tx`update report_links set expires_at = now() - interval '1 second' where report_id = ${reportId}`,
  );
  expect(await openReportLink(db, url.split('/').at(-1) ?? '', true)).toBeNull();
});

test('what was withdrawn stays so when another report is published in its place, at once or from a time on', async () => {
  const { db } = database;
  const { articleId, slug, reportId } = await published();
  const withdraw = async () => {
    const { version } = await db.publication.findUniqueOrThrow({ where: { articleId } });
    await withdrawReport(db, people.editor, { articleId, version, note: 'It was wrong.' });
  };
  const at = async (number: number | null, when?: Date) => {
    const found = await publicReportAt(db, reader(when), slug, number);
    return found && (found.gap ? 'gap' : [found.page.model.number, ...found.page.earlier.map((one) => one.number)]);
  };
  await withdraw();
  const { id } = await freezeReport(db, people.editor, { articleId, correction: 'The year was wrong.' });
  const tomorrow = new Date(Date.now() + 86_400_000);
  await publishReport(db, people.editor, { reportId: id, publicAt: tomorrow.toISOString() });
  const stamp = () => publicStamp(db, reader(), slug);
  const waiting = await stamp();
  // The note stands until the next one appears, and nothing of either is read.
  expect([await at(null), await at(1), await at(2)]).toEqual(['gap', 'gap', null]);
  expect(await publishingOf(db, people.editor, 'https://desk.test', id)).toMatchObject({
    state: 'awaits',
    publication: { withdrawnNote: 'It was wrong.', isHeld: false },
  });
  expect(await publicStamp(db, reader(new Date(tomorrow.getTime() + 1000)), slug)).not.toBe(waiting);
  expect([
    await at(null, new Date(tomorrow.getTime() + 1000)),
    await at(1, new Date(tomorrow.getTime() + 1000)),
  ]).toEqual([[2], null]);
  // Taken back while it waits it leaves no trace, and the note is the last one.
  await withdraw();
  expect(await at(null, new Date(tomorrow.getTime() + 1000))).toBe('gap');
  expect(await at(2, new Date(tomorrow.getTime() + 1000))).toBeNull();
  await publishReport(db, people.editor, { reportId: id, publicAt: null });
  expect([await at(null), await at(2), await at(1)]).toEqual([[2], [2], null]);
  expect(await publishingOf(db, people.editor, 'https://desk.test', id)).toMatchObject({
    state: 'published',
    publication: { withdrawnNote: null },
  });
  expect(await publicFeed(db, reader())).not.toContainEqual(expect.objectContaining({ slug, number: 1 }));
  // The same one, put back on purpose, is there again.
  await withdraw();
  expect(await at(null)).toBe('gap');
  await publishReport(db, people.editor, { reportId: id, publicAt: null });
  expect(await at(null)).toEqual([2]);
  expect(await refusal(publishReport(db, people.editor, { reportId, publicAt: null }))).toBe('conflict');
  const { breaks } = await verifyHistory(sql(), [], db);
  expect(breaks.filter(({ chain }) => chain === articleId)).toEqual([]);
});

test('nothing is published under an open flag for legal attention, on what it shows or on its article', async () => {
  const { db } = database;
  const { articleId, claim } = await published();
  const { id: reportId } = await freezeReport(db, people.editor, { articleId, correction: 'The year was wrong.' });
  const publish = () => refusal(publishReport(db, people.editor, { reportId, publicAt: null }));
  for (const claimId of [claim.id, null]) {
    const { id } = await writeComment(db, people.first, legalFlag(articleId, claimId));
    expect(await publish()).toBe('conflict');
    const clear = { id, version: 1, resolved: true, outcome: 'answered', answer: 'It is true.' } as const;
    await resolveComment(db, people.editor, clear);
  }
  expect(await publish()).toBe('done');
});

test('a secret link opens one report until it is revoked, and says how often', async () => {
  const { db } = database;
  const { reportId } = await published();
  const make = (by = people.editor) =>
    makeReportLink(db, by, 'https://desk.test', { reportId, label: 'A lawyer', days: 7 });
  expect(await refusal(make(people.first))).toBe('forbidden');
  const token = (await make()).url.split('/').at(-1) ?? '';
  const link = await db.reportLink.findFirstOrThrow({ where: { reportId } });
  expect(JSON.stringify(link)).not.toContain(token);
  for (const isCounted of [true, false, true]) expect(await openReportLink(db, token, isCounted)).toEqual({ reportId });
  const told = await publishingOf(db, people.editor, 'https://desk.test', reportId);
  expect(told?.links).toMatchObject([{ label: 'A lawyer', opened: 2, state: 'open' }]);
  expect(await refusal(revokeReportLink(db, people.first, { id: link.id }))).toBe('forbidden');
  await revokeReportLink(db, people.editor, { id: link.id });
  expect(await openReportLink(db, token, true)).toBeNull();
});

test('a withdrawal takes back the secret links that were made before it, to whichever report of the article', async () => {
  const { db } = database;
  const { articleId, reportId } = await published();
  const { id: draft } = await freezeReport(db, people.editor, { articleId });
  const link = async (id: string) => {
    const { url } = await makeReportLink(db, people.editor, 'https://desk.test', { reportId: id, label: 'X', days: 7 });
    return url.split('/').at(-1) ?? '';
  };
  const open = (token: string) => openReportLink(db, token, true);
  const file = async (token: string) => String((await sharedFile(db, reader(), token, true))?.body);
  const [one, two] = [await link(reportId), await link(draft)];
  expect(await file(one)).toContain('So the table');
  const { version } = await db.publication.findUniqueOrThrow({ where: { articleId } });
  await withdrawReport(db, people.editor, { articleId, version, note: 'A judge has said so.' });
  for (const token of [one, two]) {
    expect(await open(token)).toMatchObject({ note: 'A judge has said so.', at: expect.any(Date) });
    expect(await file(token)).toContain('A judge has said so.');
    expect(await file(token)).not.toContain('So the table');
  }
  const told = await publishingOf(db, people.editor, 'https://desk.test', reportId);
  expect(told?.links).toMatchObject([{ state: 'takenBack' }]);
  // Who is still to read it is given a link anew; what is frozen later was never withdrawn.
  const again = await link(reportId);
  const next = await freezeReport(db, people.editor, { articleId, correction: 'The year was wrong.' });
  const fresh = await link(next.id);
  expect([await open(again), await open(fresh)]).toEqual([{ reportId }, { reportId: next.id }]);
  await publishReport(db, people.editor, { reportId: next.id, publicAt: null });
  expect([await open(one), await open(again), await open(fresh)]).toMatchObject([
    { note: 'A judge has said so.' },
    { reportId },
    { reportId: next.id },
  ]);
});

test('a flag for legal attention that is raised while a report waits keeps it back past its time, until it is cleared', async () => {
  const { db } = database;
  const { articleId, claim, slug } = await published();
  const flag = async (claimId: string | null) =>
    (await writeComment(db, people.first, legalFlag(articleId, claimId))).id;
  const clear = (id: string) =>
    resolveComment(db, people.editor, { id, version: 1, resolved: true, outcome: 'answered', answer: 'It is true.' });
  const at = async (when: Date) => (await publicReportAt(db, reader(when), slug))?.page?.model.number;
  const { id: reportId } = await freezeReport(db, people.editor, { articleId });
  const due = new Date(Date.now() + 60_000);
  const later = new Date(due.getTime() + 1000);
  await publishReport(db, people.editor, { reportId, publicAt: due.toISOString() });
  expect([await at(new Date()), await at(later)]).toEqual([1, 2]);
  const first = await flag(claim.id);
  const second = await flag(null);
  expect(await at(later)).toBe(1);
  const how = async () => (await publishingOf(db, people.viewer, 'https://desk.test', reportId))?.publication?.isHeld;
  expect(await how()).toBe(true);
  await clear(first);
  expect([await at(later), await how()]).toEqual([1, true]);
  await clear(second);
  expect([await at(later), await how()]).toEqual([2, false]);
  // What is public already stays: somebody decides whether it is withdrawn.
  await plant(db, (tx) =>
    tx.publishedReport.update({ where: { reportId }, data: { publicAt: new Date(Date.now() - 1000) } }),
  );
  await flag(claim.id);
  expect(await at(new Date())).toBe(2);
});

describe('publishing a report', () => {
  test('is for who may, on a desk that does, of a report in which something is settled, and once', async () => {
    const { db } = database;
    const { articleId, reportId } = await published();
    const publish = (id: string, by = people.editor) => publishReport(db, by, { reportId: id, publicAt: null });
    expect(await refusal(publish(reportId, people.first))).toBe('forbidden');
    expect(await refusal(publish(reportId))).toBe('conflict');
    const bench = await article(db, people.editor);
    await claimOn(db, people.first, bench, 'approved a £48.6 million budget');
    const empty = await freezeReport(db, people.editor, { articleId: bench.article.id });
    expect(await refusal(publish(empty.id))).toBe('conflict');
    const next = await freezeReport(db, people.editor, { articleId });
    await setPublishing(db, false);
    expect(await refusal(publish(next.id))).toBe('conflict');
    await setPublishing(db, true);
    expect(await publish(next.id)).toMatchObject({ number: 2 });
    expect(await refusal(publish(reportId))).toBe('conflict');
  });

  test('is of whole articles: one on chosen claims takes no report’s place, is corrected by none, and is never the last', async () => {
    const { db } = database;
    const { articleId, claim, slug, reportId } = await published();
    const mine = await db.claim.findMany({ where: { articleId }, orderBy: { number: 'asc' }, select: { id: true } });
    const elsewhere = await published();
    const freeze = (claims: readonly string[], note?: string) =>
      freezeReport(db, people.viewer, { articleId, chosen: { claims: [...claims], note } });
    expect(await refusal(freeze([claim.id, elsewhere.claim.id]))).toBe('moved-on');
    const part = await freeze([claim.id], 'For the lawyer');
    const read = await readReport(db, people.viewer, part.id);
    expect(read?.model).toMatchObject({
      number: 2,
      part: { chosen: 1, of: mine.length, note: 'For the lawyer' },
      claims: [{ id: claim.id, outcome: 'settled' }],
      frozenBy: { id: people.viewer.id },
      supersedes: null,
    });
    expect(sha256(canonicalJson(JSON.parse(JSON.stringify(read?.model))))).toBe(part.digest);
    expect((await readReport(db, people.viewer, reportId))?.later).toBeNull();
    expect(await refusal(publishReport(db, people.editor, { reportId: part.id, publicAt: null }))).toBe('conflict');
    expect(await publishingOf(db, people.editor, 'https://desk.test', part.id)).toMatchObject({
      state: 'part',
      mayGoOut: false,
    });
    const bench = await workbench(db, people.editor, articleId);
    expect(bench?.latestReport).toMatchObject({ id: reportId, number: 1 });
    expect(await listReports(db, people.viewer, articleId)).toMatchObject([
      { number: 2, chosen: 1 },
      { number: 1, chosen: null },
    ]);
    // The next whole one takes the place of the whole one before, and nothing the part's.
    await judge(db, people.first, claim.id, 'false', { rationale: 'The table was of another year [1].' });
    const correction = 'It is false.';
    const whole = await correctReport(db, people.editor, { articleId, correction });
    expect((await readReport(db, people.viewer, whole.id))?.model).toMatchObject({
      number: 3,
      part: null,
      supersedes: { number: 1 },
      correction,
    });
    expect((await readReport(db, people.viewer, reportId))?.later).toMatchObject({
      number: 3,
      corrections: [{ note: correction }],
    });
    expect((await readReport(db, people.viewer, part.id))?.later).toBeNull();
    expect((await publicReportAt(db, reader(), slug))?.page).toMatchObject({
      model: { number: 3 },
      earlier: [{ number: 1 }],
    });
    const never = await article(db, people.editor);
    const one = await claimOn(db, people.first, never, 'approved a £48.6 million budget');
    await freezeReport(db, people.editor, { articleId: never.article.id, chosen: { claims: [one.id] } });
    expect(await refusal(correctReport(db, people.editor, { articleId: never.article.id, correction }))).toBe(
      'conflict',
    );
    const breaks = async () =>
      (await verifyHistory(sql(), [], db)).breaks.filter((one) => JSON.stringify(one).includes(part.id));
    expect(await breaks()).toEqual([]);
    await tamper((tx) => tx`update reports set chosen = null where id = ${part.id}`);
    expect((await breaks()).length).toBeGreaterThan(0);
    await tamper((tx) => tx`update reports set chosen = 1 where id = ${part.id}`);
  });

  test('can wait for a time, which can be changed, and leaves no trace where it is withdrawn before', async () => {
    const { db } = database;
    const { articleId, slug } = await published();
    const next = await freezeReport(db, people.editor, { articleId });
    const at = (days: number) => new Date(Date.now() + days * 86_400_000);
    await publishReport(db, people.editor, { reportId: next.id, publicAt: at(2).toISOString() });
    expect((await publicReportAt(db, reader(), slug))?.page?.model.number).toBe(1);
    expect(await publicReportAt(db, reader(), slug, 2)).toBeNull();
    expect((await publicReportAt(db, reader(at(3)), slug))?.page?.model.number).toBe(2);
    await publishReport(db, people.editor, { reportId: next.id, publicAt: at(4).toISOString() });
    expect((await publicReportAt(db, reader(at(3)), slug))?.page?.model.number).toBe(1);
    const { version } = await db.publication.findUniqueOrThrow({ where: { articleId } });
    await withdrawReport(db, people.editor, { articleId, version, note: 'We look at it again.' });
    expect(await publicReportAt(db, reader(at(5)), slug)).toMatchObject({
      page: null,
      gap: { note: 'We look at it again.' },
    });
    // What was never public has no place in which a note could stand.
    expect(await publicReportAt(db, reader(at(5)), slug, 2)).toBeNull();
    await publishReport(db, people.editor, { reportId: next.id, publicAt: null });
    expect((await publicReportAt(db, reader(at(1)), slug))?.page?.model.number).toBe(2);
  });

  test('gives two articles of one headline two addresses', async () => {
    const { db } = database;
    const one = await published();
    const two = await published();
    const next = await freezeReport(db, people.editor, { articleId: two.articleId });
    const again = await publishReport(db, people.editor, { reportId: next.id, publicAt: null });
    expect(one.slug).not.toBe(two.slug);
    // The address stays, whatever comes.
    expect(again.slug).toBe(two.slug);
  });
});
