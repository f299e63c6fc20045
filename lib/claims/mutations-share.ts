import type { Actor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { giveTo } from './mutations-assign.ts';
import { assertLive, changeClaims } from './mutations-shared.ts';
import type { ShareOutInput } from './schema.ts';

/**
 * Gives claims of one article to several people, as they were shown beforehand: all of it or none, in one transaction. Where
 * somebody has changed or taken one of the claims meanwhile, where one is excluded or judged, or where somebody may not work on
 * the article, nothing is given to anybody.
 */
export function shareOut(db: Db, actor: Actor, { shares }: ShareOutInput): Promise<WorkbenchPatch> {
  const wanted = shares.flatMap(({ claims }) => claims);
  return changeClaims(db, actor, 'claim.assign', wanted, async (tx, article, claims) => {
    for (const claim of claims) {
      assertLive(claim);
      const isOpen = claim.progress === 'open' || claim.progress === 'in_review';
      if (claim.assigneeId !== null || claim.excludedAt !== null || !isOpen) refuse('conflict', 'share-changed');
    }
    const goesTo = new Map(shares.flatMap(({ personId, claims: own }) => own.map(({ id }) => [id, personId] as const)));
    await giveTo(tx, actor, article, claims, ({ id }) => goesTo.get(id) ?? null);
    return { touched: claims.map(({ id }) => id) };
  });
}
