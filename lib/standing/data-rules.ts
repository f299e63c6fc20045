import { asksForEvidence } from '#lib/settings/rules.ts';
import type { DeskRules, SecondReaderMode } from '#lib/settings/types.ts';
import { type ClaimState, standingOf, type VerdictState } from './data.ts';
import { inForce } from './rules.ts';
import { isQuotation, type UnmetRule, unmetRules } from './rules-desk.ts';

/**
 * A claim's records under the desk's rules: where a misdeed may not be settled by one person, an article for which one is enough asks for a second on this
 * claim. Otherwise nobody could ever be the first.
 */
export function underRules(state: ClaimState, rules: DeskRules): ClaimState {
  const { record } = state;
  const mode = modeUnder(record.article.mode, state, rules);
  return mode === record.article.mode
    ? state
    : { ...state, record: { ...record, article: { ...record.article, mode } } };
}

/** The mode in which a verdict is given that would be given in another; one's own, given before the claim was flagged, is not replaced by one alone either. */
export const modeUnder = (mode: SecondReaderMode, { record }: ClaimState, rules: DeskRules): SecondReaderMode =>
  mode === 'one' && record.misdeed && rules.misdeed === 'refuse' ? 'open' : mode;

/** The desk's rules that a claim does not meet, where so many people answer for its verdict. */
export function unmetOf({ record, source }: ClaimState, people: number, rules: DeskRules): UnmetRule[] {
  const claim = {
    // A claim that a person has added may have none read.
    hasFigure: record.kind === 'quantity' || source.figures.some(({ rank }) => !rank),
    isQuotation: isQuotation(source.quote, source.sentence),
    isMisdeed: record.misdeed,
  };
  const evidence = record.evidence
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ aspect, source: { confidentialAt, id, ...cited } }) => ({
      aspect,
      source: { ...cited, apart: confidentialAt === null ? null : id },
    }));
  return unmetRules(claim, evidence, people, rules);
}

/** The same for a verdict that is signed off: of one that says nothing of how true it is, nothing is asked. */
export const unmetBySigning = (state: ClaimState, { record }: VerdictState, rules: DeskRules): UnmetRule[] =>
  asksForEvidence(record.rating) ? unmetOf(state, 2, rules) : [];

/**
 * The same for who looks at the claim: of what has been settled as it was settled, otherwise of what the next reader would settle. Nothing where every
 * verdict in force asks for no evidence.
 */
export function unmetFor(state: ClaimState, readerId: string | null, rules: DeskRules): UnmetRule[] {
  const present = inForce(state.verdicts);
  const readable = present.filter(({ revealed, authorId }) => revealed || authorId === readerId);
  if (
    present.length > 0 &&
    readable.length === present.length &&
    !readable.some(({ record }) => asksForEvidence(record.rating))
  )
    return [];
  const isByOne = present.length === 0 ? state.record.article.mode === 'one' : standingOf(state).settledBy === 'one';
  return unmetOf(state, isByOne ? 1 : 2, rules);
}
