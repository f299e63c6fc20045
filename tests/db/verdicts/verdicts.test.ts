import { beforeAll, describe, expect, test } from 'vitest';
import { editClaim } from '#lib/claims/mutations.ts';
import { decideProposal } from '#lib/claims/mutations-wording.ts';
import { editEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { readMigrations } from '#lib/platform/migrate.ts';
import { AppError } from '#lib/platform/result.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { editSource } from '#lib/sources/mutations.ts';
import { confirmVerdict, withdrawVerdict } from '#lib/verdicts/mutations.ts';
import { decideFix } from '#lib/verdicts/mutations-fixes.ts';
import { signOff, withdrawSignOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.refusal.reason;
    throw error;
  }
  return 'done';
};

async function judged(mode: 'one' | 'open' | 'blind' = 'open') {
  const bench = await article(database.db, people.editor, { mode });
  const claim = await claimOn(database.db, people.first, bench, 'approved a £48.6 million budget on Wednesday');
  await attach(database.db, people.first, claim.id, 'Minutes');
  await judge(database.db, people.first, claim.id, 'true', { rationale: 'So the minutes [1].' });
  return { bench, claim };
}

async function sign(actor: Cast['first'], claimId: string) {
  const verdict = await lead(database.db, actor, claimId);
  const basisDigest = verdict.basisDigest ?? '0'.repeat(64);
  return signOff(database.db, actor, { verdictId: verdict.id, basisDigest, seen: verdict.seen });
}

