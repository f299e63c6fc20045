import { Prisma } from '#lib/platform/db.ts';

/** People, in the words of the events. */
export const peopleAsSaid = Prisma.sql`
  select 'users' as table, u.id::text as key, jsonb_build_object(
    'email', u.email, 'name', u.name, 'role', u.role, 'disabled', u.disabled_at is not null,
    'named_publicly', u.named_publicly) as has
  from users u`;
