import { visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { dayOf } from '#lib/platform/days.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { isId, isInstant } from '#lib/platform/fields.ts';
import { wordsQuery } from '#lib/platform/search-words.ts';
import { hasHiddenVerdictSql, hiddenCommentSql } from '#lib/standing/data-hidden.ts';
import { isCovered } from '#lib/standing/rules-coverage.ts';
import type { ArticlePage, ArticleRowDTO } from './types-lists.ts';

export const ARTICLES_PER_PAGE = 50;

export type ListQuery = {
  readonly words: string;
  readonly archived: boolean;
  /** `next` of the page before. */
  readonly after: string | null;
  readonly limit?: number;
};

type ListRow = Omit<ArticleRowDTO, 'claims' | 'coverage' | 'publishedOn' | 'dueAt'> & {
  readonly sentencesRead: number;
  readonly sentencesMinor: number;
  readonly sentencesTotal: number;
  readonly publishedOn: Date | null;
  readonly dueAt: Date | null;
  readonly archivedAt: Date | null;
  readonly at: readonly string[] | null;
} & ArticleRowDTO['claims'];

/** An article's deadline; one without comes after all that have one. */
export const dueSql = Prisma.sql`coalesce(articles.due_at, 'infinity'::timestamptz)`;
/** Nothing is left unread; `isCovered` in SQL. */
const doneSql = Prisma.sql`(articles.sentences_read + articles.sentences_minor >= articles.sentences_total)`;
/** The order of articles at work: something unread first, then by deadline, then the newest. */
export const atWorkSql = Prisma.sql`${doneSql}, ${dueSql}, articles.id desc`;

/**
 * One page of the articles the actor may see, with how far each is: those at work by what is left and by deadline, or
 * the archive, last archived first. Pages follow each other by cursor, and claims are counted for the page's rows alone,
 * so that no page grows with the archive.
 */
export async function articlePage(db: Db, actor: Actor, query: ListQuery): Promise<ArticlePage> {
  const limit = query.limit ?? ARTICLES_PER_PAGE;
  const words = wordsQuery(query.words);
  if (words === null && query.words.trim() !== '') return { rows: [], next: null };
  const order = query.archived ? Prisma.sql`articles.archived_at desc, articles.id desc` : atWorkSql;
  const rows = await db.$queryRaw<ListRow[]>`
    with page as (
      select * from articles
      where ${visibleSql(actor)} and ${query.archived ? Prisma.sql`archived_at is not null` : Prisma.sql`archived_at is null`}
        and ${words === null ? Prisma.sql`true` : holdsWords(words)} and ${pastCursor(query)}
      order by ${order} limit ${limit + 1}
    )
    select articles.id, articles.headline, articles.outlet, articles.published_on as "publishedOn", articles.due_at as "dueAt",
      articles.archived_at as "archivedAt", articles.access::text as access, articles.archived_at is not null as archived,
      r.number as "revisionNumber", articles.sentences_total as "sentencesTotal", articles.sentences_read as "sentencesRead",
      articles.sentences_minor as "sentencesMinor", counts.*, questions.*,
      array(select u.name from users u where u.id = any(counts.at) order by u.name) as people
    from page articles
    left join revisions r on r.id = articles.revision_id
    cross join lateral (${countsSql(actor)}) counts
    cross join lateral (
      select count(*)::int as questions from comments k
      where k.article_id = articles.id and k.thread_id is null and k.resolved_at is null and k.withdrawn_at is null
        and k.kind = 'query' and not ${hiddenCommentSql(actor.id)}) questions
    order by ${order}`;
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown.map(toRow), next: last ? cursorOf(last) : null };
}

/** That an article's headline, outlet and byline hold the words of a query. */
export const holdsWords = (words: string) => Prisma.sql`
  stet_words(headline || ' ' || coalesce(outlet, '') || ' ' || coalesce(byline, '')) @@ to_tsquery('simple', ${words})`;