describe('the open mode', () => {
  test('a verdict waits for a second reader, whose sign-off settles it', async () => {
    const { claim } = await judged();
    expect((await detail(database.db, people.second, claim.id)).claim.progress).toBe('awaiting_second_reader');
    const { claims } = await sign(people.second, claim.id);
    expect(claims[0]).toMatchObject({ progress: 'settled', settledBy: 'two', mark: 'stands', stale: false });
  });

  test('nobody signs off their own verdict, not even past the code', async () => {
    const { claim } = await judged();
    expect(await refusal(sign(people.first, claim.id))).toBe('own-verdict');
    const verdict = await lead(database.db, people.first, claim.id);
    const insert = database.db.signOff.create({
      data: { verdictId: verdict.id, userId: people.first.id, basisDigest: verdict.basisDigest ?? '' },
    });
    await expect(insert).rejects.toThrow(/nobody signs off their own verdict/);
  });

  test('whoever edits the basis becomes an author and may not sign off', async () => {
    const { claim } = await judged();
    const before = await detail(database.db, people.second, claim.id);
    await editClaim(database.db, people.second, {
      id: claim.id,
      version: before.claim.version,
      statement: 'It approved £48.6 million.',
    });
    const after = await detail(database.db, people.first, claim.id);
    expect(after.claim.stale).toBe(true);
    expect(after.basisChanges.map((change) => change.what)).toEqual(['statement']);
    expect(await refusal(sign(people.second, claim.id))).toBe('own-verdict');
    const verdict = await lead(database.db, people.first, claim.id);
    await confirmVerdict(database.db, people.first, {
      claimId: claim.id,
      verdictId: verdict.id,
      basisDigest: after.basisDigest ?? '',
      seen: [...after.seen],
      rationale: null,
    });
    const fresh = await lead(database.db, people.second, claim.id);
    expect(fresh.stale).toBe(false);
    // The new verdict was given on the new wording, which the second person did not touch since.
    expect(await refusal(sign(people.second, claim.id))).toBe('done');
  });

  test('a stale verdict is not signed off, and the refusal says what changed', async () => {
    const { claim } = await judged();
    const seen = await lead(database.db, people.second, claim.id);
    const now = await detail(database.db, people.editor, claim.id);
    await editClaim(database.db, people.editor, {
      id: claim.id,
      version: now.claim.version,
      statement: 'Other words.',
    });
    try {
      const input = { verdictId: seen.id, basisDigest: seen.basisDigest ?? '', seen: seen.seen };
      await signOff(database.db, people.second, input);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      if (error instanceof AppError) {
        expect(error.refusal.reason).toBe('basis-moved');
        expect(error.refusal.present).toEqual([
          { what: 'statement', evidence: null, before: claim.statement, after: 'Other words.' },
        ]);
      }
    }
  });

  test('evidence and its source are part of the basis', async () => {
    const { claim } = await judged();
    await sign(people.second, claim.id);
    const [piece] = (await detail(database.db, people.first, claim.id)).evidence;
    if (!piece) return expect.unreachable();
    await editEvidence(database.db, people.third, {
      id: piece.id,
      version: piece.version,
      stance: 'refutes',
      aspect: 'content',
      quote: piece.quote,
      locator: piece.locator,
      note: null,
      means: null,
      consultedOn: null,
    });
    const edited = await detail(database.db, people.first, claim.id);
    expect(edited.claim).toMatchObject({ progress: 'settled', stale: true, mark: 'stale' });
    expect(edited.basisChanges).toEqual([{ what: 'stance', evidence: 1, before: 'supports', after: 'refutes' }]);
    const { source } = piece;
    await editSource(database.db, people.third, { ...source, title: 'Minutes of the board' });
    const what = (await detail(database.db, people.first, claim.id)).basisChanges.map((change) => change.what);
    expect(what).toEqual(['source', 'stance']);
  });

  test('a disagreement is a dispute, settled by a third person', async () => {
    const { claim } = await judged();
    await judge(database.db, people.second, claim.id, 'false');
    expect((await detail(database.db, people.third, claim.id)).claim.progress).toBe('disputed');
    expect(await refusal(judge(database.db, people.first, claim.id, 'true'))).toBe('done');
    expect((await detail(database.db, people.third, claim.id)).verdictSeat).toBe(3);
    const { claims } = await judge(database.db, people.third, claim.id, 'half-true');
    expect(claims[0]).toMatchObject({ progress: 'settled', settledBy: 'third', mark: 'wrong' });
  });

  test('one of the two settles a dispute by giving way', async () => {
    const { claim } = await judged();
    await judge(database.db, people.second, claim.id, 'false');
    const { claims } = await judge(database.db, people.second, claim.id, 'true');
    expect(claims[0]).toMatchObject({ progress: 'settled', settledBy: 'two' });
    expect((await lead(database.db, people.third, claim.id)).signOff?.by.name).toBe('Sanne');
  });

  test('a third reader’s verdict goes stale like any other, and its claim with it', async () => {
    const { claim } = await judged();
    await judge(database.db, people.second, claim.id, 'false');
    await judge(database.db, people.third, claim.id, 'half-true');
    const { version } = (await detail(database.db, people.editor, claim.id)).claim;
    await editClaim(database.db, people.editor, { id: claim.id, version, statement: 'Other words.' });
    const after = await detail(database.db, people.third, claim.id);
    expect(after.claim).toMatchObject({ settledBy: 'third', stale: true, mark: 'stale' });
    expect(after.verdicts.find(({ seat }) => seat === 3)?.stale).toBe(true);
  });

  test('a verdict is not signed off, nor offered to be, while nobody has decided on the wording', async () => {
    const bench = await article(database.db, people.editor);
    const { id } = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
    const handle = async () => ({ id, version: (await detail(database.db, people.first, id)).claim.version });
    await editClaim(database.db, people.first, { ...(await handle()), statement: 'Lorry tolls go up in June.' });
    await judge(database.db, people.first, id, 'true');
    await decideProposal(database.db, people.third, { ...(await handle()), take: 'open' });
    expect((await detail(database.db, people.second, id)).claim.stale).toBe(false);
    expect(await refusal(sign(people.second, id))).toBe('undecided-wording');
    expect((await detail(database.db, people.second, id)).signOffRefusal).not.toBeNull();
    await decideProposal(database.db, people.third, { ...(await handle()), take: 'own' });
    expect(await refusal(sign(people.second, id))).toBe('done');
  });

  test('a verdict is not confirmed without the evidence that it cites', async () => {
    const { claim } = await judged();
    const [piece] = (await detail(database.db, people.first, claim.id)).evidence;
    await judge(database.db, people.first, claim.id, 'true', { rationale: 'So the accounts [1].' });
    await withdrawEvidence(database.db, people.third, {
      id: piece?.id ?? '',
      version: piece?.version ?? 0,
      reason: 'Not ours',
    });
    const { basisDigest, seen, verdicts } = await detail(database.db, people.first, claim.id);
    const given = verdicts.find(({ ended }) => ended === null);
    expect(given?.stale).toBe(true);
    const confirm = { claimId: claim.id, verdictId: given?.id ?? '', basisDigest: basisDigest ?? '', seen: [...seen] };
    expect(await refusal(confirmVerdict(database.db, people.first, { ...confirm, rationale: null }))).toBe('invalid');
  });

  test('where one of the two comes round to the other, they settle what a third reader had settled', async () => {
    const { claim } = await judged();
    await judge(database.db, people.second, claim.id, 'false');
    await judge(database.db, people.third, claim.id, 'true');
    const { claims } = await judge(database.db, people.first, claim.id, 'false');
    expect(claims[0]).toMatchObject({ progress: 'settled', settledBy: 'two' });
    const { verdicts } = await detail(database.db, people.viewer, claim.id);
    const inSeat = (seat: number) => verdicts.find((one) => one.seat === seat && one.ended === null);
    const [agreed, third] = [inSeat(1), inSeat(3)];
    expect(claims[0]?.ratingId).toBe(agreed?.content?.rating.id);
    // As it was kept before that was the rule, and comes forward.
    await database.owner`update claims set settled_by = 'third', settled_verdict_id = ${third?.id ?? ''} where id = ${claim.id}`;
    const forward = readMigrations().find(({ name }) => name.endsWith('two_that_agree'));
    await database.owner.unsafe(forward?.sql ?? '');
    expect((await detail(database.db, people.viewer, claim.id)).claim).toMatchObject({
      settledBy: 'two',
      ratingId: agreed?.content?.rating.id,
    });
    expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
    // And a third who differs from two that have never agreed still decides.
    await judge(database.db, people.second, claim.id, 'half-true');
    expect((await detail(database.db, people.viewer, claim.id)).claim.settledBy).toBe('third');
  });

  test('a withdrawn sign-off and a withdrawn verdict take the claim back', async () => {
    const { claim } = await judged();
    await sign(people.second, claim.id);
    const signed = await lead(database.db, people.second, claim.id);
    await withdrawSignOff(database.db, people.second, { signOffId: signed.signOff?.id ?? '', reason: 'Too early' });
    expect((await detail(database.db, people.second, claim.id)).claim.progress).toBe('awaiting_second_reader');
    expect(await refusal(withdrawVerdict(database.db, people.second, { verdictId: signed.id, reason: 'No' }))).toBe(
      'forbidden',
    );
    await withdrawVerdict(database.db, people.first, { verdictId: signed.id, reason: 'Wrong source' });
    expect((await detail(database.db, people.second, claim.id)).claim.progress).toBe('in_review');
  });
});

