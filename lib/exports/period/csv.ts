import { type Cell, csvText } from '../csv-text.ts';
import type { MadePeriod, PeriodArticle, PeriodModel, PeriodRating, PeriodStanding } from './model.ts';

export const PERIOD_COLUMNS = [
  'record',
  'from',
  'to',
  'made at',
  'digest',
  'article',
  'outlet',
  'person',
  'rating',
  'rating value',
  'count',
  'settled',
  'not standing',
  'first verdicts',
  'second readings',
  'evidence',
  'disputes',
  'corrections',
  'wordings',
  'wordings taken',
  'wordings refused',
  'stand now',
  'must change now',
  'disputed now',
  'stale now',
  'awaiting now',
  'unchecked now',
  'left out',
  'open questions',
  'sentences read',
  'sentences',
  'report',
  'at',
  'public at',
  'note',
] as const;
type Cells = Partial<Record<(typeof PERIOD_COLUMNS)[number], Cell>>;

/** A period's report as CSV: a row for the desk, each rating, each person; then for each article, its ratings and its reports. What is too small to be shown is empty. */
export function renderPeriodCsv({ model, digest }: MadePeriod): string {
  const of: Cells = { from: model.from, to: model.to, 'made at': model.madeAt, digest };
  const rows = rowsIn(model).map((row) => ({ ...of, ...row }));
  return csvText([[...PERIOD_COLUMNS], ...rows.map((row) => PERIOD_COLUMNS.map((column) => row[column] ?? null))]);
}

function rowsIn({ totals, people, articles }: PeriodModel): Cells[] {
  return [
    {
      record: 'desk',
      count: totals.articles,
      settled: totals.settled,
      'not standing': totals.wrong,
      'first verdicts': totals.firstVerdicts,
      'second readings': totals.secondReadings,
      disputes: totals.disputes,
      corrections: totals.corrections,
      wordings: totals.wordings.proposed,
      'wordings taken': totals.wordings.accepted,
      'wordings refused': totals.wordings.refused,
      'open questions': totals.questions,
      ...standingCells(totals.standing),
    },
    ...totals.ratings.map((one) => ratingRow(one)),
    ...people.map(({ name, firstVerdicts, secondReadings, evidence }) => ({
      record: 'person',
      person: name,
      'first verdicts': firstVerdicts,
      'second readings': secondReadings,
      evidence,
    })),
    ...articles.flatMap(articleRows),
  ];
}

const ratingRow = ({ label, value, count }: PeriodRating, of: Cells = {}): Cells => ({
  ...of,
  record: 'rating',
  rating: label,
  'rating value': value,
  count,
});

const standingCells = (standing: PeriodStanding): Cells => ({
  'stand now': standing.stands,
  'must change now': standing.change,
  'disputed now': standing.disputed,
  'stale now': standing.stale,
  'awaiting now': standing.await,
  'unchecked now': standing.unchecked,
  'left out': standing.leftOut,
});

function articleRows(article: PeriodArticle): Cells[] {
  const { headline, outlet, settled, standing, coverage, ratings, disputes, questions, reports } = article;
  const of: Cells = { article: headline, outlet };
  return [
    {
      ...of,
      record: 'article',
      settled,
      disputes,
      corrections: reports.filter(({ correction }) => correction !== null).length,
      'open questions': questions,
      'sentences read': coverage.read,
      sentences: coverage.total,
      ...standingCells(standing),
    },
    ...ratings.map((one) => ratingRow(one, of)),
    ...reports.map(
      ({ number, at, publicAt, correction }): Cells => ({
        ...of,
        record: 'report',
        report: number,
        at,
        'public at': publicAt,
        note: correction,
      }),
    ),
  ];
}
