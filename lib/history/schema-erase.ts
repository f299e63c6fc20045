import { z } from 'zod';
import { id, text } from '#lib/platform/fields.ts';

/** One event's detail to erase: its chain is an article's id, or "desk". */
export const eraseDetailInput = z.object({
  chain: z.union([z.literal('desk'), id]),
  sequence: z.number().int().positive(),
  reason: text(500),
});
export type EraseDetailInput = z.infer<typeof eraseDetailInput>;
