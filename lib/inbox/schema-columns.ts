import { z } from 'zod';
import { column } from '#lib/platform/column.ts';
import type { RefusalCode, Saying } from '#lib/platform/result.ts';

/** `feeds.error`. */
export const feedErrorColumn = column<Saying>(
  z.object({
    code: z.custom<RefusalCode>((value) => typeof value === 'string'),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
);
