import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma, type Tx } from '#lib/platform/db.ts';
import { hiddenCommentSql } from './data-hidden.ts';
import { markOf } from './rules-coverage.ts';
import type { ClaimDTO, WorkbenchPatch } from './types.ts';

type ClaimRow = Omit<ClaimDTO, 'mark' | 'claimant'> & {
  readonly claimantId: string;
  readonly claimantName: string;
  readonly claimantKind: ClaimDTO['claimant']['kind'];
  readonly stands: boolean | null;
  readonly value: number | null;
};

/** Comments that are an open flag for legal attention. */
export const openLegalFlag = {
  kind: 'query',
  addressee: 'legal',
  resolvedAt: null,
  withdrawnAt: null,
} as const satisfies Prisma.CommentWhereInput;

/**
 * Claims as the galley and the list show them, in the order of their place, in one statement.
 * `where` reads over `c` (claims) and `a` (their anchors in `revision`, the present one unless told); the caller has gated the article.
 */
async function selectClaims(
  db: Db | Tx,
  actor: Actor,
  where: Prisma.Sql,
  revision: Prisma.Sql = Prisma.sql`articles.revision_id`,
): Promise<ClaimDTO[]> {
  const rows = await db.$queryRaw<ClaimRow[]>`
    select c.id, c.article_id as "articleId", c.number, c.version, c.statement, a.start, a."end",
      coalesce(a.state::text, 'lost') as "anchorState", c.kind::text as kind, c.claimant_id as "claimantId", cl.name as "claimantName",
      cl.kind::text as "claimantKind", c.checkworthiness, c.tier::text as tier, c.origin::text as origin,
      c.origin = 'person' or c.accepted_by_id is not null as accepted, c.assignee_id as "assigneeId", c.touched_at is not null as touched,
      c.proposal is not null as "hasProposal",
      c.excluded_at is not null as excluded, c.withdrawn_at is not null as withdrawn, c.replaced_at is not null as replaced,
      c.progress::text as progress, c.settled_by::text as "settledBy", c.stale, c.held, r.stands, r.value, v.rating_id as "ratingId",
      (select count(*)::int from evidence e where e.claim_id = c.id and e.withdrawn_at is null) as "evidenceCount",
      threads.open as "openComments", threads.queries as "openQueries",
      threads.legal as "openLegal"
    from claims c
    cross join lateral (
      select count(*)::int as open, count(*) filter (where k.kind = 'query')::int as queries,
        count(*) filter (where k.addressee = 'legal')::int as legal
      from comments k
      where k.claim_id = c.id and k.thread_id is null and k.resolved_at is null and k.withdrawn_at is null
        and not ${hiddenCommentSql(actor.id)}) threads
    join articles on articles.id = c.article_id
    join claimants cl on cl.id = c.claimant_id
    left join anchors a on a.claim_id = c.id and a.revision_id = ${revision}
    left join verdicts v on v.id = c.settled_verdict_id
    left join ratings r on r.id = v.rating_id
    where ${where}
    order by a.start nulls last, a."end", c.number`;
  return rows.map(toClaimDTO);
}

function toClaimDTO({ claimantId, claimantName, claimantKind, stands, value, ...row }: ClaimRow): ClaimDTO {
  return {
    ...row,
    claimant: { id: claimantId, name: claimantName, kind: claimantKind },
    mark: markOf({ excluded: row.excluded, progress: row.progress, stale: row.stale, stands, value }),
  } satisfies ClaimDTO;
}

/** Live and excluded claims of an article. Withdrawn and replaced ones stay out: their history is on the claim's own page. */
export const claimsOfArticle = (db: Db | Tx, actor: Actor, articleId: string): Promise<ClaimDTO[]> =>
  selectClaims(
    db,
    actor,
    Prisma.sql`c.article_id = ${articleId}::uuid and c.replaced_at is null and c.withdrawn_at is null`,
  );

/** The same where their words stood in one revision: those that stood in it, and as they are today. */
export const claimsOfRevision = (
  db: Db | Tx,
  actor: Actor,
  articleId: string,
  revisionId: string,
): Promise<ClaimDTO[]> =>
  selectClaims(
    db,
    actor,
    Prisma.sql`c.article_id = ${articleId}::uuid and c.replaced_at is null and c.withdrawn_at is null and a.start is not null`,
    Prisma.sql`${revisionId}::uuid`,
  );

export function claimsById(db: Db | Tx, actor: Actor, ids: readonly string[]): Promise<ClaimDTO[]> {
  const [first, ...others] = ids;
  if (!first) return Promise.resolve([]);
  // One is the rule, and planned once for all; of a list Postgres plans for its length each time.
  if (others.length === 0) return selectClaims(db, actor, Prisma.sql`c.id = ${first}::uuid`);
  return selectClaims(db, actor, Prisma.sql`c.id = any(${[...ids]}::uuid[])`);
}

/** What a change did to claims, for the workbench. */
export const patchOf = async (tx: Tx, actor: Actor, claimIds: readonly string[]): Promise<WorkbenchPatch> => ({
  claims: await claimsById(tx, actor, claimIds),
  marks: [],
  marksGone: [],
});
