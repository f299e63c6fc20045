import { Prisma } from '#lib/platform/db.ts';

/** Captures, in the words of the events. */
export const capturesAsSaid = Prisma.sql`
  select 'captures' as table, c.id::text as key, jsonb_build_object(
    'number', c.number, 'sha256', c.sha256, 'taken_by_id', c.taken_by_id, 'erased_reason', c.erased_reason,
    'erased_by_id', c.erased_by_id) as has
  from captures c`;
