import type { Db, Tx } from '#lib/platform/db.ts';
import { asksForEvidence } from '#lib/settings/rules.ts';
import type { DeskRules, SecondReaderMode } from '#lib/settings/types.ts';
import { type ClaimState, standingOf, type VerdictState } from './data.ts';
import { openingsOf } from './data-openings.ts';
import { inForce } from './rules.ts';
import { isQuotation, NOTHING_CITED, type Openings, type UnmetRule, unmetRules } from './rules-desk.ts';

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
export function unmetOf(
  { record, source }: ClaimState,
  people: number,
  rules: DeskRules,
  openings: Openings = NOTHING_CITED,
): UnmetRule[] {
  const claim = {
    // A claim that a person has added may have none read.
    hasFigure: record.kind === 'quantity' || source.figures.some(({ rank }) => !rank),
    isQuotation: isQuotation(source.quote, source.sentence),
    isMisdeed: record.misdeed,
  };
  const evidence = record.evidence
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ aspect, quoteCheck, source: { confidentialAt, id, ...cited } }) => ({
      aspect,
      quoteCheck,
      source: { ...cited, apart: confidentialAt === null ? null : id },
    }));
  return unmetRules(claim, evidence, people, rules, openings);
}

/** The pieces of evidence that a verdict cites and that are still there. */
const citedBy = ({ record }: ClaimState, { record: verdict }: VerdictState) => {
  const cited = new Set(verdict.cites.map(({ evidenceId }) => evidenceId));
  return record.evidence.filter(({ id, withdrawnAt }) => withdrawnAt === null && cited.has(id));
};

/** The same for a verdict that somebody signs off: of one that says nothing of how true it is, nothing is asked. */
export async function unmetBySigning(
  db: Db | Tx,
  state: ClaimState,
  verdict: VerdictState,
  rules: DeskRules,
  signerId: string,
): Promise<UnmetRule[]> {
  if (!asksForEvidence(verdict.record.rating)) return [];
  const openings = await openingsOf(db, citedBy(state, verdict), [verdict.authorId, signerId]);
  return unmetOf(state, 2, rules, openings);
}

/**
 * The same for who looks at the claim: of what has been settled as it was settled, otherwise of what the next reader would settle. Nothing where every
 * verdict in force asks for no evidence.
 */
export async function unmetFor(
  db: Db | Tx,
  state: ClaimState,
  readerId: string | null,
  rules: DeskRules,
): Promise<UnmetRule[]> {
  const present = inForce(state.verdicts);
  const readable = present.filter(({ revealed, authorId }) => revealed || authorId === readerId);
  const asking = readable.filter(({ record }) => asksForEvidence(record.rating));
  if (present.length > 0 && readable.length === present.length && asking.length === 0) return [];
  const { settledBy } = standingOf(state);
  const isByOne = present.length === 0 ? state.record.article.mode === 'one' : settledBy === 'one';
  const all: Openings[] = [];
  for (const verdict of asking) {
    const signers = verdict.record.signOffs.map(({ userId }) => userId);
    // Whoever looks would be the next to answer for it.
    const next = settledBy === null && readerId !== null ? [readerId] : [];
    all.push(await openingsOf(db, citedBy(state, verdict), [verdict.authorId, ...signers, ...next]));
  }
  const openings = {
    cited: all.reduce((sum, { cited }) => sum + cited, 0),
    opened: all.reduce((sum, { opened }) => sum + opened, 0),
  };
  return unmetOf(state, isByOne ? 1 : 2, rules, openings);
}
