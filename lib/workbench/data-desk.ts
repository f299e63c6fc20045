import { may } from '#lib/access/policy.ts';
import { visibleSql } from '#lib/access/policy-articles.ts';
import type { PersonActor } from '#lib/access/types.ts';
import type { Access } from '#lib/articles/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { hasHiddenVerdictSql, hiddenVerdictSql } from '#lib/standing/data-hidden.ts';
import { markOf } from '#lib/standing/rules-coverage.ts';
import type { Progress } from '#lib/standing/types.ts';
import { callsOn } from './data-comments.ts';
import { articlePage, dueSql } from './data-list.ts';
import type { DeskDTO, OpenFixDTO, QueueDTO, QueueGroupDTO } from './types-lists.ts';

const ARTICLES = 12;
const GROUPS = 6;
const CLAIMS_OF_A_GROUP = 3;
const FIXES = 8;
/** More waiting than this is no queue any more: the most urgent are shown. */
const QUEUE = 2000;

const NOTHING: QueueDTO = { groups: [], count: 0, more: false };

/** Everything a person's home page shows. Each part is read by index and has an end. */
export async function readDesk(db: Db, actor: PersonActor): Promise<DeskDTO> {
  const judges = may(actor, 'verdict.give');
  const read = async (which: Prisma.Sql) => (judges ? queue(db, actor, which) : NOTHING);
  const [articles, assigned, awaiting, stale, disputed, calls, fixes] = await Promise.all([
    articlePage(db, actor, { words: '', archived: false, after: null, limit: ARTICLES }),
    read(Prisma.sql`c.assignee_id = ${actor.id}::uuid and c.progress in ('open', 'in_review')`),
    read(awaitingSql(actor)),
    read(staleSql(actor)),
    read(Prisma.sql`c.progress = 'disputed' and not c.stale`),
    callsOn(db, actor),
    may(actor, 'fix.decide') ? openFixes(db, actor) : { rows: [], more: false },
  ]);
  return { articles, assigned, awaiting, stale, disputed, calls, fixes };
}

/** Claims that somebody else than their authors must read; one that asks for a fresh first look does not wait here. */
const awaitingSql = (actor: PersonActor) => Prisma.sql`
  c.progress = 'awaiting_second_reader' and (not c.stale or ${hasHiddenVerdictSql(actor)})
  and not exists (
    select 1 from verdicts v join verdict_authors a on a.verdict_id = v.id
    where v.claim_id = c.id and v.withdrawn_at is null and v.superseded_at is null and a.user_id = ${actor.id}::uuid)`;

/** Stale claims that the actor judged or was given, where nothing of it is hidden from them. */
const staleSql = (actor: PersonActor) => Prisma.sql`
  c.stale and not ${hasHiddenVerdictSql(actor)} and (c.assignee_id = ${actor.id}::uuid or exists (
    select 1 from verdicts v where v.claim_id = c.id and v.withdrawn_at is null and v.superseded_at is null
      and v.author_id = ${actor.id}::uuid))`;

type QueueRow = {
  readonly articleId: string;
  readonly headline: string;
  readonly dueAt: Date | null;
  readonly access: Access;
  readonly count: number;
  readonly group: number;
  readonly id: string;
  readonly number: number;
  readonly statement: string;
  readonly progress: Progress;
  readonly stale: boolean;
};

/** Live claims in the articles at work that `which` picks (over `c`), by deadline, article and place in the text. */
async function queue(db: Db, actor: PersonActor, which: Prisma.Sql): Promise<QueueDTO> {
  const rows = await db.$queryRaw<QueueRow[]>`
    with picked as (
      select c.id, c.number, c.statement, c.progress, c.stale and not ${hasHiddenVerdictSql(actor)} as stale, c.article_id,
        articles.headline, articles.due_at, ${dueSql} as due, articles.access, articles.revision_id
      from claims c join articles on articles.id = c.article_id
      where ${which} and c.withdrawn_at is null and c.replaced_at is null and c.excluded_at is null
        and articles.archived_at is null and ${visibleSql(actor)}
      order by due, articles.id desc limit ${QUEUE}
    ), placed as (
      select picked.*, count(*) over (partition by article_id)::int as count,
        dense_rank() over (order by due, article_id desc)::int as "group",
        row_number() over (partition by article_id order by a.start nulls last, number) as place
      from picked left join anchors a on a.claim_id = picked.id and a.revision_id = picked.revision_id
    )
    select article_id as "articleId", headline, due_at as "dueAt", access::text as access, count, "group",
      id, number, statement, progress::text as progress, stale
    from placed where place <= ${CLAIMS_OF_A_GROUP} and "group" <= ${GROUPS + 1}
    order by "group", place`;
  const groups = [...Map.groupBy(rows, (row) => row.group).values()].slice(0, GROUPS).map(toGroup);
  return {
    groups,
    count: groups.reduce((sum, group) => sum + group.count, 0),
    more: rows.some((row) => row.group > GROUPS),
  };
}

function toGroup(rows: readonly QueueRow[]): QueueGroupDTO {
  const [first] = rows;
  if (!first) throw new Error('A group of the queue has no claim');
  return {
    article: {
      id: first.articleId,
      headline: first.headline,
      dueAt: first.dueAt?.toISOString() ?? null,
      access: first.access,
    },
    count: first.count,
    claims: rows.map(({ id, number, statement, progress, stale }) => ({
      id,
      number,
      statement,
      // A settled claim stands in a queue only where it is stale, so no rating is asked for.
      mark: markOf({ excluded: false, progress, stale, stands: null, value: null }),
    })),
  };
}

/** Suggested wordings that wait for a decision, by deadline; none of a verdict that the actor may not read yet. */
async function openFixes(db: Db, actor: PersonActor): Promise<DeskDTO['fixes']> {
  const rows = await db.$queryRaw<OpenFixDTO[]>`
    select f.id, articles.id as "articleId", articles.headline, c.number as "claimNumber", a.exact as quote, f.replacement
    from fixes f
    join verdicts v on v.id = f.verdict_id
    join claims c on c.id = f.claim_id
    join articles on articles.id = c.article_id
    left join anchors a on a.claim_id = c.id and a.revision_id = articles.revision_id and a.state <> 'lost'
    where f.state = 'proposed' and v.withdrawn_at is null and v.superseded_at is null and not ${hiddenVerdictSql(actor.id)}
      and c.withdrawn_at is null and c.replaced_at is null and c.excluded_at is null
      and articles.archived_at is null and ${visibleSql(actor)}
    order by ${dueSql}, articles.id desc, c.number limit ${FIXES + 1}`;
  return { rows: rows.slice(0, FIXES), more: rows.length > FIXES };
}
