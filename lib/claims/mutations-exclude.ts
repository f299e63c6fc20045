import type { Actor } from '#lib/access/types.ts';
import { appendEvent, appendEvents } from '#lib/history/mutations.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { ANYBODY, takenIn } from './mutations-many.ts';
import {
  assertLive,
  assertNotFlagged,
  changeClaims,
  type HeldClaim,
  idsOf,
  placeReturned,
  touch,
} from './mutations-shared.ts';
import type { ExcludeInput, RestoreInput, WithdrawClaimInput } from './schema.ts';

export function excludeClaims(db: Db, actor: Actor, input: ExcludeInput): Promise<WorkbenchPatch> {
  const reasons = new Map(input.claims.map(({ id, reason }) => [id, reason]));
  const reasonOf = ({ id }: HeldClaim) => reasons.get(id) ?? input.reason;
  return changeClaims(db, actor, 'claim.edit', input.claims, async (tx, article, claims) => {
    const now = takenIn(claims, ANYBODY, () => ({ deed: 'exclude' }));
    for (const [reason, group] of Map.groupBy(now, reasonOf))
      await tx.claim.updateMany({
        where: { id: { in: idsOf(group) } },
        data: {
          touchedAt: new Date(),
          version: { increment: 1 },
          excludedAt: new Date(),
          excludedById: excluder(actor),
          excludedReason: reason,
        },
      });
    await appendEvents(
      tx,
      actor,
      now.map((claim) => ({
        chain: article.id,
        action: 'claim.excluded',
        subject: { type: 'claim', id: claim.id },
        detail: { number: claim.number, reason: reasonOf(claim) },
      })),
    );
    return { touched: idsOf(claims) };
  });
}

function excluder(actor: Actor): string {
  if (actor.id === null) refuse('forbidden', 'exclusions-by-person');
  return actor.id;
}

/** Brings back what was excluded or withdrawn. */
export function restoreClaims(db: Db, actor: Actor, input: RestoreInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', input.claims, async (tx, article, claims) => {
    const now = takenIn(claims, ANYBODY, () => ({ deed: 'restore' }));
    await assertNotTakenBack(tx, now);
    await tx.claim.updateMany({
      where: { id: { in: idsOf(now) } },
      data: {
        touchedAt: new Date(),
        version: { increment: 1 },
        excludedAt: null,
        excludedById: null,
        excludedReason: null,
        withdrawnAt: null,
        withdrawnById: null,
        withdrawnReason: null,
      },
    });
    await placeReturned(tx, article, now);
    await appendEvents(
      tx,
      actor,
      now.map((claim) => ({
        chain: article.id,
        action: 'claim.restored',
        subject: { type: 'claim', id: claim.id },
        detail: { number: claim.number },
      })),
    );
    return { touched: idsOf(claims) };
  });
}

/** What came of a split or a merge that was taken back does not stand beside the claims that came back for it. */
async function assertNotTakenBack(tx: Tx, claims: readonly HeldClaim[]): Promise<void> {
  const withdrawn = idsOf(claims.filter((claim) => claim.withdrawnAt));
  const link = await tx.lineage.findFirst({
    where: { toId: { in: withdrawn }, from: { replacedAt: null } },
    select: { to: { select: { number: true } }, from: { select: { number: true } } },
  });
  if (link) refuse('conflict', 'claim-stands-again', { values: { number: link.from.number, other: link.to.number } });
}

/** Lets a claim go whose words are no longer in the article. */
export function withdrawClaim(db: Db, actor: Actor, input: WithdrawClaimInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'no-claim');
    assertLive(claim);
    await assertNotFlagged(tx, [claim]);
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        ...touch(claim, actor, false),
        withdrawnAt: new Date(),
        withdrawnById: actor.id,
        withdrawnReason: input.reason,
      },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.withdrawn',
      subject: { type: 'claim', id: claim.id },
      detail: { number: claim.number, reason: input.reason },
    });
    return { touched: [claim.id] };
  });
}
