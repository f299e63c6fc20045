import { visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { hasHiddenVerdictSql, hiddenCommentSql } from '#lib/standing/data-hidden.ts';
import { markOf } from '#lib/standing/rules-coverage.ts';
import type { Progress } from '#lib/standing/types.ts';
import { atWorkSql } from './data-list.ts';
import { type Charge, type LoadDTO, loadsOf } from './rules-risk.ts';
import type { LineClaimDTO, LineDTO, LineKind } from './types-lists.ts';

/** Articles at work that are looked at, and claims of a line that are shown: as they are done, others move up. */
const MOST_ARTICLES = 500;
const MOST_IN_LINE = 200;

const work = (actor: Actor) => Prisma.sql`
  work as materialized (
    select articles.id, articles.headline, articles.due_at, articles.access, articles.revision_id from articles
    where articles.archived_at is null and ${visibleSql(actor)} order by ${atWorkSql} limit ${MOST_ARTICLES})`;

const liveSql = Prisma.sql`c.withdrawn_at is null and c.replaced_at is null and c.excluded_at is null`;

/** Claims `c` that stand in a line, as far as the reader may know. */
const standsIn = (actor: Actor): Readonly<Record<LineKind, Prisma.Sql>> => ({
  second: Prisma.sql`c.progress = 'awaiting_second_reader' and (not c.stale or ${hasHiddenVerdictSql(actor)})`,
  disputed: Prisma.sql`c.progress = 'disputed' and not c.stale`,
  stale: Prisma.sql`c.stale and not ${hasHiddenVerdictSql(actor)}`,
  questions: Prisma.sql`exists (select 1 from comments k where k.claim_id = c.id and k.kind = 'query' and k.thread_id is null
    and k.resolved_at is null and k.withdrawn_at is null and not ${hiddenCommentSql(actor.id)})`,
});

type Row = Omit<LineClaimDTO, 'mark' | 'dueAt'> & {
  readonly dueAt: Date | null;
  readonly progress: Progress;
  readonly stale: boolean;
};

/** The claims of the desk that wait for the same, by deadline, article and place in the text. */
export async function readLine(db: Db, actor: Actor, kind: LineKind): Promise<LineDTO> {
  const rows = await db.$queryRaw<Row[]>`
    with ${work(actor)}
    select c.id, c.number, c.statement, c.progress::text as progress, c.stale and not ${hasHiddenVerdictSql(actor)} as stale,
      w.id as "articleId", w.headline, w.due_at as "dueAt", u.name as assignee
    from work w join claims c on c.article_id = w.id and ${liveSql}
    left join anchors a on a.claim_id = c.id and a.revision_id = w.revision_id
    left join users u on u.id = c.assignee_id
    where ${standsIn(actor)[kind]}
    order by coalesce(w.due_at, 'infinity'::timestamptz), w.id desc, a.start nulls last, c.number limit ${MOST_IN_LINE + 1}`;
  const claims = rows.slice(0, MOST_IN_LINE).map(
    ({ progress, stale, dueAt, ...row }): LineClaimDTO => ({
      ...row,
      dueAt: dueAt?.toISOString() ?? null,
      // A settled claim stands in a line where it is stale or asked about, and no rating is told here.
      mark: markOf({ excluded: false, progress, stale, stands: true, value: null }),
    }),
  );
  return { kind, claims, more: rows.length > MOST_IN_LINE };
}

/** How many claims stand in each line. */
export async function countLines(db: Db, actor: Actor): Promise<Readonly<Record<LineKind, number>>> {
  const which = standsIn(actor);
  const count = (kind: LineKind) =>
    Prisma.sql`(select count(*)::int from work w join claims c on c.article_id = w.id and ${liveSql} where ${which[kind]})`;
  const questions = Prisma.sql`(select count(distinct k.claim_id)::int from work w join comments k on k.article_id = w.id
    and k.thread_id is null and k.resolved_at is null and k.withdrawn_at is null join claims c on c.id = k.claim_id and ${liveSql}
    where k.kind = 'query' and not ${hiddenCommentSql(actor.id)})`;
  const [row] = await db.$queryRaw<Record<LineKind, number>[]>`
    with ${work(actor)}
    select ${count('second')} as second, ${count('disputed')} as disputed, ${count('stale')} as stale, ${questions} as questions`;
  return row ?? { second: 0, disputed: 0, stale: 0, questions: 0 };
}

/** What each person has to check in the articles that the reader may see. */
export async function readLoads(db: Db, actor: Actor, now: Date): Promise<LoadDTO[]> {
  const rows = await db.$queryRaw<(Omit<Charge, 'dueAt'> & { readonly dueAt: Date | null })[]>`
    with ${work(actor)}
    select u.id::text as "personId", u.name, w.due_at as "dueAt", count(*)::int as claims
    from work w join claims c on c.article_id = w.id and ${liveSql} and c.progress in ('open', 'in_review')
    join users u on u.id = c.assignee_id and u.disabled_at is null
    group by u.id, u.name, w.due_at`;
  return loadsOf(
    rows.map((row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null })),
    now,
  );
}
