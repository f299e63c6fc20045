import {
  type Later,
  type ReportClaim,
  type ReportEvidence,
  type ReportModel,
  type ReportVerdict,
  settlingVerdict,
} from './model.ts';
import { partWords } from './outline/part.ts';
import { eachOf, joined, jsonPieces } from './pieces.ts';
import { aloneNote, findingWords, isTheirs } from './settled-words.ts';

type Thing = { readonly '@type': string; readonly [key: string]: unknown };

/**
 * The settled claims as schema.org ClaimReview, one JSON-LD graph, safe to stand inside a page's script element. What is
 * unchecked, disputed, stale, held by a question, excluded, without evidence, or no whole sentence has no review and is
 * left out; so is what the article no longer says, and what it reports as denied: nobody in it says so. Ratings without a
 * number, or of another scale than the report's, carry their label alone, as alternateName. Who is found not to have said it is not named as
 * having said it, and the finding stands in the body. A correction, and that another report has taken this one's place, stands on each. https://schema.org/ClaimReview
 */
export const renderClaimReview = (report: ReportModel, address: string, later: Later | null = null): string =>
  joined(piecesOfClaimReview(report, address, later));

/** The same in pieces. */
export function* piecesOfClaimReview(report: ReportModel, address: string, later: Later | null): Generator<string> {
  const values = report.scale.map((rating) => rating.value).filter((value): value is number => value !== null);
  const range = values.length > 0 ? { bestRating: Math.max(...values), worstRating: Math.min(...values) } : {};
  const reviewed = report.claims.filter(isReviewed);
  const graph = eachOf(reviewed, (claim) => review(report, claim, address, { range, later }));
  for (const piece of jsonPieces({ '@context': 'https://schema.org', '@graph': graph }))
    yield piece.replace(/[<>&\u2028\u2029]/g, escaped);
  yield '\n';
}

/** A sign by its number: the same JSON, and nothing that an HTML parser could take for the end of the script. */
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Whether a claim is settled well enough to be published on its own, away from the article. */
export const isReviewed = (claim: ReportClaim): boolean =>
  claim.outcome === 'settled' &&
  !claim.stale &&
  !claim.held &&
  !claim.isWordingOpen &&
  claim.isSentence &&
  claim.start !== null &&
  claim.factuality !== 'denied' &&
  claim.evidence.some((item) => !item.withdrawn);

type About = { readonly range: object; readonly later: Later | null };

function review(report: ReportModel, claim: ReportClaim, address: string, { range, later }: About): Thing {
  const verdict = settlingVerdict(claim);
  if (!verdict) throw new Error(`Claim ${claim.number} is settled by no verdict`);
  return {
    '@type': 'ClaimReview',
    '@id': `${address}#claim-${claim.number}`,
    url: `${address}#claim-${claim.number}`,
    datePublished: report.frozenAt.slice(0, 10),
    correction:
      [report.correction, ...(later?.corrections.map(({ note }) => note) ?? [])].filter(Boolean).join('\n\n') ||
      undefined,
    creativeWorkStatus:
      [partWords(report), later && `Superseded by report ${later.number}`].filter(Boolean).join(' ') || undefined,
    inLanguage: report.article.language === 'und' ? undefined : report.article.language,
    author: { '@type': 'Organization', name: report.desk },
    claimReviewed: claim.statement,
    reviewBody: [findingWords(verdict), rationaleOf(claim), aloneNote(claim)].filter(Boolean).join('\n\n'),
    itemReviewed: {
      '@type': 'Claim',
      text: claim.quote,
      author: isTheirs(verdict) ? claimant(report, claim) : undefined,
      firstAppearance:
        claim.claimant.kind === 'document' ? { '@type': 'CreativeWork', name: claim.claimant.name } : undefined,
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
      alternateName: verdict.rating.label,
      ...(isOnScale(report, verdict) ? { ratingValue: verdict.rating.value, ...range } : {}),
    },
    citation: citations(claim),
  };
}

/** What the verdict rests on: each source once, as the report names it. */
function citations({ evidence }: ReportClaim): Thing[] {
  const cited = evidence.filter(({ withdrawn }) => !withdrawn).map(({ source }) => work(source));
  return [...new Map(cited.map((thing) => [JSON.stringify(thing), thing])).values()];
}

const work = ({ title, publisher, link, publishedOn }: ReportEvidence['source']): Thing => ({
  '@type': 'CreativeWork',
  name: title,
  url: link ?? undefined,
  publisher: publisher === null ? undefined : { '@type': 'Organization', name: publisher },
  datePublished: publishedOn ?? undefined,
});

/** A number means something only between the worst and the best of its own scale: a step taken out of use is of another. */
const isOnScale = ({ scale }: ReportModel, { rating }: ReportVerdict): boolean =>
  rating.value !== null && scale.some(({ key, value }) => key === rating.key && value === rating.value);

/** The settling verdict's rationale; of one that only confirms another's finding, that one's, however often it was confirmed. */
function rationaleOf(claim: ReportClaim): string {
  const before = (verdict: ReportVerdict) => claim.verdicts.find(({ id }) => id === verdict.confirms);
  const seen = new Set<ReportVerdict>();
  let verdict = settlingVerdict(claim) ?? undefined;
  while (verdict && verdict.rationale === '' && !seen.has(verdict)) {
    seen.add(verdict);
    verdict = before(verdict);
  }
  return verdict?.rationale ?? '';
}

/** Who said it, as schema.org has it: a person or an organization. A document is where it first stood, not its author. */
function claimant(report: ReportModel, claim: ReportClaim): Thing | undefined {
  switch (claim.claimant.kind) {
    case 'author':
      return report.article.outlet ? { '@type': 'Organization', name: report.article.outlet } : undefined;
    case 'organization':
      return { '@type': 'Organization', name: claim.claimant.name };
    case 'person':
      return { '@type': 'Person', name: claim.claimant.name };
    case 'document':
    case 'unnamed':
      return undefined;
  }
}
