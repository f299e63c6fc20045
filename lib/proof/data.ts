import type { Break, ChainHead, ChainLink } from '#lib/history/rules.ts';
import { checkHistory, type HistoryItems, type Verification } from '#lib/history/rules-verify.ts';
import { headsColumn } from '#lib/history/schema-columns.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Sql } from '#lib/platform/sql.ts';
import { maskedSql, subjectsSql } from '#lib/standing/data-hidden.ts';

const AT_ONCE = 500;

type Reading = Pick<Sql, 'unsafe'>;
/** `all` for whoever holds the database; `shared` leaves out what a blind verdict still hides from the others. */
type Details = 'all' | 'shared';

/**
 * The whole history as it stood at one moment, whatever is appended meanwhile. Read by a cursor, so that memory does not
 * grow with it. Use what is handed to `work` before `work` ends.
 */
export async function withHistory<T>(
  sql: Sql,
  details: Details,
  work: (items: HistoryItems) => Promise<T>,
): Promise<T> {
  let answer: { value: T } | undefined;
  await sql.begin('isolation level repeatable read read only', async (tx) => {
    answer = { value: await work(readItems(tx, details)) };
  });
  if (!answer) throw new Error('The history was not read');
  return answer.value;
}

async function* readItems(tx: Reading, details: Details): HistoryItems {
  for await (const rows of cursor<ChainLink>(tx, linksSql(details)))
    yield rows.map((link) => ({ kind: 'event', link }) as const);
  for await (const rows of cursor<ChainHead>(
    tx,
    Prisma.sql`select id as chain, sequence, hash from chains where sequence > 0 order by id`,
  ))
    yield rows.map((head) => ({ kind: 'head', head }) as const);
}

const cursor = <Row>(tx: Reading, query: Prisma.Sql) =>
  tx.unsafe<Row[] & object[]>(query.text, query.values as string[]).cursor(AT_ONCE) as AsyncIterable<Row[]>;

function linksSql(details: Details): Prisma.Sql {
  const masked = details === 'all' ? Prisma.sql`false` : Prisma.sql`coalesce(${maskedSql(null)}, false)`;
  const shown = (column: Prisma.Sql) => Prisma.sql`case when ${masked} then null else ${column} end`;
  return Prisma.sql`
    select e.chain, e.sequence, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_id as "actorId",
      e.actor_kind as "actorKind", e.action, e.subject_type as "subjectType", e.subject_id as "subjectId",
      e.detail_hash as "detailHash", e.previous_hash as "previousHash", e.hash,
      ${shown(Prisma.sql`d.salt`)} as salt, ${shown(Prisma.sql`d.detail`)} as detail,
      case when d.erased_at is not null then 'erased' when ${masked} then 'masked' end as hidden
    from events e left join event_details d on d.chain = e.chain and d.sequence = e.sequence
    ${details === 'all' ? Prisma.empty : subjectsSql}
    order by e.chain, e.sequence`;
}

/**
 * Walks every chain of the database, and holds it against the reports that are frozen there and against heads that
 * other reports saw. A report that is not as it was frozen is a break of its article, under the report's number.
 */
export async function verifyHistory(sql: Sql, seen: readonly ChainHead[]): Promise<Verification> {
  // Before the walk's moment: a report frozen meanwhile may have seen more than the walk does.
  const reports = await sql<{ articleId: string; number: number; heads: unknown; whole: boolean }[]>`
    select article_id as "articleId", number, heads,
      encode(sha256(convert_to(snapshot, 'UTF8')), 'hex') = digest and heads = snapshot::jsonb -> 'heads' as whole
    from reports order by article_id, number`;
  const own = reports.filter((report) => report.whole).flatMap((report) => headsColumn.read(report.heads));
  const found = await withHistory(sql, 'all', (items) => checkHistory(items, distinct([...own, ...seen])));
  const changed = reports
    .filter((report) => !report.whole)
    .map((report): Break => ({ chain: report.articleId, sequence: report.number, because: 'report' }));
  return { ...found, breaks: [...found.breaks, ...changed] };
}

const distinct = (heads: readonly ChainHead[]): ChainHead[] => [
  ...new Map(heads.map((head) => [`${head.chain} ${head.sequence} ${head.hash}`, head])).values(),
];
