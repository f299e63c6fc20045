import { withoutControls } from '#lib/platform/canonical.ts';
import { renderAnnotations } from './annotations.ts';
import { renderClaimReview } from './claim-review.ts';
import { copyOf } from './copy/index.ts';
import { renderCsv } from './csv.ts';
import { renderDocx } from './docx/docx.ts';
import { renderHtml } from './html/html.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { Later, ReportModel } from './model.ts';
import { outlineOf } from './outline/index.ts';
import { renderPdf } from './pdf/pdf.ts';
import { renderXlsx } from './xlsx.ts';

/**
 * A frozen report: the snapshot as it was kept, canonical JSON, with its digest, and how it is read. `later` is what has come
 * after it, which every format says before all else; null where nothing has.
 */
export type FrozenReport = {
  readonly snapshot: string;
  readonly digest: string;
  readonly model: ReportModel;
  readonly later?: Later | null;
};

export type TextFormat = 'html' | 'markdown' | 'csv' | 'json' | 'claimreview' | 'annotations';
export type Format = TextFormat | 'pdf' | 'docx' | 'xlsx';

/** A frozen report as a file. `address` is where the report's page stands, for formats that link to it. */
export async function renderReport(
  report: FrozenReport,
  format: Format,
  address: string,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'pdf') return renderPdf(outlined(report));
  if (format === 'docx') {
    const outline = outlined(report);
    return renderDocx(outline, copyOf(report.model, outline, report.digest));
  }
  return format === 'xlsx' ? renderXlsx(report) : renderText(report, format, address);
}

/** The same in a format that is text. The words of older records may hold signs that a terminal obeys: they go no further. */
export function renderText(report: FrozenReport, format: TextFormat, address: string): string {
  // JSON writes such signs as escapes, and the snapshot must come out as it was kept.
  return format === 'json' ? renderJson(report) : withoutControls(written(report, format, address));
}

function written(report: FrozenReport, format: Exclude<TextFormat, 'json'>, address: string): string {
  switch (format) {
    case 'html':
      return renderHtml(outlined(report));
    case 'markdown':
      return renderMarkdown(outlined(report));
    case 'csv':
      return renderCsv(report);
    case 'claimreview':
      return renderClaimReview(report.model, address, report.later);
    case 'annotations':
      return renderAnnotations(report.model, address, report.later);
  }
}

const outlined = ({ model, digest, later }: FrozenReport) => outlineOf(model, digest, later);
