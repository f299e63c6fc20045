import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor, PersonActor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { asksForEvidence } from '#lib/settings/rules.ts';
import { basisEvidence, basisText, type ClaimState, digestOf, type VerdictState } from '#lib/standing/data.ts';
import { patchOf } from '#lib/standing/data-claims.ts';
import { modeUnder, unmetOf } from '#lib/standing/data-rules.ts';
import { seenDigest } from '#lib/standing/data-shown.ts';
import { settle } from '#lib/standing/mutations.ts';
import { agree, inForce } from '#lib/standing/rules.ts';
import { basisOf } from '#lib/standing/rules-basis.ts';
import { refusing } from '#lib/standing/rules-desk.ts';
import { isHiddenFrom } from '#lib/standing/rules-hidden.ts';
import { SEAT_REFUSALS, type SeatPlan, seatFor } from '#lib/standing/rules-seats.ts';
import { unmetColumn } from '#lib/standing/schema-columns.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import {
  asPerson,
  assertOpenToVerdicts,
  assertSeen,
  assertWorded,
  type HeldState,
  holdClaim,
  holdVerdict,
} from './mutations-shared.ts';
import { takeBackSignOffs, writeSignOff } from './mutations-sign-off.ts';
import { citedNumbers } from './rules.ts';
import type { ConfirmVerdictInput, GiveVerdictInput, WithdrawVerdictInput } from './schema.ts';

/** Gives a verdict in the seat that is the person's to take. */
export function giveVerdict(db: Db, who: Actor, input: GiveVerdictInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  return transact(db, async (tx) => {
    const state = await holdClaim(tx, actor, 'verdict.give', input.claimId);
    assertOpenToVerdicts(state);
    assertSeen(state, input.seen);
    assertOnPresent(state, actor, input.basisDigest);
    assertWorded(state);
    if (input.overrideReason) await holdActor(tx, actor, 'verdict.override');
    const plan = seatFor(actor.id, state.verdicts, state.record.article.mode, input.overrideReason !== null);
    if (plan.seat === null)
      refuse(plan.because === 'edited-basis' ? 'own-verdict' : 'conflict', SEAT_REFUSALS[plan.because]);
    await writeVerdict(tx, actor, state, plan, { ...input, confirmsId: null });
    return patchOf(tx, actor, [state.record.id]);
  });
}

/** Refuses where the claim or its evidence is not as the person saw it. */
function assertOnPresent(state: ClaimState, actor: PersonActor, digest: string): void {
  if (digest !== seenDigest(state, actor.id)) refuse('basis-moved', 'basis-moved-kept');
}

type Finding = Pick<
  GiveVerdictInput,
  'ratingId' | 'attributionFinding' | 'rationale' | 'cites' | 'fix' | 'overrideReason'
> & { readonly confirmsId: string | null };
type Seat = Exclude<SeatPlan, { seat: null }>;

async function writeVerdict(tx: Tx, actor: PersonActor, state: HeldState, seat: Seat, finding: Finding): Promise<void> {
  const { record, source } = state;
  const plan = { ...seat, mode: modeUnder(seat.mode, state, state.rules) };
  const revisionId = record.article.revisionId;
  if (!revisionId) throw new Error(`Article ${record.articleId} has no revision`);
  const rating = await tx.rating.findFirst({ where: { id: finding.ratingId, archivedAt: null } });
  if (!rating) refuse('invalid', 'choose-rating', { field: 'ratingId' });
  const unmet = asksForEvidence(rating) ? unmetOf(state, peopleBehind(state, plan, finding), state.rules) : [];
  if (settles(state, plan, finding) && refusing(unmet)) refuse('conflict', 'verdict-unmet');
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
      confirmsId: finding.confirmsId,
      overrideReason: finding.overrideReason,
      overrideById: finding.overrideReason ? actor.id : null,
      unmet: unmetColumn.write(unmet),
      createdAt: now,
      revealedAt: plan.mode === 'blind' && plan.seat === 1 && !finding.overrideReason ? null : now,
      cites: { create: cited.map((item) => ({ evidenceId: item.id, evidenceVersion: item.version })) },
      ...(finding.fix ? { fix: { create: { claimId: record.id, replacement: finding.fix } } } : {}),
    },
  });
  await tx.claim.update({ where: { id: record.id }, data: { touchedAt: now } });
  const others = await revealOthers(tx, state, plan, verdict);
  await appendEvent(tx, actor, {
    chain: record.articleId,
    action: 'verdict.given',
    subject: { type: 'verdict', id: verdict.id },
    detail: {
      claim: record.number,
      seat: plan.seat,
      mode: plan.mode,
      rating: rating.label,
      ratingId: rating.id,
      attributionFinding: finding.attributionFinding,
      rationale: finding.rationale,
      cites: cited.map((item) => item.number),
      fix: finding.fix,
      basisDigest: verdict.basisDigest,
      override: finding.overrideReason,
      unmet,
      ...(finding.confirmsId ? { confirms: finding.confirmsId } : {}),
    },
  });
  await answerTheOthers(tx, actor, state, plan, verdict, others);
  await settle(tx, record.articleId, [record.id]);
}

/** Verdicts in force that stay so beside the new one. */
const beside = (state: ClaimState, plan: Seat): VerdictState[] =>
  inForce(state.verdicts).filter((verdict) => !plan.ends.includes(verdict.id));

