import { z } from 'zod';
import { id, text, version } from '#lib/platform/fields.ts';

/**
 * Marks a source as confidential, or says anew to whom it is named. `to` are people beside the handler and whoever brought the source in; `handler`
 * gives it over, and is otherwise whoever marks, or the one it has.
 */
export const markConfidentialInput = z.object({
  id,
  version,
  reason: text(500),
  to: z.array(id).max(200),
  handler: id.optional(),
});
export type MarkConfidentialInput = z.infer<typeof markConfidentialInput>;

export const unmarkConfidentialInput = z.object({ id, version, reason: text(500) });
export type UnmarkConfidentialInput = z.infer<typeof unmarkConfidentialInput>;
