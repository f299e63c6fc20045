import { z } from 'zod';
import type { ChainHead } from '#lib/history/rules.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { checkHistory } from '#lib/history/rules-verify.ts';
import { type Db, database, Prisma } from '#lib/platform/db.ts';

import type { Sql } from '#lib/platform/sql.ts';
import { unlikeBytes } from './data-bytes.ts';
import { withHistory } from './data-history.ts';
import type { Moment } from './data-moment.ts';
import { countRecords, unlikeRecords } from './data-records.ts';
import { readReports } from './data-reports.ts';
import { unlikeSayings } from './data-said.ts';
import { unlikeStamps } from './data-stamps.ts';
import { unlikeTables } from './data-tables.ts';
import { unsettledRecords } from './data-unsettled.ts';
import type { Proof, ProofBreak, RecordName } from './types.ts';

/**
 * Proves the desk: walks every chain of its history, holds it against the reports that are frozen there and against heads
 * that others have seen, and holds every record against what the events say of it. `trusted` are certificates in PEM that
 * time stamps may be signed under.
 */
export async function verifyHistory(
  sql: Sql,
  seen: readonly ChainHead[],
  db: Db = database(),
  trusted: readonly string[] = [],
): Promise<Proof> {
  // Before the walk's moment: a report frozen meanwhile may have seen more than the walk does.
  const reports = await readReports(sql);
  const unsettled = await unsettledRecords(db);
  return withHistory(sql, 'all', async (items, tx) => {
    const { chains, events, erased, breaks } = await checkHistory(items, [...reports.heads, ...seen]);
    const { records, known } = await countRecords(tx);
    const stamped = await unlikeStamps(tx, trusted);
    return {
      chains,
      events,
      records,
      erased,
      stamps: stamped.stamps,
      breaks: [
        ...breaks,
        ...reports.breaks,
        ...(await unlikeTables(tx)),
        ...(await lostChains(tx)),
        ...joined(await unlikeRecords(tx), await unlikeSayings(tx)),
        ...(await unlikeBytes(tx)),
        ...stamped.breaks,
        ...unsettled,
      ],
      notProvable: known,
    };
  });
}

/** Articles whose chain is gone, and chains of articles that the desk's does not name. */
async function lostChains(tx: Moment): Promise<ProofBreak[]> {
  const query = Prisma.sql`
    with named as (
      select subject_id as id from events where chain = ${DESK_CHAIN} and action = 'desk.articleAdded'
      union
      select unnest(${await knownBefore(tx)}::text[])
    ), found as (select distinct chain as id from events where chain <> ${DESK_CHAIN})
    select coalesce(named.id, found.id) as chain, 0 as sequence,
      case when found.id is null then 'chain-gone' else 'chain-unknown' end as because
    from named full join found on found.id = named.id
    where named.id is null or found.id is null order by 1`;
  return tx.unsafe<ProofBreak[]>(query.text, query.values as string[]);
}

/** The articles that were there before the desk's chain named each. */
async function knownBefore(tx: Moment): Promise<string[]> {
  const rows = await tx.unsafe<{ detail: string | null }[]>(`
    select d.detail from events e join event_details d on d.chain = e.chain and d.sequence = e.sequence
    where e.chain = '${DESK_CHAIN}' and e.action = 'desk.recordsKnown'`);
  return rows.flatMap(({ detail }) => {
    const known = recordsKnown.safeParse(detail === null ? null : parsed(detail));
    return known.success ? known.data.articles : [];
  });
}
const recordsKnown = z.object({ articles: z.array(z.string()) });

function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail);
  } catch {
    // Not what Stet writes: the walk has found it changed.
    return null;
  }
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