/**
 * Whether the claim may be settled by this verdict. What another reader still has to agree to is only proposed. Whether a second one does agree plays no
 * part: a refusal would tell of a verdict that is hidden.
 */
const settles = (state: ClaimState, plan: Seat, { overrideReason }: Finding): boolean =>
  plan.mode === 'one' || overrideReason !== null || beside(state, plan).length > 0;

const peopleBehind = (state: ClaimState, plan: Seat, { overrideReason }: Finding): number => {
  if (overrideReason !== null) return 1;
  return plan.mode === 'one' && beside(state, plan).length === 0 ? 1 : 2;
};

function citedEvidence({ record }: ClaimState, numbers: readonly number[]): ClaimState['record']['evidence'] {
  const wanted = [...new Set(numbers)];
  const missing = wanted.filter(
    (number) => !record.evidence.some((item) => item.number === number && !item.withdrawnAt),
  );
  if (missing.length > 0) {
    refuse('invalid', 'no-evidence-numbered', { values: { numbers: missing.join('], [') }, field: 'rationale' });
  }
  return record.evidence.filter((item) => wanted.includes(item.number));
}

/**
 * Once nothing that was given is waiting for a second reader's own, nothing on the claim is hidden any more. Done before
 * the verdict's event, which speaks of all that it changes. Returns the other verdicts in force.
 */
async function revealOthers(
  tx: Tx,
  state: HeldState,
  plan: Seat,
  mine: { readonly revealedAt: Date | null },
): Promise<VerdictState[]> {
  const others = beside(state, plan);
  if (others.length > 0 || mine.revealedAt !== null) {
    await tx.verdict.updateMany({
      where: { claimId: state.record.id, revealedAt: null },
      data: { revealedAt: state.at },
    });
  }
  return others;
}

/**
 * Where the new verdict agrees with the other seat's, it signs that one off, in the giver's name and in the same
 * transaction; where it does not, a sign-off that the giver left on it before is taken back: one person, one word.
 */
async function answerTheOthers(
  tx: Tx,
  actor: PersonActor,
  state: HeldState,
  plan: Seat,
  mine: Pick<VerdictState, 'ratingId' | 'attributionFinding'>,
  others: readonly VerdictState[],
): Promise<void> {
  const differing = others.filter((verdict) => !agree(mine, verdict));
  await takeBackSignOffs(tx, actor, state, differing, 'Gave another verdict.');
  const other = others.find((verdict) => verdict.seat < 3 && plan.seat < 3);
  if (!other || !agree(mine, other) || other.stale || other.signedOff || other.authorIds.includes(actor.id)) return;
  await writeSignOff(tx, actor, state, other);
}

/**
 * Takes back one's own verdict, and with it one's agreement with the other's. It stays in the record. A dispute that a
 * third person has settled keeps both its sides: whoever thinks otherwise by now gives a new verdict in place of theirs.
 */
export function withdrawVerdict(db: Db, who: Actor, input: WithdrawVerdictInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  return transact(db, async (tx) => {
    const { state, verdict } = await holdVerdict(tx, actor, 'verdict.give', input.verdictId);
    if (verdict.authorId !== actor.id) refuse('forbidden', 'verdict-not-yours');
    if (!verdict.inForce) refuse('not-in-force', 'verdict-ended-already');
    const present = state.verdicts.filter((item) => item.inForce);
    if (verdict.seat !== 3 && present.some((item) => item.seat === 3)) {
      refuse('conflict', 'dispute-settled-by-third');
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
    return patchOf(tx, actor, [state.record.id]);
  });
}

/**
 * Gives a stale verdict's finding again on what stands now. One's own is given word for word; another's in the confirmer's
 * own name: its rationale stays under its author's. Citations withdrawn since are refused, not dropped.
 */
export function confirmVerdict(db: Db, who: Actor, input: ConfirmVerdictInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  return transact(db, async (tx) => {
    const { state, verdict } = await holdVerdict(tx, actor, 'verdict.give', input.verdictId);
    assertOpenToVerdicts(state);
    if (!verdict.inForce) refuse('not-in-force', 'verdict-ended');
    // Before anything else: that a hidden verdict is stale is hidden too.
    if (isHiddenFrom(verdict, actor.id)) refuse('not-found', 'no-verdict');
    if (!verdict.stale) refuse('conflict', 'verdict-not-stale');
    assertSeen(state, input.seen);
    assertOnPresent(state, actor, input.basisDigest);
    assertWorded(state);
    const plan = seatFor(actor.id, state.verdicts, state.record.article.mode);
    if (plan.seat === null) refuse('own-verdict', SEAT_REFUSALS[plan.because]);
    const fix = await tx.fix.findUnique({ where: { verdictId: verdict.id } });
    const cited = new Set(verdict.record.cites.map((cite) => cite.evidenceId));
    const isOwn = verdict.authorId === actor.id;
    await writeVerdict(tx, actor, state, plan, {
      ratingId: verdict.ratingId,
      attributionFinding: verdict.attributionFinding,
      rationale: input.rationale ?? (isOwn ? verdict.record.rationale : ''),
      cites: state.record.evidence.filter((item) => cited.has(item.id)).map((item) => item.number),
      // One that was accepted is still to be taken over, and so is asked about again.
      fix: fix && (fix.state === 'proposed' || fix.state === 'accepted') ? fix.replacement : null,
      overrideReason: null,
      confirmsId: verdict.id,
    });
    return patchOf(tx, actor, [state.record.id]);
  });
}
