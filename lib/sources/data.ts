import { visibleSql, visibleTo } from '#lib/access/policy-articles.ts';
import { type Confidence, isNamedTo } from '#lib/access/rules-confidential.ts';
import type { Actor } from '#lib/access/types.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db, Prisma, Tx } from '#lib/platform/db.ts';
import { knownSources } from './policy.ts';
import { doiIn, isbnIn, typedLink } from './rules-identifiers.ts';
import { linkKeyOf } from './rules-link-key.ts';
import type { FindSourcesInput } from './schema.ts';
import type { FoundSourceDTO, SourceDTO } from './types.ts';

type DateFields = 'publishedOn' | 'updatedOn' | 'accessedOn';
export type SourceRow = Omit<SourceDTO, DateFields | 'confidential'> &
  Pick<Confidence, 'confidentialAt'> & {
    readonly [K in DateFields]: Date | null;
  };

/** A source that the reader may know of. */
export const sourceDTO = (row: SourceRow): SourceDTO => ({
  id: row.id,
  version: row.version,
  title: row.title,
  kind: row.kind,
  tier: row.tier,
  publisher: row.publisher,
  author: row.author,
  link: row.link,
  publishedOn: dayOf(row.publishedOn),
  note: row.note,
  doi: row.doi,
  isbn: row.isbn,
  archiveLink: row.archiveLink,
  updatedOn: dayOf(row.updatedOn),
  accessedOn: dayOf(row.accessedOn),
  origin: row.origin,
  confidential: row.confidentialAt === null ? null : { isNamed: true, mask: null },
});

/** A source as evidence cites it: a confidential one that is not named to the reader only by its mask. */
export function citedSourceDTO(row: SourceRow & Confidence, readerId: string | null, mask: string | null): SourceDTO {
  const named = sourceDTO(row);
  if (named.confidential === null) return named;
  if (isNamedTo(row, readerId)) return { ...named, confidential: { isNamed: true, mask } };
  const title = mask ?? 'Confidential source';
  return {
    // The record's own would tell that one source stands behind claims of several articles.
    id: title,
    version: 0,
    title,
    kind: named.kind,
    tier: named.tier,
    publisher: null,
    author: null,
    link: null,
    publishedOn: null,
    note: null,
    doi: null,
    isbn: null,
    archiveLink: null,
    updatedOn: null,
    accessedOn: null,
    origin: null,
    confidential: { isNamed: false, mask: title },
  };
}

const FOUND = 20;

/** The evidence that counts for a reader: in force, on a claim that is, where they may read. */
export const citedFor = (actor: Actor): Prisma.EvidenceWhereInput => ({
  withdrawnAt: null,
  claim: { withdrawnAt: null, replacedAt: null, article: visibleTo(actor) },
});

/**
 * Sources by words of their title, publisher, author or link, or by a link, DOI or ISBN however it is written; the newest where nothing is asked.
 * Those cited in the article asked about come first, the last cited first. At most 20.
 */
export async function findSources(
  db: Db,
  actor: Actor,
  { query, articleId }: FindSourcesInput,
): Promise<FoundSourceDTO[]> {
  const where = { AND: [knownSources(actor), { archivedAt: null }, holding(query)] };
  const recent = articleId === undefined ? [] : await lastCited(db, actor, articleId, where);
  const others = await db.source.findMany({
    where: { ...where, id: { notIn: recent } },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: FOUND - recent.length,
  });
  const ids = [...recent, ...others.map(({ id }) => id)];
  const found = await foundSources(db, actor, ids);
  return found.map((source) => ({ ...source, isOfArticle: recent.includes(source.id) }));
}

function holding(query: string): Prisma.SourceWhereInput {
  const words = query.trim();
  if (words === '') return {};
  const [link, doi, isbn] = [typedLink(words), doiIn(words), isbnIn(words)];
  if (link !== null) {
    const linked = { linkKey: linkKeyOf(link) };
    // What has become part of a source is found as that source.
    return { OR: [linked, { merged: { some: linked } }, ...(doi === null ? [] : [{ doi }])] };
  }
  if (isbn !== null) return { isbn };
  const contains = { contains: words, mode: 'insensitive' } as const;
  return { OR: [{ title: contains }, { publisher: contains }, { author: contains }, { link: contains }] };
}

/** Sources of an article, the one cited last first. */
async function lastCited(db: Db, actor: Actor, articleId: string, where: Prisma.SourceWhereInput): Promise<string[]> {
  const rows = await db.evidence.groupBy({
    by: ['sourceId'],
    where: { AND: [citedFor(actor), { claim: { articleId } }], source: where },
    _max: { createdAt: true },
    orderBy: [{ _max: { createdAt: 'desc' } }, { sourceId: 'desc' }],
    take: FOUND,
  });
  return rows.map(({ sourceId }) => sourceId);
}

async function foundSources(db: Db, actor: Actor, ids: readonly string[]): Promise<FoundSourceDTO[]> {
  const [rows, claims] = await Promise.all([
    db.source.findMany({ where: { id: { in: [...ids] } } }),
    claimsCiting(db, actor, ids),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const archived = row?.archivedAt !== null;
    return row ? [{ ...sourceDTO(row), claims: claims.get(id) ?? 0, archived, isOfArticle: false }] : [];
  });
}

/** How many claims cite each source, among those that the reader may see. */
export async function claimsCiting(
  db: Db | Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ id: string; claims: number }[]>`
    select e.source_id as id, count(distinct c.id)::int as claims
    from evidence e join claims c on c.id = e.claim_id join articles on articles.id = c.article_id
    where e.source_id = any(${[...ids]}::uuid[]) and e.withdrawn_at is null and c.withdrawn_at is null
      and c.replaced_at is null and ${visibleSql(actor)}
    group by 1`;
  return new Map(rows.map(({ id, claims }) => [id, claims]));
}
