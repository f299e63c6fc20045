import { randomBytes } from 'node:crypto';
import { visibleSql } from '#lib/access/policy-articles.ts';
import { publicReportsSql } from '#lib/access/policy-public.ts';
import type { Actor } from '#lib/access/types.ts';
import type { PeriodModel, PeriodStanding } from '#lib/exports/period/model.ts';
import { readNumbers, settledSql, signOffsSql, stretchOf, verdictsSql } from '#lib/numbers/data.ts';
import type { Period, Stretch } from '#lib/numbers/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { getSettings } from '#lib/settings/data.ts';
import { hiddenCommentSql } from '#lib/standing/data-hidden.ts';
import { periodArticles, sumOf } from './rules-period.ts';
import type { ArticleRow, Counted, RatedRow, ReportRow } from './types-period.ts';

type By = PeriodModel['madeBy'];

/**
 * What the desk has done in a period, of the articles that `actor` may see, as anybody who may see them may read it: nothing of a blind verdict
 * counts before the second is in, whoever asks, and no source is named.
 */
export async function periodOfDesk(db: Db, actor: Actor, by: By, asked: Period | null): Promise<PeriodModel> {
  const numbers = await readNumbers(db, actor, asked);
  const { period, people, least, fixes } = numbers;
  const { deskName, timeZone } = await getSettings(db);
  const stretch = await stretchOf(db, period, timeZone);
  const ids = await workedOn(db, actor, stretch);
  const [articles, standing, ratings, disputes, questions, reports, head] = await Promise.all([
    articlesOf(db, ids),
    standingOf(db, ids),
    ratingsOf(db, actor, stretch),
    disputesOf(db, actor, stretch),
    questionsOf(db, ids),
    reportsOf(db, ids, stretch),
    db.chain.findUniqueOrThrow({ where: { id: 'desk' } }),
  ]);
  const told = periodArticles({ articles, standing, ratings, disputes, questions, reports });
  const steps = (key: 'firstVerdicts' | 'secondReadings') => sumOf(numbers.steps.map((step) => step[key]));
  return {
    format: 'period/1',
    desk: deskName,
    from: period.from,
    to: period.to,
    timeZone,
    madeAt: new Date().toISOString(),
    madeBy: by,
    totals: {
      firstVerdicts: steps('firstVerdicts'),
      secondReadings: steps('secondReadings'),
      wordings: { ...fixes },
      ...told.totals,
    },
    people: (people ?? []).map(({ name, firstVerdicts, secondReadings, evidence }) => ({
      name,
      firstVerdicts,
      secondReadings,
      evidence,
    })),
    least,
    articles: told.articles,
    head: { sequence: head.sequence, hash: head.hash },
    salt: randomBytes(32).toString('hex'),
  };
}

