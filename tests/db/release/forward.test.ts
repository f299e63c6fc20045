import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { commandActor } from '#lib/access/gate-command.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { findSources } from '#lib/sources/data.ts';
import { keyLinks } from '#lib/sources/mutations-links.ts';
import { claimStates, digestOf, presentBasis } from '#lib/standing/data.ts';
import { settle } from '#lib/standing/mutations.ts';
import { parseBasis } from '#lib/standing/schema-columns.ts';
import { plant } from '../desk.ts';
import { withRelease } from './desk.ts';
import { type ReleaseAnswers, releaseAnswers } from './release.ts';

/*
 * A desk of release 0.1.0 comes forward: where its claims stand, what is stale, every digest and what `stet verify` says
 * are what that release said of them.
 */

const then = releaseAnswers();
const desk = withRelease();

async function standingsNow(): Promise<ReleaseAnswers['claims']> {
  const states = await claimStates(
    desk.db,
    then.claims.map(({ id }) => id),
  );
  return states.map(({ record, source, verdicts }, index) => ({
    id: record.id,
    story: then.claims[index]?.story ?? null,
    progress: record.progress,
    settledBy: record.settledBy,
    settledVerdictId: record.settledVerdictId,
    stale: record.stale,
    verdicts: verdicts.map((verdict) => ({
      id: verdict.id,
      seat: verdict.seat,
      inForce: verdict.inForce,
      revealed: verdict.revealed,
      stale: verdict.stale,
      signedOff: verdict.signedOff,
      basisDigest: verdict.record.basisDigest,
      // In the form that it was given in: later forms have other digests.
      presentDigest: digestOf(presentBasis(record, source, verdict.record, parseBasis(verdict.record.basis))),
    })),
  }));
}

const coverageNow = () =>
  desk.db.article.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, headline: true, sentencesRead: true, sentencesTotal: true },
  });

test('the desk holds every way in which a claim can stand', () => {
  const ways = new Set(then.claims.map(({ progress, settledBy, stale }) => `${progress} ${settledBy ?? ''} ${stale}`));
  expect([...ways].sort()).toEqual([
    'awaiting_second_reader  false',
    'awaiting_second_reader  true',
    'disputed  false',
    'in_review  false',
    'open  false',
    'settled one false',
    'settled one true',
    'settled third false',
    'settled two false',
    'settled two true',
  ]);
  expect(then.claims.some(({ verdicts }) => verdicts.some(({ revealed }) => !revealed))).toBe(true);
});

describe('brought forward', () => {
  test('every claim stands where it stood, and every digest is what it was', async () => {
    expect(await standingsNow()).toEqual(then.claims);
  });

  test('as much is read as was', async () => {
    expect(await coverageNow()).toEqual(then.articles);
  });

  test('and settling everything anew changes nothing', async () => {
    for (const { id } of then.articles) {
      const claims = await desk.db.claim.findMany({ where: { articleId: id }, select: { id: true } });
      await desk.db.$transaction((tx) =>
        settle(
          tx,
          id,
          claims.map((claim) => claim.id),
        ),
      );
    }
    expect(await standingsNow()).toEqual(then.claims);
    expect(await coverageNow()).toEqual(then.articles);
  });

  test('every revision has one reading: what it holds of the engine’s making', async () => {
    const revisions = await desk.db.revision.findMany({ include: { readings: true } });
    expect(revisions.length).toBeGreaterThan(then.articles.length);
    for (const { blocks, sentences, engineVersion, createdAt, readings } of revisions)
      expect(readings).toMatchObject([{ number: 1, engineVersion, blocks, sentences, createdAt }]);
  });

  test('every report is read, with the digest it had', async () => {
    for (const { id, number, digest } of then.reports) {
      const report = await readReport(desk.db, commandActor(), id);
      expect(report).toMatchObject({ digest, model: { number } });
    }
  });

  test('its history is whole, with every event that it had; what no event can tell is counted', async () => {
    const now = await verifyHistory(sql(), []);
    expect(now.breaks).toEqual(then.verify.breaks);
    expect(now.erased).toBe(then.verify.erased);
    // Two more for each article, and one for the desk: the records as they stood, and its readings.
    expect(now.events).toBe(then.verify.events + 2 * then.articles.length + 1);
    expect(now.notProvable.verdicts).toBe(then.claims.flatMap(({ verdicts }) => verdicts).length);
    expect(now.notProvable.reports).toBe(then.reports.length);
    // What they hold stands in the revisions, which are counted.
    expect(now.notProvable.readings).toBeUndefined();
  });

  // The last: the release knew no keys, and a link that it took down has none.
  test('a source of before is found by its link once a start has given it its key', async () => {
    const { id } = await plant(desk.db, async (tx) => {
      const source = await tx.source.findFirstOrThrow();
      expect(source).toMatchObject({ linkKey: null, shared: false, mergedIntoId: null });
      return tx.source.update({ where: { id: source.id }, data: { link: 'http://www.example.org/accounts/' } });
    });
    const found = async () =>
      (await findSources(desk.db, commandActor(), { query: 'https://example.org/accounts' })).map(
        (source) => source.id,
      );
    expect(await found()).toEqual([]);
    const owner = new pg.Client({ connectionString: process.env.STET_TEST_OWNER_URL });
    await owner.connect();
    expect(await keyLinks(owner).finally(() => owner.end())).toBe(1);
    expect(await found()).toEqual([id]);
    expect((await verifyHistory(sql(), [])).breaks).toEqual(then.verify.breaks);
  });
});
