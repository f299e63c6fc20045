import type { PeriodArticle, PeriodModel, PeriodRating, PeriodStanding } from '#lib/exports/period/model.ts';
import type { ArticleRow, Counted, RatedRow, ReportRow } from './types-period.ts';

type Read = {
  readonly articles: readonly ArticleRow[];
  readonly standing: readonly Counted<keyof PeriodStanding>[];
  readonly ratings: readonly RatedRow[];
  readonly disputes: readonly Counted<'disputes'>[];
  readonly questions: readonly Counted<'questions'>[];
  readonly reports: readonly ReportRow[];
};

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const NOTHING: PeriodStanding = { stands: 0, change: 0, disputed: 0, stale: 0, await: 0, unchecked: 0, leftOut: 0 };

/** The articles of a period's report, each with what was counted in it, and their sums. */
export function periodArticles(read: Read): {
  readonly articles: PeriodArticle[];
  readonly totals: Omit<PeriodModel['totals'], 'firstVerdicts' | 'secondReadings' | 'wordings'>;
} {
  const articles = read.articles.map((row) => articleOf(row, read));
  // They are read one after the other: what was settled meanwhile in an article that is not told of is not told of either.
  const ids = new Set(read.articles.map(({ id }) => id));
  const ratings = summed(read.ratings.filter(({ articleId }) => ids.has(articleId)));
  return {
    articles,
    totals: {
      articles: articles.length,
      settled: sumOf(articles.map(({ settled }) => settled)),
      wrong: sumOf(ratings.filter(({ stands }) => !stands).map(({ count }) => count)),
      ratings,
      disputes: sumOf(articles.map(({ disputes }) => disputes)),
      corrections: articles.flatMap(({ reports }) => reports).filter(({ correction }) => correction !== null).length,
      standing: standingIn(read.standing),
      questions: sumOf(articles.map(({ questions }) => questions)),
    },
  };
}

function articleOf({ read, minor, total, ...row }: ArticleRow, all: Read): PeriodArticle {
  const of = <T extends { readonly articleId: string }>(rows: readonly T[]) =>
    rows.filter(({ articleId }) => articleId === row.id);
  const ratings = summed(of(all.ratings));
  return {
    ...row,
    standing: standingIn(of(all.standing)),
    coverage: { read, minor, total },
    ratings,
    settled: sumOf(ratings.map(({ count }) => count)),
    disputes: sumOf(of(all.disputes).map(({ count }) => count)),
    questions: sumOf(of(all.questions).map(({ count }) => count)),
    reports: of(all.reports).map(({ articleId: _, ...report }) => report),
  };
}

function standingIn(rows: readonly Counted<keyof PeriodStanding>[]): PeriodStanding {
  const counts = { ...NOTHING };
  for (const { what, count } of rows) counts[what] += count;
  return counts;
}

/** By rating, in the order of the scale. */
function summed(rows: readonly RatedRow[]): PeriodRating[] {
  const byKey = [...Map.groupBy(rows, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, count: sumOf([first, ...others].map(({ count }) => count)) }] : [],
  );
  return byKey
    .sort((a, b) => a.position - b.position)
    .map(({ key, label, value, stands, count }) => ({ key, label, value, stands, count }));
}
