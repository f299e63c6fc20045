import { visibleSql } from '#lib/access/policy-articles.ts';
import { standsSql } from '#lib/access/policy-public.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma, type Tx } from '#lib/platform/db.ts';
import { dueChanges, seenOf } from './rules.ts';
import { declinedColumn } from './schema-columns.ts';
import type { ChangedVerdict, CorrectionDue } from './types.ts';

type Row = ChangedVerdict & {
  readonly articleId: string;
  readonly headline: string;
  readonly report: number;
  readonly declined: unknown;
};

/** More than these are too many to be read one by one. */
const MOST = 2000;

/**
 * Published reports of which claims are settled otherwise now, or no longer: of articles the actor may see, of one or of all that
 * are not archived. A claim that only asks for a fresh look, was divided or is gone has no other verdict, and is not among them.
 */
export async function correctionsDue(
  db: Db | Tx,
  actor: Actor,
  articleId: string | null = null,
): Promise<CorrectionDue[]> {
  const only =
    articleId === null ? Prisma.sql`articles.archived_at is null` : Prisma.sql`articles.id = ${articleId}::uuid`;
  const rows = await db.$queryRaw<Row[]>`
    with last as (
      select distinct on (p.id) p.article_id, p.declined, pr.number, pr.findings, articles.headline
      from publications p join published_reports pr on pr.publication_id = p.id join articles on articles.id = p.article_id
      where ${standsSql('pr')} and ${only} and ${visibleSql(actor)}
      order by p.id, pr.number desc)
    select last.article_id as "articleId", last.headline, last.number as report, last.declined, c.id as "claimId", c.number,
      c.statement, f.value as was, coalesce(before.label, f.value) as "wasLabel", r.key as now, r.label as "nowLabel"
    from last cross join lateral jsonb_each_text(last.findings) f
    join claims c on c.id = f.key::uuid and c.withdrawn_at is null and c.replaced_at is null and c.excluded_at is null
    left join verdicts v on v.id = c.settled_verdict_id and c.progress = 'settled'
    left join ratings r on r.id = v.rating_id
    left join ratings before on before.key = f.value
    where r.key is distinct from f.value
    order by last.headline, last.article_id, c.number limit ${MOST}`;
  return [...Map.groupBy(rows, (row) => row.articleId).values()].flatMap(dueOf);
}

function dueOf(rows: readonly Row[]): CorrectionDue[] {
  const [first] = rows;
  if (!first) return [];
  const declined = first.declined === null ? null : declinedColumn.read(first.declined);
  const changed = dueChanges(
    rows.map(({ articleId: _, headline: __, report: ___, declined: ____, ...change }) => change),
    declined,
  );
  if (changed.length === 0) return [];
  const { articleId, headline, report: number } = first;
  return [{ articleId, headline, number, changed, seen: seenOf(changed) }];
}
