import type { Actor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { claimStates, seesStances } from '#lib/standing/data.ts';
import { claimsById } from '#lib/standing/data-claims.ts';
import { namedOrigin } from '#lib/standing/rules-origins.ts';
import { citedFor, claimsCiting, sourceDTO } from './data.ts';
import { knownSources } from './policy.ts';
import type { SourceInFullDTO, SourceNameDTO, SourceUseDTO } from './types.ts';

export const USES_PER_PAGE = 50;
const NAMED = 20;

/** The source that this one has become part of, where the reader may know of it; the source itself where it has not. */
export async function keptSource(db: Db, actor: Actor, id: string): Promise<string | null> {
  const row = await db.source.findUnique({ where: { id }, select: { mergedIntoId: true } });
  const kept = row?.mergedIntoId ?? id;
  const known = await db.source.findFirst({
    where: { AND: [{ id: kept }, knownSources(actor)] },
    select: { id: true },
  });
  return known?.id ?? null;
}

/** A source with everything its page shows; null where it is not the reader's to know of, or has become part of another. */
export async function sourceInFull(
  db: Db,
  actor: Actor,
  id: string,
  after: string | null = null,
): Promise<SourceInFullDTO | null> {
  const row = await db.source.findFirst({ where: { AND: [{ id, mergedIntoId: null }, knownSources(actor)] } });
  if (!row) return null;
  const source = sourceDTO(row);
  const [counts, uses, twins, sameOrigin] = await Promise.all([
    claimsCiting(db, actor, [id]),
    usesOf(db, actor, id, after),
    twinsOf(db, actor, row),
    ofOneOrigin(db, actor, row),
  ]);
  return {
    source,
    archived: row.archivedAt !== null,
    shared: row.shared,
    claims: counts.get(id) ?? 0,
    ...uses,
    twins,
    sameOrigin,
  };
}

type Known = {
  readonly id: string;
  readonly linkKey: string | null;
  readonly doi: string | null;
  readonly isbn: string | null;
  readonly origin: string | null;
};

/** Others that are found by what finds this one. */
async function twinsOf(db: Db, actor: Actor, { id, linkKey, doi, isbn }: Known): Promise<SourceInFullDTO['twins']> {
  const by = [...(linkKey ? [{ linkKey }] : []), ...(doi ? [{ doi }] : []), ...(isbn ? [{ isbn }] : [])];
  if (by.length === 0) return [];
  const rows = await db.source.findMany({
    where: { AND: [knownSources(actor), { OR: by }, { id: { not: id }, mergedIntoId: null, archivedAt: null }] },
    orderBy: { id: 'desc' },
    take: NAMED,
  });
  return rows.map((row) => ({
    source: sourceDTO(row),
    by: linkKey !== null && row.linkKey === linkKey ? 'link' : doi !== null && row.doi === doi ? 'doi' : 'isbn',
  }));
}

/** Others that a person has said to hold the same words. */
async function ofOneOrigin(db: Db, actor: Actor, source: Known): Promise<SourceNameDTO[]> {
  const key = namedOrigin(source.origin);
  if (source.origin === null || key === '') return [];
  const rows = await db.source.findMany({
    // Case and signs are no matter; what is left to compare is little.
    where: {
      AND: [knownSources(actor), { origin: { startsWith: source.origin.slice(0, 3), mode: 'insensitive' } }],
      id: { not: source.id },
      mergedIntoId: null,
    },
    select: { id: true, title: true, origin: true },
    orderBy: { id: 'desc' },
    take: 200,
  });
  return rows
    .filter((row) => namedOrigin(row.origin) === key)
    .slice(0, NAMED)
    .map(({ id, title }) => ({ id, title }));
}

/** Evidence that leans on the source where the reader may read, the newest first. */
async function usesOf(
  db: Db,
  actor: Actor,
  sourceId: string,
  after: string | null,
): Promise<Pick<SourceInFullDTO, 'uses' | 'moreUses'>> {
  const found = await db.evidence.findMany({
    where: { AND: [citedFor(actor), { sourceId, ...(after === null ? {} : { id: { lt: after } }) }] },
    select: {
      id: true,
      claimId: true,
      number: true,
      stance: true,
      quote: true,
      locator: true,
      createdById: true,
      claim: { select: { article: { select: { id: true, headline: true } } } },
    },
    orderBy: { id: 'desc' },
    take: USES_PER_PAGE + 1,
  });
  const page = found.slice(0, USES_PER_PAGE);
  const claimIds = [...new Set(page.map(({ claimId }) => claimId))];
  const [claims, states, ratings] = await Promise.all([
    claimsById(db, actor, claimIds),
    claimStates(db, claimIds),
    db.rating.findMany({ select: { id: true, label: true } }),
  ]);
  const uses = page.flatMap(({ claimId, createdById, number, stance, quote, locator, ...row }): SourceUseDTO[] => {
    const claim = claims.find((item) => item.id === claimId);
    const state = states.find(({ record }) => record.id === claimId);
    if (!claim || !state) return [];
    const isSeen = createdById === actor.id || seesStances(state, actor.id);
    const rating = ratings.find(({ id }) => id === claim.ratingId)?.label ?? null;
    return [
      {
        number,
        stance: isSeen ? stance : null,
        quote,
        locator,
        claim: { id: claim.id, number: claim.number, statement: claim.statement, mark: claim.mark, rating },
        article: row.claim.article,
      },
    ];
  });
  return { uses, moreUses: found.length > USES_PER_PAGE ? (page.at(-1)?.id ?? null) : null };
}
