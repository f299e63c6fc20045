import { beforeAll, expect, test } from 'vitest';
import { splitClaim } from '#lib/claims/mutations-lineage.ts';
import { editComment, resolveComment, writeComment } from '#lib/comments/mutations.ts';
import { publicReportAt } from '#lib/publishing/data-public.ts';
import { publishReport, withdrawReport } from '#lib/publishing/mutations.ts';
import { makeReportLink, openReportLink } from '#lib/publishing/mutations-links.ts';
import { periodOfDesk } from '#lib/reports/data-period.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { workbench } from '#lib/workbench/data.ts';
import { type Cast, cast, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from '../trust/desk.ts';
import { LEGAL, legalFlag, publishedArticle } from '../trust/publishing.ts';
import { reader } from './reader.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

/** A published article, and what is done with it in words. */
async function scene() {
  const { db } = database;
  const { articleId, slug, claim, reportId } = await publishedArticle(db, people.first, people.editor);
  return {
    ...{ articleId, slug, claim, reportId },
    ask: async (claimId: string | null, asked: typeof LEGAL | null = LEGAL) =>
      (await writeComment(db, people.first, legalFlag(articleId, claimId, asked))).id,
    resolve: async (id: string, resolved = true) => {
      const { version } = await db.comment.findUniqueOrThrow({ where: { id } });
      const how = resolved ? ({ outcome: 'answered', answer: 'It is true.' } as const) : {};
      await resolveComment(db, people.editor, { id, version, resolved, ...how });
    },
    publish: (id: string, publicAt: Date | null) =>
      publishReport(db, people.editor, { reportId: id, publicAt: publicAt?.toISOString() ?? null }),
    withdraw: async () => {
      const { version } = await db.publication.findUniqueOrThrow({ where: { articleId } });
      await withdrawReport(db, people.editor, { articleId, version, note: 'It was wrong.' });
    },
    /** What the public reads: a report's number, or that something was withdrawn. */
    at: async (when?: Date, number: number | null = null) => {
      const found = await publicReportAt(db, reader(when), slug, number);
      return found && (found.gap ? 'gap' : found.page.model.number);
    },
    /** Its time came a moment ago, right after it was flagged. */
    come: async (id: string, flag: string) => {
      const { createdAt } = await db.comment.findUniqueOrThrow({ where: { id: flag } });
      const publicAt = new Date(createdAt.getTime() + 1);
      await plant(db, (tx) =>
        tx.publishedReport.update({ where: { reportId: id }, data: { publicAt, createdAt: inHours(-1) } }),
      );
    },
  };
}

test('a flag that is raised while another keeps a report back keeps it back too, and nothing that comes later dates it anew', async () => {
  const { db } = database;
  const { articleId, slug, claim, ask, resolve, publish, at, come } = await scene();
  const { id } = await freezeReport(db, people.editor, { articleId });
  await publish(id, inHours(1));
  const first = await ask(claim.id);
  await come(id, first);
  const second = await ask(null);
  await resolve(first);
  expect(await at()).toBe(1);
  await resolve(second);
  expect(await at()).toBe(2);
  const dated = async () => (await publicReportAt(db, reader(), slug))?.page?.publicAt;
  const from = await dated();
  // What is public stays, under its date: a flag that is opened again, and a question that becomes one.
  await resolve(second, false);
  expect(await dated()).toBe(from);
  await resolve(second);
  const question = await ask(claim.id, null);
  await editComment(db, people.first, { id: question, version: 1, body: 'Libel?', asked: LEGAL });
  expect(await dated()).toBe(from);
  await resolve(question);
  expect([await at(), await dated()]).toEqual([2, from]);
});

test('a flag on what came of a claim is one on the claim, which a report may still show', async () => {
  const { db } = database;
  const { articleId, claim, ask, resolve, publish, at } = await scene();
  const { id } = await freezeReport(db, people.editor, { articleId });
  const waits = await freezeReport(db, people.editor, { articleId });
  await publish(id, inHours(1));
  const bench = await workbench(db, people.editor, articleId);
  const own = bench?.claims.find((one) => one.id === claim.id);
  if (!bench || !own || own.start === null || own.end === null) return expect.unreachable();
  const middle = own.start + 11;
  const { claims } = await splitClaim(db, people.first, {
    id: own.id,
    version: own.version,
    revisionId: bench.revision.id,
    parts: [{ span: { start: own.start, end: middle } }, { span: { start: middle + 1, end: own.end } }],
    evidence: [],
  });
  const part = claims.find((one) => one.id !== own.id);
  if (!part) return expect.unreachable();
  const flag = await ask(part.id);
  expect(await at(inHours(2))).toBe(1);
  expect(await refusal(publish(waits.id, null))).toBe('conflict');
  await resolve(flag);
  expect(await at(inHours(2))).toBe(2);
});

test('a withdrawn report that is published again from a time on leaves its note until then, and links of before lead to it', async () => {
  const { db } = database;
  const { articleId, reportId, publish, withdraw, at } = await scene();
  const made = await makeReportLink(db, people.editor, 'https://desk.test', { reportId, label: 'X', days: 7 });
  const open = () => openReportLink(db, made.url.split('/').at(-1) ?? '', false);
  const told = async () =>
    (await periodOfDesk(db, people.editor, { id: people.editor.id, name: 'E' }, null)).articles.find(
      (one) => one.id === articleId,
    )?.reports[0]?.publicAt ?? null;
  expect(await told()).not.toBeNull();
  await withdraw();
  await publish(reportId, inHours(1));
  expect([await at(), await at(undefined, 1), await at(inHours(2))]).toEqual(['gap', 'gap', 1]);
  expect([await open(), await told()]).toEqual([{ note: 'It was wrong.', at: expect.any(Date) }, null]);
  // Taken back before its time, it is withdrawn as it was.
  await withdraw();
  expect([await at(), await at(inHours(2))]).toEqual(['gap', 'gap']);
  await publish(reportId, null);
  expect([await at(), await open()]).toEqual([1, { reportId }]);
  // The desk's numbers tell what the public can read, whatever was withdrawn before.
  expect(await told()).not.toBeNull();
});

test('a report that a newer one overtook while it waited is never read, not as an earlier one either', async () => {
  const { db } = database;
  const { articleId, publish, at } = await scene();
  const waits = await freezeReport(db, people.editor, { articleId });
  await publish(waits.id, inHours(1));
  const newer = await freezeReport(db, people.editor, { articleId, correction: 'The year was wrong.' });
  await publish(newer.id, null);
  expect([await at(inHours(2)), await at(inHours(2), 2), await at(inHours(2), 1)]).toEqual([3, null, 1]);
});

test('a report that was flagged from before its time until after it was withdrawn leaves no trace, whatever becomes of the flag', async () => {
  const { db } = database;
  const { articleId, claim, ask, resolve, publish, withdraw, at, come } = await scene();
  const { id } = await freezeReport(db, people.editor, { articleId });
  await publish(id, inHours(1));
  const flag = await ask(claim.id);
  await come(id, flag);
  await withdraw();
  await resolve(flag);
  await resolve(flag, false);
  expect([await at(), await at(undefined, 2), await at(undefined, 1)]).toEqual(['gap', null, 'gap']);
});
