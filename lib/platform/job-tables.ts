import pg from 'pg';

/*
 * graphile-worker's own tables, in the schema it makes for itself. Nothing that trust rests on stands in them: what people see
 * of a job is a row of ours, and what it leaves behind are records.
 */
export const JOB_SCHEMA = 'graphile_worker';

/** The version of its tables that the installed graphile-worker makes; a test holds it against the package. */
export const JOB_TABLES_VERSION = 20;

/** Whether the tables are missing or older than the installed package works on, or are not there for this role. */
export async function areJobTablesBehind(client: pg.Client): Promise<boolean> {
  try {
    const { rows } = await client.query<{ version: number | null }>(
      `select max(id) as version from ${JOB_SCHEMA}.migrations`,
    );
    return (rows[0]?.version ?? 0) < JOB_TABLES_VERSION;
  } catch (error) {
    // No such schema, no such table, no right to it.
    if (error instanceof pg.DatabaseError && /^(?:3F000|42P01|42501)$/.test(error.code ?? '')) return true;
    throw error;
  }
}

/** Makes the tables, or brings them up to date, as the role that owns the database. */
export async function migrateJobTables(ownerUrl: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: ownerUrl, schema: JOB_SCHEMA, logger: new Logger(() => () => {}) });
}

type Found = { name: string; kind: string; guarded: boolean; held: string[] };

// Sequences are asked for in their own words.
const FOUND = `
  select c.relname::text as name, c.relkind::text as kind, c.relrowsecurity as guarded,
    case c.relkind when 'S' then array(select held from unnest(array['USAGE', 'SELECT', 'UPDATE']) as held
        where has_sequence_privilege($1, c.oid, held))
      else array(select held from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as held
        where has_table_privilege($1, c.oid, held)) end as held
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = '${JOB_SCHEMA}' and c.relkind in ('r', 'v', 'S') order by 1`;

const HOUSE = `
  select 'it may not use the schema ${JOB_SCHEMA}' as difference from pg_namespace n
    where n.nspname = '${JOB_SCHEMA}' and not has_schema_privilege($1, n.oid, 'USAGE')
  union all select 'it may make things in the schema ${JOB_SCHEMA}' from pg_namespace n
    where n.nspname = '${JOB_SCHEMA}' and has_schema_privilege($1, n.oid, 'CREATE')
  union all select 'it may not call ' || p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = '${JOB_SCHEMA}' and not has_function_privilege($1, p.oid, 'EXECUTE')`;

const READ_ONLY = ['migrations'];

/** The rights on one table, view or sequence of them. */
export function jobRightsOn({ name, kind }: Pick<Found, 'name' | 'kind'>): readonly string[] {
  if (kind === 'S') return ['USAGE'];
  return kind === 'v' || READ_ONLY.includes(name) ? ['SELECT'] : ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
}

const tablesFor = async (owner: pg.Client, role: string) => (await owner.query<Found>(FOUND, [role])).rows;

/** What the role may do there and should not, or may not and should. Empty where there are no such tables. */
export async function jobRightsDifferences(owner: pg.Client, role: string): Promise<string[]> {
  const { rows } = await owner.query<{ difference: string }>(HOUSE, [role]);
  const tables = await tablesFor(owner, role);
  return [
    ...rows.map(({ difference }) => difference),
    ...tables.flatMap(({ name, kind, guarded, held }) => {
      const wanted = jobRightsOn({ name, kind });
      return [
        ...(guarded ? [`on ${JOB_SCHEMA}.${name} it sees no row`] : []),
        ...held.filter((right) => !wanted.includes(right)).map((right) => `on ${JOB_SCHEMA}.${name} it may ${right}`),
        ...wanted
          .filter((right) => !held.includes(right))
          .map((right) => `on ${JOB_SCHEMA}.${name} it may not ${right}`),
      ];
    }),
  ];
}

/**
 * The statements that give the role its rights there, for the owner to run. graphile-worker guards its rows by a policy that
 * lets none but the owner in: here rights alone decide.
 */
export async function jobRightsStatements(owner: pg.Client, role: string): Promise<string[]> {
  const tables = await tablesFor(owner, role);
  if (tables.length === 0) return [];
  const to = owner.escapeIdentifier(role);
  return [
    `revoke all on schema ${JOB_SCHEMA} from ${to}, public`,
    `grant usage on schema ${JOB_SCHEMA} to ${to}`,
    `grant execute on all functions in schema ${JOB_SCHEMA} to ${to}`,
    ...tables.flatMap(({ name, kind, guarded }) => {
      const on = `${kind === 'S' ? 'sequence ' : ''}${JOB_SCHEMA}.${owner.escapeIdentifier(name)}`;
      return [
        ...(guarded ? [`alter table ${on} disable row level security`] : []),
        `revoke all on ${on} from ${to}, public`,
        `grant ${jobRightsOn({ name, kind }).join(', ')} on ${on} to ${to}`,
      ];
    }),
  ];
}
