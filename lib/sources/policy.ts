import { visibleTo } from '#lib/access/policy-articles.ts';
import { seesAll } from '#lib/access/rules.ts';
import type { Actor } from '#lib/access/types.ts';
import type { Prisma } from '#lib/platform/db.ts';

/** Sources that an actor may know of: their own, and those cited where they may read. */
export const knownSources = (actor: Actor): Prisma.SourceWhereInput =>
  seesAll(actor)
    ? {}
    : {
        OR: [
          ...(actor.id ? [{ createdById: actor.id }] : []),
          { evidence: { some: { claim: { article: visibleTo(actor) } } } },
        ],
      };
