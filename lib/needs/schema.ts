import { z } from 'zod';
import { says } from '#lib/platform/issues.ts';
import { MAIL_CHOICES, NEED_KINDS, NEED_STANDS, NEED_VIEWS } from './types.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const key = z.string().regex(new RegExp(`^(?:${NEED_KINDS.join('|')}):${UUID}$`), says('input-not-understood'));
const state = z.string().regex(/^[0-9a-f]{8}$/, says('input-not-understood'));

/** Parts that are marked with one press: of one article no more are shown together. */
export const MOST_PARTS = 500;

/** What somebody says of what needs them, in the state in which they saw it. `until` is an ISO instant, of `later` alone. */
export const markNeedsInput = z
  .object({
    parts: z.array(z.object({ key, state })).min(1).max(MOST_PARTS),
    as: z.enum(NEED_STANDS),
    until: z.iso.datetime().nullable().default(null),
  })
  .refine(({ as, until }) => (as === 'later') === (until !== null), {
    message: says('input-not-understood'),
    path: ['until'],
  });
export type MarkNeedsInput = z.infer<typeof markNeedsInput>;

/** What an address asks for; wrongly, it is the first. */
export const viewInput = z.enum(NEED_VIEWS).catch('now');

export const chooseMailInput = z.object({ how: z.enum(MAIL_CHOICES) });
