import { Prisma, type Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import type { Guest } from './types.ts';

/**
 * The gate of what a guest changes, inside its transaction: their link and its article, held. Whoever revokes the link, archives the article or closes a question
 * meanwhile waits for it, or is seen by it.
 *
 * @throws AppError `not-found` where the link has ended.
 */
export async function holdGuest(tx: Tx, guest: Guest): Promise<{ readonly articleId: string; readonly at: Date }> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    with held as materialized (
      select id from articles where id = ${guest.articleId}::uuid and archived_at is null and revision_id is not null for update)
    select date_trunc('milliseconds', clock_timestamp()) as at from held`;
  const [row] = rows;
  const live = await tx.$queryRaw<unknown[]>`
    select 1 from guest_links where id = ${guest.id}::uuid and article_id = ${guest.articleId}::uuid
      and revoked_at is null and until > now() for share`;
  if (!row || live.length === 0) refuse('not-found', 'guest-link-dead');
  return { articleId: guest.articleId, at: row.at };
}

/**
 * Whether a comment `k` is a question to this guest: put to the writer, and not by name to another guest of the article. Never one on a verdict, and never one
 * that would give a hidden verdict away (`hiddenCommentSql(null)`, which the caller adds).
 */
export const putToGuestSql = ({ id, name, articleId }: Guest): Prisma.Sql => Prisma.sql`(
  k.article_id = ${articleId}::uuid and k.kind = 'query' and k.thread_id is null and k.addressee = 'writer'
  and k.verdict_id is null and k.withdrawn_at is null
  and (k.asked_whom is null or lower(k.asked_whom) = lower(${name}) or not exists (
    select from guest_links other where other.article_id = k.article_id and other.id <> ${id}::uuid
      and lower(other.name) = lower(k.asked_whom))))`;
