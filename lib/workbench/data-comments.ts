import type { Actor } from '#lib/access/types.ts';
import { readersOf } from '#lib/articles/data-readers.ts';
import type { Addressee, CommentDTO, QueryOutcome } from '#lib/comments/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { QueryRule } from '#lib/settings/types.ts';
import { hiddenCommentSql } from '#lib/standing/data-hidden.ts';

type CommentRow = {
  readonly id: string;
  readonly version: number;
  readonly articleId: string;
  readonly threadId: string | null;
  readonly kind: CommentDTO['kind'];
  readonly body: string;
  readonly mentions: readonly string[];
  readonly addressee: Addressee | null;
  readonly whom: string | null;
  readonly how: string | null;
  readonly dueAt: Date | null;
  readonly holds: QueryRule | null;
  readonly authorId: string | null;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly outcome: QueryOutcome | null;
  readonly answer: string | null;
  readonly cameFrom: string | null;
  readonly answerFrom: string | null;
  readonly withdrawn: boolean;
  readonly onVerdict: boolean;
  readonly evidence: number | null;
  readonly quote: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly anchorState: string | null;
};

/** A claim's comments but those that would give a hidden verdict away. */
export const commentsOf = (db: Db, actor: Actor, claimId: string): Promise<CommentDTO[]> =>
  select(db, actor, Prisma.sql`k.claim_id = ${claimId}::uuid`, null);

/** The same of the article as a whole and of stretches of its text, with where these stand in one revision. */
export const talkOf = (db: Db, actor: Actor, articleId: string, revisionId: string): Promise<CommentDTO[]> =>
  select(db, actor, Prisma.sql`k.article_id = ${articleId}::uuid and k.claim_id is null`, revisionId);

async function select(db: Db, actor: Actor, where: Prisma.Sql, revisionId: string | null): Promise<CommentDTO[]> {
  const rows = await db.$queryRaw<CommentRow[]>`
    select k.id, k.version, k.article_id as "articleId", k.thread_id as "threadId", k.kind::text as kind, k.body, k.mentions,
      k.addressee::text as addressee, k.asked_whom as whom, k.asked_how as how, k.due_at as "dueAt", k.holds::text as holds,
      k.author_id as "authorId", coalesce(u.name, g.name) as "authorName", k.created_at as "createdAt", k.edited_at as "editedAt",
      k.resolved_at as "resolvedAt", r.name as "resolvedBy", k.outcome::text as outcome, k.answer,
      k.came_from as "cameFrom", k.answer_from as "answerFrom",
      k.withdrawn_at is not null as withdrawn, k.verdict_id is not null as "onVerdict", e.number as evidence,
      first.exact as quote, here.start, here."end", here.state::text as "anchorState"
    from comments k left join users u on u.id = k.author_id left join guest_links g on g.id = k.guest_link_id
    left join users r on r.id = k.resolved_by_id
    left join evidence e on e.id = k.evidence_id
    left join comment_anchors here on here.comment_id = k.id and here.revision_id = ${revisionId}::uuid
    left join lateral (
      select a.exact from comment_anchors a where a.comment_id = k.id order by a.revision_id limit 1) first on true
    where ${where} and not ${hiddenCommentSql(actor.id)}
    order by k.created_at, k.id`;
  const called = rows.find(({ mentions }) => mentions.length > 0);
  const readers = called ? await readersOf(db, called.articleId) : [];
  return rows.map((row) => toComment(row, readers));
}

function toComment(row: CommentRow, readers: readonly { id: string; name: string }[]): CommentDTO {
  const body = row.withdrawn ? '' : row.body;
  const { addressee, whom, how, dueAt, holds, outcome, answer, answerFrom, quote, start, end } = row;
  return {
    id: row.id,
    version: row.version,
    threadId: row.threadId,
    kind: row.kind,
    body,
    cameFrom: row.cameFrom,
    author: { id: row.authorId, name: row.authorName },
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    mentions: row.withdrawn ? [] : readers.filter(({ id }) => row.mentions.includes(id)).map(({ name }) => name),
    asked: row.kind === 'query' ? { addressee, whom, how, dueAt: dueAt?.toISOString() ?? null, holds } : null,
    resolved: row.resolvedAt
      ? { by: row.resolvedBy ?? '', at: row.resolvedAt.toISOString(), outcome, answer, answerFrom }
      : null,
    withdrawn: row.withdrawn,
    onVerdict: row.onVerdict,
    evidence: row.evidence,
    stretch:
      quote === null
        ? null
        : {
            quote,
            place: start === null || end === null ? null : { start, end },
            changed: row.anchorState === 'changed',
          },
  };
}
