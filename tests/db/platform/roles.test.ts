import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOB_TABLES_VERSION } from '#lib/platform/job-tables.ts';
import { grantWork, RoleError, rightsOn } from '#lib/platform/roles.ts';
import { sql } from '#lib/platform/sql.ts';
import { article, cast, claimOn, judge } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { forbidden, isRefused, tryAll } from './forbidden.ts';

const database = withDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // Rows to be changed: an update of nothing asks for the right as well, a trigger for each row would not be asked.
  const people = await cast(database.db);
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await judge(database.db, people.first, claim.id);
});
afterAll(() => owner.end());

describe('the role that works', () => {
  test('is refused every statement that could change a guard, a role, or a row that is written once', async () => {
    const work = { role: 'stet_work', database: new URL(database.url).pathname.slice(1) };
    const all = await forbidden(owner, work);
    expect(all.length).toBeGreaterThan(500);
    const tried = await tryAll(database.url, all);
    expect(tried.filter((one) => !isRefused(one)).map(({ what, code }) => `${code}: ${what}`)).toEqual([]);
  });

  test('appends to the history by its one function alone', async () => {
    await expect(
      sql()`select stet_append_event('desk', null, 'command', 'x', 'desk', 'desk', '{}')`,
    ).resolves.toHaveLength(1);
  });

  test('adds jobs and takes them, and sees their rows', async () => {
    await sql().begin(async (tx) => {
      await tx`select graphile_worker.add_job('nothing', '{"id": "1"}', job_key => '1')`;
      expect(await tx`select payload from graphile_worker._private_jobs where key = '1'`).toHaveLength(1);
      await tx`select graphile_worker.remove_job('1')`;
      expect(await tx`select from graphile_worker._private_jobs where key = '1'`).toHaveLength(0);
    });
    const [row] = await owner
      .query<{ version: number }>('select max(id) as version from graphile_worker.migrations')
      .then(({ rows }) => rows);
    expect(row?.version).toBe(JOB_TABLES_VERSION);
  });

  test('may change of itself what Postgres lets every role change, and no more', async () => {
    await sql().begin(async (tx) => {
      await tx`alter role stet_work set statement_timeout = 0`;
      await expect(tx.savepoint((inner) => inner`alter role stet_work createrole`)).rejects.toThrow(/permission/);
      await tx`alter role stet_work reset all`;
    });
  });
});

describe('the functions', () => {
  test('of ours name their schema, so that nobody leads them elsewhere', async () => {
    const { rows } = await owner.query(`
      select p.proname from pg_proc p join pg_language l on l.oid = p.prolang
      where p.pronamespace = current_schema()::regnamespace and l.lanname = 'plpgsql'
        and not exists (select from unnest(p.proconfig) as setting where setting ~ '^search_path=\\w+, pg_temp$')`);
    expect(rows).toEqual([]);
  });

  test('that run as the owner are nobody’s to call but the one that appends to the history', async () => {
    const { rows } = await owner.query<{ proname: string }>(
      `select proname from pg_proc where pronamespace = current_schema()::regnamespace and prosecdef
        and has_function_privilege('stet_work', oid, 'execute')`,
    );
    expect(rows.map(({ proname }) => proname)).toEqual(['stet_append_event']);
  });
});

describe('giving the rights', () => {
  test('where all is right changes nothing', async () => {
    const acl = () =>
      owner.query(
        'select relname, relacl::text, xmin::text from pg_class where relnamespace = current_schema()::regnamespace',
      );
    const before = await acl();
    await grantWork(owner, 'stet_work');
    expect((await acl()).rows).toEqual(before.rows);
  });

  test('takes away what somebody gave, to the role or to everybody, and gives back what was taken', async () => {
    await owner.query(
      'grant all on verdicts, events to stet_work; grant delete on sign_offs to public; revoke select on users from stet_work',
    );
    await owner.query('grant create on schema public to public');
    await grantWork(owner, 'stet_work');
    const { rows } = await owner.query(`
      select has_table_privilege('stet_work', 'verdicts', 'delete') as deletes, has_table_privilege('stet_work', 'events', 'insert') as inserts,
        has_table_privilege('stet_work', 'sign_offs', 'delete') as all_delete, has_table_privilege('stet_work', 'users', 'select') as reads,
        has_schema_privilege('stet_work', 'public', 'create') as makes`);
    expect(rows).toEqual([{ deletes: false, inserts: false, all_delete: false, reads: true, makes: false }]);
  });

  test('to a role with more power than work is refused, with what it is', async () => {
    await expect(grantWork(owner, 'stet')).rejects.toThrow(RoleError);
    await expect(grantWork(owner, 'stet')).rejects.toThrow(/it is a superuser/);
    const member = `stet_member_${process.pid}`;
    await owner.query(`create role ${member}; grant pg_monitor to ${member}`);
    await expect(grantWork(owner, member)).rejects.toThrow(/it is a member of pg_monitor/);
    const { rows } = await owner.query(`select has_table_privilege('${member}', 'users', 'select') as reads`);
    expect(rows, 'nothing of it is done').toEqual([{ reads: false }]);
    await owner.query(`drop role ${member}`);
  });

  test('follows from the tables', () => {
    expect(rightsOn('verdicts', ['withdrawn_at'])).toEqual({ insert: true, update: ['withdrawn_at'], delete: false });
    expect(rightsOn('events', [])).toEqual({ insert: false, update: false, delete: false });
    expect(rightsOn('claims', null)).toEqual({ insert: true, update: true, delete: false });
    expect(rightsOn('a_new_table', null).delete).toBe(false);
  });
});
