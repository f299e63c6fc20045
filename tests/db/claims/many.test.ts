import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { previewMany } from '#lib/claims/data-many.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { assignClaims } from '#lib/claims/mutations-assign.ts';
import { excludeClaims, restoreClaims, withdrawClaim } from '#lib/claims/mutations-exclude.ts';
import { flagClaims } from '#lib/claims/mutations-many.ts';
import { markSentences, unmarkSentences } from '#lib/claims/mutations-sentences.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { attachToMany, withdrawMany } from '#lib/evidence/mutations.ts';
import { AppError, type Unsaid } from '#lib/platform/result.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { receiptOf } from '#lib/standing/rules-receipt.ts';
import { togetherPreview } from '#lib/verdicts/data-together.ts';
import { withdrawVerdict } from '#lib/verdicts/mutations.ts';
import { signTogether, withdrawTogether } from '#lib/verdicts/mutations-together.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const SECRET = 'a secret that is long enough for the sessions';
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  people = await cast(database.db);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

async function refusal(work: Promise<unknown>): Promise<Unsaid> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.refusal;
    throw error;
  }
  throw new Error('It was done');
}

const actionsOf = async (articleId: string): Promise<string[]> =>
  (await database.db.event.findMany({ where: { chainId: articleId }, orderBy: { sequence: 'asc' } }))
    .map(({ action }) => action)
    .filter((action) => /signed|signOff|marked|unmarked|assigned|excluded|restored|attached/.test(action));

const WORDS = [
  'approved a £48.6 million budget',
  'set aside for repairs',
  'Lorry tolls will rise',
  'consulted',
] as const;

/** An article with claims that the first reviewer has judged, and what the second has had open of them. */
async function waiting(mode: 'open' | 'blind' = 'open') {
  const bench = await article(database.db, people.editor, { mode });
  const claims = [];
  for (const words of WORDS) {
    const claim = await claimOn(database.db, people.first, bench, words);
    await attach(database.db, people.first, claim.id, `Minutes on ${words}`);
    await judge(database.db, people.first, claim.id, 'true', { rationale: 'So the minutes [1].' });
    claims.push(claim);
  }
  return { articleId: bench.article.id, ids: claims.map(({ id }) => id), numbers: claims.map(({ number }) => number) };
}

/** What somebody's browser has kept of a claim that they had open so long ago. */
async function opened(who: PersonActor, claimId: string, ago = 60_000) {
  const { shown, verdicts } = await detail(database.db, who, claimId);
  const verdictId = verdicts.find(({ inForce }) => inForce)?.id ?? '';
  return { claimId, verdictId, receipt: receiptOf(SECRET, shown, Date.now() - ago) };
}
const allOpened = (who: PersonActor, ids: readonly string[]) => Promise.all(ids.map((id) => opened(who, id)));

