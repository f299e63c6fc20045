import { beforeAll, describe, expect, test } from 'vitest';
import { checkHistory } from '#lib/history/rules-verify.ts';
import { type Sql, sql } from '#lib/platform/sql.ts';
import { checkStampOfHash, requestStampOfHash } from '#lib/platform/timestamp.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { historyItems } from '#lib/proof/data-history.ts';
import { unlikeRecords } from '#lib/proof/data-records.ts';
import { RECORD_TABLES, type RecordTable, UNRECORDED_TABLES } from '#lib/proof/rules-records.ts';
import { unlikeLinkKeys } from '#lib/sources/data-proof.ts';
import { unsettledOf } from '#lib/standing/data-proof.ts';
import { startAuthority } from '#tests/timestamp-authority.ts';
import { plant } from '../desk.ts';
import { withRelease } from '../release/desk.ts';
import { plantEveryTable } from './planted.ts';

/*
 * Every column of every table, as the schema itself lists them, is changed in turn by somebody who holds the database, with
 * its guards off; and is found, or stands in a short list with its reason.
 */

const desk = withRelease();

/** A desk with at least one row in every table. */
beforeAll(async () => {
  const authority = await startAuthority();
  await plant(desk.db, (tx) =>
    plantEveryTable(tx, async (sha256) => {
      const token = await requestStampOfHash(authority.url, sha256);
      const { at, by } = await checkStampOfHash(token, sha256, []);
      return { token, at: new Date(at), byName: by };
    }),
  );
  await authority.stop();
});

type Column = { table: string; name: string; type: string };
const columnsOf = (table: string): Promise<Column[]> => sql()<Column[]>`
  select attrelid::regclass::text as table, attname as name, format_type(atttypid, null) as type from pg_attribute
  where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`;

/** Something else than what stands there, for a column of that type. */
function otherThan({ name, type }: Column): string {
  const column = `"${name}"`;
  if (type.endsWith('[]')) return `array_append(${column}, ${type === 'uuid[]' ? 'gen_random_uuid()' : "'x'"})`;
  switch (type) {
    case 'text':
      return `coalesce(${column}, '') || 'x'`;
    case 'integer':
    case 'double precision':
      return `coalesce(${column}, 0) + 1000`;
    case 'boolean':
      return `not coalesce(${column}, false)`;
    case 'uuid':
      return 'gen_random_uuid()';
    case 'jsonb':
      return `jsonb_build_array(${column})`;
    case 'bytea':
      return `coalesce(${column}, '\\x') || '\\x00'`;
    case 'date':
      return `coalesce(${column}, current_date) + 1`;
    case 'timestamp with time zone':
      return `coalesce(${column}, now()) + interval '1 day'`;
    default:
      return `(select value from unnest(enum_range(null::${type})) as value where value is distinct from ${column} limit 1)`;
  }
}

/** Changes a column of the table's first row, past every guard and rule, lets it be looked at, and takes it back. */
async function forged<T>(column: Column, look: (tx: Sql) => Promise<T>): Promise<T> {
  let seen: { value: T } | undefined;
  await sql()
    .begin(async (tx) => {
      await tx.unsafe(forgery(column));
      seen = { value: await look(tx as never) };
      throw new Error('back');
    })
    .catch((error: Error) => {
      if (error.message !== 'back') throw error;
    });
  if (!seen) throw new Error('Nobody has looked');
  return seen.value;
}
const forgery = (column: Column): string => `
  set local session_replication_role = replica;
  do $$ declare rule record; begin
    for rule in select conname from pg_constraint where conrelid = '${column.table}'::regclass and contype = 'c' loop
      execute format('alter table ${column.table} drop constraint %I', rule.conname);
    end loop;
  end $$;
  update ${column.table} set "${column.name}" = ${otherThan(column)}
    where ctid = (select ctid from ${column.table} order by ctid limit 1)`;

test('untouched, the desk is whole', async () => {
  expect((await verifyHistory(sql(), [], desk.db)).breaks).toEqual([]);
});

