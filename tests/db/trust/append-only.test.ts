import { beforeAll, describe, expect, test } from 'vitest';
import { inviteGuest } from '#lib/articles/mutations-guests.ts';
import { splitClaim } from '#lib/claims/mutations-lineage.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import type { Sql } from '#lib/platform/sql.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, attach, cast, claimOn, judge, lead, plant, plantCapture, plantWitnesses } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { plantForeign } from '../proof/planted.ts';
import { need } from './scene.ts';

/*
 * What is written once, and never changed or removed by whoever the application connects as. Which guards there are is the
 * database's own word, out of pg_trigger; which there must be is said here, and the two are held against each other both
 * ways: a table that the schema gains fails until it is said what it is, and so does one that loses its guard.
 */
const database = withDatabase();

/** Records of history and verdicts, each with the columns that may be written later: once, from nothing to a value. */
const WRITTEN_ONCE: Readonly<Record<string, readonly string[]>> = {
  blobs: [],
  capture_archives: [],
  capture_checks: [],
  capture_readings: [],
  capture_stamps: [],
  captures: ['erased_at', 'erased_by_id', 'erased_reason'],
  chains: [],
  comment_anchors: [],
  event_details: [],
  event_records: [],
  events: [],
  foreign_claims: [],
  guest_links: ['opened_at', 'revoked_at', 'revoked_by_id'],
  lineage: [],
  openings: [],
  readings: [],
  reports: [],
  revisions: [],
  sign_offs: ['withdrawn_at', 'withdrawn_reason'],
  verdict_authors: [],
  verdict_evidence: [],
  verdicts: ['revealed_at', 'superseded_at', 'withdrawn_at', 'withdrawn_by_id', 'withdrawn_reason'],
};
/** What people edit; every change of it leaves an event. */
const EDITED = [
  'accounts',
  'anchors',
  'api_tokens',
  'article_members',
  'articles',
  'claim_links',
  'claimants',
  'claims',
  'comments',
  'evidence',
  'feeds',
  'fixes',
  'foreign_files',
  'inbox_items',
  'invitations',
  'jobs',
  'mail_choices',
  'mailed_needs',
  'need_marks',
  'publications',
  'published_reports',
  'ratings',
  'rate_limits',
  'report_links',
  'sentence_marks',
  'sessions',
  'settings',
  'sources',
  'users',
  'workers',
];
/** The migrations' own. */
const KEEPS_BOOK = ['_prisma_migrations', 'record_tables', 'unrecorded'];

const GUARDS = [
  'stet_append_only',
  'stet_erase_only',
  'stet_erase_reading_only',
  'stet_unused_only',
  'stet_chain_only_grows',
];
// pg_trigger.tgtype, bit by bit.
const [ROW, BEFORE, DELETE, UPDATE, TRUNCATE] = [1, 2, 8, 16, 32] as const;

type Guarded = { table: string; rows: boolean; truncate: boolean; later: string[] };
type Asking = Pick<Sql, 'unsafe'>;

/** Every table, with what its triggers guard. A trigger that is switched off guards nothing. */
const guardedTables = (tx: Asking) =>
  tx.unsafe<Guarded[]>(
    `select c.relname as table,
       coalesce(bool_or(t.tgtype & ${ROW | BEFORE | DELETE | UPDATE} = ${ROW | BEFORE | DELETE | UPDATE}), false) as rows,
       coalesce(bool_or(t.tgtype & ${BEFORE | TRUNCATE} = ${BEFORE | TRUNCATE}), false) as truncate,
       array_remove(string_to_array(string_agg(encode(t.tgargs, 'escape'), ''), '\\000'), '') as later
     from pg_class c left join (pg_trigger t join pg_proc p on p.oid = t.tgfoid and p.proname = any($1))
       on t.tgrelid = c.oid and t.tgenabled in ('O', 'A')
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
     group by c.relname order by c.relname`,
    [GUARDS],
  );

