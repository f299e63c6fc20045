import { beforeAll, describe, expect, test } from 'vitest';
import { commandActor } from '#lib/access/gate-command.ts';
import { isNamedTo } from '#lib/access/rules-confidential.ts';
import type { Actor, PersonActor } from '#lib/access/types.ts';
import { attachEvidence, editEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { renderText } from '#lib/exports/render.ts';
import { findJob, jobPage } from '#lib/jobs/data.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { Prisma } from '#lib/platform/db.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { findSources } from '#lib/sources/data.ts';
import { capturesOf, openCapture } from '#lib/sources/data-captures.ts';
import { confidenceOf } from '#lib/sources/data-confidential.ts';
import { sourcesAsFile } from '#lib/sources/data-export.ts';
import { sourcePage } from '#lib/sources/data-list.ts';
import { keptSource, sourceInFull } from '#lib/sources/data-page.ts';
import { openForReader } from '#lib/sources/data-reader.ts';
import { editSource } from '#lib/sources/mutations.ts';
import { markConfidential, unmarkConfidential } from '#lib/sources/mutations-confidential.ts';
import { mergeSources } from '#lib/sources/mutations-merge.ts';
import { openLink } from '#lib/sources/mutations-open.ts';
import { knownSources, knownSql } from '#lib/sources/policy.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { articleHistory, deskHistory } from '#lib/workbench/data-history.ts';
import { namingOf } from '#lib/workbench/data-names.ts';
import { article, type Cast, cast, claimOn, detail, judge, person, plant, plantCapture } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from '../trust/desk.ts';
import { need } from '../trust/scene.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const NAME = 'Marlin Overbeek';
const LINK = 'https://overbeek.example/marlin';
const FIELDS = {
  title: NAME,
  kind: 'person',
  tier: 'primary',
  publisher: 'Overbeek Salvage',
  author: null,
  link: LINK,
  publishedOn: null,
  note: 'Works on the quay',
} as const;

const evidence = {
  stance: 'supports',
  aspect: 'content',
  quote: 'One in five, I counted',
  locator: 'The second call',
} as const;
const words = { ...evidence, note: 'On the phone', means: 'telephone', consultedOn: '2026-05-04' } as const;

/** A claim whose only evidence is taken from a source that the first reviewer has marked. */
async function confided(to: readonly PersonActor[] = [], more: { mode?: 'one' | 'open' } = {}) {
  const { db } = database;
  const bench = await article(db, people.editor, more);
  const claim = await claimOn(db, people.first, bench, 'About one in five berths is closed');
  const { source } = await attachEvidence(db, people.first, {
    claimId: claim.id,
    source: { fields: FIELDS },
    ...words,
  });
  const input = { id: source.id, version: 1, reason: 'Could lose the job', to: to.map(({ id }) => id) };
  const { version } = await markConfidential(db, people.first, input);
  return { articleId: bench.article.id, claimId: claim.id, sourceId: source.id, version };
}

const everybody = (): Actor[] => [...Object.values(people), commandActor()];

describe('to whom a source is named', () => {
  test('the rule, the where and the SQL say the same', async () => {
    const { sourceId } = await confided([people.second]);
    const { db } = database;
    for (const actor of everybody()) {
      const row = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
      const found = await db.source.count({ where: { AND: [{ id: sourceId }, knownSources(actor)] } });
      const bySql = await db.$queryRaw<unknown[]>(
        Prisma.sql`select 1 from sources where id = ${sourceId}::uuid and ${knownSql(actor)}`,
      );
      const named = isNamedTo(row, actor.id);
      expect([actor.name, named, found, bySql.length]).toEqual([actor.name, named, Number(named), Number(named)]);
    }
    const knows = await Promise.all(
      Object.entries(people).map(async ([name, actor]) => ((await keptSource(db, actor, sourceId)) ? name : null)),
    );
    expect(knows.filter((name) => name !== null)).toEqual(['first', 'second']);
  });

  test('its handler alone decides, until their account is disabled', async () => {
    const { db } = database;
    const { sourceId: id, version } = await confided([people.second]);
    const again = { id, version, reason: 'As before', to: [people.second.id, people.third.id] };
    expect(await refusal(markConfidential(db, people.second, again))).toBe('forbidden');
    expect(await refusal(unmarkConfidential(db, people.second, { id, version, reason: 'Out' }))).toBe('forbidden');
    expect(await refusal(markConfidential(db, people.admin, again))).toBe('not-found');
    expect(await refusal(markConfidential(db, people.first, { ...again, version: 1 }))).toBe('stale-version');
    const given = await markConfidential(db, people.first, { ...again, handler: people.second.id });
    expect(await refusal(markConfidential(db, people.first, { ...again, version: given.version }))).toBe('forbidden');
    await plant(db, (tx) => tx.user.update({ where: { id: people.second.id }, data: { disabledAt: new Date() } }));
    expect(await refusal(markConfidential(db, people.second, { ...again, version: given.version }))).toBe('forbidden');
    await unmarkConfidential(db, people.third, { id, version: given.version, reason: 'It is published' });
    await plant(db, (tx) => tx.user.update({ where: { id: people.second.id }, data: { disabledAt: null } }));
    expect(await keptSource(db, people.viewer, id)).toBe(id);
  });

  test('those named to it decide once its handler has not the right to any more', async () => {
    const { db } = database;
    const { sourceId: id, ...marked } = await confided();
    const handler = await person(db, 'Tilda Quayle', 'reviewer');
    const given = { id, reason: 'Theirs', to: [people.second.id], handler: handler.id };
    const { version } = await markConfidential(db, people.first, { ...given, version: marked.version });
    const decides = async () => need(await confidenceOf(db, people.second, id)).isDecider;
    const taken = { id, version, reason: 'Left the desk', to: [], handler: people.second.id };
    expect(await decides()).toBe(false);
    expect(await refusal(markConfidential(db, people.second, taken))).toBe('forbidden');
    await plant(db, (tx) => tx.user.update({ where: { id: handler.id }, data: { role: 'viewer' } }));
    expect(await decides()).toBe(true);
    await markConfidential(db, people.second, taken);
    expect(need(await confidenceOf(db, people.second, id)).handler.id).toBe(people.second.id);
  });

  test('whoever brought it in stays among them, whoever marks it', async () => {
    const { db } = database;
    const { sourceId: id, version } = await confided();
    const open = await unmarkConfidential(db, people.first, { id, version, reason: 'For the test' });
    await markConfidential(db, people.third, { id, version: open.version, reason: 'Asked to', to: [] });
    expect(await keptSource(db, people.first, id)).toBe(id);
    expect(await keptSource(db, people.second, id)).toBeNull();
  });
});

describe('for everybody else', () => {
  test('no way leads to it, and a guess is not confirmed', async () => {
    const { db } = database;
    const { sourceId, articleId } = await confided();
    const { id: captureId } = await plant(db, (tx) => plantCapture(tx, sourceId, `${NAME} said so.`));
    for (const actor of [people.second, people.admin]) {
      expect(await sourceInFull(db, actor, sourceId)).toBeNull();
      expect(await capturesOf(db, actor, sourceId)).toBeNull();
      expect(await openCapture(db, actor, captureId)).toBeNull();
      expect(await openForReader(db, actor, sourceId, null)).toBeNull();
      const listed = await sourcePage(db, actor, { words: 'overbeek' });
      expect(listed.rows.filter(({ id }) => id === sourceId)).toEqual([]);
      for (const query of [NAME, LINK, '']) {
        const found = await findSources(db, actor, { query, articleId });
        expect(found.filter(({ id }) => id === sourceId)).toEqual([]);
      }
      expect((await openLink(db, actor, { link: LINK })).id).not.toBe(sourceId);
    }
    const printed = await sourcePage(db, commandActor(), { words: 'salvage' });
    expect(printed.rows.filter(({ id }) => id === sourceId)).toEqual([]);
  });

  test('its evidence counts and says nothing, is not theirs to edit, and can be withdrawn', async () => {
    const { db } = database;
    const { claimId, sourceId } = await confided();
    await plant(db, (tx) => plantCapture(tx, sourceId, `${NAME} said so.`));
    expect((await detail(db, people.first, claimId)).evidence[0]?.isKept).toBe(true);
    const seen = await detail(db, people.second, claimId);
    const [piece] = seen.evidence;
    expect(piece).toMatchObject({
      isKept: false,
      number: 1,
      stance: 'supports',
      quote: null,
      locator: null,
      note: null,
      means: null,
      consultedOn: null,
      place: null,
      quoteCheck: null,
      source: {
        title: 'Confidential source 1',
        kind: 'person',
        tier: 'primary',
        link: null,
        publisher: null,
        confidential: { isNamed: false, mask: 'Confidential source 1' },
      },
    });
    expect(seen.claim.progress).toBe('in_review');
    const { id, version } = need(piece);
    expect(await refusal(editEvidence(db, people.second, { id, version, ...words, quote: null }))).toBe('conflict');
    await withdrawEvidence(db, people.second, { id, version, reason: 'Enough without' });
    expect((await detail(db, people.first, claimId)).evidence[0]).toMatchObject({ quote: words.quote });
  });

  test('a verdict on it can be signed off by who sees no more than its mask', async () => {
    const { db } = database;
    const { claimId, sourceId } = await confided();
    await judge(db, people.first, claimId, 'true', { rationale: 'So the source [1].' });
    const verdict = async (reader: PersonActor) => need((await detail(db, reader, claimId)).verdicts[0]);
    const [own, masked] = [await verdict(people.first), await verdict(people.second)];
    expect(masked.basisDigest).not.toBe(own.basisDigest);
    const row = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
    await editSource(db, people.first, { ...FIELDS, id: sourceId, version: row.version, title: 'Marlin O.' });
    const stale = await detail(db, people.second, claimId);
    expect(stale.basisChanges).toEqual([{ what: 'source', evidence: 1, before: '', after: '' }]);
    expect((await detail(db, people.third, claimId)).verdicts[0]?.stale).toBe(true);
    await editSource(db, people.first, { ...FIELDS, id: sourceId, version: row.version + 1 });
    const { seen } = await detail(db, people.second, claimId);
    const asked = { verdictId: own.id, seen: [...seen] };
    const digests = { own: need(own.basisDigest), masked: need(masked.basisDigest) };
    expect(await refusal(signOff(db, people.second, { ...asked, basisDigest: digests.own }))).toBe('basis-moved');
    await signOff(db, people.second, { ...asked, basisDigest: digests.masked });
    expect((await detail(db, people.second, claimId)).claim.progress).toBe('settled');
  });

  test('histories say that something was done, and by whom, and no more', async () => {
    const { db } = database;
    const { articleId, sourceId } = await confided();
    const { id: captureId } = await plant(db, (tx) => plantCapture(tx, sourceId));
    const told = async (actor: PersonActor) =>
      need(await articleHistory(db, actor, { articleId })).events.filter(({ subject }) =>
        ['source', 'evidence', 'capture'].includes(subject.type),
      );
    const masked = await told(people.admin);
    expect(masked.map(({ action, detail, hidden }) => [action, detail, hidden])).toEqual([
      ['source.markedConfidential', null, 'unnamed'],
      ['evidence.attached', null, 'unnamed'],
    ]);
    const { events } = await deskHistory(db, people.admin, { kind: 'source' });
    const [last] = events;
    expect(last).toMatchObject({ action: 'source.markedConfidential', subject: { id: '', name: null }, detail: null });
    expect(JSON.stringify([masked, events])).not.toMatch(new RegExp(`${sourceId}|${captureId}`));
    expect((await told(people.first)).map(({ hidden }) => hidden)).toEqual([null, null]);
  });

  test('a job tells of none, not even to who asked for it and is no longer one of them', async () => {
    const { db } = database;
    const { sourceId, version } = await confided([people.second]);
    const { id } = await db.job.create({
      data: {
        kind: 'capture',
        forId: people.second.id,
        sourceId,
        input: {},
        state: 'failed',
        endedAt: new Date(),
        error: { code: 'fetch-no-such-host', values: { host: 'overbeek.example' }, times: 1 },
      },
    });
    expect((await findJob(db, people.second, id))?.error).toContain('overbeek');
    await markConfidential(db, people.first, { id: sourceId, version, reason: 'Fewer', to: [] });
    for (const actor of [people.second, people.admin]) {
      const job = need(await findJob(db, actor, id));
      expect([job.sourceId, job.captureId, job.result, job.error?.includes('overbeek')]).toEqual([
        null,
        null,
        null,
        false,
      ]);
    }
    expect(JSON.stringify(await jobPage(db, people.admin, null))).not.toContain(sourceId);
  });

  test('it is not merged with one that is not confidential', async () => {
    const { db } = database;
    const { sourceId, version } = await confided();
    const { source } = await attachEvidence(db, people.first, {
      claimId: (await confided()).claimId,
      source: { fields: FIELDS },
      ...words,
    });
    const pair = { keep: { id: source.id, version: 1 }, gone: { id: sourceId, version } };
    expect(await refusal(mergeSources(db, people.first, pair))).toBe('conflict');
    const marked = await markConfidential(db, people.first, { id: source.id, version: 1, reason: 'Too', to: [] });
    await mergeSources(db, people.first, { ...pair, keep: { id: source.id, version: marked.version } });
    expect(await keptSource(db, people.second, sourceId)).toBeNull();
  });

  test('it is merged by who decides on both, and by nobody to whom one is only named', async () => {
    const { db } = database;
    const [theirs, own] = [await confided([people.second]), await confided([people.second])];
    const given = { id: own.sourceId, reason: 'Yours', to: [people.first.id], handler: people.second.id };
    const { version } = await markConfidential(db, people.first, { ...given, version: own.version });
    const pair = [
      { id: own.sourceId, version },
      { id: theirs.sourceId, version: theirs.version },
    ] as const;
    for (const actor of [people.first, people.second])
      for (const [keep, gone] of [pair, [pair[1], pair[0]] as const])
        expect(await refusal(mergeSources(db, actor, { keep, gone }))).toBe('forbidden');
    const { handlerId } = await db.source.findUniqueOrThrow({ where: { id: theirs.sourceId } });
    expect(handlerId).toBe(people.first.id);
  });

  test('no file of references holds it, not even its handler’s', async () => {
    const { db } = database;
    const { sourceId } = await confided();
    expect(await keptSource(db, people.first, sourceId)).toBe(sourceId);
    const open = { confidentialAt: null, mergedIntoId: null, archivedAt: null };
    const count = await db.source.count({ where: { AND: [open, knownSources(people.first)] } });
    const csl = await sourcesAsFile(db, people.first, {}, 'csl');
    expect(csl.text).not.toContain(sourceId);
    expect([csl.count, (await sourcesAsFile(db, people.first, {}, 'bibtex')).count]).toEqual([count, count]);
  });
});

describe('a report', () => {
  test('frozen before is masked by what is confidential now, under the digest that it was frozen with', async () => {
    const { db } = database;
    const { articleId, sourceId, claimId, version } = await confided();
    await judge(db, people.first, claimId, 'true', { rationale: 'So the source [1].' });
    const { id, digest } = await freezeReport(db, people.viewer, { articleId });
    const kept = await db.report.findUniqueOrThrow({ where: { id } });
    expect(kept.snapshot).toContain(NAME);
    for (const reader of [people.first, people.admin]) {
      const report = need(await readReport(db, reader, id));
      expect(report.digest).toBe(digest);
      const handed = (['json', 'csv', 'claimreview'] as const).map((format) =>
        renderText(report, format, 'https://desk.test/'),
      );
      expect(handed.join('\n')).not.toMatch(
        /Overbeek|overbeek|I counted|second call|On the phone|telephone|2026-05-04/,
      );
      expect(handed[0]).toContain(digest);
      const [piece] = need(report.model.claims.find((claim) => claim.id === claimId)).evidence;
      const { maskSalt } = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
      const frozen = JSON.parse(kept.snapshot).claims.find((claim: { id: string }) => claim.id === claimId).evidence[0];
      const hash = sha256(`${maskSalt}:${articleId}:${canonicalJson(frozen.source)}`);
      expect(piece?.source).toMatchObject({ title: 'Confidential source 1', kind: 'person', saltedHash: hash });
      expect(handed[1]).toContain(hash);
      expect([report.model.salt, JSON.parse(kept.snapshot).salt]).toEqual([
        null,
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
    }
    await unmarkConfidential(db, people.first, { id: sourceId, version, reason: 'It is published' });
    expect(need(await readReport(db, people.viewer, id)).snapshot).toBe(kept.snapshot);
  });
});

test('what already names it is listed for those to whom it is named', async () => {
  const { db } = database;
  const { articleId, claimId, sourceId } = await confided();
  await judge(db, people.first, claimId, 'true', { rationale: 'Mr Overbeek says so [1].' });
  await freezeReport(db, people.viewer, { articleId });
  const other = await attachEvidence(db, people.second, {
    claimId,
    source: { fields: { ...FIELDS, title: 'Quay log', publisher: null, link: null, note: null } },
    ...words,
    quote: 'Signed: marlin overbeek',
  });
  await plant(db, (tx) => plantCapture(tx, other.source.id, `A list by ${NAME}.`));
  const found = need(await namingOf(db, people.first, sourceId));
  const kinds = found
    .filter((item) => item.articleId === articleId || item.title === 'Quay log')
    .map(({ kind }) => kind);
  expect(kinds).toEqual(['rationale', 'evidence', 'capture', 'report']);
  expect(await namingOf(db, people.second, sourceId)).toBeNull();
});
