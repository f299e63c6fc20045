import { beforeAll, expect, test } from 'vitest';
import { type Sql, sql } from '#lib/platform/sql.ts';
import { unlikeRecords } from '#lib/proof/data-records.ts';
import { RECORD_TABLES } from '#lib/proof/rules-records.ts';
import { plant } from '../desk.ts';
import { withRelease } from '../release/desk.ts';
import { plantEveryTable } from './planted.ts';

/*
 * What is noted of a row, where it is written, is what was worked out of it before, when its event was appended: by the functions
 * below, as they were first. They put their statements together out of what the database says of a table at the time.
 */
const AS_IT_WAS = `
  create schema as_it_was;
  create function as_it_was.columns(in_table text) returns text language sql stable as $$
    select string_agg(
      case when a.atttypid = 'bytea'::regtype then format('encode(sha256(r.%I), ''hex'') as %I', a.attname, a.attname)
      else format('r.%I', a.attname) end, ', ' order by a.attnum)
    from pg_attribute a join public.record_tables t on t.name = in_table
    where a.attrelid = format('public.%I', in_table)::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> all (t.derived)
  $$;
  create function as_it_was.digest(in_row jsonb, in_absent jsonb) returns text language sql immutable as $$
    select encode(sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}')::text, 'UTF8')), 'hex')
    from jsonb_each(in_row) where value <> 'null' and value is distinct from in_absent -> key
  $$;
  create function as_it_was.lines(in_chain text) returns text language plpgsql
  set search_path = public, pg_temp set timezone = 'UTC' set extra_float_digits = 1 as $$
  declare
    kept record;
    lines text;
    found text;
  begin
    for kept in
      select t.*, w.waiting from record_tables t
      join (
        select u.table_name, array_agg(distinct key) as waiting from unrecorded u, unnest(u.keys) key
        where u.chain = in_chain or u.chain is null group by u.table_name
      ) w on w.table_name = t.name order by t.name
    loop
      execute format(
        'select string_agg(%L || '' '' || w.key || '' '' || coalesce(x.digest, ''-''), e''\\n'' order by w.key collate "C")
         from unnest($1) w (key) left join lateral (
           select as_it_was.digest(to_jsonb(c), $2) as digest from (select %s from %I r where %s) c) x on true',
        kept.name, as_it_was.columns(kept.name), kept.name,
        (select string_agg(format('r.%I = split_part(w.key, ''/'', %s)::%s', key, place, format_type(a.atttypid, a.atttypmod)), ' and ')
         from unnest(kept.keys) with ordinality as k (key, place)
         join pg_attribute a on a.attrelid = format('public.%I', kept.name)::regclass and a.attname = key)
      ) into found using kept.waiting, kept.absent;
      lines := concat_ws(e'\\n', lines, found);
    end loop;
    return lines;
  end $$`;

const desk = withRelease();

/** A desk with at least one row in every table. */
beforeAll(async () => {
  await plant(desk.db, async (tx) => {
    await plantEveryTable(tx);
    const { id } = await tx.source.findFirstOrThrow();
    await tx.source.update({
      where: { id },
      data: { shared: true, note: 'Two\nlines — “quoted”, \\ and \u{1F6A2}' },
    });
  });
  await sql().unsafe(AS_IT_WAS);
});

/** Works in a transaction that is taken back. */
async function undone(work: (tx: Sql) => Promise<void>): Promise<void> {
  await expect(
    sql().begin(async (tx) => {
      await work(tx as never);
      throw new Error('back');
    }),
  ).rejects.toThrow(/^back$/);
}

/** Has every row of a table noted, past its guards: by another time of making, or where it has none, as it stands. */
async function noteAll(tx: Sql, table: string): Promise<void> {
  const [dated] = await tx`
    select from information_schema.columns where table_schema = 'public' and table_name = ${table} and column_name = 'created_at'`;
  const [key] = RECORD_TABLES[table as keyof typeof RECORD_TABLES].keys;
  const change = dated ? `created_at = created_at + interval '1 hour 1 millisecond'` : `${key} = ${key}`;
  await tx.unsafe(`
    alter table ${table} disable trigger user;
    alter table ${table} enable trigger note_updates;
    update ${table} set ${change}`);
}

