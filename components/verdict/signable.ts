import type { ClaimDetailDTO } from '#lib/claims/types.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';

/**
 * The verdicts that the reader may sign off now, the lowest seat first. The sign-off's key belongs to the first of them:
 * a key does one thing, and the others are signed by their own buttons.
 */
export function signable(detail: ClaimDetailDTO | undefined, readerId: string): readonly VerdictDTO[] {
  if (!detail || detail.signOffRefusal !== null) return [];
  return detail.verdicts
    .filter(
      (verdict) =>
        verdict.inForce &&
        !verdict.mine &&
        !verdict.stale &&
        verdict.content !== null &&
        verdict.basisDigest !== null &&
        verdict.signOff === null &&
        !verdict.authors.some((author) => author.id === readerId),
    )
    .sort((a, b) => a.seat - b.seat);
}
