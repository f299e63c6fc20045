import { z } from 'zod';
import { id, optionalDate, optionalText, span, text, version } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { MOST_INPUTS, WORKINGS } from '#lib/sources/rules-working.ts';
import { sourceFields } from '#lib/sources/schema.ts';
import { ASPECTS, STANCES } from './types.ts';

/** What a piece of evidence quotes at most, in characters. */
export const LONGEST_QUOTE = 5000;

const evidenceFields = z.object({
  stance: z.enum(STANCES),
  aspect: z.enum(ASPECTS).default('content'),
  quote: optionalText(LONGEST_QUOTE),
  locator: optionalText(300),
  note: optionalText(2000),
  means: optionalText(300),
  consultedOn: optionalDate,
});

/** A source already there, by its id, or a new one. */
export const attachEvidenceInput = evidenceFields.extend({
  claimId: id,
  source: z
    .object({
      id: id.optional(),
      fields: sourceFields.optional(),
      /** Why a new one is to be named to nobody else. */
      confidential: text(500).optional(),
    })
    .refine((source) => (source.id === undefined) !== (source.fields === undefined), {
      message: says('choose-source-or-new'),
    }),
});
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>;

const AT_ONCE = 200;

/** The same source, with the same words and stance, for several claims of one article. */
export const attachToManyInput = attachEvidenceInput.omit({ claimId: true }).extend({
  claims: z
    .array(id)
    .min(1)
    .max(AT_ONCE)
    .refine((claims) => new Set(claims).size === claims.length),
});
export type AttachToManyInput = z.infer<typeof attachToManyInput>;

/**
 * Words of a capture, by their place, for one claim of an article or for several of them; or figures of it, each by its place, with what is made of
 * them.
 */
export const attachPassageInput = z.object({
  captureId: id,
  /** The number of the reading whose text the place is in. */
  reading: z.number().int().positive(),
  passage: z.union([
    z.strictObject({ span }),
    z.strictObject({ working: z.enum(WORKINGS), figures: z.array(span).min(1).max(MOST_INPUTS) }),
  ]),
  claims: z
    .array(z.object({ id, stance: z.enum(STANCES), aspect: z.enum(ASPECTS).default('content') }))
    .min(1)
    .max(50)
    .refine((claims) => new Set(claims.map((claim) => claim.id)).size === claims.length),
});
export type AttachPassageInput = z.infer<typeof attachPassageInput>;

export const editEvidenceInput = evidenceFields.extend({ id, version });
export type EditEvidenceInput = z.infer<typeof editEvidenceInput>;
export const withdrawEvidenceInput = z.object({ id, version, reason: text(500) });
/** Pieces that were attached together, taken off together. */
export const withdrawManyInput = z.object({
  pieces: z.array(z.object({ id, version })).min(1).max(AT_ONCE),
  reason: text(500),
});
export type WithdrawManyInput = z.infer<typeof withdrawManyInput>;
export const restoreEvidenceInput = z.object({ id, version });
export type WithdrawEvidenceInput = z.infer<typeof withdrawEvidenceInput>;
export type RestoreEvidenceInput = z.infer<typeof restoreEvidenceInput>;
