import type { HeldArticle } from '#lib/access/policy-articles.ts';
import type { Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { wordsAt } from '#lib/standing/rules-anchor.ts';
import type { WriteCommentInput } from './schema.ts';

type About = {
  readonly evidenceId: string | null;
  readonly place: ReturnType<typeof wordsAt> | null;
  /** What the event says of it. */
  readonly told: { readonly evidence?: number; readonly quote?: string };
};

/** What a comment speaks of beside the claim or the article: a piece of evidence, or a stretch of the present text. A reply speaks of what its thread does. */
export async function aboutOf(
  tx: Tx,
  authorId: string,
  article: HeldArticle,
  { claimId, evidenceId, stretch }: WriteCommentInput,
  thread: { readonly id: string; readonly evidenceId: string | null } | null,
): Promise<About> {
  if (thread) {
    await assertThreadHidesNothing(tx, authorId, thread.id);
    return { evidenceId: thread.evidenceId, place: null, told: {} };
  }
  if (evidenceId) {
    const piece = await tx.evidence.findFirst({
      where: { id: evidenceId, claimId: claimId ?? NO_CLAIM },
      select: { number: true },
    });
    if (!piece) refuse('not-found', 'no-evidence');
    return { evidenceId, place: null, told: { evidence: piece.number } };
  }
  if (!stretch) return { evidenceId: null, place: null, told: {} };
  if (claimId !== null) refuse('invalid', 'stretch-or-claim', { field: 'stretch' });
  if (stretch.revisionId !== article.revisionId) refuse('stale-version', 'revision-new-try-again');
  const { text } = await tx.revision.findUniqueOrThrow({ where: { id: article.revisionId }, select: { text: true } });
  const place = wordsAt(text, article.revisionId, stretch.span);
  if (stretch.span.end > text.length || place.exact.trim() === '')
    refuse('invalid', 'select-some-words', { field: 'stretch' });
  await assertHidesNothing(tx, authorId, place);
  return { evidenceId: null, place, told: { quote: place.exact } };
}
const NO_CLAIM = '00000000-0000-0000-0000-000000000000';

/**
 * Who has given a verdict that is still blind says nothing of its claim's words to everybody: on the claim itself it is as hidden as the verdict.
 */
async function assertHidesNothing(
  tx: Tx,
  authorId: string,
  { revisionId, start, end }: ReturnType<typeof wordsAt>,
): Promise<void> {
  const blind = await tx.verdict.count({
    where: {
      authorId,
      revealedAt: null,
      claim: { anchors: { some: { revisionId, start: { lt: end }, end: { gt: start } } } },
    },
  });
  if (blind > 0) refuse('conflict', 'stretch-would-tell');
}

/** The same of a thread that speaks of words: whatever is said in it everybody reads. */
export async function assertThreadHidesNothing(tx: Tx, authorId: string, threadId: string): Promise<void> {
  const blind = await tx.$queryRaw<unknown[]>`
    select 1 from comment_anchors s
    join anchors a on a.revision_id = s.revision_id and a.start < s."end" and a."end" > s.start
    join verdicts v on v.claim_id = a.claim_id
    where s.comment_id = ${threadId}::uuid and v.author_id = ${authorId}::uuid and v.revealed_at is null limit 1`;
  if (blind.length > 0) refuse('conflict', 'stretch-would-tell');
}
