import { Prisma } from '#lib/platform/db.ts';

/** An article's texts and their readings, in the words of the events. */
export const revisionsAsSaid = (articleId: string): Prisma.Sql => Prisma.sql`
  select 'revisions' as table, r.article_id || '/' || r.number as key, jsonb_build_object(
    'sha256', r.sha256, 'text', encode(sha256(convert_to(r.text, 'UTF8')), 'hex'), 'origin', r.origin) as has
  from revisions r where r.article_id = ${articleId}::uuid
  union all
  select 'readings', r.article_id || '/' || r.number || '/' || g.number, jsonb_build_object('engine_version', g.engine_version)
  from readings g join revisions r on r.id = g.revision_id where r.article_id = ${articleId}::uuid`;
