import type { Permission } from '#lib/access/policy.ts';
import { assertNotArchived, holdArticleOf } from '#lib/access/policy-articles.ts';
import { isPerson } from '#lib/access/rules.ts';
import type { Actor, PersonActor } from '#lib/access/types.ts';
import type { Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { holdDeskRules } from '#lib/settings/data.ts';
import type { DeskRules } from '#lib/settings/types.ts';
import { type ClaimState, claimStates, isUnworded } from '#lib/standing/data.ts';
import { underRules } from '#lib/standing/data-rules.ts';
import { hasMovedOn } from '#lib/standing/rules-seen.ts';
import { closedBecause } from './rules.ts';

/** Verdicts and sign-offs are a person's, in their own session. */
export function asPerson(actor: Actor): PersonActor {
  if (!isPerson(actor)) refuse('forbidden', 'verdicts-by-person');
  return actor;
}

/** A claim whose article is held, and since when; with the desk's rules, held too. */
export type HeldState = ClaimState & { readonly at: Date; readonly rules: DeskRules };

/** The claim with its records, its article held; the gate of every change to its verdicts. */
export async function holdClaim(tx: Tx, actor: Actor, permission: Permission, claimId: string): Promise<HeldState> {
  const article = await holdArticleOf(tx, actor, permission, claimId);
  assertNotArchived(article);
  const [state] = await claimStates(tx, [claimId]);
  if (!state) refuse('not-found', 'no-claim');
  const rules = await holdDeskRules(tx);
  return { ...underRules(state, rules), at: article.at, rules };
}

/** Refuses to judge what is excluded, or has been ended. */
export function assertOpenToVerdicts({ record }: ClaimState): void {
  const because = closedBecause(record);
  if (because) refuse('conflict', because);
}

/** Refuses to judge a claim whose words a revision has changed while nobody has decided on its wording. */
export function assertWorded(state: ClaimState): void {
  if (isUnworded(state)) refuse('undecided-wording', 'wording-undecided');
}

/** Refuses to act on verdicts and sign-offs that the person has not read, or that are gone. */
export function assertSeen({ verdicts }: ClaimState, seen: readonly string[]): void {
  if (hasMovedOn(verdicts, seen)) refuse('moved-on', 'verdicts-moved-on');
}

/** The same, and one of the claim's verdicts. */
export async function holdVerdict(tx: Tx, actor: Actor, permission: Permission, verdictId: string) {
  const found = await tx.verdict.findUnique({ where: { id: verdictId }, select: { claimId: true } });
  if (!found) refuse('not-found', 'no-verdict');
  const state = await holdClaim(tx, actor, permission, found.claimId);
  const verdict = state.verdicts.find((item) => item.id === verdictId);
  if (!verdict) refuse('not-found', 'no-verdict');
  return { state, verdict };
}
