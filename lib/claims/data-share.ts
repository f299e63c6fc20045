import { openArticle, visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { LEFT_OUT, type LeftOut, shareByLoad, whyLeftOut } from './rules-share.ts';
import type { PlanShareInput } from './schema.ts';
import type { SharePlanDTO } from './types.ts';

type ClaimRow = {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly assigned: boolean;
  readonly excluded: boolean;
  readonly judged: boolean;
  readonly idle: boolean;
};

/**
 * What sharing an article's unassigned claims out among these people would do. Whoever is named and may not be given any is not
 * among those who get some.
 *
 * @throws AppError as `openArticle` does.
 */
export async function planShare(db: Db, actor: Actor, { articleId, personIds }: PlanShareInput): Promise<SharePlanDTO> {
  await openArticle(db, actor, 'claim.assign', articleId);
  const [people, rows] = await Promise.all([sharersOf(db, actor, articleId), claimsToShare(db, articleId)]);
  const free = rows.filter((row) => whyLeftOut(row) === null);
  const chosen = people.filter(({ id }) => personIds.includes(id));
  return {
    people,
    shares: shareByLoad(free, chosen).map(({ id, things }) => ({
      personId: id,
      claims: things.map(({ id: claimId, version, number }) => ({ id: claimId, version, number })),
    })),
    count: free.length,
    left: Object.fromEntries(
      LEFT_OUT.map((why) => [why, rows.filter((row) => whyLeftOut(row) === why).length]),
    ) as Record<LeftOut, number>,
  };
}

/** Who may work on the article, with how many claims they have to check in articles at work that the reader may see. */
const sharersOf = (db: Db, actor: Actor, articleId: string): Promise<{ id: string; name: string; load: number }[]> =>
  db.$queryRaw`
    select u.id::text as id, u.name, (
      select count(*)::int from claims c join articles on articles.id = c.article_id
      where c.assignee_id = u.id and c.progress in ('open', 'in_review') and c.withdrawn_at is null and c.replaced_at is null
        and c.excluded_at is null and articles.archived_at is null and ${visibleSql(actor)}) as load
    from users u join articles a on a.id = ${articleId}::uuid
    where u.disabled_at is null and u.role <> 'viewer' and (a.access = 'desk' or exists (
      select from article_members m where m.article_id = a.id and m.user_id = u.id))
    order by u.name, u.id`;

/** The claims that count, in the order of the text, with what keeps each from being shared out. */
const claimsToShare = (db: Db, articleId: string): Promise<ClaimRow[]> => db.$queryRaw`
    select c.id::text as id, c.version, c.number, c.assignee_id is not null as assigned, c.excluded_at is not null as excluded,
      c.progress not in ('open', 'in_review') as judged,
      c.tier = 'minor' and c.touched_at is null and not articles.minor_counts as idle
    from claims c join articles on articles.id = c.article_id
    left join anchors a on a.claim_id = c.id and a.revision_id = articles.revision_id
    where c.article_id = ${articleId}::uuid and c.withdrawn_at is null and c.replaced_at is null
    order by a.start nulls last, a."end", c.number`;
