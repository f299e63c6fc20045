import type { ClaimDTO } from '#lib/standing/types.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';

export type Confirmable = {
  readonly verdict: VerdictDTO;
  /** What the reader has seen of its basis, and of the claim's verdicts. */
  readonly basisDigest: string;
  readonly seen: readonly string[];
};

/**
 * The verdict that asks for a fresh look and that the reader may let stand as given, with what they have seen; their own
 * before another's. Null where there is none, or the claim has yet to be read again after a change of one's own.
 */
export function confirmable(claim: ClaimDTO | undefined, detail: ClaimDetailDTO | undefined): Confirmable | null {
  if (!claim || !detail?.basisDigest || detail.verdictSeat === null) return null;
  if (detail.claim.version !== claim.version || detail.claim.anchorState === 'lost') return null;
  const stale = detail.verdicts.filter((verdict) => verdict.inForce && verdict.stale);
  const verdict = stale.find(({ mine }) => mine) ?? stale.find(({ content }) => content !== null);
  return verdict ? { verdict, basisDigest: detail.basisDigest, seen: detail.seen } : null;
}
