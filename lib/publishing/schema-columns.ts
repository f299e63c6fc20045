import { z } from 'zod';
import { column } from '#lib/platform/column.ts';
import type { Declined } from './types.ts';

const declined: z.ZodType<Declined> = z.object({
  ratings: z.record(z.string(), z.string().nullable()),
  reason: z.string(),
});
/** `publications.declined`. */
export const declinedColumn = column(declined);

const findings: z.ZodType<Readonly<Record<string, string>>> = z.record(z.string(), z.string());
/** `published_reports.findings`: by claim, the key of its rating. */
export const findingsColumn = column(findings);
