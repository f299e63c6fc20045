import type { PlacedClaim } from '#lib/match/index.ts';
import type { Db, Prisma, Tx } from '#lib/platform/db.ts';
import { entitiesColumn, figuresColumn, timesColumn } from '#lib/standing/schema-columns.ts';

/** What matching asks for of a claim, as the database has it. */
export type MatchRow = {
  id: string;
  articleId: string;
  statement: string;
  kind: PlacedClaim['kind'];
  polarity: PlacedClaim['polarity'];
  factuality: PlacedClaim['factuality'];
  via: string | null;
  figures: unknown;
  times: unknown;
  entities: unknown;
  lookUpKeys: string[];
  claimantName: string;
  claimantKind: PlacedClaim['claimant']['type'];
  quote: string | null;
  start: number | null;
  end: number | null;
};

/** Claims with all that matching asks for, in one query, in the order in which they were made. */
export function claimRows(tx: Tx | Db, which: Prisma.Sql): Promise<MatchRow[]> {
  return tx.$queryRaw<MatchRow[]>`
    select c.id, c.article_id as "articleId", c.statement, c.kind::text as kind, c.polarity::text as polarity, c.factuality::text as factuality, c.via, c.figures,
      c.times, c.entities, coalesce(c.look_up_keys, '{}') as "lookUpKeys", m.name as "claimantName", m.kind::text as "claimantKind",
      a.exact as quote, a.start, a."end"
    from claims c
    join claimants m on m.id = c.claimant_id
    join articles t on t.id = c.article_id
    left join lateral (
      select exact, start, "end" from anchors where claim_id = c.id order by revision_id = t.revision_id desc limit 1
    ) a on true
    where ${which}
    order by c.id`;
}

export function matchable(row: MatchRow): PlacedClaim {
  return {
    quote: row.quote ?? row.statement,
    statement: row.statement,
    kind: row.kind,
    polarity: row.polarity,
    factuality: row.factuality,
    claimant: { name: row.claimantName, type: row.claimantKind, start: null, end: null, via: row.via },
    quantities: figuresColumn.read(row.figures),
    times: timesColumn.read(row.times),
    entities: entitiesColumn.read(row.entities),
    document: row.articleId,
    ...(row.start === null || row.end === null ? {} : { start: row.start, end: row.end }),
  };
}
