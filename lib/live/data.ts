import { liveSessionsSql } from '#lib/access/data-sessions.ts';
import { PERMISSIONS } from '#lib/access/policy.ts';
import { visibleToSql } from '#lib/access/policy-articles.ts';
import type { Role } from '#lib/access/types.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { SessionClaims } from '#lib/platform/session-token.ts';
import { maskedToSql, subjectsSql } from '#lib/standing/data-hidden.ts';
import { EVERYBODY, heardBy, MANAGERS } from './rules.ts';
import { LONGEST_CHANGE_MS, type Mark } from './rules-mark.ts';
import type { News } from './types.ts';

/** From which sequence on, exclusive, a chain is looked at. */
export type Since = { readonly chain: string; readonly after: number };

/** A session that still holds, with what of the chains asked about its person may know. */
export type Told = { readonly sessionId: string; readonly role: Role; readonly news: News };

const seconds = (ms: number): Prisma.Sql => Prisma.sql`make_interval(secs => ${ms / 1000})`;

/** How things stand: a mark of everything that is committed, and what has moved since an earlier one. */
export type Survey = { readonly mark: Mark; readonly moved: readonly Since[] };

/** Looks at the events since a mark, whoever may know of them; without one, nothing has moved. */
export async function survey(db: Db, since: Mark | null): Promise<Survey> {
  const from = since === null ? null : new Date(since.at);
  const rows = await db.$queryRaw<
    { now: Date; chain: string | null; first: number | null; last: number | null; late: boolean | null }[]
  >`
    select asked.now, h.chain, h.first, h.last, h.late from (select statement_timestamp() as now) asked
    left join lateral (
      select e.chain, min(e.sequence) as first, max(e.sequence) as last, max(e.at) as at,
        max(e.at) > asked.now - ${seconds(LONGEST_CHANGE_MS)} as late
      from events e
      where e.at > least(asked.now, coalesce(${from}::timestamptz, asked.now)) - ${seconds(LONGEST_CHANGE_MS)} group by e.chain
    ) h on true order by h.at, h.chain`;
  const heads = new Map<string, number>();
  const moved: Since[] = [];
  for (const { chain, first, last, late } of rows) {
    if (chain === null || first === null || last === null) continue;
    if (late) heads.set(chain, last);
    // What comes before the first of these had been committed before the mark.
    const after = since?.heads.get(chain) ?? first - 1;
    if (since !== null && last > after) moved.push({ chain, after });
  }
  return { mark: { at: rows[0]?.now.getTime() ?? 0, heads }, moved };
}

/**
 * Of many sessions at once: which still hold, and what of these chains each may be told. It is asked for every time that
 * anything is told, of the database as it is then: an article that somebody may not know of, and an event that is masked
 * from them, are no news to them.
 */
export async function whatToTell(
  db: Db,
  sessions: readonly SessionClaims[],
  chains: readonly Since[],
): Promise<Told[]> {
  // Mostly nothing has moved: then all that is asked is which sessions hold.
  const rows = await db.$queryRaw<{ sessionId: string; role: Role; chains: string[] | null }[]>(
    chains.length === 0
      ? Prisma.sql`select r."sessionId", r.role, null::text[] as chains from (${liveSessionsSql(sessions)}) r`
      : toldSql(sessions, chains),
  );
  return rows.map(({ sessionId, role, chains: known }) => ({
    sessionId,
    role,
    news: {
      articles: (known ?? []).filter((chain) => chain !== DESK_CHAIN),
      desk: (known ?? []).includes(DESK_CHAIN),
    },
  }));
}

const toldSql = (sessions: readonly SessionClaims[], chains: readonly Since[]): Prisma.Sql => Prisma.sql`
    with readers as materialized (${liveSessionsSql(sessions)}),
    told as (
      select r."sessionId", array_agg(distinct e.chain) as chains
      from unnest(${chains.map(({ chain }) => chain)}::text[], ${chains.map(({ after }) => after)}::int[]) asked (chain, after)
      join events e on e.chain = asked.chain and e.sequence > asked.after
      ${subjectsSql}
      left join articles on articles.id = case when e.chain <> ${DESK_CHAIN} then e.chain::uuid end
      cross join readers r
      where case when e.chain = ${DESK_CHAIN} then
          e.action = any(${heardBy(EVERYBODY)}::text[])
          or e.action = any(${heardBy(MANAGERS)}::text[]) and r.role = any(${PERMISSIONS['history.desk'].roles}::text[])
        else articles.id is not null and ${visibleToSql(Prisma.sql`r.id`)} and not coalesce(${maskedToSql(Prisma.sql`r.id`)}, false)
        end
      group by r."sessionId"
    )
    select r."sessionId", r.role, told.chains from readers r left join told on told."sessionId" = r."sessionId"`;
