import { Prisma } from '#lib/platform/db.ts';

/** What of an article is published, in the words of the events. */
export const publishedAsSaid = (articleId: string): Prisma.Sql => Prisma.sql`
  select 'published_reports' as table, pr.report_id::text as key, jsonb_build_object('number', pr.number, 'slug', p.slug,
    'public_at', to_char(pr.public_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as has
  from published_reports pr join publications p on p.id = pr.publication_id where p.article_id = ${articleId}::uuid
  union all
  select 'publications', p.article_id::text, jsonb_build_object('withdrawn_note', p.withdrawn_note)
  from publications p where p.article_id = ${articleId}::uuid
  union all
  select 'report_links', l.id::text, jsonb_build_object('label', l.label, 'revoked', l.revoked_at is not null)
  from report_links l join reports r on r.id = l.report_id where r.article_id = ${articleId}::uuid`;
