import { outcomeOf, type ReportClaim, type ReportModel, verdictInForce } from './model.ts';

type Thing = { readonly '@type': string; readonly [key: string]: unknown };

/**
 * The settled claims as schema.org ClaimReview, one JSON-LD graph. What is unchecked, disputed, stale or excluded has
 * no review and is left out. Ratings without a number carry their label alone, as alternateName.
 * https://schema.org/ClaimReview
 */
export function renderClaimReview(report: ReportModel, address: string): string {
  const values = report.scale.map((rating) => rating.value).filter((value): value is number => value !== null);
  const range = values.length > 0 ? { bestRating: Math.max(...values), worstRating: Math.min(...values) } : {};
  const graph = report.claims.flatMap((claim) => review(report, claim, address, range));
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, null, 2)}\n`;
}

function review(report: ReportModel, claim: ReportClaim, address: string, range: object): Thing[] {
  const verdict = verdictInForce(claim);
  if (!verdict || claim.excluded || claim.stale) return [];
  return [
    {
      '@type': 'ClaimReview',
      '@id': `${address}#claim-${claim.number}`,
      url: `${address}#claim-${claim.number}`,
      datePublished: report.frozenAt.slice(0, 10),
      inLanguage: report.article.language === 'und' ? undefined : report.article.language,
      author: { '@type': 'Organization', name: report.desk },
      claimReviewed: claim.statement,
      reviewBody: verdict.rationale,
      itemReviewed: {
        '@type': 'Claim',
        text: claim.quote,
        author: claimant(report, claim),
        datePublished: claim.saidOn ?? report.article.publishedOn ?? undefined,
        appearance: {
          '@type': 'NewsArticle',
          headline: report.article.headline,
          url: report.article.link ?? undefined,
          publisher: report.article.outlet ? { '@type': 'Organization', name: report.article.outlet } : undefined,
          datePublished: report.article.publishedOn ?? undefined,
        },
      },
      reviewRating: {
        '@type': 'Rating',
        alternateName: outcomeOf(claim),
        ...(verdict.rating.value === null ? {} : { ratingValue: verdict.rating.value, ...range }),
      },
    },
  ];
}

function claimant(report: ReportModel, claim: ReportClaim): Thing | undefined {
  switch (claim.claimant.kind) {
    case 'author':
      return report.article.outlet ? { '@type': 'Organization', name: report.article.outlet } : undefined;
    case 'organization':
      return { '@type': 'Organization', name: claim.claimant.name };
    case 'person':
    case 'unnamed':
      return { '@type': 'Person', name: claim.claimant.name };
    case 'document':
      return { '@type': 'CreativeWork', name: claim.claimant.name };
  }
}
