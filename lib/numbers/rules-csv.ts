import { type Cell, csvText } from '#lib/exports/csv-text.ts';
import type { Estimate } from './rules-agreement.ts';
import type { Duration, NumbersDTO } from './types.ts';

const COLUMNS = ['from', 'to', 'measure', 'of', 'value', 'low', 'high', 'count'] as const;
/** What is measured, of what or whom, the value, its interval, and of how many. */
type Row = readonly [measure: string, of: Cell, value: Cell, low?: Cell, high?: Cell, count?: Cell];

/** The numbers as CSV, a row for each. What is too small to be shown is empty. */
export function numbersCsv(numbers: NumbersDTO): string {
  const { from, to } = numbers.period;
  return csvText([
    COLUMNS,
    ...rowsOf(numbers).map(([measure, of, value, low = null, high = null, count = null]) => [
      from,
      to,
      measure,
      of,
      value,
      low,
      high,
      count,
    ]),
  ]);
}

function rowsOf(numbers: NumbersDTO): Row[] {
  const { settled, fixes, agreement, byRating, people, pairs } = numbers;
  return [
    ...numbers.steps.flatMap(({ day, firstVerdicts, secondReadings, settled: claims }): Row[] => [
      ['first verdicts', day, firstVerdicts],
      ['second readings', day, secondReadings],
      ['claims settled', day, claims],
    ]),
    ...durationRows('minutes to the first verdict', numbers.toVerdict),
    ...durationRows('minutes from there to settled', numbers.toSettled),
    ['corrections found', null, settled.wrong, null, null, settled.count],
    ['settled with evidence', null, settled.withEvidence, null, null, settled.count],
    ['settled with a primary source', null, settled.withPrimary, null, null, settled.count],
    ['settled with a captured source', null, settled.withCapture, null, null, settled.count],
    ['wordings suggested', null, fixes.proposed],
    ['wordings taken', null, fixes.accepted],
    ['wordings refused', null, fixes.refused],
    ...(['blind', 'open'] as const).flatMap((mode): Row[] => {
      const { count, same, kappa, alpha, alphaOrdinal } = agreement[mode];
      return [
        estimateRow('share of same ratings', mode, same, count),
        estimateRow('kappa', mode, kappa, count),
        estimateRow('alpha', mode, alpha, count),
        estimateRow('alpha by order of the scale', mode, alphaOrdinal, count),
      ];
    }),
    ...byRating.map(({ label, value, given }): Row => ['alike on a rating', label, value, null, null, given]),
    ...(people ?? []).flatMap(({ name, firstVerdicts, secondReadings, evidence }): Row[] => [
      ['first verdicts by person', name, firstVerdicts],
      ['second readings by person', name, secondReadings],
      ['evidence by person', name, evidence],
    ]),
    ...(pairs ?? []).flatMap(({ names, count, same, kappa }): Row[] => [
      ['share of same ratings by pair', names.join(' and '), same, null, null, count],
      ['kappa by pair', names.join(' and '), kappa, null, null, count],
    ]),
  ];
}

const durationRows = (measure: string, { count, median, ninetieth }: Duration): Row[] => [
  [measure, 'median', median, null, null, count],
  [measure, '90th percentile', ninetieth, null, null, count],
];

const estimateRow = (measure: string, of: string, estimate: Estimate | null, count: number): Row => [
  measure,
  of,
  estimate?.value ?? null,
  estimate?.low ?? null,
  estimate?.high ?? null,
  count,
];
