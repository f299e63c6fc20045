import { visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { markOf } from '#lib/standing/rules-coverage.ts';
import type { Progress } from '#lib/standing/types.ts';
import type { RelatedClaimDTO } from './types.ts';

type Row = {
  linkId: string;
  relation: RelatedClaimDTO['relation'];
  because: string[];
  decided: boolean;
  id: string;
  number: number;
  statement: string;
  articleId: string;
  headline: string;
  excluded: boolean;
  progress: Progress;
  stale: boolean;
  stands: boolean | null;
  value: number | null;
};

/** Claims that speak of the same thing as this one, here and in other articles the reader may see. Refused links stay out. */
export async function relatedClaims(db: Db, actor: Actor, claimId: string): Promise<RelatedClaimDTO[]> {
  const rows = await db.$queryRaw<Row[]>`
    select l.id as "linkId", l.relation::text as relation, l.because, l.accepted is not null as decided, c.id, c.number, c.statement,
      c.article_id as "articleId", articles.headline, c.excluded_at is not null as excluded, c.progress::text as progress, c.stale, r.stands, r.value
    from claim_links l
    join claims c on c.id = case when l.a_id = ${claimId}::uuid then l.b_id else l.a_id end
    join articles on articles.id = c.article_id
    left join verdicts v on v.id = c.settled_verdict_id
    left join ratings r on r.id = v.rating_id
    where (l.a_id = ${claimId}::uuid or l.b_id = ${claimId}::uuid) and l.accepted is distinct from false
      and c.withdrawn_at is null and c.replaced_at is null and ${visibleSql(actor, Prisma.sql`articles`)}
    order by array_position(array['tension', 'same', 'more_precise', 'related'], l.relation::text), c.number, c.id
    limit 50`;
  return rows.map((row) => ({
    linkId: row.linkId,
    relation: row.relation,
    because: row.because,
    decided: row.decided,
    claim: {
      id: row.id,
      number: row.number,
      statement: row.statement,
      articleId: row.articleId,
      headline: row.headline,
      mark: markOf(row),
    },
  }));
}
