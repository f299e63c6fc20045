import { assertNotArchived, holdActor, holdArticle } from '#lib/articles/policy.ts';
import { claimsById } from '#lib/claims/data.ts';
import type { WorkbenchPatch } from '#lib/claims/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import type { Permission } from '#lib/people/policy.ts';
import { type Actor, isPerson, type PersonActor } from '#lib/platform/actor.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { AppError, refuse, refused } from '#lib/platform/result.ts';
import { postgresCode } from '#lib/platform/trouble.ts';
import {
  basisEvidence,
  basisText,
  type ClaimState,
  claimStates,
  digestOf,
  parseBasis,
  presentBasis,
  seenDigest,
  type VerdictState,
} from './data.ts';
import { settle } from './mutations-settle.ts';
import {
  agree,
  basisChanges,
  basisOf,
  citedNumbers,
  SAYS_OTHERWISE,
  SEAT_REFUSALS,
  type SeatPlan,
  saysOtherwise,
  seatFor,
} from './rules.ts';
import type {
  ConfirmVerdictInput,
  GiveVerdictInput,
  SignOffInput,
  WithdrawSignOffInput,
  WithdrawVerdictInput,
} from './schema.ts';

const patchOf = async (tx: Tx, actor: Actor, claimId: string): Promise<WorkbenchPatch> => ({
  claims: await claimsById(tx, actor, [claimId]),
  marks: [],
  marksGone: [],
});

/** Verdicts and sign-offs are a person's, in their own session. */
function asPerson(actor: Actor): PersonActor {
  if (!isPerson(actor)) refuse('forbidden', 'Verdicts and sign-offs come from a person’s own session.');
  return actor;
}

/** A claim whose article is held, and since when. */
type HeldState = ClaimState & { readonly at: Date };

async function holdClaim(tx: Tx, actor: Actor, permission: Permission, claimId: string): Promise<HeldState> {
  const found = await tx.claim.findUnique({ where: { id: claimId }, select: { articleId: true } });
  if (!found) refuse('not-found', 'There is no such claim here.');
  const article = await holdArticle(tx, actor, permission, found.articleId);
  assertNotArchived(article);
  const [state] = await claimStates(tx, [claimId]);
  if (!state) refuse('not-found', 'There is no such claim here.');
  return { ...state, at: article.at };
}

function assertOpenToVerdicts({ record }: ClaimState): void {
  if (record.excludedAt) refuse('conflict', 'This claim is excluded. Restore it before judging it.');
  if (record.replacedAt) refuse('conflict', 'This claim has been split or merged. Judge what came of it.');
  if (record.withdrawnAt) refuse('conflict', 'This claim has been withdrawn.');
}

/** Gives a verdict in the seat that is the person's to take. */
export function giveVerdict(db: Db, who: Actor, input: GiveVerdictInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  return transact(db, async (tx) => {
    const state = await holdClaim(tx, actor, 'verdict.give', input.claimId);
    assertOpenToVerdicts(state);
    if (input.basisDigest !== seenDigest(state, actor.id)) {
      refuse(
        'basis-moved',
        'The claim or its evidence has changed since you opened it. Look again; what you wrote is kept.',
      );
    }
    if (input.overrideReason) await holdActor(tx, actor, 'verdict.override');
    const plan = seatFor(actor.id, state.verdicts, state.record.article.mode, input.overrideReason !== null);
    if (plan.seat === null)
      refuse(plan.because === 'edited-basis' ? 'own-verdict' : 'conflict', SEAT_REFUSALS[plan.because]);
    await writeVerdict(tx, actor, state, plan, input);
    return patchOf(tx, actor, state.record.id);
  });
}

type Finding = Pick<
  GiveVerdictInput,
  'ratingId' | 'attributionFinding' | 'rationale' | 'cites' | 'fix' | 'overrideReason'
>;
type Seat = Exclude<SeatPlan, { seat: null }>;