test('in the mode of one reader a verdict settles', async () => {
  const { claim } = await judged('one');
  expect((await detail(database.db, people.second, claim.id)).claim).toMatchObject({
    progress: 'settled',
    settledBy: 'one',
  });
});

describe('the blind mode', () => {
  test('the first verdict is hidden from everybody else until the second is in', async () => {
    const { claim } = await judged('blind');
    for (const reader of [people.second, people.editor, people.admin, people.viewer]) {
      const seen = await detail(database.db, reader, claim.id);
      expect(seen.verdicts[0]).toMatchObject({ content: null, basisDigest: null });
      expect(seen.evidence[0]).toMatchObject({ stance: null, note: null });
    }
    expect((await detail(database.db, people.first, claim.id)).verdicts[0]?.content?.rating.key).toBe('true');
    expect(await refusal(sign(people.second, claim.id))).toBe('conflict');
    const { claims } = await judge(database.db, people.second, claim.id, 'true');
    expect(claims[0]).toMatchObject({ progress: 'settled', settledBy: 'two' });
    const revealed = await detail(database.db, people.viewer, claim.id);
    expect(revealed.verdicts.every((verdict) => verdict.content !== null)).toBe(true);
    expect(revealed.verdicts[0]?.signOff?.by.name).toBe('Sanne');
  });

  test('an admin may settle without the second, with a reason', async () => {
    const bench = await article(database.db, people.editor, { mode: 'blind' });
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
    expect(await refusal(judge(database.db, people.first, claim.id, 'true', { overrideReason: 'Alone tonight' }))).toBe(
      'forbidden',
    );
    const { claims } = await judge(database.db, people.admin, claim.id, 'true', { overrideReason: 'Alone tonight' });
    expect(claims[0]).toMatchObject({ progress: 'settled', settledBy: 'one' });
    expect((await lead(database.db, people.viewer, claim.id)).content?.overrideReason).toBe('Alone tonight');
  });

  test('an admin’s override of a dispute stays one when one of the two judges anew', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
    await judge(database.db, people.first, claim.id, 'true');
    await judge(database.db, people.second, claim.id, 'false');
    await judge(database.db, people.admin, claim.id, 'misleading', { overrideReason: 'Press time' });
    const { claims } = await judge(database.db, people.first, claim.id, 'false');
    expect(claims[0]).toMatchObject({ progress: 'settled', settledBy: 'one' });
    const { verdicts } = await detail(database.db, people.viewer, claim.id);
    const override = verdicts.find(({ content: given }) => given?.overrideReason);
    expect(claims[0]?.ratingId).toBe(override?.content?.rating.id);
    // As it was kept before that was the rule, and comes forward.
    await database.owner`update claims set settled_by = 'third' where id = ${claim.id}`;
    const forward = readMigrations().find(({ name }) => name.endsWith('an_override_is_no_third_reader'));
    await database.owner.unsafe(forward?.sql ?? '');
    expect((await detail(database.db, people.viewer, claim.id)).claim.settledBy).toBe('one');
    expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
  });

  test('nobody decides on the wording of a verdict that has ended', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
    await judge(database.db, people.first, claim.id, 'false', { fix: 'Lorry tolls will stay as they are' });
    const fix = (await lead(database.db, people.editor, claim.id)).content?.fix;
    await judge(database.db, people.first, claim.id, 'false');
    const decision = { id: fix?.id ?? '', version: fix?.version ?? 0, state: 'accepted', reason: null } as const;
    expect(await refusal(decideFix(database.db, people.editor, decision))).toBe('not-in-force');
  });

  test.each([
    ['accepted', 'proposed'],
    ['refused', undefined],
  ] as const)('a wording that was %s is, once its verdict is confirmed, %s', async (state, then) => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
    await judge(database.db, people.first, claim.id, 'false', { fix: 'Lorry tolls will stay as they are' });
    const fix = (await lead(database.db, people.editor, claim.id)).content?.fix;
    const decision = {
      id: fix?.id ?? '',
      version: fix?.version ?? 0,
      state,
      reason: state === 'refused' ? 'No' : null,
    };
    await decideFix(database.db, people.editor, decision);
    const { version } = (await detail(database.db, people.first, claim.id)).claim;
    await editClaim(database.db, people.first, { id: claim.id, version, statement: 'Tolls rise by 4.5 %.' });
    const { verdicts, basisDigest, seen } = await detail(database.db, people.first, claim.id);
    await confirmVerdict(database.db, people.first, {
      claimId: claim.id,
      verdictId: verdicts[0]?.id ?? '',
      basisDigest: basisDigest ?? '',
      seen: [...seen],
      rationale: null,
    });
    expect((await lead(database.db, people.editor, claim.id)).content?.fix?.state).toBe(then);
  });

  test('a small desk that runs out of readers is told so, and an admin settles it with a reason that is kept', async () => {
    const bench = await article(database.db, people.editor, {
      access: 'named',
      memberIds: [people.first.id, people.admin.id],
    });
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
    await judge(database.db, people.first, claim.id);
    expect((await detail(database.db, people.first, claim.id)).isOutOfReaders).toBe(false);
    for (const [actor, statement] of [
      [people.editor, 'Tolls will rise by 4.5 per cent.'],
      [people.admin, 'Lorry tolls will rise by 4.5 per cent.'],
    ] as const) {
      const { version } = (await detail(database.db, actor, claim.id)).claim;
      await editClaim(database.db, actor, { id: claim.id, version, statement });
    }
    const seen = await detail(database.db, people.first, claim.id);
    expect(seen).toMatchObject({ isOutOfReaders: true, claim: { progress: 'awaiting_second_reader' } });
    const { claims } = await judge(database.db, people.admin, claim.id, 'true', { overrideReason: 'Press time' });
    expect(claims[0]).toMatchObject({ progress: 'settled', settledBy: 'one' });
    expect((await detail(database.db, people.first, claim.id)).isOutOfReaders).toBe(false);
  });
});

test('a verdict cites evidence that is there', async () => {
  const { claim } = await judged();
  expect(await refusal(judge(database.db, people.second, claim.id, 'true', { rationale: 'See [7].' }))).toBe('invalid');
});

test('a viewer gives no verdict', async () => {
  const { claim } = await judged();
  expect(await refusal(judge(database.db, people.viewer, claim.id))).toBe('forbidden');
});
