import { visibleSql } from '#lib/access/policy-articles.ts';
import { seesAll } from '#lib/access/rules.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { wordsQuery } from '#lib/platform/search-words.ts';
import { sourceDTO } from './data.ts';
import type { ListedSourceDTO, SourceDTO, SourcePage } from './types.ts';

export const SOURCES_PER_PAGE = 50;

type Row = Omit<SourceDTO, 'publishedOn'> & { readonly publishedOn: Date | null; readonly claims: number };

/** What the reader may see of where `sources` are cited: rows of evidence with their claim. */
const citedSql = (actor: Actor) => Prisma.sql`
  evidence e join claims c on c.id = e.claim_id join articles on articles.id = c.article_id
  where e.source_id = sources.id and e.withdrawn_at is null and c.withdrawn_at is null and c.replaced_at is null
    and ${visibleSql(actor)}`;

const knownSql = (actor: Actor) =>
  seesAll(actor)
    ? Prisma.sql`true`
    : Prisma.sql`(sources.created_by_id = ${actor.id}::uuid or exists (
        select 1 from evidence e join claims c on c.id = e.claim_id join articles on articles.id = c.article_id
        where e.source_id = sources.id and ${visibleSql(actor)}))`;

/**
 * One page of the sources that the reader may know of, newest first, each with how many claims cite it where they may
 * read. `after` is the last id of the page before; words begin words of title, publisher, author or link.
 */
export async function sourcePage(
  db: Db,
  actor: Actor,
  { words, after }: { readonly words: string; readonly after: string | null },
): Promise<SourcePage> {
  const query = wordsQuery(words);
  if (query === null && words.trim() !== '') return { rows: [], next: null };
  const rows = await db.$queryRaw<Row[]>`
    select sources.id, sources.version, sources.title, sources.kind::text as kind, sources.tier::text as tier, sources.publisher,
      sources.author, sources.link, sources.published_on as "publishedOn", sources.note,
      (select count(distinct c.id)::int from ${citedSql(actor)}) as claims
    from sources
    where sources.archived_at is null and ${knownSql(actor)}
      and ${query === null ? Prisma.sql`true` : holdsWords(query)}
      and ${after === null ? Prisma.sql`true` : Prisma.sql`sources.id < ${after}::uuid`}
    order by sources.id desc limit ${SOURCES_PER_PAGE + 1}`;
  const shown = rows.slice(0, SOURCES_PER_PAGE).map(toListed);
  return { rows: shown, next: rows.length > SOURCES_PER_PAGE ? (shown.at(-1)?.id ?? null) : null };
}

const holdsWords = (query: string) => Prisma.sql`stet_words(title || ' ' || coalesce(publisher, '') || ' ' ||
  coalesce(author, '') || ' ' || coalesce(link, '')) @@ to_tsquery('simple', ${query})`;

const toListed = ({ claims, ...row }: Row): ListedSourceDTO => ({ ...sourceDTO(row), claims });
