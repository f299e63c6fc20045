import pg from 'pg';
import { jobRightsDifferences, jobRightsStatements } from './job-tables.ts';

/**
 * Two roles: the owner migrates, and the working role, which the web process and the commands use, reads and writes rows and
 * nothing else. Its rights follow from the tables themselves: what a trigger lets nobody change, it has no right to change.
 */
type Rights = {
  readonly insert: boolean;
  /** True for every column, or the names of some. */
  readonly update: boolean | readonly string[];
  readonly delete: boolean;
};

/** Written by the function that appends to the history, which runs as the owner; and by migrations. */
const READ_ONLY: readonly string[] = [
  'chains',
  'events',
  'event_records',
  'record_tables',
  'unrecorded',
  '_prisma_migrations',
];
/** What is written once and may be erased: who writes it first, and the columns by which it is erased. */
const ERASABLE: Readonly<Record<string, Pick<Rights, 'insert' | 'update'>>> = {
  event_details: { insert: false, update: ['detail', 'salt', 'erased_at'] },
  capture_readings: { insert: true, update: ['text', 'places', 'view', 'details', 'more', 'erased_at'] },
  blobs: { insert: true, update: ['erased_at'] },
};
/** What the application removes: everything else is withdrawn, replaced or archived. */
const REMOVABLE: readonly string[] = [
  'article_members',
  'blobs',
  'invitations',
  'jobs',
  'mail_choices',
  'mailed_needs',
  'need_marks',
  'rate_limits',
  'sessions',
  'workers',
];

/** The rights on one table. `written` names the columns of a table that is otherwise append-only, null where it is none. */
export function rightsOn(table: string, written: readonly string[] | null): Rights {
  if (READ_ONLY.includes(table)) return { insert: false, update: false, delete: false };
  if (ERASABLE[table]) return { ...ERASABLE[table], delete: REMOVABLE.includes(table) };
  if (written) return { insert: true, update: written, delete: false };
  return { insert: true, update: true, delete: REMOVABLE.includes(table) };
}

type Table = {
  name: string;
  columns: string[];
  /** Of an append-only table, the columns that are written later; null of others. */
  written: string[] | null;
  /** What the role may do now, by whatever way it came to it. */
  held: string[];
  updatable: string[];
};

// A trigger's arguments are kept as bytes, each ended by a zero.
const TABLES = `
  select c.relname::text as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select array_remove(string_to_array(replace(encode(t.tgargs, 'escape'), '\\000', '/'), '/'), '')
      from pg_trigger t join pg_proc p on p.oid = t.tgfoid
      where t.tgrelid = c.oid and t.tgname = 'append_only' and p.proname = 'stet_append_only') as written,
    array(select held from unnest(array['SELECT', 'INSERT', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as held
      where has_table_privilege($1, c.oid, held)) as held,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and has_column_privilege($1, c.oid, a.attnum, 'UPDATE')) as updatable
  from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') order by 1`;

/** What no role of work may be able to do, besides what it may do to tables. */
const POWERS = `
  select 'it is a superuser' as power from pg_roles where rolname = $1 and rolsuper
  union all select 'it may make roles' from pg_roles where rolname = $1 and rolcreaterole
  union all select 'it may make databases' from pg_roles where rolname = $1 and rolcreatedb
  union all select 'it may replicate' from pg_roles where rolname = $1 and rolreplication
  union all select 'it passes row security by' from pg_roles where rolname = $1 and rolbypassrls
  union all select 'it is a member of ' || m.roleid::regrole
    from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = $1
  union all select 'it may make things in the schema ' || current_schema() where has_schema_privilege($1, current_schema(), 'CREATE')
  union all select 'it may make temporary tables' where has_database_privilege($1, current_database(), 'TEMPORARY')
  union all select 'it may make schemas' where has_database_privilege($1, current_database(), 'CREATE')
  union all select 'it may call ' || p.oid::regprocedure || ' as its owner' from pg_proc p
    where p.pronamespace = current_schema()::regnamespace and p.prosecdef and p.proname <> 'stet_append_event'
      and has_function_privilege($1, p.oid, 'EXECUTE')
  union all select 'it may not append to the history' from pg_proc p
    where p.pronamespace = current_schema()::regnamespace and p.proname = 'stet_append_event'
      and not has_function_privilege($1, p.oid, 'EXECUTE')
  union all select 'it may switch triggers off' where has_parameter_privilege($1, 'session_replication_role', 'SET')`;

/**
 * Gives the role the rights of work on the database the owner is connected to, and takes every other from it; where all is
 * so already, changes nothing. Throws RoleError where the role can still do more: it is a superuser, an owner, a member of one.
 */