/** The chains that something waits on, and for each the lines as they were worked out before and as they are taken now. */
async function bothWays(tx: Sql): Promise<{ before: string; now: string }> {
  const chains = await tx<
    { chain: string }[]
  >`select distinct coalesce(chain, 'desk') as chain from unrecorded order by 1`;
  const before: (string | null)[] = [];
  const now: (string | null)[] = [];
  for (const { chain } of chains) {
    const [was] = await tx<{ lines: string | null }[]>`select as_it_was.lines(${chain}) as lines`;
    const [is] = await tx<{ lines: string | null }[]>`select stet_take_records(${chain}) as lines`;
    before.push(was?.lines ?? null);
    now.push(is?.lines ?? null);
  }
  const [left] = await tx<{ count: number }[]>`select count(*)::int from unrecorded`;
  expect(left?.count).toBe(0);
  return { before: before.join('\n'), now: now.join('\n') };
}

const count = async (tx: Sql, table: string) =>
  (await tx.unsafe<{ count: number }[]>(`select count(*)::int from ${table}`))[0]?.count ?? 0;

test.each(Object.keys(RECORD_TABLES))(
  '%s: every row has the digest that it had, and is said to be gone when it goes',
  async (table) => {
    await undone(async (tx) => {
      // A connection's own way of showing instants and fractions is not to matter.
      await tx`set local timezone = 'Pacific/Chatham'`;
      await tx`set local extra_float_digits = -3`;
      const rows = await count(tx, table);
      expect(rows).toBeGreaterThan(0);
      await noteAll(tx, table);
      const there = await bothWays(tx);
      expect(there.now).toBe(there.before);
      expect(there.now.match(/ [0-9a-f]{64}$/gm)).toHaveLength(rows);
      await tx.unsafe(`
      alter table ${table} disable trigger all;
      alter table ${table} enable trigger note_deletes;
      delete from ${table}`);
      const gone = await bothWays(tx);
      expect(gone.now).toBe(gone.before);
      expect(gone.now.match(/ -$/gm)).toHaveLength(rows);
    });
  },
);

// One with bytes, one with columns that are derived and one with neither.
test.each(['revisions', 'claims', 'settings'])(
  'a column that is added to %s is picked up, of words as of bytes',
  async (table) => {
    await undone(async (tx) => {
      await tx.unsafe(`alter table ${table} add column later text default 'later'`);
      await noteAll(tx, table);
      const words = await bothWays(tx);
      expect(words.now).toBe(words.before);
      await tx.unsafe(`alter table ${table} add column bytes bytea default '\\x00ff'`);
      await tx`select stet_record_anew(${table})`;
      await noteAll(tx, table);
      const bytes = await bothWays(tx);
      expect(bytes.now).toBe(bytes.before);
      expect(bytes.now).not.toBe(words.now);
    });
  },
);

test('what is written again and again before its event is as it was left, and what no event speaks of is not noted', async () => {
  await undone(async (tx) => {
    await tx`insert into comments (id, article_id, kind, body, author_id)
      select gen_random_uuid(), a.id, 'note', 'Word ' || n, u.id
      from articles a cross join generate_series(1, 3) n cross join lateral (select id from users limit 1) u`;
    await tx`update comments set body = body || ' more'`;
    await tx`update comments set body = body || ' still' where body like 'Word 1%'`;
    await tx`delete from comments where body like 'Word 2%'`;
    await tx`update claims set statement = statement || '.', stale = not stale`;
    await tx`update claims set stale = not stale, held = not held`;
    await tx`update articles set sentences_total = sentences_total + 1`;
    await tx`update sources set link_key = 'other'`;
    const { before, now } = await bothWays(tx);
    expect(now).toBe(before);
    expect(now).toMatch(/^comments \S+ -$/m);
    expect(now).not.toMatch(/^(?:articles|sources) /m);
  });
});

test('the proof works out the same of what was noted', async () => {
  await undone(async (tx) => {
    await tx`update claims set statement = statement || '!', misdeed = not misdeed`;
    await tx`update sources set note = 'Another', shared = not shared`;
    await tx`update users set name = name || ' the second'`;
    await tx`select stet_append_event(chain, null, 'machine', 'article.recordsKnown', 'article', chain, '{}')
      from (select distinct coalesce(chain, 'desk') as chain from unrecorded order by 1) waiting`;
    expect(await unlikeRecords(tx)).toEqual([]);
  });
});

test('the functions are those that would be made of the tables as they stand', async () => {
  await undone(async (tx) => {
    const bodies = () => tx<{ name: string; body: string }[]>`
      select proname::text as name, pg_get_functiondef(oid) as body from pg_proc where proname like 'stet\\_notes\\_of\\_%' order by 1`;
    const stand = await bodies();
    expect(stand.map(({ name }) => name)).toEqual(Object.keys(RECORD_TABLES).map((name) => `stet_notes_of_${name}`));
    await tx`select stet_record_anew(name) from record_tables`;
    expect(await bodies()).toEqual(stand);
  });
});
