import { z } from 'zod';
import { personName } from '#lib/people/schema.ts';
import { id, optionalInstant } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { MOST_GUEST_DAYS } from './types.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const inviteGuestInput = z.object({
  articleId: id,
  name: personName,
  until: optionalInstant.pipe(
    z
      .string(says('field-required'))
      .refine((until) => isAhead(Date.parse(until) - Date.now()), says('guest-until', { most: MOST_GUEST_DAYS })),
  ),
});
const isAhead = (ms: number) => ms > 0 && ms <= MOST_GUEST_DAYS * DAY_MS;
export type InviteGuestInput = z.infer<typeof inviteGuestInput>;

export const revokeGuestInput = z.object({ id });

/** What a guest's page sends of its link: the token stands behind the address, where no log and no other site sees it. */
export const openGuestInput = z.object({ token: z.string().max(200) });
