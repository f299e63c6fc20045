import pg from 'pg';
import { JOB_SCHEMA, jobRightsOn } from '#lib/platform/job-tables.ts';
import { rightsOn } from '#lib/platform/roles.ts';

/** A statement that the working role must be refused, and what it would do. */
export type Forbidden = { readonly what: string; readonly sql: string };

type Catalogue = {
  tables: { name: string; columns: string[]; written: string[] | null }[];
  triggers: { name: string; table: string }[];
  functions: { name: string; signature: string }[];
  /** Of graphile-worker, whose rows may be written and whose tables may not be changed. */
  jobTables: { name: string; table: string; kind: string }[];
  roles: string[];
};

const q = pg.escapeIdentifier;

/**
 * Every statement that would change a trigger, a function, a table, a role or an append-only row, made from what the
 * database holds, so that a new table, trigger or function is asked about without anybody's adding it here.
 */
export async function forbidden(owner: pg.Client, work: { role: string; database: string }): Promise<Forbidden[]> {
  const { tables, triggers, functions, roles, jobTables } = await catalogue(owner);
  return [
    ...triggers.flatMap(({ name, table }) => onTrigger(name, table)),
    ...functions.flatMap(({ name, signature }) => onFunction(name, signature)),
    ...tables.flatMap(({ name }) => onTable(q(name))),
    ...jobTables.flatMap(({ table, kind }) => (kind === 'r' ? onTable(table) : [])),
    ...jobTables.flatMap(onJobRows),
    ...tables.flatMap(onRows),
    ...roles.filter((role) => role !== work.role).flatMap(onRole),
    ...onOwnPowers(work.role),
    ...anywhere(work.database),
  ].map((sql) => ({ what: sql.split('\n')[0] ?? '', sql }));
}

