import { Prisma } from '#lib/platform/db.ts';
import { cursor } from './data-history.ts';
import type { Moment } from './data-moment.ts';
import { RECORD_TABLES, type RecordTable } from './rules-records.ts';
import type { ProofBreak } from './types.ts';

/*
 * Every row held against the digest that the last event to speak of it has kept. It is asked in SQL, of Postgres's own
 * functions and never of Stet's, which who forges rows may have forged too; memory does not grow with the archive.
 */

type Column = { table: string; column: string; isBytes: boolean };
type Unlike = {
  table: string;
  key: string;
  chain: string | null;
  sequence: number | null;
  said: string | null;
  found: string | null;
};

/** Records that are not as events left them, in the order of tables and keys. */
export async function unlikeRecords(tx: Moment): Promise<ProofBreak[]> {
  // How JSON shows instants and fractions hangs on the connection's settings.
  await tx.unsafe(`set local timezone = 'UTC'`);
  await tx.unsafe('set local extra_float_digits = 1');
  const breaks: ProofBreak[] = [];
  for await (const rows of cursor<Unlike>(tx, unlikeSql(await columnsOf(tx)))) breaks.push(...rows.map(toBreak));
  return breaks;
}

function toBreak({ table, key, chain, sequence, said, found }: Unlike): ProofBreak {
  const because =
    said === null
      ? 'record-unspoken'
      : found === null
        ? 'record-gone'
        : said === '-'
          ? 'record-back'
          : 'record-changed';
  return { chain, sequence, because, record: { table, key } };
}

/** How many records there are, and how many of each table nothing tells of but that they were there on an upgrade. */
export async function countRecords(tx: Moment): Promise<{ records: number; known: Record<string, number> }> {
  const query = Prisma.sql`
    with ${saidSql()}
    select table_name as table, count(*)::int as records,
      count(*) filter (where action in ('article.recordsKnown', 'desk.recordsKnown') and sequence > 1)::int as known
    from said where digest <> '-' group by 1 order by 1`;
  const rows = await tx.unsafe<{ table: string; records: number; known: number }[]>(
    query.text,
    query.values as string[],
  );
  return {
    records: rows.reduce((sum, row) => sum + row.records, 0),
    known: Object.fromEntries(rows.filter(({ known }) => known > 0).map(({ table, known }) => [table, known])),
  };
}

async function columnsOf(tx: Moment): Promise<Map<string, Column[]>> {
  const query = Prisma.sql`
    select table_name as table, column_name as column, data_type = 'bytea' as "isBytes"
    from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`;
  const rows = await tx.unsafe<Column[]>(query.text, query.values as string[]);
  return Map.groupBy(rows, ({ table }) => table);
}

/**
 * What the last event to speak of each record has said of it: the last of a chain by its sequence, for a clock may have
 * been set back, and of several chains the one that spoke last by the clock.
 */
const saidSql = () => Prisma.sql`
  said_on_chain as (
    select distinct on (1, 2, e.chain) split_part(line, ' ', 1) as table_name, split_part(line, ' ', 2) as key,
      split_part(line, ' ', 3) as digest, e.chain, e.sequence, e.action, e.at
    from event_records r join events e on e.chain = r.chain and e.sequence = r.sequence
    cross join lateral string_to_table(r.records, e'\n') line
    order by 1, 2, e.chain, e.sequence desc
  ), said as (
    select distinct on (table_name, key) table_name, key, digest, chain, sequence, action
    from said_on_chain order by table_name, key, at desc, chain
  )`;

function unlikeSql(columns: ReadonlyMap<string, readonly Column[]>): Prisma.Sql {
  const tables = Object.entries(RECORD_TABLES).map(([name, table]) => rowsSql(name, table, columns.get(name) ?? []));
  return Prisma.sql`
    with ${saidSql()}, found as (${Prisma.join(tables, ' union all ')})
    select coalesce(said.table_name, found.table_name) as table, coalesce(said.key, found.key) as key,
      said.chain, said.sequence, said.digest as said, found.digest as found
    from said full join found on found.table_name = said.table_name and found.key = said.key
    where said.digest is distinct from coalesce(found.digest, '-')
    order by 1, 2`;
}

const quoted = (name: string) => Prisma.raw(`"${name.replaceAll('"', '""')}"`);

/** A table's rows by key and digest: columns as JSON, bytes as their hash, and nothing of what is null, derived or absent. */
function rowsSql(
  name: string,
  { keys, derived = {}, absent = {} }: RecordTable,
  columns: readonly Column[],
): Prisma.Sql {
  const shown = columns
    .filter(({ column }) => !(column in derived))
    .map(({ column, isBytes }) =>
      isBytes
        ? Prisma.sql`encode(sha256(r.${quoted(column)}), 'hex') as ${quoted(column)}`
        : Prisma.sql`r.${quoted(column)}`,
    );
  const key = Prisma.join(
    keys.map((column) => Prisma.sql`r.${quoted(column)}::text`),
    " || '/' || ",
  );
  // As text first: postgres.js would write a value that it is told is JSON as JSON once more.
  return Prisma.sql`
    select ${name}::text as table_name, ${key} as key, (
      select encode(sha256(convert_to(coalesce(jsonb_object_agg(field.key, field.value), '{}')::text, 'UTF8')), 'hex')
      from jsonb_each(to_jsonb(shown)) field
      -- as text first: a driver that hears of jsonb would write the text itself as JSON once more
      where field.value <> 'null' and field.value is distinct from ${JSON.stringify(absent)}::text::jsonb -> field.key
    ) as digest
    from ${quoted(name)} r cross join lateral (select ${Prisma.join(shown)}) shown`;
}
