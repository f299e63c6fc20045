import type { Placement, Span } from '#lib/anchor/reanchor.ts';
import { type Db, Prisma, type Tx } from '#lib/platform/db.ts';
import { wordsAt } from '#lib/standing/rules-anchor.ts';

/** A stretch of the old text that a thread is about; `span` is null where it is lost already. */
export type Stretch = { readonly commentId: string; readonly span: Span | null; readonly exact: string };

/** The stretches of a revision that threads are about, resolved ones too: they can be opened again. */
export async function stretchesOf(tx: Tx | Db, articleId: string, revisionId: string): Promise<Stretch[]> {
  const rows = await tx.commentAnchor.findMany({
    where: { revisionId, comment: { articleId, withdrawnAt: null } },
    select: { commentId: true, start: true, end: true, exact: true },
    orderBy: { commentId: 'asc' },
  });
  return rows.map(({ commentId, start, end, exact }) => ({
    commentId,
    exact,
    span: start === null || end === null ? null : { start, end },
  }));
}

/**
 * Writes where what threads are about stands in the new text: as claims are carried, and where an earlier revision had the very same text, where it stood in that. What is
 * lost keeps its words.
 */
export async function carryTalk(
  tx: Tx,
  articleId: string,
  { text, sha256 }: { readonly text: string; readonly sha256: string },
  revisionId: string,
  stretches: readonly Stretch[],
  places: readonly Placement[],
): Promise<void> {
  if (stretches.length === 0) return;
  const before = await earlierPlaces(tx, articleId, sha256, revisionId);
  let placed = 0;
  const data = stretches.map(({ commentId, span, exact }) => {
    const place = span === null ? undefined : places[placed++];
    const back = before.get(commentId);
    const now = back ?? place?.span ?? null;
    if (now === null)
      return { commentId, revisionId, start: null, end: null, exact, prefix: '', suffix: '', state: 'lost' as const };
    return {
      ...wordsAt(text, revisionId, now),
      commentId,
      state: back ? ('unchanged' as const) : (place?.state ?? 'moved'),
    };
  });
  await tx.commentAnchor.createMany({ data });
}

async function earlierPlaces(
  tx: Tx,
  articleId: string,
  sha256: string,
  revisionId: string,
): Promise<ReadonlyMap<string, Span>> {
  const rows = await tx.$queryRaw<{ commentId: string; start: number; end: number }[]>(Prisma.sql`
    select distinct on (a.comment_id) a.comment_id as "commentId", a.start, a."end"
    from comment_anchors a join revisions r on r.id = a.revision_id
    where r.article_id = ${articleId}::uuid and r.sha256 = ${sha256} and r.id <> ${revisionId}::uuid and a.start is not null
    order by a.comment_id, r.number desc`);
  return new Map(rows.map(({ commentId, start, end }) => [commentId, { start, end }]));
}
