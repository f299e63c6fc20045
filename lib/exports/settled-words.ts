/** What stands beside a rating wherever a verdict leaves Stet without its report: who is found to have said it, and that one person settled it. */
import { type ReportClaim, type ReportVerdict, settlingVerdict } from './model.ts';
import { sayOne } from './outline/words.ts';

/** What was found on whether it was said; null where nothing was. */
export const findingWords = ({ attributionFinding: finding }: ReportVerdict): string | null =>
  finding && sayOne('finding', finding);

/** What keeps a claim from being told as somebody's: another said it, it was something else, or nobody knows. */
const NOT_THEIRS: ReadonlySet<string | null> = new Set(['misattributed', 'distorted', 'not_established']);

/** Whether the claim may be told as said by its claimant. */
export const isTheirs = ({ attributionFinding }: ReportVerdict): boolean => !NOT_THEIRS.has(attributionFinding);

/** Says so where one person settled the claim alone. */
export function aloneNote(claim: ReportClaim): string | null {
  if (claim.settledBy !== 'one') return null;
  const reason = settlingVerdict(claim)?.override?.reason;
  return reason
    ? `Settled by one person, without a second reader: ${reason}`
    : 'Settled by one person, without a second reader.';
}
