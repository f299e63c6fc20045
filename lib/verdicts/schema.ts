import { z } from 'zod';
import { id, optionalText, text, version } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { ATTRIBUTION_FINDINGS } from '#lib/standing/types.ts';

/** Verdicts in force and sign-offs that the giver's page showed: what came meanwhile is told, not passed over. */
const seen = z.array(id).max(50);

export const giveVerdictInput = z.object({
  claimId: id,
  /** What the giver saw; a claim that has moved on since is refused with the difference. */
  basisDigest: z.string().regex(/^[0-9a-f]{64}$/),
  seen,
  ratingId: z.uuid(says('choose-one-of-scale')),
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

export const signOffInput = z.object({ verdictId: id, basisDigest: z.string().regex(/^[0-9a-f]{64}$/), seen });
/** Receipts as the server has handed them out with the claims. */
const receipt = z.string().max(100);
const SIGNED_AT_ONCE = 200;
const onceEach = (claims: readonly { readonly claimId: string }[]): boolean =>
  new Set(claims.map((claim) => claim.claimId)).size === claims.length;

/** What would come of signing these off together; `claims` left out, which of the article's wait for this reader. */
export const togetherInput = z.object({
  articleId: id,
  claims: z
    .array(z.object({ claimId: id, receipt: receipt.nullable() }))
    .min(1)
    .max(SIGNED_AT_ONCE)
    .refine(onceEach)
    .optional(),
});
export type TogetherInput = z.infer<typeof togetherInput>;
export const signTogetherInput = z.object({
  articleId: id,
  claims: z
    .array(z.object({ claimId: id, verdictId: id, receipt }))
    .min(1)
    .max(SIGNED_AT_ONCE)
    .refine(onceEach),
});
export type SignTogetherInput = z.infer<typeof signTogetherInput>;
export const withdrawTogetherInput = z.object({
  articleId: id,
  signOffIds: z.array(id).min(1).max(SIGNED_AT_ONCE),
  reason: text(500),
});
export type WithdrawTogetherInput = z.infer<typeof withdrawTogetherInput>;

export const withdrawVerdictInput = z.object({ verdictId: id, reason: text(500) });
export const withdrawSignOffInput = z.object({ signOffId: id, reason: text(500) });
/**
 * Gives a stale verdict's finding again on what stands now. One's own keeps its rationale; of another's it is the
 * confirmer's own words that are given here, if any: the rationale confirmed stays under its author's name.
 */
export const confirmVerdictInput = z.object({
  claimId: id,
  verdictId: id,
  basisDigest: z.string().regex(/^[0-9a-f]{64}$/),
  seen,
  rationale: optionalText(10_000),
});

export const decideFixInput = z
  .object({ id, version, state: z.enum(['accepted', 'refused', 'applied', 'proposed']), reason: optionalText(1000) })
  .refine((value) => value.state !== 'refused' || value.reason, {
    path: ['reason'],
    message: says('say-why-refused'),
  });
export type DecideFixInput = z.infer<typeof decideFixInput>;
export type SignOffInput = z.infer<typeof signOffInput>;
export type WithdrawVerdictInput = z.infer<typeof withdrawVerdictInput>;
export type WithdrawSignOffInput = z.infer<typeof withdrawSignOffInput>;
export type ConfirmVerdictInput = z.infer<typeof confirmVerdictInput>;
