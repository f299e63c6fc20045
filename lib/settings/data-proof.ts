import { Prisma } from '#lib/platform/db.ts';

/** The desk's settings and its scale, in the words of the events. */
export const settingsAsSaid = Prisma.sql`
  select 'settings' as table, s.id::text as key, jsonb_build_object(
    'desk_name', s.desk_name, 'time_zone', s.time_zone, 'default_mode', s.default_mode,
    'default_queries', s.default_queries, 'recheck_days', s.recheck_days, 'stamp_captures', s.stamp_captures,
    'archive_captures', s.archive_captures, 'small_counts', s.small_counts, 'publishing', s.publishing, 'public_address', s.public_address,
    'public_method', s.public_method, 'public_contact', s.public_contact, 'figure_rule', s.rules ->> 'figure',
    'quotation_rule', s.rules ->> 'quotation', 'misdeed_rule', s.rules ->> 'misdeed', 'opened_rule', s.rules ->> 'opened') as has
  from settings s
  union all
  select 'ratings', r.id::text, jsonb_build_object('label', r.label, 'description', r.description, 'value', r.value,
    'stands', r.stands, 'archived', r.archived_at is not null)
  from ratings r`;
