import { expect, test } from 'vitest';
import { editClaim } from '#lib/claims/mutations.ts';
import type { EditClaimInput } from '#lib/claims/schema.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { basisText, claimStates, digestOf } from '#lib/standing/data.ts';
import { basisOf } from '#lib/standing/rules-basis.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, cast, claimOn, detail, judge, lead } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal, tamper } from '../trust/desk.ts';

const database = withDatabase();

test('who says it and when is what a verdict rests on; one that was given before that is compared in its own form', async () => {
  const people = await cast(database.db);
  const bench = await article(database.db, people.editor);
  const see = (id: string) => detail(database.db, people.first, id);
  const edit = async (id: string, changes: Partial<EditClaimInput>) => {
    const { version } = (await see(id)).claim;
    return editClaim(database.db, people.third, { id, version, ...changes });
  };
  const judged = async () => {
    const { id } = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
    await edit(id, { claimant: { name: 'Maren Holt', kind: 'person' } });
    await judge(database.db, people.first, id, 'true');
    return id;
  };
  const set = { saidOn: '1999-01-01', claimant: { name: 'Maren Holt', kind: 'organization' } } as const;

  const now = await judged();
  for (const part of [{ saidOn: set.saidOn }, { claimant: set.claimant }]) {
    await edit(now, part);
    expect((await see(now)).claim.stale).toBe(true);
    await edit(now, { saidOn: null, claimant: { name: 'Maren Holt', kind: 'person' } });
    expect((await see(now)).claim.stale).toBe(false);
  }
  await edit(now, set);
  expect((await see(now)).basisChanges.map(({ what }) => what)).toEqual(['claimantKind', 'saidOn']);
  // Whoever set it has a part in what the verdict rests on.
  const { id: verdictId, basisDigest, seen } = await lead(database.db, people.third, now);
  const input = { verdictId, basisDigest: basisDigest ?? '', seen };
  expect(await refusal(signOff(database.db, people.third, input))).not.toBe('done');
  expect((await verifyHistory(sql(), [])).breaks).toEqual([]);

  const before = await judged();
  const [state] = await claimStates(database.db, [before]);
  if (!state) throw new Error('No claim');
  const second = basisOf(state.source, [], 2);
  await tamper(
    (tx) =>
      tx`update verdicts set basis = ${basisText(second)}, basis_digest = ${digestOf(second)} where claim_id = ${before}`,
  );
  await edit(before, set);
  expect((await see(before)).claim.stale).toBe(false);
  await edit(before, { factuality: 'denied' });
  expect((await see(before)).basisChanges.map(({ what }) => what)).toEqual(['factuality']);
});