describe('several sign-offs together', () => {
  test('are of what the signer has had open, one change, each with its event, and are taken back together', async () => {
    const { articleId, ids } = await waiting();
    const claims = await allOpened(people.second, ids);
    const preview = await togetherPreview(database.db, people.second, { articleId, claims });
    expect(preview.map(({ state, rating }) => [state, rating])).toEqual(ids.map(() => ['ready', 'True']));
    const patch = await signTogether(database.db, people.second, { articleId, claims });
    expect(patch.claims.map(({ progress, settledBy }) => `${progress} ${settledBy}`)).toEqual(
      ids.map(() => 'settled two'),
    );
    expect(patch.signOffs.map(({ claimId }) => claimId)).toEqual(ids);
    const signed = await database.db.event.findMany({
      where: { chainId: articleId, action: 'verdict.signedOff' },
      include: { detail: true },
    });
    expect(signed.map((event) => JSON.parse(event.detail?.detail ?? '{}').together.count)).toEqual([4, 4, 4, 4]);

    // One is taken back by itself; the others go together, and none twice.
    const signOffIds = patch.signOffs.map(({ id }) => id);
    await withdrawTogether(database.db, people.second, { articleId, signOffIds: signOffIds.slice(0, 1), reason: 'No' });
    const back = await withdrawTogether(database.db, people.second, { articleId, signOffIds, reason: 'Too early' });
    expect(back.claims).toHaveLength(3);
    expect(back.claims.every(({ progress }) => progress === 'awaiting_second_reader')).toBe(true);
    const again = withdrawTogether(database.db, people.second, { articleId, signOffIds, reason: 'Too early' });
    expect((await refusal(again)).code).toBe('sign-off-ended-already');
    const theirs = withdrawTogether(database.db, people.third, { articleId, signOffIds, reason: 'Theirs' });
    expect((await refusal(theirs)).code).toBe('sign-off-not-yours');
    expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);
  });

  test('take in nothing that was not open, not long enough, not since it changed, or not by this person', async () => {
    const { articleId, ids, numbers } = await waiting();
    const [a, b, c, d] = ids;
    if (!a || !b || !c || !d) throw new Error('Four claims');
    const before = await allOpened(people.second, ids);
    const { claim } = await detail(database.db, people.first, b);
    const place = { articleId, claimId: c, threadId: null, onVerdictId: null };
    await attach(database.db, people.third, b, 'Something new');
    await writeComment(database.db, people.third, {
      ...place,
      kind: 'query',
      body: 'Are you sure?',
      asked: { addressee: 'colleague', whom: null, how: null, dueAt: null, holds: 'warn' },
    });
    const claims = [{ ...(await opened(people.third, a)) }, ...before.slice(1, 3), await opened(people.second, d, 100)];
    const preview = await togetherPreview(database.db, people.second, { articleId, claims });
    expect(preview.map(({ state }) => state)).toEqual(['unread', 'unread', 'unread', 'unread']);
    const refused = await refusal(signTogether(database.db, people.second, { articleId, claims }));
    expect(refused).toMatchObject({ reason: 'conflict', code: 'sign-offs-left-out' });
    expect((refused.present as { number: number; because: string }[]).map(({ number }) => number)).toEqual(numbers);
    expect(String(refused.values?.list)).toContain('less time than reading it takes');
    expect(claim.progress).toBe('awaiting_second_reader');
    // One among good ones keeps all from being written.
    const mixed = [...(await allOpened(people.second, [b, c, d])), await opened(people.second, a, 10)];
    expect((await refusal(signTogether(database.db, people.second, { articleId, claims: mixed }))).code).toBe(
      'sign-offs-left-out',
    );
    expect((await actionsOf(articleId)).filter((action) => action === 'verdict.signedOff')).toEqual([]);
    // Read anew, they are signed.
    const fresh = await allOpened(people.second, ids);
    expect((await signTogether(database.db, people.second, { articleId, claims: fresh })).signOffs).toHaveLength(4);
  });

  test('follow the rule of a single one: own verdicts, edited bases, blind and withdrawn ones stay out', async () => {
    const { articleId, ids } = await waiting();
    const [a, b, c] = ids;
    if (!a || !b || !c) throw new Error('Three claims');
    const mine = await togetherPreview(database.db, people.first, { articleId });
    expect(mine.map(({ state, because }) => [state, because])).toEqual(
      ids.map(() => ['barred', expect.stringContaining('Nobody signs off their own verdict')]),
    );
    const { claim, verdicts } = await detail(database.db, people.third, a);
    await editClaim(database.db, people.third, { id: a, version: claim.version, statement: 'In other words.' });
    await withdrawVerdict(database.db, people.first, {
      verdictId: (await detail(database.db, people.first, b)).verdicts[0]?.id ?? '',
      reason: 'Too early',
    });
    expect(verdicts).toHaveLength(1);
    const preview = await togetherPreview(database.db, people.third, {
      articleId,
      claims: await allOpened(people.third, [a, b, c]),
    });
    expect(preview.map(({ state }) => state)).toEqual(['barred', 'barred', 'ready']);
    // The verdict that was read is not the one in force any more.
    const old = await opened(people.third, c);
    await judge(database.db, people.first, c, 'true', { rationale: 'So the minutes, again [1].' });
    const now = { ...old, receipt: (await opened(people.third, c)).receipt };
    const other = await refusal(signTogether(database.db, people.third, { articleId, claims: [now] }));
    expect(other).toMatchObject({ code: 'sign-offs-left-out' });

    const blind = await waiting('blind');
    const seen = await togetherPreview(database.db, people.second, { articleId: blind.articleId });
    expect(seen.map(({ state, rating, verdictId }) => [state, rating, verdictId])).toEqual(
      blind.ids.map(() => ['barred', null, null]),
    );
    const forged = await allOpened(people.second, blind.ids);
    expect(
      (await refusal(signTogether(database.db, people.second, { articleId: blind.articleId, claims: forged }))).code,
    ).toBe('sign-offs-left-out');
    // Claims of another article are no part of it.
    const elsewhere = signTogether(database.db, people.second, { articleId, claims: forged });
    expect((await refusal(elsewhere)).code).toBe('no-claim-in-article');
  });
});

