import type { Actor, PersonActor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, postgresCode, type Tx, transact } from '#lib/platform/db.ts';
import { AppError, refuse, refused } from '#lib/platform/result.ts';
import { type ClaimState, presentBasis, type VerdictState } from '#lib/standing/data.ts';
import { settle } from '#lib/standing/mutations.ts';
import { SAYS_OTHERWISE, saysOtherwise } from '#lib/standing/rules.ts';
import { basisChanges } from '#lib/standing/rules-basis.ts';
import { parseBasis } from '#lib/standing/schema-columns.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { asPerson, assertOpenToVerdicts, holdVerdict, patchOf } from './mutations-shared.ts';
import type { SignOffInput, WithdrawSignOffInput } from './schema.ts';

/** Withdraws the actor's own sign-offs of these verdicts. */
export async function takeBackSignOffs(
  tx: Tx,
  actor: PersonActor,
  { record }: ClaimState,
  verdicts: readonly VerdictState[],
  reason: string,
): Promise<void> {
  for (const verdict of verdicts) {
    for (const { id } of verdict.record.signOffs.filter((item) => item.userId === actor.id)) {
      await tx.signOff.update({ where: { id }, data: { withdrawnAt: new Date(), withdrawnReason: reason } });
      await appendEvent(tx, actor, {
        chain: record.articleId,
        action: 'verdict.signOffWithdrawn',
        subject: { type: 'signOff', id },
        detail: { claim: record.number, seat: verdict.seat, reason },
      });
    }
  }
}

export async function writeSignOff(
  tx: Tx,
  actor: PersonActor,
  state: ClaimState,
  verdict: VerdictState,
): Promise<void> {
  const signOff = await tx.signOff.create({
    data: { verdictId: verdict.id, userId: actor.id, basisDigest: verdict.record.basisDigest },
  });
  await appendEvent(tx, actor, {
    chain: state.record.articleId,
    action: 'verdict.signedOff',
    subject: { type: 'signOff', id: signOff.id },
    detail: { claim: state.record.number, seat: verdict.seat, basisDigest: verdict.record.basisDigest },
  });
}

/** Agrees with a verdict, on the basis that the signer saw. */
export async function signOff(db: Db, who: Actor, input: SignOffInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  try {
    return await transact(db, async (tx) => {
      const { state, verdict } = await holdVerdict(tx, actor, 'verdict.signOff', input.verdictId);
      assertOpenToVerdicts(state);
      if (!verdict.inForce) refuse('not-in-force', 'This verdict has been superseded or withdrawn.');
      if (!verdict.revealed && verdict.authorId !== actor.id) {
        refuse('conflict', 'The first verdict is blind. Give your own; if you agree, that is the sign-off.');
      }
      if (verdict.authorIds.includes(actor.id)) refuse('own-verdict', signOffRefusalFor(verdict, actor.id));
      if (verdict.signedOff) refuse('conflict', 'Somebody has just signed this verdict off.');
      if (saysOtherwise(state.verdicts, verdict, actor.id)) refuse('conflict', SAYS_OTHERWISE);
      if (verdict.stale || input.basisDigest !== verdict.record.basisDigest) {
        const now = presentBasis(state.record, state.source, verdict.record);
        refuse('basis-moved', 'What the verdict rests on has changed since it was given.', {
          present: basisChanges(parseBasis(verdict.record.basis), now),
        });
      }
      await writeSignOff(tx, actor, state, verdict);
      await settle(tx, state.record.articleId, [state.record.id]);
      return patchOf(tx, actor, state.record.id);
    });
  } catch (error) {
    throw signOffError(error);
  }
}

/** The database's own refusals, for whatever slips between the check and the write. */
function signOffError(error: unknown): unknown {
  switch (postgresCode(error)) {
    case '23505':
      return new AppError(refused('conflict', 'Somebody has just signed this verdict off.'));
    case 'ST002':
      return new AppError(refused('own-verdict', 'Nobody signs off their own verdict.'));
    case 'ST003':
      return new AppError(refused('not-in-force', 'This verdict has been superseded or withdrawn.'));
    case 'ST004':
      return new AppError(refused('basis-moved', 'What the verdict rests on has changed since it was given.'));
    case 'ST006':
      return new AppError(
        refused('conflict', 'The first verdict is blind. Give your own; if you agree, that is the sign-off.'),
      );
    case 'ST005':
      return new AppError(refused('forbidden', 'This account may not sign off.'));
    default:
      return error;
  }
}

export const signOffRefusalFor = (verdict: Pick<VerdictState, 'authorId'>, personId: string): string =>
  verdict.authorId === personId
    ? 'Nobody signs off their own verdict. It waits for a second reader.'
    : 'You have edited what this verdict rests on, so somebody else signs it off.';

/** Takes back one's own sign-off. It stays in the record. */
export function withdrawSignOff(db: Db, who: Actor, input: WithdrawSignOffInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  return transact(db, async (tx) => {
    const found = await tx.signOff.findUnique({ where: { id: input.signOffId }, select: { verdictId: true } });
    if (!found) refuse('not-found', 'There is no such sign-off here.');
    const { state, verdict } = await holdVerdict(tx, actor, 'verdict.signOff', found.verdictId);
    const active = verdict.record.signOffs.find((item) => item.id === input.signOffId);
    if (!active) refuse('not-in-force', 'This sign-off has been withdrawn already.');
    if (active.userId !== actor.id) refuse('forbidden', 'Only who signed off takes it back.');
    await takeBackSignOffs(tx, actor, state, [verdict], input.reason);
    await settle(tx, state.record.articleId, [state.record.id]);
    return patchOf(tx, actor, state.record.id);
  });
}