async function writeVerdict(tx: Tx, actor: PersonActor, state: HeldState, plan: Seat, finding: Finding): Promise<void> {
  const { record, source } = state;
  const revisionId = record.article.revisionId;
  if (!revisionId) throw new Error(`Article ${record.articleId} has no revision`);
  const rating = await tx.rating.findFirst({ where: { id: finding.ratingId, archivedAt: null } });
  if (!rating)
    refuse('invalid', 'Choose a rating from the desk’s scale.', {
      fields: { ratingId: 'Choose a rating from the desk’s scale.' },
    });
  const cited = citedEvidence(state, [...citedNumbers(finding.rationale), ...finding.cites]);
  const basis = basisOf(source, cited.map(basisEvidence));
  const now = state.at;
  if (plan.ends.length > 0) {
    await tx.verdict.updateMany({ where: { id: { in: [...plan.ends] } }, data: { supersededAt: now } });
  }
  const verdict = await tx.verdict.create({
    data: {
      claimId: record.id,
      authorId: actor.id,
      seat: plan.seat,
      ratingId: rating.id,
      attributionFinding: finding.attributionFinding,
      rationale: finding.rationale,
      revisionId,
      basis: basisText(basis),
      basisDigest: digestOf(basis),
      mode: plan.mode,
      supersedesId: plan.ends[0] ?? null,
      overrideReason: finding.overrideReason,
      overrideById: finding.overrideReason ? actor.id : null,
      createdAt: now,
      revealedAt: plan.mode === 'blind' && plan.seat === 1 && !finding.overrideReason ? null : now,
      cites: { create: cited.map((item) => ({ evidenceId: item.id, evidenceVersion: item.version })) },
      ...(finding.fix ? { fix: { create: { claimId: record.id, replacement: finding.fix } } } : {}),
    },
  });
  await appendEvent(tx, actor, {
    chain: record.articleId,
    action: 'verdict.given',
    subject: { type: 'verdict', id: verdict.id },
    detail: {
      claim: record.number,
      seat: plan.seat,
      mode: plan.mode,
      rating: rating.label,
      attributionFinding: finding.attributionFinding,
      rationale: finding.rationale,
      cites: cited.map((item) => item.number),
      fix: finding.fix,
      basisDigest: verdict.basisDigest,
      override: finding.overrideReason,
    },
  });
  await tx.claim.update({ where: { id: record.id }, data: { touchedAt: now } });
  await answerTheOthers(tx, actor, record.id, verdict.id, now);
  await settle(tx, record.articleId, [record.id]);
}

function citedEvidence({ record }: ClaimState, numbers: readonly number[]): ClaimState['record']['evidence'] {
  const wanted = [...new Set(numbers)];
  const missing = wanted.filter(
    (number) => !record.evidence.some((item) => item.number === number && !item.withdrawnAt),
  );
  if (missing.length > 0) {
    const message = `There is no evidence [${missing.join('], [')}] on this claim.`;
    refuse('invalid', message, { fields: { rationale: message } });
  }
  return record.evidence.filter((item) => wanted.includes(item.number));
}

/**
 * After a verdict: once nothing that was given is waiting for a second reader's own, nothing on the claim is hidden any
 * more. Where the new verdict agrees with the other seat's, it signs that one off, in the giver's name and in the same
 * transaction; where it does not, a sign-off that the giver left on it before is taken back: one person, one word.
 */
async function answerTheOthers(
  tx: Tx,
  actor: PersonActor,
  claimId: string,
  verdictId: string,
  now: Date,
): Promise<void> {
  const [state] = await claimStates(tx, [claimId]);
  const mine = state?.verdicts.find((verdict) => verdict.id === verdictId);
  if (!state || !mine) throw new Error(`Verdict ${verdictId} is not there`);
  const others = state.verdicts.filter((verdict) => verdict.inForce && verdict.id !== verdictId);
  if (others.length > 0 || mine.revealed) {
    await tx.verdict.updateMany({ where: { claimId, revealedAt: null }, data: { revealedAt: now } });
  }
  const differing = others.filter((verdict) => !agree(mine, verdict));
  await takeBackSignOffs(tx, actor, state, differing, 'Gave another verdict.');
  const other = others.find((verdict) => verdict.seat < 3 && mine.seat < 3);
  if (!other || !agree(mine, other) || other.stale || other.signedOff || other.authorIds.includes(actor.id)) return;
  await writeSignOff(tx, actor, state, other);
}

