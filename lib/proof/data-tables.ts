import { Prisma } from '#lib/platform/db.ts';
import type { Moment } from './data-moment.ts';
import { RECORD_TABLES, UNRECORDED_TABLES } from './rules-records.ts';
import type { ProofBreak } from './types.ts';

/**
 * Tables that may show one reader other rows than another, so that what is proved here says nothing of what people are shown:
 * a view in a table's place, rules that rewrite what is asked, and policies on rows, which may hang on who asks and how.
 */
export async function unlikeTables(tx: Moment): Promise<ProofBreak[]> {
  const names = [...Object.keys(RECORD_TABLES), ...Object.keys(UNRECORDED_TABLES)];
  const query = Prisma.sql`
    select name from unnest(${names}::text[]) name
    left join pg_class c on c.relname = name and c.relnamespace = 'public'::regnamespace
    where c.oid is null or c.relkind <> 'r' or c.relrowsecurity
      or exists (select from pg_rewrite r where r.ev_class = c.oid)
      or exists (select from pg_inherits i where c.oid in (i.inhrelid, i.inhparent))
    order by name`;
  const rows = await tx.unsafe<{ name: string }[]>(query.text, query.values as string[]);
  return rows.map(({ name }) => ({
    chain: null,
    sequence: null,
    because: 'table-other',
    record: { table: name, key: '*' },
  }));
}
