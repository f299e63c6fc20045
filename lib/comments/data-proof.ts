import { Prisma } from '#lib/platform/db.ts';

/** An article's comments, in the words of the events. */
export const commentsAsSaid = (articleId: string): Prisma.Sql => Prisma.sql`
  select 'comments' as table, k.id::text as key, jsonb_build_object(
    'claim', c.number, 'kind', k.kind, 'body', k.body, 'author_id', k.author_id, 'resolved', k.resolved_at is not null,
    'withdrawn', k.withdrawn_at is not null, 'addressee', k.addressee, 'asked_whom', k.asked_whom, 'asked_how', k.asked_how,
    'due_at', to_char(k.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'holds', k.holds, 'outcome', k.outcome,
    'answer', k.answer, 'came_from', k.came_from, 'answer_from', k.answer_from, 'guest_link_id', k.guest_link_id, 'evidence', e.number, 'quote', (
      select a.exact from comment_anchors a where a.comment_id = k.id order by a.revision_id limit 1)) as has
  from comments k left join claims c on c.id = k.claim_id left join evidence e on e.id = k.evidence_id
  where k.article_id = ${articleId}::uuid`;