test('plain sentences are marked and unmarked together, and none where a claim that waits stands in one', async () => {
  const bench = await article(database.db, people.editor);
  const { id: articleId } = bench.article;
  const { sentences, id: revisionId } = bench.revision;
  const places = sentences.slice(-3).map(({ start, end }) => ({ start, end }));
  const mark = { articleId, revisionId, sentences: places, reason: 'Boilerplate', plain: true };
  const fresh = await reopen(database.db, people.first, articleId);
  const placed = fresh.claims.filter(({ start, end }) =>
    places.some((p) => start !== null && end !== null && start < p.end && p.start < end),
  );
  const refused = await refusal(markSentences(database.db, people.first, mark));
  expect(refused).toMatchObject({ reason: 'conflict', code: 'sentence-holds-claim' });
  expect(placed.map(({ number }) => number)).toContain(refused.values?.number);
  await excludeClaims(database.db, people.first, {
    claims: placed.map(({ id, version }) => ({ id, version })),
    reason: 'Not for us',
  });
  const { marks } = await markSentences(database.db, people.first, mark);
  expect(marks).toHaveLength(3);
  // Somebody who marks the same meanwhile changes nothing, and takes nothing back.
  expect((await markSentences(database.db, people.second, mark)).marks).toEqual([]);
  await unmarkSentences(database.db, people.first, { articleId, marks: marks.map(({ id }) => id) });
  expect((await actionsOf(articleId)).filter((action) => action.startsWith('sentence'))).toEqual([
    'sentence.marked',
    'sentence.unmarked',
  ]);
});

