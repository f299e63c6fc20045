import { z } from 'zod';
import { id, optionalText } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';

/** Claims to be reported at once: as many as can be taken. */
const MANY = 5000;

export const freezeReportInput = z.object({
  articleId: id,
  /** A report on these claims alone, and why these. */
  chosen: z
    .object({ claims: z.array(id).min(1, says('chosen-none')).max(MANY), note: optionalText(300) })
    .nullish()
    .transform((value) => value ?? null),
});
export type FreezeReportInput = z.input<typeof freezeReportInput>;

/** What is wanted of a copy that has come back: to see it, or to take one remark out of it. */
export const returnInput = z.object({
  articleId: id,
  take: z.object({ key: z.string().length(24), as: z.enum(['answer', 'comment']) }).optional(),
});
export type ReturnInput = z.infer<typeof returnInput>;

/** The formats a report is handed out in, with their file names' endings and media types. */
export const REPORT_FORMATS = {
  pdf: { ending: 'pdf', type: 'application/pdf' },
  docx: {
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  html: { ending: 'html', type: 'text/html; charset=utf-8' },
  markdown: { ending: 'md', type: 'text/markdown; charset=utf-8' },
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { ending: 'csv', type: 'text/csv; charset=utf-8' },
  json: { ending: 'report.json', type: 'application/json; charset=utf-8' },
  claimreview: { ending: 'claimreview.jsonld', type: 'application/ld+json; charset=utf-8' },
  annotations: {
    ending: 'annotations.jsonld',
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
  },
} as const;
/** The formats of a report on a period. */
export const periodFormat = z.enum(['pdf', 'html', 'markdown', 'csv', 'json']);

export type ReportFormat = keyof typeof REPORT_FORMATS;
export const reportFormat = z.enum([
  'pdf',
  'docx',
  'html',
  'markdown',
  'xlsx',
  'csv',
  'json',
  'claimreview',
  'annotations',
]);
