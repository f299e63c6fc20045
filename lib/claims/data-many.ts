import { may } from '#lib/access/policy.ts';
import { openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { inWords } from '#lib/i18n/tell.ts';
import type { Db } from '#lib/platform/db.ts';
import { leftOut } from './rules-many.ts';
import type { PreviewManyInput } from './schema.ts';
import type { ManyPreviewDTO } from './types.ts';

/**
 * What would come of a deed on several claims of an article: of each its version, and why it is left out where it is. Claims that are not of the article
 * are left out of the answer.
 *
 * @throws AppError as `openArticle` does.
 */
export async function previewMany(db: Db, actor: Actor, input: PreviewManyInput): Promise<ManyPreviewDTO[]> {
  await openArticle(db, actor, 'claim.edit', input.articleId);
  const rows = await db.claim.findMany({
    where: { id: { in: input.claims }, articleId: input.articleId },
    select: {
      id: true,
      number: true,
      version: true,
      assigneeId: true,
      excludedReason: true,
      excludedAt: true,
      withdrawnAt: true,
      replacedAt: true,
      misdeed: true,
    },
    orderBy: { number: 'asc' },
  });
  const asking = { id: actor.id, mayAssign: may(actor, 'claim.assign') };
  return rows.map(({ id, version, excludedReason, excludedAt, withdrawnAt, replacedAt, ...claim }) => {
    const ended = { excluded: excludedAt !== null, withdrawn: withdrawnAt !== null, replaced: replacedAt !== null };
    const out = leftOut({ ...claim, ...ended }, input, asking);
    const { number, assigneeId } = claim;
    return { id, number, version, assigneeId, excludedReason, because: out && inWords(out.because) };
  });
}
