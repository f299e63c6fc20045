import { withoutControls } from '#lib/platform/canonical.ts';
import { renderPeriodPdf } from '../apart/apart.ts';
import { renderPeriodCsv } from './csv.ts';
import { renderPeriodHtml } from './html.ts';
import { renderPeriodMarkdown } from './markdown.ts';
import type { MadePeriod } from './model.ts';
import { periodOutline } from './outline.ts';

export type PeriodFormat = 'pdf' | 'html' | 'markdown' | 'csv' | 'json';

/** A period's report as a file. The same report has the same bytes. */
export async function renderPeriod(made: MadePeriod, format: PeriodFormat): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'pdf':
      return renderPeriodPdf(periodOutline(made));
    case 'html':
      return withoutControls(renderPeriodHtml(periodOutline(made)));
    case 'markdown':
      return withoutControls(renderPeriodMarkdown(periodOutline(made)));
    case 'csv':
      return withoutControls(renderPeriodCsv(made));
    case 'json':
      return `${JSON.stringify({ ...made.model, digest: made.digest }, null, 2)}\n`;
  }
}
