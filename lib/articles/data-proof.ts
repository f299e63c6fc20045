import { Prisma } from '#lib/platform/db.ts';

/** An article's guests, in the words of the events. */
export const guestsAsSaid = (articleId: string): Prisma.Sql => Prisma.sql`
  select 'guest_links' as table, g.id::text as key, jsonb_build_object(
    'name', g.name, 'until', to_char(g.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'created_by_id', g.created_by_id, 'opened', g.opened_at is not null, 'revoked', g.revoked_at is not null) as has
  from guest_links g where g.article_id = ${articleId}::uuid`;
