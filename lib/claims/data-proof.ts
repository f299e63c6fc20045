import { Prisma } from '#lib/platform/db.ts';

/** An article's claims, in the words of the events. */
export const claimsAsSaid = (articleId: string): Prisma.Sql => Prisma.sql`
  select 'claims' as table, c.id::text as key, jsonb_build_object(
    'number', c.number, 'statement', c.statement, 'kind', c.kind, 'polarity', c.polarity, 'factuality', c.factuality,
    'claimant', m.kind || ': ' || m.name, 'via', c.via, 'said_on', c.said_on, 'said_where', c.said_where,
    'misdeed', c.misdeed, 'excluded_reason', c.excluded_reason, 'excluded_by_id', c.excluded_by_id) as has
  from claims c join claimants m on m.id = c.claimant_id where c.article_id = ${articleId}::uuid`;
