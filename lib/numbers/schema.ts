import { z } from 'zod';
import { optionalDate } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { daysOf } from './rules.ts';
import type { Period } from './types.ts';

/** The longest period: a leap year. What it takes to count does not grow with the archive. */
export const MOST_DAYS = 366;

/** Both ends of a period, or neither. */
export const periodInput = z
  .object({ from: optionalDate, to: optionalDate })
  .refine(({ from, to }) => (from === null) === (to === null), { path: ['to'], message: says('field-period-end') })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    message: says('field-period-order'),
  })
  .refine(({ from, to }) => from === null || to === null || daysOf({ from, to }) <= MOST_DAYS, {
    path: ['from'],
    message: says('field-period-long', { most: MOST_DAYS }),
  });
export type PeriodAsked = { readonly from: string | null; readonly to: string | null };

/** The period that was asked for; null where none was. */
export const periodOf = ({ from, to }: PeriodAsked): Period | null =>
  from === null || to === null ? null : { from, to };
