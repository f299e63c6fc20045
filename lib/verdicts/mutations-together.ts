import { assertNotArchived, holdArticle } from '#lib/access/policy-articles.ts';
import type { Actor, PersonActor } from '#lib/access/types.ts';
import { inWords } from '#lib/i18n/tell.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { holdDeskRules } from '#lib/settings/data.ts';
import { claimStates } from '#lib/standing/data.ts';
import { patchOf } from '#lib/standing/data-claims.ts';
import { settle } from '#lib/standing/mutations.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { type Weighed, weighTogether } from './data-together.ts';
import { asPerson } from './mutations-shared.ts';
import { databaseRefusal, takeBackSignOffs, writeSignOff } from './mutations-sign-off.ts';
import type { SignTogetherInput, WithdrawTogetherInput } from './schema.ts';
import type { TogetherPatch } from './types.ts';

/**
 * Signs several verdicts of one article off in one change: each of a claim that the signer has had open since it last changed, and long enough to
 * have read it. Where one of them may not be, none is, and the refusal says which and why.
 *
 * @throws AppError `conflict` with the claims that stand in the way in `present`, and as `signOff` does.
 */
export async function signTogether(db: Db, who: Actor, input: SignTogetherInput): Promise<TogetherPatch> {
  const actor = asPerson(who);
  try {
    return await transact(db, (tx) => write(tx, actor, input), 60_000);
  } catch (error) {
    throw databaseRefusal(error);
  }
}

async function write(tx: Tx, actor: PersonActor, { articleId, claims }: SignTogetherInput): Promise<TogetherPatch> {
  const article = await holdArticle(tx, actor, 'verdict.signOff', articleId);
  assertNotArchived(article);
  const rules = await holdDeskRules(tx);
  const weighed = await weighTogether(tx, actor, article.id, claims, rules, Date.now());
  if (weighed.length < claims.length) refuse('not-found', 'no-claim-in-article');
  const wanted = new Map(claims.map(({ claimId, verdictId }) => [claimId, verdictId]));
  assertAll(weighed, wanted);
  const signOffs: { id: string; claimId: string }[] = [];
  for (const { state, verdict, openedAt } of weighed) {
    if (!verdict || openedAt === null) continue;
    const together = { count: weighed.length, openedAt: new Date(openedAt).toISOString() };
    const id = await writeSignOff(tx, actor, { ...state, rules }, verdict, together);
    signOffs.push({ id, claimId: state.record.id });
  }
  const ids = weighed.map(({ state }) => state.record.id);
  await settle(tx, article.id, ids);
  return { ...(await patchOf(tx, actor, ids)), signOffs };
}

/** A sentence of the refusal names so many claims; more would not be read. */
const NAMED = 5;

/** Refuses where one may not be signed off, or another verdict than the one that was read is in force by now. */
function assertAll(weighed: readonly Weighed[], wanted: ReadonlyMap<string, string>): void {
  const out = weighed.flatMap(({ state, verdict, bars, lacks }) => {
    const { id, number } = state.record;
    const code = bars ?? (verdict?.id === wanted.get(id) ? lacks : 'verdict-ended');
    return code === null ? [] : [{ id, number, because: inWords({ code }) }];
  });
  if (out.length === 0) return;
  const list = out
    .slice(0, NAMED)
    .map(({ number, because }) => `${number}: ${because}`)
    .join(' ');
  refuse('conflict', 'sign-offs-left-out', { values: { list }, present: out });
}

/** Takes one's own sign-offs back together, with one reason. Those that have ended meanwhile stay as they are; they stay in the record. */
export function withdrawTogether(db: Db, who: Actor, input: WithdrawTogetherInput): Promise<WorkbenchPatch> {
  const actor = asPerson(who);
  return transact(
    db,
    async (tx) => {
      const article = await holdArticle(tx, actor, 'verdict.signOff', input.articleId);
      assertNotArchived(article);
      const found = await tx.signOff.findMany({
        where: { id: { in: input.signOffIds }, verdict: { claim: { articleId: article.id } } },
        select: { userId: true, withdrawnAt: true, verdict: { select: { id: true, claimId: true } } },
      });
      if (found.length < new Set(input.signOffIds).size) refuse('not-found', 'no-sign-off');
      if (found.some(({ userId }) => userId !== actor.id)) refuse('forbidden', 'sign-off-not-yours');
      const active = found.filter(({ withdrawnAt }) => withdrawnAt === null);
      if (active.length === 0) refuse('not-in-force', 'sign-off-ended-already');
      const verdicts = new Set(active.map(({ verdict }) => verdict.id));
      const ids = active.map(({ verdict }) => verdict.claimId);
      for (const state of await claimStates(tx, ids)) {
        const signed = state.verdicts.filter(({ id }) => verdicts.has(id));
        await takeBackSignOffs(tx, actor, state, signed, input.reason);
      }
      await settle(tx, article.id, ids);
      return patchOf(tx, actor, ids);
    },
    60_000,
  );
}
