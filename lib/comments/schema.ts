import { z } from 'zod';
import { id, text, version } from '#lib/platform/fields.ts';

export const writeCommentInput = z.object({
  articleId: id,
  claimId: id.nullish().transform((value) => value ?? null),
  threadId: id.nullish().transform((value) => value ?? null),
  kind: z.enum(['note', 'query']).default('note'),
  body: text(5000),
  onVerdictId: id.nullish().transform((value) => value ?? null),
});
export type WriteCommentInput = z.infer<typeof writeCommentInput>;
export const resolveCommentInput = z.object({ id, version, resolved: z.boolean() });
export const withdrawCommentInput = z.object({ id, version });
export type ResolveCommentInput = z.infer<typeof resolveCommentInput>;
export type WithdrawCommentInput = z.infer<typeof withdrawCommentInput>;
