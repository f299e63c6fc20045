import { z } from 'zod';
import { id, optionalLink, optionalText, text, version } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { isTimeZone } from './rules.ts';
import { MODES, QUERY_RULES, RECHECKS, RULE_STRENGTHS, SMALL_COUNTS, SWITCH } from './types.ts';

const onOrOff = z
  .enum(SWITCH)
  .transform((value) => value === 'on')
  .optional();

/** Where the public pages stand: an address without anything after its path. */
const publicAddress = optionalLink
  .refine((value) => value === null || !/[?#]/.test(value), says('field-public-address'))
  .transform((value) => value?.replace(/\/+$/, '') ?? null)
  .optional();

/** An address of the web or of mail. */
const publicContact = optionalText(300)
  .refine((value) => value === null || contact.safeParse(value).success, says('field-contact'))
  .optional();
const contact = z.union([z.email(), z.url({ protocol: /^https?$/ })]);

export const editSettingsInput = z.object({
  version,
  deskName: text(120),
  timeZone: text(60).refine(isTimeZone, says('field-zone')),
  defaultMode: z.enum(MODES),
  defaultQueries: z.enum(QUERY_RULES),
  recheckDays: z
    .enum(RECHECKS)
    .transform((days) => (days === 'never' ? null : Number(days)))
    .optional(),
  stampCaptures: onOrOff,
  archiveCaptures: onOrOff,
  publishing: onOrOff,
  publicAddress,
  publicMethod: optionalText(10_000).optional(),
  publicContact,
  // What is left out stays as it is.
  figureRule: z.enum(RULE_STRENGTHS).optional(),
  quotationRule: z.enum(RULE_STRENGTHS).optional(),
  misdeedRule: z.enum(RULE_STRENGTHS).optional(),
  openedRule: z.enum(RULE_STRENGTHS).optional(),
  smallCounts: z
    .enum(SMALL_COUNTS)
    .transform((shown) => shown === 'show')
    .optional(),
});
export type EditSettingsInput = z.infer<typeof editSettingsInput>;

const step = {
  label: text(60),
  description: optionalText(300).transform((value) => value ?? ''),
  /** For ClaimReview: the higher, the truer. */
  value: z
    .number({ error: says('field-rating-value') })
    .int(says('field-rating-value'))
    .min(1, says('field-rating-value'))
    .max(100, says('field-rating-value'))
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
