import { z } from 'zod';
import { id, optionalInstant, optionalText, span, text, version } from '#lib/platform/fields.ts';
import { QUERY_RULES } from '#lib/settings/types.ts';
import { ADDRESSEES, QUERY_OUTCOMES } from './types.ts';

const optionalId = id.nullish().transform((value) => value ?? null);
const body = text(5000);
/** Whom a query is put to, and how. */
const asked = z
  .object({
    addressee: z.enum(ADDRESSEES).nullable(),
    whom: optionalText(200),
    how: optionalText(200),
    dueAt: optionalInstant,
    /** Null for as the article has it. */
    holds: z.enum(QUERY_RULES).nullable(),
  })
  .nullish();

export const writeCommentInput = z.object({
  articleId: id,
  claimId: optionalId,
  threadId: optionalId,
  kind: z.enum(['note', 'query']).default('note'),
  body,
  asked,
  onVerdictId: optionalId,
  /** Of the claim's evidence, the piece that it speaks of. */
  evidenceId: id.nullish(),
  /** Of the article's text, the stretch that it speaks of; of a comment on no claim. */
  stretch: z.object({ revisionId: id, span }).nullish(),
});
export type WriteCommentInput = z.infer<typeof writeCommentInput>;
export const editCommentInput = z.object({ id, version, body, asked });
export type EditCommentInput = z.infer<typeof editCommentInput>;
export const resolveCommentInput = z.object({
  id,
  version,
  resolved: z.boolean(),
  /** Of a query alone. */
  outcome: z.enum(QUERY_OUTCOMES).nullish(),
  answer: optionalText(5000).optional(),
});
export const answerAsGuestInput = z.object({ queryId: id, body });
export type AnswerAsGuestInput = z.infer<typeof answerAsGuestInput>;
export const withdrawCommentInput = z.object({ id, version });
export type ResolveCommentInput = z.infer<typeof resolveCommentInput>;
export type WithdrawCommentInput = z.infer<typeof withdrawCommentInput>;