test('every table is one whose rows events speak of, or is said not to be', async () => {
  const tables = await sql()<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
  expect(tables.map(({ name }) => name)).toEqual(
    [...Object.keys(RECORD_TABLES), ...Object.keys(UNRECORDED_TABLES)].sort(),
  );
});

test('the database and verify go by the same list', async () => {
  const kept = await sql()<{ name: string; keys: string[]; derived: string[]; absent: object }[]>`
    select name, keys, derived, absent from record_tables order by name`;
  const ours = Object.entries<RecordTable>(RECORD_TABLES).map(([name, { keys, derived = {}, absent = {} }]) => ({
    name,
    keys,
    derived: Object.keys(derived).sort(),
    absent,
  }));
  expect(kept.map((row) => ({ ...row, derived: row.derived.sort() }))).toEqual(ours);
});

/** Found by nothing; the reason stands beside the column in RECORD_TABLES. */
const NOT_FOUND = ['claims.look_up_keys', 'report_links.opened', 'report_links.last_opened_at'];

describe.each(Object.entries<RecordTable>(RECORD_TABLES))('%s', (table, { derived = {} }) => {
  test('a change of any column is found', async () => {
    const [count] = await sql().unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table}`);
    expect(count?.rows).toBeGreaterThan(0);
    const missed: string[] = [];
    for (const column of await columnsOf(table)) {
      const found =
        column.name in derived
          ? await derivedFound(column)
          : (await forged(column, (tx) => unlikeRecords(tx))).some(({ record }) => record?.table === table);
      if (!found) missed.push(`${table}.${column.name}`);
    }
    expect(missed).toEqual(NOT_FOUND.filter((name) => name.startsWith(`${table}.`)));
  });
});

/** What is worked out of other records is worked out again. */
async function derivedFound(column: Column): Promise<boolean> {
  let found = false;
  await desk.db
    .$transaction(
      async (tx) => {
        for (const statement of forgery(column).split(/;\n(?= {2}(?:do|update))/))
          await tx.$executeRawUnsafe(statement);
        found ||= column.table === 'sources' && (await unlikeLinkKeys(tx)).length > 0;
        for (const { id } of await tx.article.findMany({ select: { id: true } }))
          found ||= (await unsettledOf(tx, id)).some(
            ({ table, columns }) => table === column.table && columns.includes(column.name),
          );
        throw new Error('back');
      },
      { timeout: 60_000 },
    )
    .catch((error: Error) => {
      if (error.message !== 'back') throw error;
    });
  return found;
}

describe.each(['chains', 'events', 'event_details', 'event_records'])('%s', (table) => {
  test('a change of any column is found on the walk', async () => {
    const missed: string[] = [];
    for (const column of await columnsOf(table)) {
      const { breaks } = await forged(column, (tx) => checkHistory(historyItems(tx, 'all'), []));
      if (breaks.length === 0) missed.push(`${table}.${column.name}`);
    }
    expect(missed).toEqual([]);
  });
});

test('a row that is taken away, and one that is put there, are found', async () => {
  for (const table of Object.keys(RECORD_TABLES)) {
    const taken = await changed(`delete from ${table} where ctid = (select ctid from ${table} limit 1)`);
    expect({ table, taken }).toEqual({ table, taken: 'record-gone' });
  }
  const put = await changed(`insert into sign_offs (id, verdict_id, user_id, basis_digest, withdrawn_at)
    select gen_random_uuid(), verdict_id, user_id, basis_digest, now() from sign_offs limit 1`);
  expect(put).toBe('record-unspoken');
});

async function changed(statement: string): Promise<string | undefined> {
  let because: string | undefined;
  await sql()
    .begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx.unsafe(statement);
      because = (await unlikeRecords(tx))[0]?.because;
      throw new Error('back');
    })
    .catch((error: Error) => {
      if (error.message !== 'back') throw error;
    });
  return because;
}
