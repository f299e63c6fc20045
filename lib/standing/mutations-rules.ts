import { assertNotArchived, holdArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import type { Change } from '#lib/history/types.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { settleArticle } from './mutations.ts';
import type { ArticleRulesInput } from './schema.ts';

/** Changes what an article's claims go by, and has all of them settled anew. */
export function setArticleRules(
  db: Db,
  actor: Actor,
  input: ArticleRulesInput,
): Promise<{ readonly id: string; readonly version: number }> {
  return transact(
    db,
    async (tx) => {
      const article = await holdArticle(tx, actor, 'article.mode', input.id);
      assertNotArchived(article);
      if (article.version !== input.version) refuse('stale-version', 'article-changed');
      const before = await tx.article.findUniqueOrThrow({
        where: { id: article.id },
        select: { queries: true, minorCounts: true },
      });
      const changes: Record<string, Change> = {};
      for (const key of ['queries', 'minorCounts'] as const)
        if (before[key] !== input[key]) changes[key] = { before: before[key], after: input[key] };
      if (Object.keys(changes).length === 0) return { id: article.id, version: article.version };
      await tx.article.update({
        where: { id: article.id },
        data: { queries: input.queries, minorCounts: input.minorCounts, version: { increment: 1 } },
      });
      await appendEvent(tx, actor, {
        chain: article.id,
        action: 'article.rules',
        subject: { type: 'article', id: article.id },
        detail: { changes },
      });
      await settleArticle(tx, article.id);
      return { id: article.id, version: article.version + 1 };
    },
    60_000,
  );
}
