import type { Later } from '#lib/exports/model.ts';

/** A report in the list of an article's reports. */
export type ReportRowDTO = {
  readonly id: string;
  readonly number: number;
  readonly revisionNumber: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly digest: string;
  /** What was wrong in the report before. */
  readonly correction: string | null;
  /** How many claims it holds where these were chosen; null of the whole article. */
  readonly chosen: number | null;
};

/** The report that has taken an earlier one's place. */
export type LaterReport = Later & { readonly id: string };