const onTrigger = (trigger: string, table: string) => [
  `alter table ${table} disable trigger ${q(trigger)}`,
  `alter table ${table} enable replica trigger ${q(trigger)}`,
  `drop trigger ${q(trigger)} on ${table}`,
  `alter trigger ${q(trigger)} on ${table} rename to gone`,
  `create or replace trigger ${q(trigger)} before insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
];

const onFunction = (name: string, signature: string) => [
  `drop function ${signature} cascade`,
  `alter function ${signature} rename to gone`,
  `alter function ${signature} security invoker`,
  `alter function ${signature} set search_path = pg_temp`,
  `alter function ${signature} owner to current_user`,
  `create or replace function ${q(name)}() returns trigger language plpgsql as $$ begin return new; end $$`,
  `create or replace function ${signature} returns trigger language plpgsql as $$ begin return new; end $$`,
];

const onTable = (table: string) => [
  `alter table ${table} disable trigger all`,
  `alter table ${table} disable trigger user`,
  `alter table ${table} add column more text`,
  `alter table ${table} rename to gone`,
  `alter table ${table} owner to current_user`,
  `alter table ${table} enable row level security`,
  `drop table ${table} cascade`,
  `truncate ${table} cascade`,
  `create trigger more before update on ${table} for each row execute function suppress_redundant_updates_trigger()`,
  `create rule more as on update to ${table} do instead nothing`,
  `create index more on ${table} ((1))`,
  `grant all on ${table} to public`,
  `create table more () inherits (${table})`,
];

/** What the rights leave out: every column that is not to be written again, deletion, and writing the history by hand. */
function onRows({ name, columns, written }: Catalogue['tables'][number]): string[] {
  const { insert, update, delete: remove } = rightsOn(name, written);
  const open = update === true ? columns : update === false ? [] : update;
  return [
    ...columns.filter((column) => !open.includes(column)).map((column) => `update ${q(name)} set ${q(column)} = null`),
    ...(remove ? [] : [`delete from ${q(name)}`]),
    ...(insert ? [] : [`insert into ${q(name)} default values`, `copy ${q(name)} from stdin`]),
  ];
}

const onJobRows = ({ name, table, kind }: Catalogue['jobTables'][number]): string[] =>
  kind !== 'r' || jobRightsOn({ name, kind }).includes('DELETE')
    ? []
    : [`delete from ${table}`, `update ${table} set id = 0`];

/** Postgres's own role for whoever owns a database has no members: nobody could be granted it. */
const WITHOUT_MEMBERS = 'pg_database_owner';

const onRole = (role: string) => [
  `alter role ${q(role)} password 'known'`,
  `alter role ${q(role)} set search_path = pg_temp`,
  `alter role ${q(role)} nologin`,
  `drop role ${q(role)}`,
  `reassign owned by ${q(role)} to current_user`,
  `set role ${q(role)}`,
  `set session authorization ${q(role)}`,
  ...(role === WITHOUT_MEMBERS ? [] : [`grant ${q(role)} to current_user`]),
];

const onOwnPowers = (role: string) =>
  ['superuser', 'createrole', 'createdb', 'replication', 'bypassrls'].map((power) => `alter role ${q(role)} ${power}`);

const anywhere = (database: string) => [
  'set session_replication_role = replica',
  `set local session_replication_role = 'local'`,
  `select set_config('session_replication_role', 'replica', false)`,
  `update pg_trigger set tgenabled = 'D'`,
  `update pg_proc set prosrc = ''`,
  `update pg_authid set rolsuper = true`,
  `delete from pg_depend`,
  `create role more`,
  `create table more (id int)`,
  `create temporary table verdict_authors (verdict_id uuid, user_id uuid)`,
  `create view more as select 1`,
  `create function more() returns int language sql as 'select 1'`,
  `create function pg_temp.more() returns int language sql as 'select 1'`,
  `create schema more`,
  `create extension if not exists pgcrypto`,
  `create event trigger more on ddl_command_end execute function suppress_redundant_updates_trigger()`,
  `create publication more for all tables`,
  `create database more`,
  `alter database ${q(database)} set session_replication_role = replica`,
  `alter database ${q(database)} owner to current_user`,
  `drop database ${q(database)}`,
  `alter schema public owner to current_user`,
  `drop schema public cascade`,
  `drop schema ${JOB_SCHEMA} cascade`,
  `create table ${JOB_SCHEMA}.more (id int)`,
  `alter default privileges grant all on tables to public`.concat('; create table more (id int)'),
  `alter system set session_replication_role = replica`,
  `copy (select 1) to program 'true'`,
  `copy (select 1) to '/tmp/more'`,
  `select pg_read_file('PG_VERSION')`,
  `select lo_import('/etc/passwd')`,
  `select pg_reload_conf()`,
  `select pg_promote()`,
  `lock table pg_authid`,
];

async function catalogue(owner: pg.Client): Promise<Catalogue> {
  const rows = async <T extends pg.QueryResultRow>(sql: string) => (await owner.query<T>(sql)).rows;
  const here = 'current_schema()::regnamespace';
  const mine = (column: string) => `${column} in (${here}, '${JOB_SCHEMA}'::regnamespace)`;
  return {
    tables: await rows(`
      select c.relname::text as name,
        array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
        (select array_remove(string_to_array(replace(encode(t.tgargs, 'escape'), '\\000', '/'), '/'), '')
          from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only') as written
      from pg_class c where c.relnamespace = ${here} and c.relkind = 'r' order by 1`),
    triggers: await rows(`
      select t.tgname::text as name, c.oid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where ${mine('c.relnamespace')} and not t.tgisinternal order by 2, 1`),
    functions: await rows(`
      select p.proname::text as name, p.oid::regprocedure::text as signature from pg_proc p
      where ${mine('p.pronamespace')} order by 2`),
    jobTables: await rows(`
      select c.relname::text as name, c.oid::regclass::text as table, c.relkind::text as kind from pg_class c
      where c.relnamespace = '${JOB_SCHEMA}'::regnamespace and c.relkind in ('r', 'v') order by 1`),
    roles: (await rows<{ rolname: string }>(`select rolname from pg_roles order by 1`)).map(({ rolname }) => rolname),
  };
}

export type Tried = Forbidden & { readonly code: string | null };

/** Runs each as the working role, in a transaction that is undone. `code` is the SQLSTATE it was refused with, null where it was not. */
export async function tryAll(workUrl: string, all: readonly Forbidden[]): Promise<Tried[]> {
  const client = new pg.Client({ connectionString: workUrl });
  await client.connect();
  try {
    const tried: Tried[] = [];
    for (const one of all) tried.push({ ...one, code: await codeOf(client, one.sql) });
    return tried;
  } finally {
    await client.end();
  }
}

async function codeOf(client: pg.Client, sql: string): Promise<string | null> {
  // These cannot run in a transaction; all others are undone.
  const alone = /^(?:alter system|(?:create|drop) database)/.test(sql);
  if (!alone) await client.query('begin');
  let warning: string | null = null;
  const hear = (notice: { code?: string | undefined }) => {
    if (notice.code === NOTHING_GRANTED) warning = notice.code;
  };
  client.on('notice', hear);
  try {
    await client.query(sql);
    return warning;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? 'none') : String(error);
  } finally {
    client.off('notice', hear);
    if (!alone) await client.query('rollback');
  }
}

/** Whether it was refused for want of a right, or because it cannot be had by anybody. */
export const isRefused = ({ code }: Tried): boolean => code !== null && REFUSALS.has(code);

/** A grant by one who has nothing to grant only warns. */
const NOTHING_GRANTED = '01007';
/** No right; a role of Postgres's own, which nobody alters; a row's own guard (ST001). */
const REFUSALS = new Set(['42501', '42939', NOTHING_GRANTED, 'ST001']);
