import { Prisma } from '#lib/platform/db.ts';

/** An article's reports, in the words of the events. */
export const reportsAsSaid = (articleId: string): Prisma.Sql => Prisma.sql`
  select 'reports' as table, r.id::text as key, jsonb_build_object(
    'number', r.number, 'digest', r.digest, 'snapshot', encode(sha256(convert_to(r.snapshot, 'UTF8')), 'hex'),
    'created_by_id', r.created_by_id, 'chosen', r.chosen) as has
  from reports r where r.article_id = ${articleId}::uuid`;
