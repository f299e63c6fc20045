import { may } from '#lib/access/policy.ts';
import { type HeldArticle, holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvents } from '#lib/history/mutations.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { assertLive, changeClaims, changesOf, type HeldClaim, idsOf, peopleNames } from './mutations-shared.ts';
import type { AssignInput } from './schema.ts';

/** Gives claims to somebody, or to nobody. Reviewers may take claims on and hand their own back; editors assign anybody. */
export function assignClaims(db: Db, actor: Actor, input: AssignInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', input.claims, async (tx, article, claims) => {
    if (!may(actor, 'claim.assign')) {
      const own = (id: string | null) => id === null || id === actor.id;
      if (!own(input.assigneeId) || claims.some((claim) => !own(claim.assigneeId))) {
        refuse('forbidden', 'assign-own-only');
      }
    } else {
      await holdActor(tx, actor, 'claim.assign');
    }
    claims.forEach(assertLive);
    await assignHeld(tx, actor, article, claims, input.assigneeId);
    return { touched: idsOf(claims) };
  });
}

/** Gives claims that are held to somebody who may work on the article, or to nobody; those that are theirs already stay as they are. */
export async function assignHeld(
  tx: Tx,
  actor: Actor,
  article: HeldArticle,
  claims: readonly HeldClaim[],
  assigneeId: string | null,
): Promise<void> {
  const names = await peopleNames(tx, article, [assigneeId, ...claims.map((claim) => claim.assigneeId)], assigneeId);
  const now = claims.filter((claim) => claim.assigneeId !== assigneeId);
  await tx.claim.updateMany({
    where: { id: { in: idsOf(now) } },
    data: {
      touchedAt: new Date(),
      version: { increment: 1 },
      assigneeId,
      assignedAt: assigneeId === null ? null : article.at,
      assignedById: assigneeId === null ? null : actor.id,
    },
  });
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null;
  await appendEvents(
    tx,
    actor,
    now.map((claim) => ({
      chain: article.id,
      action: 'claim.assigned',
      subject: { type: 'claim', id: claim.id },
      detail: {
        number: claim.number,
        changes: changesOf([['assignee', nameOf(claim.assigneeId), nameOf(assigneeId)]]),
      },
    })),
  );
}
