import { z } from 'zod';
import { column } from '#lib/platform/column.ts';
import type { RefusalCode, Saying } from '#lib/platform/result.ts';
import type { JobDTO } from './types.ts';

/** What went wrong last, and how often something has since it was last put to work by hand. */
export type JobError = Saying & { readonly times: number };

/** `jobs.error`. */
export const errorColumn = column<JobError>(
  z.object({
    code: z.custom<RefusalCode>((value) => typeof value === 'string'),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    times: z.number(),
  }),
);

/** `jobs.result`. */
export const resultColumn = column<NonNullable<JobDTO['result']>>(
  z.object({
    captureId: z.string().optional(),
    checkId: z.string().optional(),
    outcome: z.string().optional(),
    counts: z.record(z.string(), z.number()).optional(),
  }),
);
