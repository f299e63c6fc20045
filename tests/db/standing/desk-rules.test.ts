import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { editClaim } from '#lib/claims/mutations.ts';
import { attachEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { unmetWhenSettled } from '#lib/exports/model.ts';
import { unmetWords } from '#lib/exports/unmet-words.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { getSettings } from '#lib/settings/data.ts';
import { editSettings } from '#lib/settings/mutations.ts';
import type { DeskRules } from '#lib/settings/types.ts';
import { confirmSeen, noteOpening } from '#lib/sources/mutations-openings.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, type Cast, cast, claimOn, detail, judge, lead, plant, plantCapture } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from '../people/setup.ts';
import { race } from '../trust/race.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const FIGURE = 'doubled the sum set aside for repairs to £6.1 million';
const WORDS = '“Nobody in this trade was consulted,” said Maren Holt';

async function rules({ figure, quotation, misdeed, opened }: Partial<DeskRules>) {
  const { version, deskName, timeZone, defaultMode, defaultQueries } = await getSettings(database.db);
  const same = { version, deskName, timeZone, defaultMode, defaultQueries };
  await editSettings(database.db, people.admin, {
    ...same,
    figureRule: figure,
    quotationRule: quotation,
    misdeedRule: misdeed,
    openedRule: opened,
  });
}
afterEach(() => rules({ figure: 'warn', quotation: 'warn', misdeed: 'refuse', opened: 'warn' }));

async function claim(words = FIGURE, mode: 'one' | 'open' | 'blind' = 'open') {
  const bench = await article(database.db, people.editor, { mode });
  const kind = words === WORDS ? 'attribution' : 'quantity';
  const { id } = await claimOn(database.db, people.first, bench, words, kind);
  return { id, articleId: bench.article.id };
}

async function attach(claimId: string, publisher: string, tier: 'primary' | 'secondary' = 'secondary') {
  await attachEvidence(database.db, people.first, {
    claimId,
    source: {
      fields: {
        title: `By ${publisher}`,
        kind: 'page',
        tier,
        publisher,
        author: null,
        link: null,
        publishedOn: null,
        note: null,
      },
    },
    stance: 'supports',
    aspect: 'content',
    quote: null,
    locator: null,
    note: null,
    means: null,
    consultedOn: null,
  });
  return (await detail(database.db, people.first, claimId)).evidence.at(-1);
}

const unmet = async (id: string, who = people.second) =>
  (await detail(database.db, who, id)).unmet.map(({ rule, strength, has }) => `${rule} ${strength} ${has}`);

async function sign(id: string, who = people.second) {
  const { id: verdictId, basisDigest, seen } = await lead(database.db, who, id);
  return signOff(database.db, who, { verdictId, basisDigest: basisDigest ?? '', seen });
}

async function reported(articleId: string) {
  const { id } = await freezeReport(database.db, people.editor, { articleId });
  const report = await readReport(database.db, people.editor, id);
  const [found] = report?.model.claims.filter(({ verdicts }) => verdicts.length > 0) ?? [];
  if (!found) throw new Error('No claim with a verdict in the report');
  return found;
}

describe('a rule that warns', () => {
  test('is told as far as it is met, stops nobody, and is printed as it was when it was signed', async () => {
    const { id, articleId } = await claim();
    expect(await unmet(id)).toEqual(['figure warn 0']);
    await attach(id, 'The Courier');
    expect(await unmet(id, people.viewer)).toEqual(['figure warn 1']);
    await attach(id, 'the courier');
    expect(await unmet(id)).toEqual(['figure warn 1']);
    await judge(database.db, people.first, id);
    await sign(id);
    const before = await reported(articleId);
    expect(unmetWhenSettled(before).map(unmetWords)).toEqual([
      'A figure needs a primary source or two independent secondary ones: there was one secondary',
    ]);
    // What comes later changes nothing of what was signed.
    await attach(id, 'The county', 'primary');
    expect(await unmet(id)).toEqual([]);
    expect(unmetWhenSettled(await reported(articleId))).toEqual(unmetWhenSettled(before));
  });

  test('asks for somebody’s words where somebody is quoted, and for two people of a misdeed', async () => {
    await rules({ misdeed: 'warn' });
    const { id } = await claim(WORDS, 'one');
    await attach(id, 'The Courier');
    expect(await unmet(id)).toEqual(['quotation warn 1']);
    const { version } = (await detail(database.db, people.first, id)).claim;
    await editClaim(database.db, people.first, { id, version, misdeed: true });
    expect(await unmet(id)).toEqual(['quotation warn 1', 'misdeed warn 1']);
  });

  test('does not count what does not say what is quoted from it', async () => {
    const { id } = await claim();
    const sourceId = (await attach(id, 'The county', 'primary'))?.source.id ?? '';
    expect(await unmet(id)).toEqual([]);
    const held = async (quoteCheck: 'close' | 'not_found') => {
      await plant(database.db, (tx) => tx.evidence.updateMany({ where: { sourceId }, data: { quoteCheck } }));
      return unmet(id);
    };
    expect(await held('not_found')).toEqual(['figure warn 0']);
    expect(await held('close')).toEqual([]);
  });

  test('says nothing of a rating that says nothing of how true it is', async () => {
    const { id, articleId } = await claim(FIGURE, 'one');
    await judge(database.db, people.first, id, 'unsupported');
    expect(await unmet(id)).toEqual([]);
    expect(unmetWhenSettled(await reported(articleId))).toEqual([]);
  });
});

describe('a rule that refuses', () => {
  test('lets a verdict be proposed, and nobody sign it until it is met', async () => {
    await rules({ figure: 'refuse' });
    const { id } = await claim();
    await judge(database.db, people.first, id);
    expect((await detail(database.db, people.second, id)).signOffRefusal).toMatch(/desk’s rules ask for more/);
    await expect(sign(id)).rejects.toMatchObject({ refusal: { reason: 'conflict', code: 'sign-off-unmet' } });
    await attach(id, 'The Courier');
    await attach(id, 'The Herald');
    expect((await detail(database.db, people.second, id)).signOffRefusal).toBeNull();
    const { claims } = await sign(id);
    expect(claims[0]).toMatchObject({ progress: 'settled', settledBy: 'two' });
  });

  test('refuses what would settle the claim by itself: one reader, an override, a second verdict', async () => {
    await rules({ figure: 'refuse' });
    const { id: alone } = await claim(FIGURE, 'one');
    await expect(judge(database.db, people.first, alone)).rejects.toMatchObject({ refusal: { code: 'verdict-unmet' } });
    await judge(database.db, people.first, alone, 'unsupported');
    const { id } = await claim();
    const overrideReason = 'Nobody is there.';
    expect(await refusal(judge(database.db, people.admin, id, 'true', { overrideReason }))).toBe('conflict');
    await judge(database.db, people.first, id);
    expect(await refusal(judge(database.db, people.second, id, 'true'))).toBe('conflict');
  });

  test('tells a blind second reader nothing of whether they would agree', async () => {
    await rules({ figure: 'refuse' });
    const { id } = await claim(FIGURE, 'blind');
    await judge(database.db, people.first, id, 'true');
    const answers = await Promise.all(
      ['true', 'false'].map((rating) => judge(database.db, people.second, id, rating).catch((error: unknown) => error)),
    );
    expect(answers[0]).toMatchObject({ refusal: { code: 'verdict-unmet' } });
    expect(answers[1]).toEqual(answers[0]);
    await attach(id, 'The county', 'primary');
    await judge(database.db, people.second, id, 'true');
    expect((await detail(database.db, people.second, id)).claim).toMatchObject({ settledBy: 'two' });
  });

  test('has a misdeed wait for a second reader where one is enough, and no admin settle it alone', async () => {
    const { id } = await claim(WORDS, 'one');
    const { version } = (await detail(database.db, people.first, id)).claim;
    await editClaim(database.db, people.first, { id, version, misdeed: true });
    const seen = await detail(database.db, people.first, id);
    expect(seen).toMatchObject({ misdeed: true, verdictMode: 'open' });
    const overrideReason = 'Nobody is there.';
    expect(await refusal(judge(database.db, people.admin, id, 'true', { overrideReason }))).toBe('conflict');
    const { claims } = await judge(database.db, people.first, id);
    expect(claims[0]?.progress).toBe('awaiting_second_reader');
    await sign(id);
    expect((await detail(database.db, people.second, id)).claim).toMatchObject({
      progress: 'settled',
      settledBy: 'two',
    });
  });

  test('a verdict given alone before the claim was flagged is not replaced by one alone', async () => {
    const { id } = await claim(WORDS, 'one');
    await judge(database.db, people.first, id);
    const { version } = (await detail(database.db, people.second, id)).claim;
    await editClaim(database.db, people.second, { id, version, misdeed: true });
    expect(await unmet(id, people.third)).toEqual(['quotation warn 0', 'misdeed refuse 1']);
    const { claims } = await judge(database.db, people.first, id, 'false');
    expect(claims[0]?.progress).toBe('awaiting_second_reader');
    expect(await unmet(id, people.third)).toEqual(['quotation warn 0']);
  });

  test('holds against whoever withdraws the evidence, or changes the rules, at the same moment', async () => {
    const prepare = async () => {
      await rules({ figure: 'refuse' });
      const { id } = await claim();
      const evidence = await attach(id, 'The county', 'primary');
      await judge(database.db, people.first, id);
      const { id: verdictId, basisDigest, seen } = await lead(database.db, people.second, id);
      const { id: evidenceId = '', version = 0 } = evidence ?? {};
      return { id, evidence: { id: evidenceId, version }, given: { verdictId, basisDigest: basisDigest ?? '', seen } };
    };
    const kept = async (id: string) => {
      const rows = await database.db.signOff.findMany({ where: { verdict: { claimId: id }, withdrawnAt: null } });
      return rows.map((row) => row.unmet);
    };
    const first = await race(
      prepare,
      ({ given }) => signOff(database.db, people.second, given),
      ({ evidence }) => withdrawEvidence(database.db, people.third, { ...evidence, reason: 'Wrong one.' }),
      async ({ id }, [signed]) => expect(await kept(id)).toEqual(signed === 'done' ? [[]] : []),
    );
    expect(first).toContain('conflict done');
    const second = await race(
      async () => {
        const made = await prepare();
        await withdrawEvidence(database.db, people.third, { ...made.evidence, reason: 'Wrong one.' });
        await rules({ figure: 'warn' });
        return made;
      },
      ({ given }) => signOff(database.db, people.second, given),
      () => rules({ figure: 'refuse' }),
      async ({ id }, [signed]) =>
        expect(await kept(id)).toEqual(signed === 'done' ? [[{ rule: 'figure', strength: 'warn', has: 0 }]] : []),
    );
    expect(second).toContain('conflict done');
  });

  test('and the history answers for what was said to be unmet', async () => {
    expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
  });
});

describe('evidence that a verdict cites', () => {
  const cite = { rationale: 'So it says [1].' };

  test('is opened by its author and its signer: told, kept with each, and printed', async () => {
    await rules({ figure: 'off' });
    const { id, articleId } = await claim();
    const piece = await attach(id, 'The Courier');
    const sourceId = piece?.source.id ?? '';
    // Nothing is asked of what nobody cites; each sees what they have not opened themselves.
    expect(await unmet(id)).toEqual([]);
    expect(piece).toMatchObject({ opened: false, isKept: false });
    await confirmSeen(database.db, people.first, sourceId);
    await confirmSeen(database.db, people.first, sourceId);
    expect((await detail(database.db, people.first, id)).evidence[0]).toMatchObject({ opened: true });
    await judge(database.db, people.first, id, 'true', cite);
    expect((await lead(database.db, people.first, id)).id).toBeTruthy();
    expect(await unmet(id, people.first)).toEqual([]);
    expect(await unmet(id)).toEqual(['opened warn 0']);
    await sign(id);
    expect(unmetWhenSettled(await reported(articleId)).map(unmetWords)).toEqual([
      'Evidence that a verdict cites has to be opened by its author and its signer: no piece was by both',
    ]);
    const events = await database.db.event.findMany({ where: { action: 'source.seen', subjectId: sourceId } });
    expect(events).toHaveLength(1);
  });

  test('where the desk refuses, is signed off by nobody who has not opened it; what is kept of it has to be opened', async () => {
    await rules({ figure: 'off', opened: 'refuse' });
    const { id } = await claim();
    const sourceId = (await attach(id, 'The Courier'))?.source.id ?? '';
    const { id: captureId } = await plant(database.db, (tx) => plantCapture(tx, sourceId));
    await expect(confirmSeen(database.db, people.first, sourceId)).rejects.toThrow('open-what-is-kept');
    // A first verdict only proposes.
    await judge(database.db, people.first, id, 'true', cite);
    await expect(sign(id)).rejects.toThrow('sign-off-unmet');
    const open = async (who: typeof people.first) =>
      noteOpening(database.db, who, { id: captureId, sourceId, erased: null });
    await open(people.second);
    // Its author has not.
    await expect(sign(id)).rejects.toThrow('sign-off-unmet');
    await Promise.all([open(people.first), open(people.first)]);
    expect(await unmet(id)).toEqual([]);
    await sign(id);
    // Who may not judge leaves none; and where one reader is enough, the rule is asked of that one.
    await open(people.viewer);
    expect(await database.db.opening.count({ where: { captureId } })).toBe(2);
    const alone = await claim(FIGURE, 'one');
    await attach(alone.id, 'The Herald');
    await expect(judge(database.db, people.first, alone.id, 'true', cite)).rejects.toThrow('verdict-unmet');
    expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);
  });

  test('an opening of another capture than the one that is quoted is none of it', async () => {
    const { id } = await claim();
    const sourceId = (await attach(id, 'The Courier'))?.source.id ?? '';
    const [first, second] = await plant(database.db, async (tx) => [
      await plantCapture(tx, sourceId),
      await plantCapture(tx, sourceId, 'Another text of it.'),
    ]);
    await plant(database.db, (tx) =>
      tx.evidence.updateMany({ where: { sourceId }, data: { captureId: second?.id ?? null } }),
    );
    const opened = async () => (await detail(database.db, people.first, id)).evidence[0]?.opened;
    await noteOpening(database.db, people.first, { id: first?.id ?? '', sourceId, erased: null });
    expect(await opened()).toBe(false);
    await noteOpening(database.db, people.first, { id: second?.id ?? '', sourceId, erased: null });
    expect(await opened()).toBe(true);
  });
});
