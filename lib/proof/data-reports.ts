import type { Break, ChainHead } from '#lib/history/rules.ts';
import { headsColumn } from '#lib/history/schema-columns.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Sql } from '#lib/platform/sql.ts';
import { cursor } from './data-history.ts';
import { asOfOneMoment, type Moment } from './data-moment.ts';

type Row = { articleId: string; number: number; heads: unknown; digest: string; snapshot: string };
export type ReportsFound = { readonly heads: readonly ChainHead[]; readonly breaks: readonly Break[] };

/** What whole reports have seen of the history, and which reports are not as they were frozen. */
export const readReports = (sql: Sql): Promise<ReportsFound> => asOfOneMoment(sql, reportsIn);

// A report is as long as its article: few at a time.
const AT_ONCE = 10;
const REPORTS = Prisma.sql`
  select article_id as "articleId", number, heads, digest, snapshot from reports order by article_id, number`;

async function reportsIn(tx: Moment): Promise<ReportsFound> {
  const heads: ChainHead[] = [];
  const breaks: Break[] = [];
  for await (const reports of cursor<Row>(tx, REPORTS, AT_ONCE)) {
    for (const report of reports) {
      const seen = headsOf(report);
      if (seen) heads.push(...seen);
      else breaks.push({ chain: report.articleId, sequence: report.number, because: 'report' });
    }
  }
  return { heads: distinct(heads), breaks };
}

/** The heads that a report has seen, or null where it is not as it was frozen. */
function headsOf({ heads, digest, snapshot }: Row): readonly ChainHead[] | null {
  if (sha256(snapshot) !== digest) return null;
  try {
    const frozen = headsColumn.read(JSON.parse(snapshot).heads);
    const kept = headsColumn.read(heads);
    return canonicalJson([...frozen]) === canonicalJson([...kept]) ? kept : null;
  } catch {
    return null;
  }
}

const distinct = (heads: readonly ChainHead[]): ChainHead[] => [
  ...new Map(heads.map((head) => [`${head.chain} ${head.sequence} ${head.hash}`, head])).values(),
];