/** What is not as it must be, in words. */
async function problems(tx: Asking): Promise<string[]> {
  const tables = await guardedTables(tx);
  const names = tables.map(({ table }) => table);
  const known = [...Object.keys(WRITTEN_ONCE), ...EDITED, ...KEEPS_BOOK];
  return [
    ...names.filter((name) => !known.includes(name)).map((name) => `${name}: nobody has said what it is`),
    ...known.filter((name) => !names.includes(name)).map((name) => `${name}: is not there`),
    ...tables.flatMap(({ table, rows, truncate, later }) => {
      const columns = WRITTEN_ONCE[table];
      if (!columns) return rows || truncate ? [`${table}: guarded, and said to be edited`] : [];
      return [
        ...(rows ? [] : [`${table}: its rows can be changed or removed`]),
        ...(truncate ? [] : [`${table}: can be emptied`]),
        ...(String([...later].sort()) === String(columns) ? [] : [`${table}: ${later} can be written later`]),
      ];
    }),
  ];
}

/** The SQLSTATE that came of a statement, or "done"; nothing of it stays. */
async function outcome(statement: string): Promise<string> {
  let code = 'done';
  await database.owner
    .begin(async (tx) => {
      await tx.unsafe(statement);
      throw new Error('back');
    })
    .catch((error: { code?: string }) => {
      code = error.code ?? code;
    });
  return code;
}
const REFUSED = 'ST001';

const withoutChecks = (table: string) => `do $$ declare rule record; begin
    for rule in select conname from pg_constraint where conrelid = '${table}'::regclass and contype = 'c' loop
      execute format('alter table ${table} drop constraint %I', rule.conname);
    end loop;
  end $$`;

/** Something else than what stands there, for a column of that type. */
const otherThan = (column: string, type: string): string => {
  switch (type) {
    case 'text':
      return `coalesce("${column}", '') || 'x'`;
    case 'integer':
      return `coalesce("${column}", 0) + 2`;
    case 'uuid':
      return 'gen_random_uuid()';
    case 'jsonb':
      return `'{"other": true}'`;
    case 'bytea':
      return `'\\x00'`;
    case 'date':
      return `coalesce("${column}", current_date) + 1`;
    case 'text[]':
      return `array_append("${column}", 'x')`;
    case 'timestamp with time zone':
      return `coalesce("${column}", now()) + interval '1 day'`;
    default:
      return `(select value from unnest(enum_range(null::${type})) as value where value is distinct from "${column}" limit 1)`;
  }
};

type Column = { name: string; type: string };
const columnsOf = (table: string) => database.owner<Column[]>`
  select attname as name, format_type(atttypid, null) as type from pg_attribute
  where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`;

