import { z } from 'zod';
import { isWholeSentence } from '#lib/engine/index.ts';
import { type ReportClaim, type ReportModel, reportModel } from '#lib/exports/model.ts';
import { type Standing, standing, type VerdictFact } from '#lib/standing/rules.ts';
import { ATTRIBUTION_FINDINGS, type AttributionFinding } from '#lib/standing/types.ts';

/**
 * Reads a frozen snapshot in whatever form it is kept. `report/1` did not say which verdict settles a claim, nor who is who:
 * the rule of standing is applied to what it holds, and what it did not hold is null or empty. Its bytes and its digest
 * stay as they are; only how it is read is mended.
 */
export function readSnapshot(snapshot: string): ReportModel {
  const data: unknown = JSON.parse(snapshot);
  return isFirst(data) ? upgraded(first.parse(data)) : reportModel.parse(data);
}

const isFirst = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'format' in data && data.format === 'report/1';

const named = z.object({ name: z.string() });
const claimSchema = reportModel.shape.claims.element;

const firstVerdict = claimSchema.shape.verdicts.element
  .omit({ id: true, confirms: true, stale: true, staleBecause: true, unmet: true })
  .extend({
    by: named,
    override: z.object({ reason: z.string(), by: named }).nullable(),
    signedOff: z.object({ by: named, at: z.string() }).nullable(),
  });
const firstClaim = claimSchema
  .omit({
    isSentence: true,
    polarity: true,
    factuality: true,
    outcome: true,
    settlingVerdict: true,
    held: true,
    openQueries: true,
    isWordingOpen: true,
    withdrawn: true,
    became: true,
  })
  .extend({ excluded: z.object({ reason: z.string(), by: named }).nullable(), verdicts: z.array(firstVerdict) });
const first = reportModel
  .omit({
    minorSentences: true,
    sentences: true,
    openQueries: true,
    closedQueries: true,
    formerClaims: true,
    people: true,
    supersedes: true,
  })
  .extend({
    format: z.literal('report/1'),
    frozenBy: named,
    coverage: z.object({ read: z.number(), total: z.number() }),
    claims: z.array(firstClaim),
  });
type First = z.infer<typeof first>;

const somebody = ({ name }: { readonly name: string }) => ({ id: null, name });

function upgraded(report: First): ReportModel {
  return {
    ...report,
    frozenBy: somebody(report.frozenBy),
    coverage: { ...report.coverage, minor: 0 },
    minorSentences: [],
    sentences: [],
    openQueries: [],
    closedQueries: [],
    claims: report.claims.map(upgradedClaim),
    formerClaims: [],
    people: [],
    supersedes: null,
  };
}

function upgradedClaim(claim: First['claims'][number]): ReportClaim {
  const verdicts = claim.verdicts.map((verdict, i) => ({
    ...verdict,
    id: `${claim.number}.${i + 1}`,
    by: somebody(verdict.by),
    override: verdict.override && { reason: verdict.override.reason, by: somebody(verdict.override.by) },
    unmet: null,
    signedOff: verdict.signedOff && { at: verdict.signedOff.at, by: somebody(verdict.signedOff.by), unmet: null },
    confirms: null,
    // Which of them was stale it did not say; that one was, it did.
    stale: claim.stale && verdict.ended === null,
    staleBecause: [],
  }));
  const settled = claim.progress === 'settled' ? settlingOf(verdicts, claim.stale) : null;
  return {
    ...claim,
    isSentence: isWholeSentence(claim.statement),
    polarity: null,
    factuality: null,
    outcome: claim.excluded ? 'excluded' : outcomeOf(claim.progress),
    verdicts,
    settledBy: settled?.settledBy ?? claim.settledBy,
    settlingVerdict: settled?.settledVerdictId ?? null,
    held: false,
    openQueries: [],
    isWordingOpen: false,
    excluded: claim.excluded && { reason: claim.excluded.reason, by: somebody(claim.excluded.by) },
    withdrawn: null,
    became: [],
  };
}

/** What a live claim's progress comes to in a report: what nobody has judged is unchecked. */
export const outcomeOf = (progress: ReportClaim['progress']): ReportClaim['outcome'] =>
  progress === 'open' || progress === 'in_review' ? 'unchecked' : progress;

/** What settles, by the rule of standing: an override in the face of the others, the third reader's verdict, or the first. */
function settlingOf(verdicts: readonly ReportClaim['verdicts'][number][], stale: boolean): Standing {
  const byTime = [...verdicts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const facts = verdicts.map(
    (verdict): VerdictFact => ({
      id: verdict.id,
      seat: verdict.seat,
      authorId: verdict.by.name,
      ratingId: verdict.rating.key,
      attributionFinding: findingOf(verdict.attributionFinding),
      mode: verdict.mode,
      overridden: verdict.override !== null,
      signedOff: verdict.signedOff !== null,
      given: byTime.indexOf(verdict),
      inForce: verdict.ended === null,
      stale,
      staleOpenly: stale,
      revealed: true,
    }),
  );
  return standing({ assigned: false, evidence: 0, holding: 0, verdicts: facts });
}

const findingOf = (words: string | null): AttributionFinding | null =>
  ATTRIBUTION_FINDINGS.find((finding) => finding === words) ?? null;
