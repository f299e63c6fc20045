import { may } from '#lib/access/policy.ts';
import { visibleSql, visibleTo } from '#lib/access/policy-articles.ts';
import { namedSql, namedTo } from '#lib/access/policy-confidential.ts';
import { seesAll } from '#lib/access/rules.ts';
import type { Actor, PersonActor } from '#lib/access/types.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { CaptureRightsDTO } from './types-captures.ts';

/**
 * Sources that an actor may know of: the desk's, their own, and those cited where they may read; of all these no confidential one that is not
 * named to them. It is not there for them: not found, not offered, not counted.
 */
export const knownSources = (actor: Actor): Prisma.SourceWhereInput => ({ AND: [namedTo(actor), inReach(actor)] });

const inReach = (actor: Actor): Prisma.SourceWhereInput =>
  seesAll(actor)
    ? {}
    : {
        OR: [
          { shared: true },
          // Whom it is named to knows of it, whatever cites it.
          ...(actor.id ? [{ createdById: actor.id }, { confidentialTo: { has: actor.id } }] : []),
          { evidence: { some: { claim: { article: visibleTo(actor) } } } },
        ],
      };

/**
 * Sources whose captures an actor may know of: those that they know of, and what has become part of one of them. What was
 * kept of a source stays under the record that it was kept for.
 */
export const withMerged = (actor: Actor): Prisma.SourceWhereInput => {
  // Prisma leaves an empty condition out of an OR: who sees all would see what was merged, and nothing else.
  const known = { AND: [{ id: { not: NOTHING } }, knownSources(actor)] };
  return { OR: [known, { mergedInto: known }] };
};
const NOTHING = '00000000-0000-0000-0000-000000000000';

/** `knownSources` as SQL, over the table `sources`. */
export const knownSql = (actor: Actor): Prisma.Sql =>
  seesAll(actor)
    ? namedSql(actor.id)
    : Prisma.sql`(${namedSql(actor.id)} and (sources.shared or sources.created_by_id = ${actor.id}::uuid
        or coalesce(${actor.id}::uuid = any(sources.confidential_to), false) or exists (
          select 1 from evidence e join claims c on c.id = e.claim_id join articles on articles.id = c.article_id
          where e.source_id = sources.id and ${visibleSql(actor)})))`;

/** Sources that everybody on the desk knows of. */
export const knownToAll: Prisma.SourceWhereInput = {
  confidentialAt: null,
  OR: [{ shared: true }, { evidence: { some: { claim: { article: { access: 'desk' } } } } }],
};

export const captureRights = (actor: PersonActor): CaptureRightsDTO => ({
  readerId: actor.id,
  edit: may(actor, 'evidence.edit'),
  erase: may(actor, 'capture.erase'),
  cancelAll: may(actor, 'job.manage'),
});
