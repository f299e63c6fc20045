import type { Actor, PersonActor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { AppError, type Refusal, refuse, refused } from '#lib/platform/result.ts';
import { postgresCode } from '#lib/platform/trouble.ts';
import { type ClaimState, isUnworded, standingOf, type VerdictState } from '#lib/standing/data.ts';
import { patchOf } from '#lib/standing/data-claims.ts';
import { unmetBySigning } from '#lib/standing/data-rules.ts';
import { changesShown, digestShown } from '#lib/standing/data-shown.ts';
import { settle } from '#lib/standing/mutations.ts';
import { refusing } from '#lib/standing/rules-desk.ts';
import { SIGN_OFF_REFUSALS, type SignOffRefusal, signOffRefusal } from '#lib/standing/rules-seats.ts';
import { unmetColumn } from '#lib/standing/schema-columns.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { asPerson, assertOpenToVerdicts, assertSeen, type HeldState, holdVerdict } from './mutations-shared.ts';
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

/** Writes a sign-off with its event, and returns its id. */
export async function writeSignOff(
  tx: Tx,
  actor: PersonActor,
  state: Pick<HeldState, 'record' | 'source' | 'verdicts' | 'openQueries' | 'rules'>,
  verdict: VerdictState,
  together?: { readonly count: number; readonly openedAt: string },
): Promise<string> {
  const unmet = await unmetBySigning(tx, state, verdict, state.rules, actor.id);
  const signOff = await tx.signOff.create({
    data: {
      verdictId: verdict.id,
      userId: actor.id,
      basisDigest: verdict.record.basisDigest,
      unmet: unmetColumn.write(unmet),
    },
  });
  await appendEvent(tx, actor, {
    chain: state.record.articleId,
    action: 'verdict.signedOff',
    subject: { type: 'signOff', id: signOff.id },
    detail: {
      claim: state.record.number,
      seat: verdict.seat,
      basisDigest: verdict.record.basisDigest,
      unmet,
      ...(together === undefined ? {} : { together }),
    },
  });
  return signOff.id;
}

/** Agrees with a verdict, on the basis that the signer saw. */
export async function signOff(db: Db, who: Actor, input: SignOffInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  try {
    return await transact(db, async (tx) => {
      const { state, verdict } = await holdVerdict(tx, actor, 'verdict.signOff', input.verdictId);
      assertOpenToVerdicts(state);
      assertSeen(state, input.seen);
      const because = signOffRefusal(actor.id, verdict, state.verdicts, {
        isUnworded: isUnworded(state),
        held: standingOf(state).held,
        unmet: refusing(await unmetBySigning(tx, state, verdict, state.rules, actor.id)),
      });
      if (because) refuseSignOff(because, state, verdict, actor);
      if (input.basisDigest !== digestShown(state, verdict.record, actor.id))
        refuseSignOff('stale', state, verdict, actor);
      await writeSignOff(tx, actor, state, verdict);
      await settle(tx, state.record.articleId, [state.record.id]);
      return patchOf(tx, actor, [state.record.id]);
    });
  } catch (error) {
    throw databaseRefusal(error);
  }
}

const REASONS: Readonly<Record<SignOffRefusal, Refusal>> = {
  'no-verdict': 'not-found',
  'not-in-force': 'not-in-force',
  'signed-off': 'conflict',
  own: 'own-verdict',
  'edited-basis': 'own-verdict',
  hidden: 'conflict',
  'says-otherwise': 'conflict',
  stale: 'basis-moved',
  unworded: 'undecided-wording',
  held: 'held',
  unmet: 'conflict',
};

const signOffError = (because: SignOffRefusal, present?: unknown): AppError =>
  new AppError(refused(REASONS[because], SIGN_OFF_REFUSALS[because], present === undefined ? {} : { present }));

function refuseSignOff(because: SignOffRefusal, state: ClaimState, verdict: VerdictState, actor: PersonActor): never {
  throw signOffError(because, because === 'stale' ? changesShown(state, verdict, actor.id) : undefined);
}

/** The database's own refusals, for whatever slips between the check and the write. */
const BY_CODE: Readonly<Record<string, SignOffRefusal>> = {
  '23505': 'signed-off',
  ST002: 'own',
  ST003: 'not-in-force',
  ST004: 'stale',
  ST006: 'hidden',
};

export function databaseRefusal(error: unknown): unknown {
  const code = postgresCode(error);
  if (code === 'ST005') return new AppError(refused('forbidden', 'sign-off-not-allowed'));
  const because = code ? BY_CODE[code] : undefined;
  return because ? signOffError(because) : error;
}

/** Takes back one's own sign-off. It stays in the record. */
export function withdrawSignOff(db: Db, who: Actor, input: WithdrawSignOffInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  return transact(db, async (tx) => {
    const found = await tx.signOff.findUnique({ where: { id: input.signOffId }, select: { verdictId: true } });
    if (!found) refuse('not-found', 'no-sign-off');
    const { state, verdict } = await holdVerdict(tx, actor, 'verdict.signOff', found.verdictId);
    const active = verdict.record.signOffs.find((item) => item.id === input.signOffId);
    if (!active) refuse('not-in-force', 'sign-off-ended-already');
    if (active.userId !== actor.id) refuse('forbidden', 'sign-off-not-yours');
    await takeBackSignOffs(tx, actor, state, [verdict], input.reason);
    await settle(tx, state.record.articleId, [state.record.id]);
    return patchOf(tx, actor, [state.record.id]);
  });
}
