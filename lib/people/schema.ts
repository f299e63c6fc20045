import { z } from 'zod';
import { ROLES } from '#lib/access/types.ts';
import { canonicalText } from '#lib/platform/canonical.ts';
import { id, optionalText, text, version } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { isPlainName, tidyName } from './rules-names.ts';
import { MIN_PASSWORD } from './types.ts';

/** Kept in lower case: an address means the same person however it is typed. */
export const email = z
  .string()
  .max(320, says('field-too-long', { most: 254 }))
  .transform((value) => canonicalText(value).trim().toLowerCase())
  .pipe(z.email(says('field-email')).max(254, says('field-too-long', { most: 254 })));

/** A password to be set. Length is what counts; there are no rules about signs and digits. */
export const newPassword = z
  .string()
  .min(MIN_PASSWORD, says('field-too-short', { least: MIN_PASSWORD }))
  .max(200, says('field-too-long', { most: 200 }))
  .refine((value) => new Set(value).size > 3, says('password-one-sign'));
/** A password to be compared. */
const password = z
  .string()
  .min(1, says('type-password'))
  .max(1000, says('field-too-long', { most: 1000 }));

/** A person's name, as reports print it. */
export const personName = text(120).transform(tidyName).refine(isPlainName, says('field-name'));
const role = z.enum(ROLES, { error: says('field-role', { roles: ROLES.join(', ') }) });

export const signInInput = z.object({ email, password });

export const createUserInput = z.object({ email, name: personName, role, password: newPassword });
export type CreateUserInput = z.infer<typeof createUserInput>;

export const inviteInput = z.object({
  email,
  name: optionalText(120)
    .transform((value) => value && tidyName(value))
    .refine((value) => value === null || isPlainName(value), says('field-name')),
  role,
});
export type InviteInput = z.infer<typeof inviteInput>;

/** A person, or an invitation. */
export const recordInput = z.object({ id });
export const disableInput = z.object({ id, version, disabled: z.boolean() });
export const changeRoleInput = z.object({ id, version, role });

export const ownNameInput = z.object({ name: personName });
export const namedPubliclyInput = z.object({ named: z.boolean() });
/** One's present password, typed again. */
export const proveInput = z.object({ current: password });
export const ownPasswordInput = z
  .object({ current: password, password: newPassword })
  .refine((value) => value.current !== value.password, { path: ['password'], message: says('password-same') });

/** What a one-time link's page sends; which fields must be there depends on the link. */
export const linkInput = z.object({
  token: z.string().max(200),
  email: z.string().optional(),
  name: z.string().optional(),
  password: z.string().optional(),
});
/** The first admin, through the set-up link. */
export const setUpInput = z.object({ email, name: personName, password: newPassword });
/** A newcomer, through an invitation. */
export const joinInput = z.object({ name: personName, password: newPassword });
export const resetInput = z.object({ password: newPassword });
