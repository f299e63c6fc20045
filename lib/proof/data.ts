import type { Break, ChainHead } from '#lib/history/rules.ts';
import { checkHistory } from '#lib/history/rules-verify.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Sql } from '#lib/platform/sql.ts';
import { type Reading, withHistory } from './data-history.ts';
import { countRecords, unlikeRecords } from './data-records.ts';
import type { Proof, ProofBreak } from './types.ts';

/**
 * Proves the desk: walks every chain of its history, holds it against the reports that are frozen there and against heads
 * that others have seen, and holds every record against what the events say of it.
 */
export async function verifyHistory(sql: Sql, seen: readonly ChainHead[]): Promise<Proof> {
  // Before the walk's moment: a report frozen meanwhile may have seen more than the walk does.
  const reports = await sql<{ articleId: string; number: number; heads: ChainHead[]; whole: boolean }[]>`
    select article_id as "articleId", number, heads,
      encode(sha256(convert_to(snapshot, 'UTF8')), 'hex') = digest and heads = snapshot::jsonb -> 'heads' as whole
    from reports order by article_id, number`;
  const own = reports.filter((report) => report.whole).flatMap((report) => report.heads);
  const changed = reports
    .filter((report) => !report.whole)
    .map((report): Break => ({ chain: report.articleId, sequence: report.number, because: 'report' }));
  return withHistory(sql, 'all', async (items, tx) => {
    await tx.unsafe(`set local timezone = 'UTC'`);
    await tx.unsafe('set local extra_float_digits = 1');
    const { chains, events, erased, breaks } = await checkHistory(items, distinct([...own, ...seen]));
    const { records, known } = await countRecords(tx);
    return {
      chains,
      events,
      records,
      erased,
      breaks: [...breaks, ...changed, ...(await lostChains(tx)), ...(await unlikeRecords(tx))],
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
