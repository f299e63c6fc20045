import { type Saying, say } from '#lib/platform/result.ts';

/*
 * What is done to several claims at once, and which of them are left out. Asked for the preview, and again where it is written: what is left out there keeps
 * all of them from being written, but for a claim that is already as it is to be.
 */

export const MANY_DEEDS = ['assign', 'exclude', 'restore', 'flag', 'attach'] as const;
export type ManyDeed = (typeof MANY_DEEDS)[number];

/** A claim as the rule reads it. */
export type ManyClaim = {
  readonly number: number;
  readonly assigneeId: string | null;
  readonly excluded: boolean;
  readonly withdrawn: boolean;
  readonly replaced: boolean;
  readonly misdeed: boolean;
};

/** Who does it, and what they may. */
export type ManyActor = { readonly id: string | null; readonly mayAssign: boolean };

/** What is to become of a claim: whom it is given to, and whether it is flagged, where that is the deed. */
export type ManyWish = { readonly deed: ManyDeed; readonly assigneeId?: string | null; readonly misdeed?: boolean };

/** Why a claim is left out. `isSo`: it is already as it is to be, which is no reason to leave the others. */
export type LeftOut = { readonly because: Saying; readonly isSo: boolean };

/** Why a claim is left out of a deed on several, or null where it is done to it. Pure. */
export function leftOut(claim: ManyClaim, wish: ManyWish, actor: ManyActor): LeftOut | null {
  const { number } = claim;
  const bars = (because: Saying): LeftOut => ({ because, isSo: false });
  const isSo = (because: Saying): LeftOut => ({ because, isSo: true });
  if (claim.replaced) return bars(say('claim-number-replaced', { number }));
  if (claim.withdrawn && wish.deed !== 'restore') return bars(say('claim-number-withdrawn', { number }));
  switch (wish.deed) {
    case 'assign': {
      const isOwn = (id: string | null | undefined) => id == null || id === actor.id;
      if (claim.assigneeId === wish.assigneeId) return isSo(say('many-assigned-already'));
      return actor.mayAssign || (isOwn(claim.assigneeId) && isOwn(wish.assigneeId))
        ? null
        : bars(say('assign-own-only'));
    }
    case 'exclude':
      return claim.excluded ? isSo(say('many-excluded-already')) : null;
    case 'restore':
      return claim.excluded || claim.withdrawn ? null : isSo(say('many-not-excluded'));
    case 'flag':
      return claim.misdeed === wish.misdeed ? isSo(say('many-flagged-already')) : null;
    case 'attach':
      return null;
  }
}