describe('a deed on several claims', () => {
  const versions = (claims: readonly { id: string; version: number }[]) =>
    claims.map(({ id, version }) => ({ id, version }));
  async function scene() {
    const bench = await article(database.db, people.editor);
    const claims = [];
    for (const words of WORDS.slice(0, 3)) claims.push(await claimOn(database.db, people.first, bench, words));
    return { articleId: bench.article.id, claims, ids: claims.map(({ id }) => id) };
  }

  test('is shown before it is done by the rule that does it, is one change, and is undone as one', async () => {
    const { articleId, claims, ids } = await scene();
    const [a] = claims;
    if (!a) throw new Error('Three claims');
    await assignClaims(database.db, people.editor, { claims: versions([a]), assigneeId: people.third.id });
    const ask = (who: PersonActor, more: object) =>
      previewMany(database.db, who, {
        articleId,
        claims: ids,
        deed: 'assign',
        assigneeId: null,
        misdeed: true,
        ...more,
      });
    // A reviewer may not take from a third person; an editor may.
    const theirs = await ask(people.second, { assigneeId: people.second.id });
    expect(theirs.map(({ because }) => because !== null)).toEqual([true, false, false]);
    const refused = assignClaims(database.db, people.second, {
      claims: versions(theirs),
      assigneeId: people.second.id,
    });
    expect(await refusal(refused)).toMatchObject({ reason: 'forbidden', code: 'assign-own-only' });
    const all = await ask(people.editor, { assigneeId: people.second.id });
    expect(all.every(({ because }) => because === null)).toBe(true);
    const done = await assignClaims(database.db, people.editor, {
      claims: versions(all),
      assigneeId: people.second.id,
    });
    expect(done.claims.map(({ assigneeId }) => assigneeId)).toEqual(ids.map(() => people.second.id));
    const now = new Map(done.claims.map((claim) => [claim.id, claim.version]));
    const back = await assignClaims(database.db, people.editor, {
      claims: all.map(({ id, assigneeId }) => ({ id, version: now.get(id) ?? 0, assigneeId })),
      assigneeId: null,
    });
    expect(new Set(back.claims.map(({ id, assigneeId }) => `${id} ${assigneeId}`))).toEqual(
      new Set(all.map(({ id, assigneeId }) => `${id} ${assigneeId}`)),
    );
    // What was excluded for reasons of its own is so again.
    const [one, ...others] = back.claims;
    if (!one) throw new Error('A claim');
    await excludeClaims(database.db, people.first, { claims: versions([one]), reason: 'Its own' });
    const left = await ask(people.first, { deed: 'exclude' });
    expect(left.find(({ id }) => id === one.id)?.because).toBe('It is excluded already.');
    const out = await excludeClaims(database.db, people.first, {
      claims: versions(left.filter(({ because }) => because === null)),
      reason: 'Together',
    });
    expect(out.claims).toHaveLength(others.length);
    const restorable = await ask(people.first, { deed: 'restore' });
    expect(restorable.map(({ excludedReason }) => excludedReason).sort()).toEqual(['Its own', 'Together', 'Together']);
    const restored = await restoreClaims(database.db, people.first, { claims: versions(restorable) });
    const again = await excludeClaims(database.db, people.first, {
      claims: restored.claims.map(({ id, version }) => ({
        id,
        version,
        reason: restorable.find((item) => item.id === id)?.excludedReason ?? undefined,
      })),
      reason: 'Again',
    });
    expect(again.claims.every(({ excluded }) => excluded)).toBe(true);
    const reasons = await ask(people.first, { deed: 'restore' });
    expect(reasons.map(({ excludedReason }) => excludedReason).sort()).toEqual(['Its own', 'Together', 'Together']);
  });

  test('is written for none where one has changed, ended or is not of the article, and says which', async () => {
    const { articleId, claims, ids } = await scene();
    const [a, b] = claims;
    if (!a || !b) throw new Error('Three claims');
    await editClaim(database.db, people.third, { id: a.id, version: a.version, statement: 'In other words.' });
    const late = await refusal(flagClaims(database.db, people.first, { claims: versions(claims), misdeed: true }));
    expect(late).toMatchObject({
      reason: 'stale-version',
      code: 'claims-changed',
      values: { list: `${a.number}` },
      present: [{ id: a.id, statement: 'In other words.' }],
    });
    const { version } = (await detail(database.db, people.first, a.id)).claim;
    await withdrawClaim(database.db, people.first, { id: a.id, version, reason: 'Gone' });
    const ended = await reopen(database.db, people.first, articleId);
    expect(ended.claims.map(({ id }) => id)).not.toContain(a.id);
    const wanted = [{ id: a.id, version: version + 1 }, ...versions(claims.slice(1))];
    expect(await refusal(flagClaims(database.db, people.first, { claims: wanted, misdeed: true }))).toMatchObject({
      code: 'many-left-out',
      present: [{ id: a.id, number: a.number }],
    });
    const flagged = await flagClaims(database.db, people.first, { claims: versions(claims.slice(1)), misdeed: true });
    expect(flagged.claims.map(({ version }) => version)).toEqual(claims.slice(1).map(({ version }) => version + 1));

    const other = await scene();
    const words = {
      source: { id: '' },
      stance: 'supports',
      aspect: 'content',
      quote: null,
      locator: null,
      note: 'One and the same',
      means: null,
      consultedOn: null,
    } as const;
    const first = await attach(database.db, people.first, b.id, 'The list');
    const input = { ...words, source: { id: first.source.id } };
    for (const mixed of [
      [b.id, other.ids[0] ?? ''],
      [b.id, a.id],
    ])
      await expect(attachToMany(database.db, people.first, { ...input, claims: mixed })).rejects.toThrow(AppError);
    expect((await detail(database.db, people.first, b.id)).evidence).toHaveLength(1);
    const { made, claims: with2 } = await attachToMany(database.db, people.first, { ...input, claims: ids.slice(1) });
    expect(with2.map(({ evidenceCount }) => evidenceCount).sort()).toEqual([1, 2]);
    const off = await withdrawMany(database.db, people.first, {
      pieces: made.map((id) => ({ id, version: 1 })),
      reason: 'Taken back',
    });
    expect(off.claims.map(({ evidenceCount }) => evidenceCount).sort()).toEqual([0, 1]);
    expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);
  });
});
