import { isNamedTo } from '#lib/access/rules-confidential.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import {
  basisEvidence,
  type ClaimState,
  changesUnder,
  digestOf,
  seesStances,
  type VerdictRecord,
  type VerdictState,
} from './data.ts';
import { basisOf, maskedChange } from './rules-basis.ts';
import { seenOf } from './rules-seen.ts';
import type { BasisChange } from './types.ts';

/* What a reader is shown of what verdicts rest on: without what a blind reading hides from them, and without the names of confidential sources. */

/** The evidence of that number, where its source is not named to the reader. */
const unnamed = ({ record }: ClaimState, number: number | null, readerId: string | null) =>
  record.evidence.find((item) => item.number === number && !isNamedTo(item.source, readerId));

/** The same as this reader may know it: of evidence whose source is not named to them only that there is a change. */
export const changesShown = (state: ClaimState, verdict: VerdictState, readerId: string | null): BasisChange[] =>
  changesUnder(state, verdict).map((change) =>
    unnamed(state, change.evidence, readerId) ? maskedChange(change) : change,
  );

/**
 * A verdict's basis digest for this reader. Where it is over a source that is not named to them it is hashed once more, with what nobody
 * knows: of all else that it is over they know every word, and could try names until it fits.
 */
export function digestShown({ record }: ClaimState, verdict: VerdictRecord, readerId: string | null): string {
  const cited = new Set(verdict.cites.map(({ evidenceId }) => evidenceId));
  const salts = record.evidence
    .filter(({ id, source }) => cited.has(id) && !isNamedTo(source, readerId))
    .map(({ source }) => source.maskSalt);
  return salts.length === 0 ? verdict.basisDigest : sha256([...salts, verdict.basisDigest].join(':'));
}

/**
 * The digest of all that a second reader has before them of a claim: its words and evidence, the verdicts and sign-offs, what each verdict
 * rests on, the questions that everybody sees. As long as it is the same, nothing has changed since they had it open.
 */
export function shownDigest(state: ClaimState, readerId: string | null): string {
  const present = state.verdicts.filter((verdict) => verdict.inForce);
  return sha256(
    canonicalJson({
      claim: state.record.id,
      reader: readerId,
      basis: seenDigest(state, readerId),
      verdicts: [...seenOf(state.verdicts)].sort(),
      on: present.filter(({ revealed }) => revealed).map(({ record }) => digestShown(state, record, readerId)),
      questions: state.openQueries.map(({ id }) => id).sort(),
    }),
  );
}

/**
 * The digest of the claim and its evidence as this reader sees them. A verdict sends it back, so that nobody judges
 * what has changed meanwhile; what is hidden from the reader is no part of it, or the digest would tell.
 */
export function seenDigest(state: ClaimState, readerId: string | null): string {
  const open = seesStances(state, readerId);
  const evidence = state.record.evidence
    .filter((item) => item.withdrawnAt === null)
    .map((item) => {
      const said = basisEvidence(item);
      const seen = open || item.createdById === readerId ? said : { ...said, stance: null, note: null };
      if (isNamedTo(item.source, readerId)) return seen;
      return { ...seen, source: `${item.source.tier} ${item.source.kind}`, quote: null, locator: null, note: null };
    });
  return digestOf(basisOf(state.source, evidence));
}