/** People with claims of an article that are named in its row. */
const MOST_AT = 4;

/** Live claims by state, and who has some to check. That something is stale is left out where the reader may not know what the verdict cites. */
const countsSql = (actor: Actor) => Prisma.sql`
  select count(*)::int as total,
    count(*) filter (where c.progress = 'open')::int as open,
    count(*) filter (where c.progress = 'in_review')::int as "inReview",
    count(*) filter (where c.progress = 'awaiting_second_reader')::int as awaiting,
    count(*) filter (where c.progress = 'disputed')::int as disputed,
    count(*) filter (where c.progress = 'settled')::int as settled,
    count(*) filter (where c.stale and not ${hasHiddenVerdictSql(actor)})::int as stale,
    count(*) filter (where c.held)::int as held,
    count(*) filter (where c.tier = 'core' and (c.progress <> 'settled' or c.held or c.stale and not ${hasHiddenVerdictSql(actor)}))::int as "coreLeft",
    count(*) filter (where c.assignee_id is null and c.progress in ('open', 'in_review')
      and (c.tier <> 'minor' or c.touched_at is not null or articles.minor_counts))::int as unassigned,
    (array_agg(distinct c.assignee_id) filter (where c.assignee_id is not null and c.progress in ('open', 'in_review')))[1:${MOST_AT}] as at
  from claims c
  where c.article_id = articles.id and c.withdrawn_at is null and c.replaced_at is null and c.excluded_at is null`;

const NO_DEADLINE = 'none';

/** Where a page ends: whether that article is done and its deadline, or when it was archived; and its id. */
function cursorOf(row: ListRow): string {
  if (row.archivedAt) return `${row.archivedAt.toISOString()}_${row.id}`;
  const { sentencesRead: read, sentencesMinor: minor, sentencesTotal: total } = row;
  const done = isCovered({ read, minor, total }) ? 1 : 0;
  return `${done}_${row.dueAt?.toISOString() ?? NO_DEADLINE}_${row.id}`;
}

const INSTANT = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z`;
const AT_WORK = new RegExp(`^([01])_(${INSTANT}|${NO_DEADLINE})_([0-9a-f-]{36})$`);
const PUT_AWAY = new RegExp(`^(${INSTANT})_([0-9a-f-]{36})$`);

const isPiece = (value: string): boolean => value === NO_DEADLINE || isInstant(value) || isId(value);

/** What stands behind the cursor; everything, where it is none that this list has made. */
function pastCursor({ after, archived }: ListQuery): Prisma.Sql {
  const match = after === null ? null : (archived ? PUT_AWAY : AT_WORK).exec(after);
  if (!match?.slice(archived ? 1 : 2).every(isPiece)) return Prisma.sql`true`;
  if (archived) return Prisma.sql`(archived_at, id) < (${match[1]}::timestamptz, ${match[2]}::uuid)`;
  const done = match[1] === '1';
  const due = match[2] === NO_DEADLINE ? 'infinity' : match[2];
  return Prisma.sql`(${doneSql}, ${dueSql}) >= (${done}, ${due}::timestamptz)
    and ((${doneSql}, ${dueSql}) > (${done}, ${due}::timestamptz) or articles.id < ${match[3]}::uuid)`;
}

function toRow(row: ListRow): ArticleRowDTO {
  const {
    total,
    open,
    inReview,
    awaiting,
    disputed,
    settled,
    stale,
    held,
    coreLeft,
    unassigned,
    archivedAt: _,
    at: __,
    sentencesRead,
    sentencesMinor,
    sentencesTotal,
    ...article
  } = row;
  return {
    ...article,
    publishedOn: dayOf(article.publishedOn),
    dueAt: article.dueAt?.toISOString() ?? null,
    coverage: { read: sentencesRead, minor: sentencesMinor, total: sentencesTotal },
    claims: { total, open, inReview, awaiting, disputed, settled, stale, held, coreLeft, unassigned },
  };
}
