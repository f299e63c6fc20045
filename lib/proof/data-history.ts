import type { ChainHead, ChainLink } from '#lib/history/rules.ts';
import type { HistoryItems } from '#lib/history/rules-verify.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Sql } from '#lib/platform/sql.ts';
import { maskedSql, restsOnUnnamedSql, subjectsSql, unnamedSql } from '#lib/standing/data-hidden.ts';
import { asOfOneMoment, type Moment } from './data-moment.ts';

const AT_ONCE = 500;

/**
 * `all` for whoever holds the database; `shared` leaves out what a blind verdict still hides from the others, and what tells
 * of confidential sources.
 */
type Details = 'all' | 'shared';

/**
 * The whole history as it stood at one moment, whatever is appended meanwhile. Read by a cursor, so that memory does not
 * grow with it. Use what is handed to `work` before `work` ends.
 */
export async function withHistory<T>(
  sql: Sql,
  details: Details,
  work: (items: HistoryItems, tx: Moment) => Promise<T>,
): Promise<T> {
  return asOfOneMoment(sql, (tx) => work(historyItems(tx, details), tx));
}

/** What the transaction sees of the history, event by event, chain by chain. */
export async function* historyItems(tx: Moment, details: Details): HistoryItems {
  for await (const rows of chainLinks(tx, details)) yield rows.map((link) => ({ kind: 'event', link }) as const);
  for await (const rows of cursor<ChainHead>(
    tx,
    Prisma.sql`select id as chain, sequence, hash from chains where sequence > 0 order by id`,
  ))
    yield rows.map((head) => ({ kind: 'head', head }) as const);
}

/** The events of one chain, or of all. */
export const chainLinks = (tx: Moment, details: Details, chain: string | null = null) =>
  cursor<ChainLink>(tx, linksSql(details, chain));

/** The rows of a query, some at a time. */
export const cursor = <Row>(tx: Moment, query: Prisma.Sql, atOnce = AT_ONCE) =>
  tx.unsafe<Row[] & object[]>(query.text, query.values as string[]).cursor(atOnce) as AsyncIterable<Row[]>;

function linksSql(details: Details, chain: string | null): Prisma.Sql {
  const masked =
    details === 'all'
      ? Prisma.sql`false`
      : Prisma.sql`(coalesce(${maskedSql(null)}, false) or ${unnamedSql(null)} or ${restsOnUnnamedSql(null)})`;
  const shown = (column: Prisma.Sql) => Prisma.sql`case when ${masked} then null else ${column} end`;
  return Prisma.sql`
    select e.chain, e.sequence, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_id as "actorId",
      e.actor_kind as "actorKind", e.action, e.subject_type as "subjectType", e.subject_id as "subjectId",
      e.detail_hash as "detailHash", e.previous_hash as "previousHash", e.hash, e.records_hash as "recordsHash",
      ${details === 'all' ? Prisma.sql`json_build_object('salt', r.salt, 'lines', r.records) as records,` : Prisma.empty}
      ${shown(Prisma.sql`d.salt`)} as salt, ${shown(Prisma.sql`d.detail`)} as detail,
      case when d.erased_at is not null then 'erased' when ${masked} then 'masked' end as hidden
    from events e left join event_details d on d.chain = e.chain and d.sequence = e.sequence
    ${details === 'all' ? Prisma.sql`left join event_records r on r.chain = e.chain and r.sequence = e.sequence` : Prisma.empty}
    ${details === 'all' ? Prisma.empty : subjectsSql}
    ${chain === null ? Prisma.empty : Prisma.sql`where e.chain = ${chain}`}
    order by e.chain, e.sequence`;
}
