import type { ReportDifference, ReportEvidence, ReportSaid } from './model.ts';

const MARK_WORDS: Readonly<Record<NonNullable<ReportEvidence['quoteCheck']>, string>> = {
  exact: 'word for word',
  broken: 'word for word, broken up',
  close: 'nearly: some words differ',
  not_found: 'not found in the capture',
};

/** How a quotation was found, in words; null where there are no words to look for. */
export function quoteWords({
  quote,
  quoteCheck,
  standsAt,
}: Pick<ReportEvidence, 'quote' | 'quoteCheck' | 'standsAt'>): string | null {
  if (quoteCheck === null) return quote === null ? null : 'not checked';
  return standsAt === null ? MARK_WORDS[quoteCheck] : `${MARK_WORDS[quoteCheck]}, at ${standsAt}`;
}

/** One difference in words: what the quotation leaves out, puts in, or changes. */
export function differenceInWords({ quote, source }: ReportDifference): string {
  if (quote === '') return `leaves out “${source}”`;
  return source === '' ? `puts in “${quote}”` : `“${quote}” for “${source}”`;
}

/** How the article's words stand in a piece of evidence, in one line. */
export const saidWords = ({ evidence: number, words, check, difference }: ReportSaid): string =>
  `“${words}” in [${number}]: ${[MARK_WORDS[check], ...difference.map(differenceInWords)].join('; ')}`;
