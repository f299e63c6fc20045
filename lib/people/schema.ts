import { z } from 'zod';
import { ROLES } from '#lib/access/types.ts';
import { canonicalText } from '#lib/platform/canonical.ts';
import { id, optionalText, text, version } from '#lib/platform/fields.ts';
import { MIN_PASSWORD } from './types.ts';

/** Kept in lower case: an address means the same person however it is typed. */
export const email = z
  .string()
  .max(320, 'At most 254 characters.')
  .transform((value) => canonicalText(value).trim().toLowerCase())
  .pipe(z.email('An address such as ana@example.org.').max(254, 'At most 254 characters.'));

/** A password to be set. Length is what counts; there are no rules about signs and digits. */
export const newPassword = z
  .string()
  .min(MIN_PASSWORD, `At least ${MIN_PASSWORD} characters.`)
  .max(200, 'At most 200 characters.')
  .refine((value) => new Set(value).size > 3, 'Not one sign over and over.');
/** A password to be compared. */
const password = z.string().min(1, 'Type your password.').max(1000, 'At most 1000 characters.');

const name = text(120);
const role = z.enum(ROLES, { error: `One of ${ROLES.join(', ')}.` });

export const signInInput = z.object({ email, password });

export const createUserInput = z.object({ email, name, role, password: newPassword });
export type CreateUserInput = z.infer<typeof createUserInput>;

export const inviteInput = z.object({ email, name: optionalText(120), role });
export type InviteInput = z.infer<typeof inviteInput>;

/** A person, or an invitation. */
export const recordInput = z.object({ id });
export const disableInput = z.object({ id, version, disabled: z.boolean() });
export const changeRoleInput = z.object({ id, version, role });

export const ownNameInput = z.object({ name });
/** One's present password, typed again. */
export const proveInput = z.object({ current: password });
export const ownPasswordInput = z
  .object({ current: password, password: newPassword })
  .refine((value) => value.current !== value.password, { path: ['password'], message: 'This is your present one.' });

/** What a one-time link's page sends; which fields must be there depends on the link. */
export const linkInput = z.object({
  token: z.string().max(200),
  email: z.string().optional(),
  name: z.string().optional(),
  password: z.string().optional(),
});
/** The first admin, through the set-up link. */
export const setUpInput = z.object({ email, name, password: newPassword });
/** A newcomer, through an invitation. */
export const joinInput = z.object({ name, password: newPassword });
export const resetInput = z.object({ password: newPassword });
