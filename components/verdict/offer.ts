import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';

/**
 * What a reader is offered of a verdict of their own: the form at once, or, where the claim needs none of them now, a press that
 * says what it would do: to give another in place of theirs, to judge instead of having signed, or to differ from what is settled.
 */
export type Offer = 'form' | 'replace' | 'judgeAnew' | 'differ';

/** The offer, or null where the reader has no seat. */
export function offerOf(
  claim: Pick<ClaimDTO, 'excluded' | 'progress' | 'stale'>,
  { verdicts, verdictSeat }: Pick<ClaimDetailDTO, 'verdicts' | 'verdictSeat'>,
  readerId: string,
): Offer | null {
  if (claim.excluded || verdictSeat === null) return null;
  const present = verdicts.filter(({ inForce }) => inForce);
  if (present.some(({ mine }) => mine)) return 'replace';
  if (present.some(({ signOff }) => signOff?.by.id === readerId)) return 'judgeAnew';
  return claim.progress === 'settled' && !claim.stale ? 'differ' : 'form';
}
