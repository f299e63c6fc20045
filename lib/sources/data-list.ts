import { visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { wordsQuery } from '#lib/platform/search-words.ts';
import { type SourceRow, sourceDTO } from './data.ts';
import { knownSql } from './policy.ts';
import { typedLink } from './rules-identifiers.ts';
import { linkKeyOf } from './rules-link-key.ts';
import type { SourcesAsked } from './schema.ts';
import type { ListedSourceDTO, SourceCounts, SourcePage, SourceShelf } from './types.ts';

export const SOURCES_PER_PAGE = 50;
/** Counting goes no further: it is to cost as little as a page. */
const MOST_COUNTED = 1000;

type Row = SourceRow & { readonly claims: number; readonly archived: boolean };

/** What the reader may see of where `sources` are cited: rows of evidence with their claim. */
const citedSql = (actor: Actor) => Prisma.sql`
  evidence e join claims c on c.id = e.claim_id join articles on articles.id = c.article_id
  where e.source_id = sources.id and e.withdrawn_at is null and c.withdrawn_at is null and c.replaced_at is null
    and ${visibleSql(actor)}`;

const unusedSql = (actor: Actor) => Prisma.sql`not exists (select 1 from ${citedSql(actor)})`;
/** What was captured of a source that has become part of this one is this one's. */
const uncapturedSql = Prisma.sql`not exists (
  select 1 from captures k where k.source_id = sources.id
    or k.source_id in (select m.id from sources m where m.merged_into_id = sources.id))`;

const ALL = Prisma.sql`true`;

function shelfSql(actor: Actor, shelf: SourceShelf): Prisma.Sql {
  if (shelf === 'unused') return unusedSql(actor);
  return shelf === 'uncaptured' ? uncapturedSql : ALL;
}

/** What the words ask for; null where they say nothing that could be looked for. */
function foundSql(words: string): Prisma.Sql | null {
  if (words === '') return ALL;
  const link = typedLink(words);
  // What has become part of a source is found as that source.
  if (link !== null)
    return Prisma.sql`sources.id in (
      select coalesce(k.merged_into_id, k.id) from sources k where k.link_key = ${linkKeyOf(link)})`;
  const query = wordsQuery(words);
  if (query === null) return null;
  return Prisma.sql`stet_words(title || ' ' || coalesce(publisher, '') || ' ' || coalesce(author, '') || ' ' ||
    coalesce(link, '')) @@ to_tsquery('simple', ${query})`;
}

/** Which sources there are to show at all: what was merged is another one's now. */
const onShelf = (actor: Actor, archived: boolean) => Prisma.sql`
  sources.merged_into_id is null and sources.archived_at is ${archived ? Prisma.sql`not null` : Prisma.sql`null`}
  and ${knownSql(actor)}`;

/**
 * One page of the sources that the reader may know of, newest first, each with how many claims cite it where they may
 * read. `after` is the last id of the page before; words begin words of title, publisher, author or link, or are a link.
 */
export async function sourcePage(
  db: Db,
  actor: Actor,
  { words, kind = null, tier = null, shelf = 'all', after = null }: Partial<SourcesAsked> & Pick<SourcesAsked, 'words'>,
  most = SOURCES_PER_PAGE,
): Promise<SourcePage> {
  const found = foundSql(words);
  if (found === null) return { rows: [], next: null };
  const rows = await db.$queryRaw<Row[]>`
    select sources.id, sources.version, sources.title, sources.kind::text as kind, sources.tier::text as tier, sources.publisher,
      sources.author, sources.link, sources.published_on as "publishedOn", sources.note, sources.doi, sources.isbn,
      sources.archive_link as "archiveLink", sources.updated_on as "updatedOn", sources.accessed_on as "accessedOn", sources.origin, sources.confidential_at as "confidentialAt",
      sources.archived_at is not null as archived, (select count(distinct c.id)::int from ${citedSql(actor)}) as claims
    from sources
    where ${onShelf(actor, shelf === 'archived')} and ${shelfSql(actor, shelf)} and ${found}
      and ${kind === null ? ALL : Prisma.sql`sources.kind = ${kind}::source_kind`}
      and ${tier === null ? ALL : Prisma.sql`sources.tier = ${tier}::source_tier`}
      and ${after === null ? ALL : Prisma.sql`sources.id < ${after}::uuid`}
    order by sources.id desc limit ${most + 1}`;
  const shown = rows.slice(0, most).map(toListed);
  return { rows: shown, next: rows.length > most ? (shown.at(-1)?.id ?? null) : null };
}

const toListed = ({ claims, archived, ...row }: Row): ListedSourceDTO => ({ ...sourceDTO(row), claims, archived });

type CountRow = { readonly what: keyof SourceCounts['by'] | 'all'; readonly count: number };

/** How many sources the words find, in all and of each kind, tier and shelf. At most a thousand are counted. */
export async function countSources(db: Db, actor: Actor, words: string): Promise<SourceCounts> {
  const found = foundSql(words) ?? Prisma.sql`false`;
  const rows = await db.$queryRaw<CountRow[]>`
    with found as materialized (
      select sources.kind::text as kind, sources.tier::text as tier, ${unusedSql(actor)} as unused, ${uncapturedSql} as uncaptured
      from sources where ${onShelf(actor, false)} and ${found} order by sources.id desc limit ${MOST_COUNTED + 1})
    select 'all' as what, count(*)::int as count from found
    union all select kind, count(*)::int from found group by kind
    union all select tier, count(*)::int from found group by tier
    union all select 'unused', count(*)::int from found where unused
    union all select 'uncaptured', count(*)::int from found where uncaptured`;
  const count = (what: CountRow['what']) => rows.find((row) => row.what === what)?.count ?? 0;
  return {
    all: Math.min(count('all'), MOST_COUNTED),
    isMore: count('all') > MOST_COUNTED,
    by: {
      document: count('document'),
      report: count('report'),
      dataset: count('dataset'),
      recording: count('recording'),
      person: count('person'),
      page: count('page'),
      primary: count('primary'),
      secondary: count('secondary'),
      unused: count('unused'),
      uncaptured: count('uncaptured'),
    },
  };
}
