import { renderClaimReview } from './claim-review.ts';
import { renderCsv } from './csv.ts';
import { renderJson } from './json.ts';
import type { ReportModel } from './model.ts';

/** A frozen report as the text of a file. `address` is where the report's page stands, for formats that link to it. */
export function renderReport(
  report: { readonly model: ReportModel; readonly digest: string },
  format: 'json' | 'csv' | 'claimreview',
  address: string,
): string {
  switch (format) {
    case 'json':
      return renderJson(report.model, report.digest);
    case 'csv':
      return renderCsv(report.model);
    case 'claimreview':
      return renderClaimReview(report.model, address);
  }
}