/** At least one row in every table that is written once. */
beforeAll(async () => {
  const { db } = database;
  const people = await cast(db);
  const bench = await article(db, people.editor);
  const claim = await claimOn(db, people.first, bench, 'About one in five berths is closed');
  await attach(db, people.first, claim.id, 'Berth list');
  await judge(db, people.first, claim.id, 'true', { rationale: 'So the list [1].' });
  const { id: verdictId, basisDigest, seen } = await lead(db, people.second, claim.id);
  await signOff(db, people.second, { verdictId, basisDigest: need(basisDigest), seen });
  const { id, version } = await claimOn(db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
  const { start } = need(bench.claims[0]);
  const at = need(start);
  const parts = [{ span: { start: at, end: at + 4 } }, { span: { start: at + 5, end: at + 9 } }];
  await splitClaim(db, people.first, { id, version, revisionId: bench.revision.id, parts, evidence: [] });
  await freezeReport(db, people.editor, { articleId: bench.article.id });
  const stretch = { revisionId: bench.revision.id, span: { start: 0, end: 7 } };
  const onWords = { articleId: bench.article.id, claimId: null, threadId: null, kind: 'note', body: 'So?' } as const;
  await writeComment(db, people.first, { ...onWords, onVerdictId: null, stretch });
  const guest = { articleId: bench.article.id, name: 'Jo', until: '2999-01-01T00:00:00.000Z' };
  await inviteGuest(db, people.editor, 'http://127.0.0.1', guest);
  await plant(db, async (tx) => {
    const { id: sourceId } = await tx.source.findFirstOrThrow();
    const { id: captureId } = await plantCapture(tx, sourceId);
    const { id: userId } = await tx.user.findFirstOrThrow();
    await tx.opening.create({ data: { userId, sourceId, captureId } });
    await plantWitnesses(tx, captureId);
    await plantForeign(tx, 'f'.repeat(64));
  });
});

test('what is written once is guarded, and nothing else is', async () => {
  expect(await problems(database.owner)).toEqual([]);
});

describe('a guard that is missing is found:', () => {
  test.each([
    ['drop trigger append_only on sign_offs', ['sign_offs: its rows can be changed or removed']],
    ['drop trigger no_truncate on events', ['events: can be emptied']],
    ['alter table verdicts disable trigger append_only', ['verdicts: its rows can be changed or removed']],
    ['create table verdict_notes (id uuid)', ['verdict_notes: nobody has said what it is']],
    ['alter table lineage rename to descent', ['descent: nobody has said what it is', 'lineage: is not there']],
  ])('%s', async (statement, expected) => {
    let found: string[] = [];
    await database.owner
      .begin(async (tx) => {
        await tx.unsafe(statement);
        found = await problems(tx);
        throw new Error('back');
      })
      .catch(() => {});
    for (const problem of expected) expect(found).toContain(problem);
  });
});

describe.each(Object.entries(WRITTEN_ONCE))('%s', (table, later) => {
  test('no column of a row is changed', async () => {
    const [count] = await database.owner.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table}`);
    expect(count?.rows).toBeGreaterThan(0);
    for (const { name, type } of await columnsOf(table)) {
      if (later.includes(name)) continue;
      const done = await outcome(`update ${table} set "${name}" = ${otherThan(name, type)}`);
      expect({ column: name, done }).toEqual({ column: name, done: REFUSED });
    }
  });

  test('what may be written later is written once', async () => {
    const columns = await columnsOf(table);
    for (const name of later) {
      const { type } = need(columns.find((column) => column.name === name));
      // A row is first brought to where the column has a value, past the checks that bind columns together.
      const set = `update ${table} set "${name}" = ${otherThan(name, type)}`;
      const free = `set local session_replication_role = replica; ${withoutChecks(table)}; ${set};`;
      expect({
        name,
        done: await outcome(`${free} set local session_replication_role = origin; ${set}`),
      }).toEqual({ name, done: REFUSED });
      expect({
        name,
        done: await outcome(
          `${free} set local session_replication_role = origin; update ${table} set "${name}" = null`,
        ),
      }).toEqual({
        name,
        done: REFUSED,
      });
    }
  });

  test('no row is removed, one by one or all at once', async () => {
    expect(await outcome(`delete from ${table}`)).toBe(REFUSED);
    expect(await outcome(`truncate ${table} cascade`)).toBe(REFUSED);
  });
});

test('a chain moves on by one and no further, and back never', async () => {
  expect(await outcome('update chains set sequence = sequence - 1')).toBe(REFUSED);
  expect(await outcome(`update chains set sequence = sequence + 1, id = id || 'x'`)).toBe(REFUSED);
});

test('a detail is erased whole, once, and not written again', async () => {
  const erase = 'update event_details set detail = null, salt = null, erased_at = now()';
  expect(await outcome(erase)).toBe('done');
  expect(await outcome(`${erase}; ${erase}`)).toBe(REFUSED);
  expect(await outcome(`${erase}; update event_details set detail = '{}'`)).toBe(REFUSED);
  expect(await outcome('update event_details set detail = null, erased_at = now()')).toBe(REFUSED);
});
