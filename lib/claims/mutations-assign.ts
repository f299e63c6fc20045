import { may } from '#lib/access/policy.ts';
import { type HeldArticle, holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvents } from '#lib/history/mutations.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { takenIn } from './mutations-many.ts';
import { changeClaims, changesOf, type HeldClaim, idsOf, peopleNames } from './mutations-shared.ts';
import type { AssignInput } from './schema.ts';

/** Gives claims to somebody, or to nobody. Reviewers may take claims on and hand their own back; editors assign anybody. */
export function assignClaims(db: Db, actor: Actor, input: AssignInput): Promise<WorkbenchPatch> {
  const wanted = new Map(input.claims.map((claim) => [claim.id, goesTo(claim, input)]));
  const to = (claim: { readonly id: string }) => wanted.get(claim.id) ?? null;
  return changeClaims(db, actor, 'claim.edit', input.claims, async (tx, article, claims) => {
    const mayAssign = may(actor, 'claim.assign');
    if (mayAssign) await holdActor(tx, actor, 'claim.assign');
    const now = takenIn(claims, { id: actor.id, mayAssign }, (claim) => ({ deed: 'assign', assigneeId: to(claim) }));
    await giveTo(tx, actor, article, now, to);
    return { touched: idsOf(claims) };
  });
}

/** Gives claims that are held each to whom it goes, who may work on the article, or to nobody. */
export async function giveTo(
  tx: Tx,
  actor: Actor,
  article: HeldArticle,
  claims: readonly HeldClaim[],
  to: (claim: { readonly id: string }) => string | null,
): Promise<void> {
  const names = await workerNames(tx, article, claims.map(to), claims);
  for (const [assigneeId, group] of Map.groupBy(claims, to))
    await tx.claim.updateMany({
      where: { id: { in: idsOf(group) } },
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
    claims.map((claim) => ({
      chain: article.id,
      action: 'claim.assigned',
      subject: { type: 'claim', id: claim.id },
      detail: {
        number: claim.number,
        changes: changesOf([['assignee', nameOf(claim.assigneeId), nameOf(to(claim))]]),
      },
    })),
  );
}

const goesTo = ({ assigneeId }: { assigneeId?: string | null | undefined }, input: AssignInput): string | null =>
  assigneeId === undefined ? input.assigneeId : assigneeId;

/** Names of all that are or were in charge; each of those to come may work on the article. */
async function workerNames(
  tx: Tx,
  article: HeldArticle,
  toCome: readonly (string | null)[],
  claims: readonly HeldClaim[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const before = claims.map((claim) => claim.assigneeId);
  for (const assigneeId of new Set(toCome))
    for (const [id, name] of await peopleNames(tx, article, [assigneeId, ...before], assigneeId)) names.set(id, name);
  return names;
}
