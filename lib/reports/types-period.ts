import type { PeriodArticle, PeriodRating, PeriodReport } from '#lib/exports/period/model.ts';

/** What is read for a period's report. An article with how far it is read. */
export type ArticleRow = Pick<PeriodArticle, 'id' | 'headline' | 'outlet' | 'byline' | 'publishedOn'> &
  PeriodArticle['coverage'];

/** A count of one article; `what` says of what. */
export type Counted<What> = { readonly articleId: string; readonly what: What; readonly count: number };

/** How many claims of an article were settled with a rating, which stands at `position` in the scale. */
export type RatedRow = PeriodRating & { readonly articleId: string; readonly position: number };

export type ReportRow = PeriodReport & { readonly articleId: string };
