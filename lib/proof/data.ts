import type { Break, ChainHead } from '#lib/history/rules.ts';
import { checkHistory } from '#lib/history/rules-verify.ts';
import { headsColumn } from '#lib/history/schema-columns.ts';
import { type Db, database, Prisma } from '#lib/platform/db.ts';

import type { Sql } from '#lib/platform/sql.ts';
import { unsettledOf } from '#lib/standing/data-proof.ts';
import { type Reading, withHistory } from './data-history.ts';
import { countRecords, unlikeRecords } from './data-records.ts';
import { unlikeSayings } from './data-said.ts';
import type { Proof, ProofBreak, RecordName } from './types.ts';

/**
 * Proves the desk: walks every chain of its history, holds it against the reports that are frozen there and against heads
 * that others have seen, and holds every record against what the events say of it.
 */
export async function verifyHistory(sql: Sql, seen: readonly ChainHead[], db: Db = database()): Promise<Proof> {
  // Before the walk's moment: a report frozen meanwhile may have seen more than the walk does.
  const reports = await sql<{ articleId: string; number: number; heads: unknown; whole: boolean }[]>`
    select article_id as "articleId", number, heads,
      encode(sha256(convert_to(snapshot, 'UTF8')), 'hex') = digest and heads = snapshot::jsonb -> 'heads' as whole
    from reports order by article_id, number`;
  const own = reports.filter((report) => report.whole).flatMap((report) => headsColumn.read(report.heads));
  const changed = reports
    .filter((report) => !report.whole)
    .map((report): Break => ({ chain: report.articleId, sequence: report.number, because: 'report' }));
  const unsettled = await unsettledRecords(db);
  return withHistory(sql, 'all', async (items, tx) => {
    const { chains, events, erased, breaks } = await checkHistory(items, distinct([...own, ...seen]));
    const { records, known } = await countRecords(tx);
    return {
      chains,
      events,
      records,
      erased,
      breaks: [
        ...breaks,
        ...changed,
        ...(await lostChains(tx)),
        ...joined(await unlikeRecords(tx), await unlikeSayings(tx)),
        ...unsettled,
      ],
      notProvable: known,
    };
  });
}

const distinct = (heads: readonly ChainHead[]): ChainHead[] => [
  ...new Map(heads.map((head) => [`${head.chain} ${head.sequence} ${head.hash}`, head])).values(),
];

/** Articles whose chain is gone, and chains of articles that the desk's does not name. */
function lostChains(tx: Reading): Promise<ProofBreak[]> {
  const query = Prisma.sql`
    with named as (
      select subject_id as id from events where chain = 'desk' and action = 'desk.articleAdded'
      union
      select jsonb_array_elements_text(d.detail::jsonb -> 'articles') from events e
      join event_details d on d.chain = e.chain and d.sequence = e.sequence
      where e.chain = 'desk' and e.action = 'desk.recordsKnown'
    ), found as (select distinct chain as id from events where chain <> 'desk')
    select coalesce(named.id, found.id) as chain, 0 as sequence, case when found.id is null then 'chain-gone' else 'chain-unknown' end as because
    from named full join found on found.id = named.id
    where named.id is null or found.id is null order by 1`;
  return tx.unsafe<ProofBreak[]>(query.text, query.values as string[]);
}

/** One break for each record: what the digest alone has found is named by its columns where events say them. */
function joined(byDigest: readonly ProofBreak[], bySayings: readonly ProofBreak[]): ProofBreak[] {
  const nameOf = (record: RecordName | undefined) => `${record?.table} ${record?.key}`;
  const said = new Map(bySayings.map((found) => [nameOf(found.record), found]));
  const named = byDigest.map((found) => {
    const { columns } = said.get(nameOf(found.record)) ?? {};
    said.delete(nameOf(found.record));
    return columns ? { ...found, columns } : found;
  });
  return [...named, ...said.values()];
}

const ARTICLES_AT_ONCE = 200;

/** What is worked out of other records and is not what they come to; each article as of one moment. */
async function unsettledRecords(db: Db): Promise<ProofBreak[]> {
  const breaks: ProofBreak[] = [];
  for (let after = NO_ID; ; ) {
    const articles = await db.article.findMany({
      where: { id: { gt: after } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: ARTICLES_AT_ONCE,
    });
    for (const { id } of articles) {
      const found = await db.$transaction((tx) => unsettledOf(tx, id), {
        isolationLevel: 'RepeatableRead',
        timeout: 120_000,
      });
      for (const { table, key, columns } of found)
        breaks.push({ chain: id, sequence: null, because: 'record-derived', record: { table, key }, columns });
    }
    const last = articles.at(-1);
    if (!last) return breaks;
    after = last.id;
  }
}
const NO_ID = '00000000-0000-0000-0000-000000000000';
