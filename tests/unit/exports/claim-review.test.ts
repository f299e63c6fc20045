import { describe, expect, test } from 'vitest';
import { renderClaimReview } from '#lib/exports/claim-review.ts';
import type { ReportClaim, ReportModel } from '#lib/exports/model.ts';
import { awaiting, claim, disputed, evidence, excluded, rating, report, unchecked, verdict } from './made.ts';

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
        citation: [
          {
            '@type': 'CreativeWork',
            name: 'Customs table 4',
            url: 'https://customs.example/4',
            publisher: { '@type': 'Organization', name: 'Customs office' },
            datePublished: '2026-02-01',
          },
        ],
      },
    ]));

  test('cites each source once, and none that was withdrawn', () => {
    const other = { ...evidence().source, title: 'A call', link: null, publisher: null, publishedOn: null };
    const pieces = [evidence(), evidence({ number: 2, quote: 'by 39.8' }), evidence({ number: 3, source: other })];
    const gone = evidence({ number: 4, withdrawn: true, source: { ...other, title: 'A rumour' } });
    const [review] = graph(report([claim({ evidence: [...pieces, gone] })]));
    expect(review?.citation).toEqual([
      expect.objectContaining({ name: 'Customs table 4' }),
      { '@type': 'CreativeWork', name: 'A call' },
    ]);
  });

  test.each<[string, ReportClaim]>([
    ['unchecked', unchecked()],
    ['disputed', claim(disputed)],
    ['awaiting a second reader', claim(awaiting)],
    ['stale', claim({ stale: true, mark: 'stale' })],
    ['held by an open question', claim({ held: true })],
    ['of a wording that nobody has decided on', claim({ isWordingOpen: true })],
    ['excluded', claim(excluded)],
    ['without evidence', claim({ evidence: [] })],
    ['without evidence but what was withdrawn', claim({ evidence: [evidence({ withdrawn: true })] })],
    ['no longer in the article', claim({ start: null, end: null })],
    ['denied by whom it is ascribed to', claim({ factuality: 'denied' })],
    ['a fragment', claim({ statement: 'almost 40%', isSentence: false })],
  ])('has no review of what is %s', (_, item) => expect(graph(report([item]))).toEqual([]));

  test('reviews what the settling verdict says, whatever its seat', () => {
    const other = verdict({ id: 'second', seat: 2, rating: rating('false'), rationale: 'It does not.' });
    const [review] = graph(
      report([claim({ settledBy: 'third', settlingVerdict: 'second', verdicts: [verdict(), other] })]),
    );
    expect(review).toMatchObject({ reviewBody: 'It does not.', reviewRating: { alternateName: 'False' } });
  });

  test('says where one person settled the claim alone', () => {
    const override = { reason: 'Nobody else was there', by: { id: 'a', name: 'Ada' } };
    expect(graph(report([claim({ settledBy: 'one' })]))[0]?.reviewBody).toMatch(/without a second reader\.$/);
    expect(graph(report([claim({ settledBy: 'one', verdicts: [verdict({ override })] })]))[0]?.reviewBody).toMatch(
      /without a second reader: Nobody else was there$/,
    );
  });

  test.each([
    ['misattributed', 'Misattributed.'],
    ['distorted', 'Distorted.'],
    ['not_established', 'That it was said is not established.'],
  ] as const)('names nobody as having said what is found %s, and tells the finding', (attributionFinding, words) => {
    const said = { name: 'Maren Holt', kind: 'person', via: null } as const;
    const of = (finding: typeof attributionFinding | 'exact') =>
      graph(report([claim({ claimant: said, verdicts: [verdict({ attributionFinding: finding })] })]))[0];
    expect(of('exact')?.itemReviewed).toMatchObject({ author: { '@type': 'Person', name: 'Maren Holt' } });
    expect(of(attributionFinding)?.itemReviewed).not.toHaveProperty('author');
    expect(of(attributionFinding)?.reviewBody).toBe(`${words}\n\nThe customs table says so [1].`);
  });

  test('of a finding that was only confirmed, the rationale confirmed is told', () => {
    const later = verdict({ id: 'later', rationale: '', confirms: 'first' });
    const [review] = graph(report([claim({ settlingVerdict: 'later', verdicts: [later, verdict()] })]));
    expect(review?.reviewBody).toBe('The customs table says so [1].');
  });

  test('and of one that was confirmed again and again, the first', () => {
    const again = verdict({ id: 'again', rationale: '', confirms: 'later' });
    const later = verdict({ id: 'later', rationale: '', confirms: 'first' });
    const [review] = graph(report([claim({ settlingVerdict: 'again', verdicts: [again, later, verdict()] })]));
    expect(review?.reviewBody).toBe('The customs table says so [1].');
  });

  test('cannot end the script element that it stands in', () => {
    const text = renderClaimReview(
      report([claim({ statement: '</script><script>alert(1)</script><!-- & -->' })]),
      ADDRESS,
    );
    expect(text).not.toMatch(/[<>&]/);
    expect(JSON.parse(text)['@graph'][0].claimReviewed).toBe('</script><script>alert(1)</script><!-- & -->');
  });

  test('a rating without a number is told by its label alone', () =>
    expect(graph(report([claim({ verdicts: [verdict({ rating: rating('unproven') })] })]))[0]?.reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Unproven',
    }));

  test('nor has one that was taken out of use a place between the worst and the best', () => {
    const old = { ...rating('true'), key: 'certain', label: 'Certain', value: 10 };
    expect(graph(report([claim({ verdicts: [verdict({ rating: old })] })]))[0]?.reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Certain',
    });
  });

  test.each([
    ['person', { author: { '@type': 'Person', name: 'Maren Holt' } }],
    ['organization', { author: { '@type': 'Organization', name: 'Maren Holt' } }],
    ['document', { firstAppearance: { '@type': 'CreativeWork', name: 'Maren Holt' } }],
    ['unnamed', {}],
  ] as const)('a claimant that is a %s is told as schema.org has it', (kind, told) => {
    const [review] = graph(
      report([claim({ claimant: { name: 'Maren Holt', kind, via: null }, saidOn: '2026-03-01' })]),
    );
    expect(review?.itemReviewed).toMatchObject({ ...told, datePublished: '2026-03-01' });
    for (const key of ['author', 'firstAppearance'])
      if (!(key in told)) expect(review?.itemReviewed).not.toHaveProperty(key);
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
