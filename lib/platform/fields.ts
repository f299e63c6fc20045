import { z } from 'zod';
import { canonicalText } from './canonical.ts';
import { isDay, isMoment } from './days.ts';
import { says } from './issues.ts';

/** Building blocks of the input schemas: every text is canonicalised, trimmed and bounded here. */

export const id = z.uuid();
export const version = z.number().int().positive();

/** One line or more of text that must say something. */
export const text = (max: number) =>
  z
    .string()
    .max(max * 2, says('field-too-long', { most: max }))
    .transform((value) => canonicalText(value).trim())
    .pipe(
      z
        .string()
        .min(1, says('field-required'))
        .max(max, says('field-too-long', { most: max })),
    );

/** Text that may be left empty; empty becomes null. */
export const optionalText = (max: number) =>
  z
    .string()
    .max(max * 2, says('field-too-long', { most: max }))
    .nullish()
    .transform((value) => (value === null || value === undefined ? null : canonicalText(value).trim() || null))
    .pipe(
      z
        .string()
        .max(max, says('field-too-long', { most: max }))
        .nullable(),
    );

/** A local date, YYYY-MM-DD, in the years 1000 to 9998 (see `isDay`), or nothing. */
export const optionalDate = z
  .union([z.literal(''), z.string().refine(isDay, says('field-date'))])
  .nullish()
  .transform((value) => value || null);

/** An instant in ISO form, in the years 1000 to 9998 of UTC, or nothing. It comes out in UTC, as `toISOString` writes it. */
export const optionalInstant = z
  .union([
    z.literal(''),
    z.iso
      .datetime({ offset: true, message: says('field-instant') })
      .refine((value) => isMoment(new Date(value)), says('field-instant'))
      .transform((value) => new Date(value).toISOString()),
  ])
  .nullish()
  .transform((value) => value || null);

/** An http or https address, or nothing. */
export const optionalLink = z
  .union([z.literal(''), z.url({ protocol: /^https?$/, message: says('field-link') }).max(2000)])
  .nullish()
  .transform((value) => value || null);

/** A half-open stretch in UTF-16 code units. */
export const span = z
  .object({ start: z.number().int().nonnegative(), end: z.number().int().positive() })
  .refine((value) => value.start < value.end, { message: says('select-some-words') });

/** Whether a piece of an address can be a record's id; anything else is a 404, not a question for the database. */
export const isId = (value: string): boolean => id.safeParse(value).success;

/** The largest number that Postgres's `integer` holds. */
const MOST = 2_147_483_647;

/** A positive whole number out of an address, written as people write one; undefined where it is none that a record can have. */
export function numberIn(value: string | undefined): number | undefined {
  const number = /^[1-9]\d{0,9}$/.test(value ?? '') ? Number(value) : Number.NaN;
  return number <= MOST ? number : undefined;
}

/** Whether a piece of an address is an instant as `toISOString` writes it, in the years that Stet takes. */
export function isInstant(value: string): boolean {
  const at = new Date(value);
  return isMoment(at) && at.toISOString() === value;
}