export async function grantWork(owner: pg.Client, role: string): Promise<void> {
  const tables = await tablesFor(owner, role);
  if ((await differences(owner, role, tables)).length === 0) return;
  await owner.query('begin');
  try {
    await owner.query([statements(owner, role, tables), ...(await jobRightsStatements(owner, role))].join(';\n'));
    const left = await differences(owner, role, await tablesFor(owner, role));
    if (left.length > 0) throw new RoleError(role, left);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** The working role can do more, or less, than its work. */
export class RoleError extends Error {
  constructor(role: string, differences: readonly string[]) {
    super(
      `The database role ${role} cannot be given the rights of work alone:\n${differences.map((line) => `  ${line}`).join('\n')}\n` +
        'It must be a role of its own: no superuser, no owner, no member of another role. docs/running.md says how to make one.',
    );
    this.name = 'RoleError';
  }
}

const tablesFor = async (owner: pg.Client, role: string): Promise<Table[]> =>
  (await owner.query<Table>(TABLES, [role])).rows;

async function differences(owner: pg.Client, role: string, tables: readonly Table[]): Promise<string[]> {
  const { rows } = await owner.query<{ power: string }>(POWERS, [role]);
  return [
    ...rows.map(({ power }) => power),
    ...tables.flatMap(differencesOn),
    ...(await jobRightsDifferences(owner, role)),
  ];
}

function differencesOn({ name, columns, written, held, updatable }: Table): string[] {
  const rights = rightsOn(name, written);
  const wanted = ['SELECT', ...(rights.insert ? ['INSERT'] : []), ...(rights.delete ? ['DELETE'] : [])];
  const columnsWanted = rights.update === true ? columns : rights.update === false ? [] : rights.update;
  const compare = (wants: readonly string[], has: readonly string[], what: string) => [
    ...has.filter((right) => !wants.includes(right)).map((right) => `on ${name} it may ${what}${right}`),
    ...wants.filter((right) => !has.includes(right)).map((right) => `on ${name} it may not ${what}${right}`),
  ];
  return [...compare(wanted, held, ''), ...compare(columnsWanted, updatable, 'UPDATE ')];
}

function statements(owner: pg.Client, role: string, tables: readonly Table[]): string {
  const quote = (name: string) => owner.escapeIdentifier(name);
  const to = quote(role);
  const grants = tables.flatMap(({ name, written }) => {
    const { insert, update, delete: remove } = rightsOn(name, written);
    const some = typeof update === 'boolean' ? [] : update;
    return [
      `revoke all on ${quote(name)} from ${to}, public`,
      `grant select on ${quote(name)} to ${to}`,
      ...(insert ? [`grant insert on ${quote(name)} to ${to}`] : []),
      ...(update === true ? [`grant update on ${quote(name)} to ${to}`] : []),
      ...(some.length > 0 ? [`grant update (${some.map(quote).join(', ')}) on ${quote(name)} to ${to}`] : []),
      ...(remove ? [`grant delete on ${quote(name)} to ${to}`] : []),
    ];
  });
  return [HOUSE.replaceAll('ROLE', to), ...grants].join(';\n');
}

// The schema and the database by their own names: a statement cannot say "the present one". A trigger needs no right to run.
const HOUSE = `do $$
declare
  as_owner regprocedure;
begin
  execute format('revoke create on schema %I from public, ROLE', current_schema());
  execute format('grant usage on schema %I to ROLE', current_schema());
  execute format('revoke create, temporary on database %I from public, ROLE', current_database());
  execute format('grant connect on database %I to ROLE', current_database());
  execute format('grant execute on all functions in schema %I to ROLE', current_schema());
  for as_owner in select oid from pg_proc where pronamespace = current_schema()::regnamespace and prosecdef loop
    execute format('revoke execute on function %s from public, ROLE', as_owner);
  end loop;
  for as_owner in select oid from pg_proc where pronamespace = current_schema()::regnamespace and proname = 'stet_append_event' loop
    execute format('grant execute on function %s to ROLE', as_owner);
  end loop;
end $$`;

/**
 * Makes the working role that `workUrl` names, where there is none. A role of Stet's own is also given back its password and
 * its settings, which Postgres lets every role change of itself.
 */
export async function ensureRole(owner: pg.Client, workUrl: string, isOwn: boolean): Promise<string> {
  const { username, password } = new URL(workUrl);
  const role = decodeURIComponent(username);
  const secret = owner.escapeLiteral(decodeURIComponent(password));
  const { rows } = await owner.query<{ set: boolean }>(
    `select exists (select 1 from pg_db_role_setting where setrole = r.oid) as set from pg_roles r where rolname = $1`,
    [role],
  );
  if (rows.length === 0) {
    await owner
      .query(`create role ${owner.escapeIdentifier(role)} login password ${secret}`)
      .catch((error: unknown) => {
        throw new Error(
          `There is no database role ${role}, and the owner may not make it: ${error instanceof Error ? error.message : error}. ` +
            'docs/running.md says how to make it.',
          { cause: error },
        );
      });
  } else if (isOwn) {
    if (rows[0]?.set) await owner.query(`alter role ${owner.escapeIdentifier(role)} reset all`);
    if (!(await canComeIn(workUrl)))
      await owner.query(`alter role ${owner.escapeIdentifier(role)} login password ${secret}`);
  }
  return role;
}

async function canComeIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
