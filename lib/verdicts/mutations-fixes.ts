import { assertNotArchived, holdArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { isHiddenFrom } from '#lib/standing/rules-hidden.ts';
import type { DecideFixInput } from './schema.ts';

/** Accepts or refuses a suggested wording, marks it applied by hand, or opens it again. */
export function decideFix(db: Db, actor: Actor, input: DecideFixInput): Promise<{ claimId: string }> {
  return transact(db, async (tx) => {
    const found = await tx.fix.findUnique({
      where: { id: input.id },
      select: { claim: { select: { articleId: true } } },
    });
    if (!found) refuse('not-found', 'no-fix');
    const article = await holdArticle(tx, actor, 'fix.decide', found.claim.articleId);
    assertNotArchived(article);
    const fix = await tx.fix.findUniqueOrThrow({
      where: { id: input.id },
      include: {
        verdict: { select: { id: true, revealedAt: true, authorId: true, supersededAt: true, withdrawnAt: true } },
        claim: { select: { number: true } },
      },
    });
    const revealed = fix.verdict.revealedAt !== null;
    if (isHiddenFrom({ ...fix.verdict, revealed }, actor.id)) refuse('not-found', 'no-fix');
    if (!revealed) {
      // The decision would stand in the history, and tell that there is a wording to decide on.
      refuse('conflict', 'fix-of-blind');
    }
    // What its author no longer says, nobody takes up.
    if (fix.verdict.supersededAt || fix.verdict.withdrawnAt) refuse('not-in-force', 'verdict-ended');
    if (fix.version !== input.version) refuse('stale-version', 'fix-decided');
    await tx.fix.update({
      where: { id: fix.id },
      data: {
        state: input.state,
        reason: input.reason,
        decidedById: input.state === 'proposed' ? null : actor.id,
        decidedAt: input.state === 'proposed' ? null : new Date(),
        appliedRevisionId: input.state === 'applied' ? article.revisionId : null,
        version: { increment: 1 },
      },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'fix.decided',
      subject: { type: 'fix', id: fix.id },
      detail: { claim: fix.claim.number, state: input.state, replacement: fix.replacement, reason: input.reason },
    });
    return { claimId: fix.claimId };
  });
}
