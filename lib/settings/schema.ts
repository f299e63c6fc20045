import { z } from 'zod';
import { id, optionalText, text, version } from '#lib/platform/fields.ts';
import { isTimeZone } from './rules.ts';
import { MODES } from './types.ts';

export const editSettingsInput = z.object({
  version,
  deskName: text(120),
  timeZone: text(60).refine(isTimeZone, 'A time zone of the list, such as Europe/Berlin.'),
  defaultMode: z.enum(MODES),
});
export type EditSettingsInput = z.infer<typeof editSettingsInput>;

const step = {
  label: text(60),
  description: optionalText(300).transform((value) => value ?? ''),
  /** For ClaimReview: the higher, the truer. */
  value: z
    .number({ error: 'A whole number from 1 to 100, or nothing.' })
    .int('A whole number from 1 to 100, or nothing.')
    .min(1, 'A whole number from 1 to 100, or nothing.')
    .max(100, 'A whole number from 1 to 100, or nothing.')
    .nullable(),
  stands: z.boolean(),
};
export const addRatingInput = z.object(step);
export type AddRatingInput = z.infer<typeof addRatingInput>;
export const editRatingInput = z.object({ id, version, ...step });
export type EditRatingInput = z.infer<typeof editRatingInput>;
export const archiveRatingInput = z.object({ id, version, archived: z.boolean() });
export const moveRatingInput = z.object({ id, version, to: z.enum(['up', 'down']) });
export type MoveRatingInput = z.infer<typeof moveRatingInput>;
