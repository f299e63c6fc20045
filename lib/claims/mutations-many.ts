import type { Actor } from '#lib/access/types.ts';
import { appendEvents } from '#lib/history/mutations.ts';
import { inWords } from '#lib/i18n/tell.ts';
import type { Db } from '#lib/platform/db.ts';
import { AppError, refuse } from '#lib/platform/result.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { changeClaims, type HeldClaim, idsOf } from './mutations-shared.ts';
import { leftOut, type ManyActor, type ManyWish } from './rules-many.ts';
import type { FlagInput } from './schema.ts';

/** A sentence of the refusal names so many claims; more would not be read. */
const NAMED = 5;

/**
 * Those of the claims that the deed changes: a claim that is so already needs nothing.
 *
 * @throws AppError naming the claims that it may not be done to, and why; then it is done to none.
 */
export function takenIn(
  claims: readonly HeldClaim[],
  actor: ManyActor,
  wishOf: (claim: HeldClaim) => ManyWish,
): readonly HeldClaim[] {
  const asked = claims.map((claim) => ({ claim, out: leftOut(factsOf(claim), wishOf(claim), actor) }));
  const barred = asked.flatMap(({ claim, out }) => (out && !out.isSo ? [{ claim, because: out.because }] : []));
  const [first] = barred;
  if (first) {
    const isForbidden = barred.every(({ because }) => because.code === 'assign-own-only');
    const reason = isForbidden ? 'forbidden' : 'conflict';
    // Where all are barred by the same words, these say it.
    if (claims.length === 1 || isForbidden) throw new AppError({ ok: false, reason, ...first.because });
    refuse(reason, 'many-left-out', {
      values: {
        list: barred
          .slice(0, NAMED)
          .map(({ because }) => inWords(because))
          .join(' '),
      },
      present: barred.map(({ claim, because }) => ({ id: claim.id, number: claim.number, because: inWords(because) })),
    });
  }
  return asked.flatMap(({ claim, out }) => (out ? [] : [claim]));
}

export const factsOf = (claim: HeldClaim) => ({
  number: claim.number,
  assigneeId: claim.assigneeId,
  misdeed: claim.misdeed,
  excluded: claim.excludedAt !== null,
  withdrawn: claim.withdrawnAt !== null,
  replaced: claim.replacedAt !== null,
});

/** Nobody's rights are asked beyond the change's own permission. */
export const ANYBODY: ManyActor = { id: null, mayAssign: false };

/** Marks claims as saying that somebody living has done wrong, or takes that mark off. */
export function flagClaims(db: Db, actor: Actor, { claims: wanted, misdeed }: FlagInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', wanted, async (tx, article, claims) => {
    const now = takenIn(claims, ANYBODY, () => ({ deed: 'flag', misdeed }));
    await tx.claim.updateMany({
      where: { id: { in: idsOf(now) } },
      data: { touchedAt: new Date(), version: { increment: 1 }, misdeed },
    });
    await appendEvents(
      tx,
      actor,
      now.map((claim) => ({
        chain: article.id,
        action: 'claim.edited',
        subject: { type: 'claim', id: claim.id },
        detail: { number: claim.number, changes: { misdeed: { before: claim.misdeed, after: misdeed } } },
      })),
    );
    return { touched: idsOf(claims) };
  });
}