/** Articles in which something was done in the stretch that everybody who sees them may know of. */
async function workedOn(db: Db, actor: Actor, stretch: Stretch): Promise<string[]> {
  const { from, to } = stretch;
  const within = (at: Prisma.Sql) => Prisma.sql`${at} >= ${from} and ${at} < ${to}`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct done.id from (
      select articles.id from ${verdictsSql(actor, stretch)}
      union all select articles.id from ${signOffsSql(actor, stretch)}
      union all select articles.id from articles where ${within(Prisma.sql`articles.created_at`)} and ${visibleSql(actor)}
      union all select articles.id from reports p join articles on articles.id = p.article_id
        where p.chosen is null and ${within(Prisma.sql`p.created_at`)} and ${visibleSql(actor)}
    ) done join articles on articles.id = done.id where articles.revision_id is not null`;
  return rows.map(({ id }) => id);
}

const articlesOf = (db: Db, ids: readonly string[]): Promise<ArticleRow[]> =>
  db.$queryRaw<ArticleRow[]>`
    select id::text, headline, outlet, byline, to_char(published_on, 'YYYY-MM-DD') as "publishedOn",
      sentences_read as read, sentences_minor as minor, sentences_total as total
    from articles where id = any(${[...ids]}::uuid[]) order by headline, id`;

/** How many claims stand where now: groupOf (lib/exports/outline/outcome.ts) in SQL, which a test compares. */
const standingOf = (db: Db, ids: readonly string[]): Promise<Counted<keyof PeriodStanding>[]> =>
  db.$queryRaw<Counted<keyof PeriodStanding>[]>`
    select c.article_id::text as "articleId", case
        when c.excluded_at is not null then 'leftOut' when c.stale then 'stale'
        when c.progress in ('open', 'in_review') then 'unchecked' when c.progress = 'awaiting_second_reader' then 'await'
        when c.progress = 'disputed' then 'disputed'
        when not r.stands or exists (select from fixes f where f.verdict_id = v.id and f.state in ('proposed', 'accepted')) then 'change'
        else 'stands' end as what, count(*)::int as count
    from claims c left join verdicts v on v.id = c.settled_verdict_id left join ratings r on r.id = v.rating_id
    where c.article_id = any(${[...ids]}::uuid[]) and c.withdrawn_at is null and c.replaced_at is null group by 1, 2`;

const ratingsOf = (db: Db, actor: Actor, stretch: Stretch): Promise<RatedRow[]> =>
  db.$queryRaw<RatedRow[]>`
    with ${settledSql(actor, stretch)}
    select c.article_id::text as "articleId", r.key, r.label, r.value, r.stands, r.position, count(*)::int as count
    from settled_now join claims c on c.id = settled_now.id join verdicts v on v.id = c.settled_verdict_id join ratings r on r.id = v.rating_id
    group by c.article_id, r.id order by r.position, r.key`;

/** Claims on which a second reader found another rating, or otherwise of who said it, than the first had. */
const disputesOf = (db: Db, actor: Actor, stretch: Stretch): Promise<Counted<'disputes'>[]> =>
  db.$queryRaw<Counted<'disputes'>[]>`
    select c.article_id::text as "articleId", 'disputes' as what, count(distinct c.id)::int as count
    from ${verdictsSql(actor, stretch)} and v.seat = 2 and exists (
      select from (select o.rating_id, o.attribution_finding from verdicts o where o.claim_id = v.claim_id and o.seat = 1
        and o.created_at <= v.created_at and o.revealed_at is not null order by o.created_at desc, o.id desc limit 1) one
      where one.rating_id <> v.rating_id or one.attribution_finding is distinct from v.attribution_finding)
    group by c.article_id`;

const questionsOf = (db: Db, ids: readonly string[]): Promise<Counted<'questions'>[]> =>
  db.$queryRaw<Counted<'questions'>[]>`
    select k.article_id::text as "articleId", 'questions' as what, count(*)::int as count
    from comments k left join claims c on c.id = k.claim_id
    where k.article_id = any(${[...ids]}::uuid[]) and k.kind = 'query' and k.thread_id is null and k.resolved_at is null
      and k.withdrawn_at is null and c.withdrawn_at is null and c.replaced_at is null and not ${hiddenCommentSql(null)}
    group by k.article_id`;

/** Reports on whole articles that were made in the stretch; public by now, if the public may read them now. */
async function reportsOf(db: Db, ids: readonly string[], { from, to }: Stretch): Promise<ReportRow[]> {
  const rows = await db.$queryRaw<(Omit<ReportRow, 'at' | 'publicAt'> & { at: Date; publicAt: Date | null })[]>`
    select r.article_id::text as "articleId", r.number, r.created_at as at, r.digest, r.correction_note as correction, o.public_at as "publicAt"
    from reports r left join ${publicReportsSql({ at: new Date() })} o on o.report_id = r.id and (select publishing from settings where id = 1)
    where r.article_id = any(${[...ids]}::uuid[]) and r.chosen is null and r.created_at >= ${from} and r.created_at < ${to}
    order by r.article_id, r.number`;
  return rows.map(({ at, publicAt, ...row }) => ({
    ...row,
    at: at.toISOString(),
    publicAt: publicAt?.toISOString() ?? null,
  }));
}
