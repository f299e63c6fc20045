/** A report in the list of an article's reports. */
export type ReportRowDTO = {
  readonly id: string;
  readonly number: number;
  readonly revisionNumber: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly digest: string;
};
