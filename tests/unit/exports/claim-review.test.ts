import { describe, expect, test } from 'vitest';
import { renderClaimReview } from '#lib/exports/claim-review.ts';
import type { ReportClaim, ReportModel } from '#lib/exports/model.ts';
import { claim, rating, report, unchecked, verdict } from './made.ts';

const ADDRESS = 'https://desk.example/reports/7';

function graph(model: ReportModel): Record<string, unknown>[] {
  const data = JSON.parse(renderClaimReview(model, ADDRESS));
  expect(data['@context']).toBe('https://schema.org');
  return data['@graph'];
}

describe('a report as ClaimReview', () => {
  test('tells a settled claim in full', () =>
    expect(graph(report([claim()]))).toEqual([
      {
        '@type': 'ClaimReview',
        '@id': `${ADDRESS}#claim-1`,
        url: `${ADDRESS}#claim-1`,
        datePublished: '2026-03-14',
        inLanguage: 'en',
        author: { '@type': 'Organization', name: 'The Estuary desk' },
        claimReviewed: 'Trade grew almost 40% in the first quarter of 2017.',
        reviewBody: 'The customs table says so [1].',
        itemReviewed: {
          '@type': 'Claim',
          text: 'grew almost 40%',
          author: { '@type': 'Organization', name: 'The Estuary Post' },
          datePublished: '2026-03-12',
          appearance: {
            '@type': 'NewsArticle',
            headline: 'Trade flows on',
            url: 'https://post.example/trade',
            publisher: { '@type': 'Organization', name: 'The Estuary Post' },
            datePublished: '2026-03-12',
          },
        },
        reviewRating: { '@type': 'Rating', alternateName: 'True', ratingValue: 5, bestRating: 5, worstRating: 1 },
      },
    ]));

  test.each<[string, ReportClaim]>([
    ['unchecked', unchecked()],
    ['disputed', claim({ progress: 'disputed', settledBy: null, mark: 'disputed' })],
    ['awaiting a second reader', claim({ progress: 'awaiting_second_reader', settledBy: null, mark: 'await' })],
    ['stale', claim({ stale: true, mark: 'stale' })],
    ['excluded', claim({ excluded: { reason: 'An opinion.', by: { name: 'Edda' } }, mark: 'excluded' })],
    [
      'without a verdict in force',
      claim({ verdicts: [verdict({ ended: { how: 'withdrawn', at: '2026-03-13T11:00:00.000Z', reason: null } })] }),
    ],
  ])('has no review of what is %s', (_, item) => expect(graph(report([item]))).toEqual([]));

  test('a rating without a number is told by its label alone', () =>
    expect(graph(report([claim({ verdicts: [verdict({ rating: rating('unproven') })] })]))[0]?.reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Unproven',
    }));

  test.each([
    ['person', 'Person'],
    ['unnamed', 'Person'],
    ['organization', 'Organization'],
    ['document', 'CreativeWork'],
  ] as const)('who said it, a %s, is a %s', (kind, type) => {
    const [review] = graph(
      report([claim({ claimant: { name: 'Maren Holt', kind, via: null }, saidOn: '2026-03-01' })]),
    );
    expect(review?.itemReviewed).toMatchObject({
      author: { '@type': type, name: 'Maren Holt' },
      datePublished: '2026-03-01',
    });
  });

  test('what the article does not know is left out', () => {
    const [review] = graph(report([claim()], { outlet: null, link: null, publishedOn: null, language: 'und' }));
    expect(review).not.toHaveProperty('inLanguage');
    expect(review?.itemReviewed).toEqual({
      '@type': 'Claim',
      text: 'grew almost 40%',
      appearance: { '@type': 'NewsArticle', headline: 'Trade flows on' },
    });
  });
});
