import { z } from 'zod';
import { id, optionalText, text, version } from '#lib/platform/fields.ts';
import { ATTRIBUTION_FINDINGS } from '#lib/standing/types.ts';

export const giveVerdictInput = z.object({
  claimId: id,
  /** What the giver saw; a claim that has moved on since is refused with the difference. */
  basisDigest: z.string().regex(/^[0-9a-f]{64}$/),
  ratingId: z.uuid('Choose one from the desk’s scale.'),
  attributionFinding: z
    .enum(ATTRIBUTION_FINDINGS)
    .nullish()
    .transform((value) => value ?? null),
  rationale: text(10_000),
  /** Numbers of the evidence cited beside those that the rationale names in [brackets]. */
  cites: z.array(z.number().int().positive()).max(200).default([]),
  fix: optionalText(5000),
  /** An admin's reason to settle without the second person. */
  overrideReason: optionalText(1000),
});
export type GiveVerdictInput = z.infer<typeof giveVerdictInput>;

export const signOffInput = z.object({ verdictId: id, basisDigest: z.string().regex(/^[0-9a-f]{64}$/) });
export const withdrawVerdictInput = z.object({ verdictId: id, reason: text(500) });
export const withdrawSignOffInput = z.object({ signOffId: id, reason: text(500) });
/** Gives the verdict in force again, word for word, on the present basis. */
export const confirmVerdictInput = z.object({
  claimId: id,
  verdictId: id,
  basisDigest: z.string().regex(/^[0-9a-f]{64}$/),
});

export const decideFixInput = z
  .object({ id, version, state: z.enum(['accepted', 'refused', 'applied', 'proposed']), reason: optionalText(1000) })
  .refine((value) => value.state !== 'refused' || value.reason, {
    path: ['reason'],
    message: 'Say why the wording is refused.',
  });
export type DecideFixInput = z.infer<typeof decideFixInput>;
export type SignOffInput = z.infer<typeof signOffInput>;
export type WithdrawVerdictInput = z.infer<typeof withdrawVerdictInput>;
export type WithdrawSignOffInput = z.infer<typeof withdrawSignOffInput>;
export type ConfirmVerdictInput = z.infer<typeof confirmVerdictInput>;
