import { assertNotArchived, holdArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { claimsOfArticle } from '#lib/standing/data-claims.ts';
import { refreshCoverage } from '#lib/standing/mutations.ts';
import { keepsUnread, type Place } from '#lib/standing/rules-coverage.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { presentText } from './mutations-shared.ts';
import type { MarkSentencesInput, UnmarkSentencesInput } from './schema.ts';

/** A person's word that sentences hold nothing to check. Sentences must be the revision's own. */
export function markSentences(db: Db, actor: Actor, input: MarkSentencesInput): Promise<WorkbenchPatch> {
  return transact(db, async (tx) => {
    const article = await holdArticle(tx, actor, 'sentence.mark', input.articleId);
    assertNotArchived(article);
    const revision = await presentText(tx, article, input.revisionId);
    const known = new Set(revision.sentences.map((sentence) => `${sentence.start}:${sentence.end}`));
    if (input.sentences.some((sentence) => !known.has(`${sentence.start}:${sentence.end}`))) {
      refuse('invalid', 'not-a-sentence', { field: 'sentences' });
    }
    if (input.plain) await assertPlain(tx, actor, article.id, input.sentences);
    const standing = await tx.sentenceMark.findMany({
      where: { revisionId: revision.id, withdrawnAt: null },
      select: { start: true, end: true },
    });
    const marked = new Set(standing.map((mark) => `${mark.start}:${mark.end}`));
    const fresh = input.sentences.filter((sentence) => !marked.has(`${sentence.start}:${sentence.end}`));
    if (fresh.length === 0) return { claims: [], marks: [], marksGone: [] };
    const marks = await tx.sentenceMark.createManyAndReturn({
      data: fresh.map(({ start, end }) => ({
        articleId: article.id,
        revisionId: revision.id,
        start,
        end,
        exact: revision.text.slice(start, end),
        reason: input.reason,
        byId: actor.id,
      })),
      select: { id: true, start: true, end: true, reason: true, byId: true },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'sentence.marked',
      subject: { type: 'article', id: article.id },
      detail: {
        sentences: fresh.map(({ start, end }) => ({ start, end, exact: revision.text.slice(start, end) })),
        reason: input.reason,
      },
    });
    await refreshCoverage(tx, article.id);
    return { claims: [], marks, marksGone: [] };
  });
}

/** Refuses where a claim that is still to be worked on stands in one of the sentences. */
async function assertPlain(tx: Tx, actor: Actor, articleId: string, sentences: readonly Place[]): Promise<void> {
  const { minorCounts } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { minorCounts: true },
  });
  const claims = (await claimsOfArticle(tx, actor, articleId)).filter((claim) => keepsUnread(claim, minorCounts));
  const held = claims.find(({ start, end }) =>
    sentences.some((sentence) => start !== null && end !== null && start < sentence.end && sentence.start < end),
  );
  if (held) refuse('conflict', 'sentence-holds-claim', { values: { number: held.number }, present: [held] });
}

export function unmarkSentences(db: Db, actor: Actor, input: UnmarkSentencesInput): Promise<WorkbenchPatch> {
  return transact(db, async (tx) => {
    const article = await holdArticle(tx, actor, 'sentence.mark', input.articleId);
    assertNotArchived(article);
    const where = { id: { in: input.marks }, articleId: article.id, withdrawnAt: null };
    const marks = await tx.sentenceMark.findMany({ where });
    await tx.sentenceMark.updateMany({ where, data: { withdrawnAt: new Date() } });
    if (marks.length > 0) {
      await appendEvent(tx, actor, {
        chain: article.id,
        action: 'sentence.unmarked',
        subject: { type: 'article', id: article.id },
        detail: { sentences: marks.map(({ start, end, exact }) => ({ start, end, exact })) },
      });
      await refreshCoverage(tx, article.id);
    }
    return { claims: [], marks: [], marksGone: input.marks };
  });
}
