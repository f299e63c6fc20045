import { renderClaimReview } from './claim-review.ts';
import { renderCsv } from './csv.ts';
import { renderJson } from './json.ts';
import type { ReportModel } from './model.ts';

/** A frozen report: the snapshot as it was kept, canonical JSON, with its digest, and how it is read. */
export type FrozenReport = { readonly snapshot: string; readonly digest: string; readonly model: ReportModel };

/** A frozen report as the text of a file. `address` is where the report's page stands, for formats that link to it. */
export function renderReport(report: FrozenReport, format: 'json' | 'csv' | 'claimreview', address: string): string {
  switch (format) {
    case 'json':
      return renderJson(report);
    case 'csv':
      return renderCsv(report);
    case 'claimreview':
      return renderClaimReview(report.model, address);
  }
}
