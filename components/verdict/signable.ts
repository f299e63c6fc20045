import type { Asked } from '#components/galley/store.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { confirmable } from './confirmable.ts';

/**
 * The verdicts that the reader may sign off now, the lowest seat first. The sign-off's key belongs to the first of them:
 * a key does one thing, and the others are signed by their own buttons.
 */
export function signable(
  detail: Pick<ClaimDetailDTO, 'verdicts' | 'signOffRefusal'> | undefined,
  readerId: string,
): readonly VerdictDTO[] {
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

/** The verdict that a question is about, where it can still be asked of what the reader sees now; null otherwise. */
export function askedVerdict(
  asks: Asked | null,
  claim: ClaimDTO,
  detail: ClaimDetailDTO,
  readerId: string,
): VerdictDTO | null {
  if (asks === null || asks.seen.join() !== detail.seen.join()) return null;
  if (asks.deed === 'signOff') {
    const verdict = signable(detail, readerId).find(({ id }) => id === asks.verdictId);
    return verdict?.basisDigest === asks.basisDigest ? verdict : null;
  }
  const stale = confirmable(claim, detail);
  if (stale?.verdict.id !== asks.verdictId || stale.basisDigest !== asks.basisDigest) return null;
  return stale.verdict.content === null || detail.proposal !== null ? null : stale.verdict;
}
