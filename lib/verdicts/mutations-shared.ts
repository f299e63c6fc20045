import type { Permission } from '#lib/access/policy.ts';
import { assertNotArchived, holdArticle } from '#lib/access/policy-articles.ts';
import { isPerson } from '#lib/access/rules.ts';
import type { Actor, PersonActor } from '#lib/access/types.ts';
import type { Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { type ClaimState, claimStates } from '#lib/standing/data.ts';
import { claimsById } from '#lib/standing/data-claims.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';

export const patchOf = async (tx: Tx, actor: Actor, claimId: string): Promise<WorkbenchPatch> => ({
  claims: await claimsById(tx, actor, [claimId]),
  marks: [],
  marksGone: [],
});

/** Verdicts and sign-offs are a person's, in their own session. */
export function asPerson(actor: Actor): PersonActor {
  if (!isPerson(actor)) refuse('forbidden', 'Verdicts and sign-offs come from a person’s own session.');
  return actor;
}

/** A claim whose article is held, and since when. */
export type HeldState = ClaimState & { readonly at: Date };

export async function holdClaim(tx: Tx, actor: Actor, permission: Permission, claimId: string): Promise<HeldState> {
  const found = await tx.claim.findUnique({ where: { id: claimId }, select: { articleId: true } });
  if (!found) refuse('not-found', 'There is no such claim here.');
  const article = await holdArticle(tx, actor, permission, found.articleId);
  assertNotArchived(article);
  const [state] = await claimStates(tx, [claimId]);
  if (!state) refuse('not-found', 'There is no such claim here.');
  return { ...state, at: article.at };
}

export function assertOpenToVerdicts({ record }: ClaimState): void {
  if (record.excludedAt) refuse('conflict', 'This claim is excluded. Restore it before judging it.');
  if (record.replacedAt) refuse('conflict', 'This claim has been split or merged. Judge what came of it.');
  if (record.withdrawnAt) refuse('conflict', 'This claim has been withdrawn.');
}

export async function holdVerdict(tx: Tx, actor: Actor, permission: Permission, verdictId: string) {
  const found = await tx.verdict.findUnique({ where: { id: verdictId }, select: { claimId: true } });
  if (!found) refuse('not-found', 'There is no such verdict here.');
  const state = await holdClaim(tx, actor, permission, found.claimId);
  const verdict = state.verdicts.find((item) => item.id === verdictId);
  if (!verdict) refuse('not-found', 'There is no such verdict here.');
  return { state, verdict };
}
