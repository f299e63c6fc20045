import type { Actor } from '#lib/access/types.ts';
import { readersOf } from '#lib/articles/data-readers.ts';
import type { Addressee, CommentDTO, QueryOutcome } from '#lib/comments/types.ts';
import type { Db } from '#lib/platform/db.ts';
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
  readonly authorId: string;
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
};

/** A claim's comments but those that would give a hidden verdict away. */
export async function commentsOf(db: Db, actor: Actor, claimId: string): Promise<CommentDTO[]> {
  const rows = await db.$queryRaw<CommentRow[]>`
    select k.id, k.version, k.article_id as "articleId", k.thread_id as "threadId", k.kind::text as kind, k.body, k.mentions,
      k.addressee::text as addressee, k.asked_whom as whom, k.asked_how as how, k.due_at as "dueAt", k.holds::text as holds,
      k.author_id as "authorId", u.name as "authorName", k.created_at as "createdAt", k.edited_at as "editedAt",
      k.resolved_at as "resolvedAt", r.name as "resolvedBy", k.outcome::text as outcome, k.answer,
      k.came_from as "cameFrom", k.answer_from as "answerFrom",
      k.withdrawn_at is not null as withdrawn, k.verdict_id is not null as "onVerdict"
    from comments k join users u on u.id = k.author_id left join users r on r.id = k.resolved_by_id
    where k.claim_id = ${claimId}::uuid and not ${hiddenCommentSql(actor.id)}
    order by k.created_at, k.id`;
  const called = rows.find(({ mentions }) => mentions.length > 0);
  const readers = called ? await readersOf(db, called.articleId) : [];
  return rows.map((row): CommentDTO => {
    const body = row.withdrawn ? '' : row.body;
    const { addressee, whom, how, dueAt, holds, outcome, answer, answerFrom } = row;
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
    };
  });
}
