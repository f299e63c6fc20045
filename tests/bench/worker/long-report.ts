import type { ReportClaim, ReportModel } from '#lib/exports/model.ts';
import { sample } from '#tests/unit/exports/sample.ts';

/**
 * A report of about so many claims: the tests' report, which has a claim in every state, again and again, a paragraph for each time, every one with
 * sources of its own.
 */
export function longReport(count: number): ReportModel {
  const times = Math.ceil(count / sample.claims.length);
  const { text } = sample.article;
  const step = text.length + 1;
  const moved = (claim: ReportClaim, i: number): ReportClaim => ({
    ...claim,
    id: `${claim.id} ${i}`,
    number: i * sample.claims.length + claim.number,
    start: claim.start === null ? null : claim.start + i * step,
    end: claim.end === null ? null : claim.end + i * step,
    evidence: claim.evidence.map((item) => ({
      ...item,
      source: { ...item.source, title: `${item.source.title}, volume ${i + 1}` },
    })),
  });
  const rounds = Array.from({ length: times }, (_, i) => i);
  return {
    ...sample,
    article: {
      ...sample.article,
      text: Array.from({ length: times }, () => text).join('\n'),
      blocks: rounds.flatMap((i) =>
        sample.article.blocks.map((block) => ({ ...block, start: block.start + i * step, end: block.end + i * step })),
      ),
    },
    claims: rounds.flatMap((i) => sample.claims.map((claim) => moved(claim, i))),
    formerClaims: [],
  };
}
