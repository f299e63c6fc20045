import { z } from 'zod';
import { id, optionalDate, optionalText, text, version } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { sourceFields } from '#lib/sources/schema.ts';
import { ASPECTS, STANCES } from './types.ts';

const evidenceFields = z.object({
  stance: z.enum(STANCES),
  aspect: z.enum(ASPECTS).default('content'),
  quote: optionalText(5000),
  locator: optionalText(300),
  note: optionalText(2000),
  means: optionalText(300),
  consultedOn: optionalDate,
});

/** A source already there, by its id, or a new one. */
export const attachEvidenceInput = evidenceFields.extend({
  claimId: id,
  source: z
    .object({ id: id.optional(), fields: sourceFields.optional() })
    .refine((source) => (source.id === undefined) !== (source.fields === undefined), {
      message: says('choose-source-or-new'),
    }),
});
export type AttachEvidenceInput = z.infer<typeof attachEvidenceInput>;

export const editEvidenceInput = evidenceFields.extend({ id, version });
export type EditEvidenceInput = z.infer<typeof editEvidenceInput>;
export const withdrawEvidenceInput = z.object({ id, version, reason: text(500) });
export const restoreEvidenceInput = z.object({ id, version });
export type WithdrawEvidenceInput = z.infer<typeof withdrawEvidenceInput>;
export type RestoreEvidenceInput = z.infer<typeof restoreEvidenceInput>;