/** Withdraws the actor's own sign-offs of these verdicts. */
async function takeBackSignOffs(
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

async function writeSignOff(tx: Tx, actor: PersonActor, state: ClaimState, verdict: VerdictState): Promise<void> {
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

async function holdVerdict(tx: Tx, actor: Actor, permission: Permission, verdictId: string) {
  const found = await tx.verdict.findUnique({ where: { id: verdictId }, select: { claimId: true } });
  if (!found) refuse('not-found', 'There is no such verdict here.');
  const state = await holdClaim(tx, actor, permission, found.claimId);
  const verdict = state.verdicts.find((item) => item.id === verdictId);
  if (!verdict) refuse('not-found', 'There is no such verdict here.');
  return { state, verdict };
}

/**
 * Takes back one's own verdict, and with it one's agreement with the other's. It stays in the record. A dispute that a
 * third person has settled keeps both its sides: whoever thinks otherwise by now gives a new verdict in place of theirs.
 */
export function withdrawVerdict(db: Db, who: Actor, input: WithdrawVerdictInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  return transact(db, async (tx) => {
    const { state, verdict } = await holdVerdict(tx, actor, 'verdict.give', input.verdictId);
    if (verdict.authorId !== actor.id) refuse('forbidden', 'Only who gave a verdict withdraws it.');
    if (!verdict.inForce) refuse('not-in-force', 'This verdict has been superseded or withdrawn already.');
    const present = state.verdicts.filter((item) => item.inForce);
    if (verdict.seat !== 3 && present.some((item) => item.seat === 3)) {
      refuse('conflict', 'A third person has settled this dispute. You can give a new verdict in place of yours.');
    }
    await tx.verdict.update({
      where: { id: verdict.id },
      data: { withdrawnAt: new Date(), withdrawnById: actor.id, withdrawnReason: input.reason },
    });
    await appendEvent(tx, actor, {
      chain: state.record.articleId,
      action: 'verdict.withdrawn',
      subject: { type: 'verdict', id: verdict.id },
      detail: { claim: state.record.number, seat: verdict.seat, reason: input.reason },
    });
    await takeBackSignOffs(tx, actor, state, present, 'Withdrew their own verdict.');
    await settle(tx, state.record.articleId, [state.record.id]);
    return patchOf(tx, actor, state.record.id);
  });
}

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

/** Gives a stale verdict again, word for word, on what stands now. Citations withdrawn since are refused, not dropped. */
export function confirmVerdict(db: Db, who: Actor, input: ConfirmVerdictInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  return transact(db, async (tx) => {
    const { state, verdict } = await holdVerdict(tx, actor, 'verdict.give', input.verdictId);
    assertOpenToVerdicts(state);
    if (!verdict.inForce) refuse('not-in-force', 'This verdict has been superseded or withdrawn.');
    // Before anything else: that a hidden verdict is stale is hidden too.
    if (!verdict.revealed && verdict.authorId !== actor.id) refuse('not-found', 'There is no such verdict here.');
    if (!verdict.stale) refuse('conflict', 'This verdict is not stale: nothing it rests on has changed.');
    if (input.basisDigest !== seenDigest(state, actor.id)) {
      refuse('basis-moved', 'The claim or its evidence has changed since you opened it. Look again.');
    }
    const plan = seatFor(actor.id, state.verdicts, state.record.article.mode);
    if (plan.seat === null) refuse('own-verdict', SEAT_REFUSALS[plan.because]);
    const fix = await tx.fix.findUnique({ where: { verdictId: verdict.id } });
    const cited = new Set(verdict.record.cites.map((cite) => cite.evidenceId));
    await writeVerdict(tx, actor, state, plan, {
      ratingId: verdict.ratingId,
      attributionFinding: verdict.attributionFinding,
      rationale: verdict.record.rationale,
      cites: state.record.evidence.filter((item) => cited.has(item.id)).map((item) => item.number),
      fix: fix && fix.state === 'proposed' ? fix.replacement : null,
      overrideReason: null,
    });
    return patchOf(tx, actor, state.record.id);
  });
}
