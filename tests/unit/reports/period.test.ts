import { expect, test } from 'vitest';
import { periodArticles } from '#lib/reports/rules-period.ts';

test('the sums of a period are those of the articles that it tells of, whatever was settled elsewhere while it was read', () => {
  const rated = { key: 'false', label: 'False', value: 1, stands: false, position: 1, count: 2 };
  const { articles, totals } = periodArticles({
    articles: [{ id: 'a', headline: 'A', outlet: null, byline: null, publishedOn: null, read: 1, minor: 0, total: 1 }],
    standing: [{ articleId: 'a', what: 'change', count: 2 }],
    ratings: [
      { articleId: 'a', ...rated },
      { articleId: 'b', ...rated },
    ],
    disputes: [],
    questions: [],
    reports: [],
  });
  expect(articles).toMatchObject([{ settled: 2, standing: { change: 2, stands: 0 } }]);
  expect(totals).toMatchObject({ settled: 2, wrong: 2, ratings: [{ key: 'false', count: 2 }] });
});

test('a period in which nothing was done is empty, and not an error', () => {
  const nothing = { articles: [], standing: [], ratings: [], disputes: [], questions: [], reports: [] };
  expect(periodArticles(nothing)).toMatchObject({ articles: [], totals: { articles: 0, settled: 0, wrong: 0 } });
});
