import { Prisma } from '#lib/platform/db.ts';

/** An article's evidence, in the words of the events. */
export const evidenceAsSaid = (articleId: string): Prisma.Sql => Prisma.sql`
  select 'evidence' as table, e.id::text as key, jsonb_build_object(
    'number', e.number, 'claim', c.number, 'stance', e.stance, 'aspect', e.aspect, 'quote', e.quote, 'locator', e.locator,
    'note', e.note, 'means', e.means, 'consulted_on', e.consulted_on, 'source_id', e.source_id, 'created_by_id', e.created_by_id,
    'withdrawn_reason', e.withdrawn_reason, 'capture_id', e.capture_id, 'capture_start', e.capture_start, 'capture_end', e.capture_end,
    'quote_check', e.quote_check) as has
  from evidence e join claims c on c.id = e.claim_id
  where c.article_id = ${articleId}::uuid`;
