import type { Role } from '#lib/access/types.ts';

export type PersonDTO = { readonly id: string; readonly name: string; readonly role: Role; readonly disabled: boolean };

/** A person as an admin sees them. */
export type AccountDTO = PersonDTO & {
  readonly email: string;
  readonly version: number;
  /** ISO instants. */
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
};

/** An invitation that nobody has taken up yet. Its link was shown once and is not kept. */
export type InvitationDTO = {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly invitedBy: string | null;
  /** ISO instant. */
  readonly expiresAt: string;
  readonly expired: boolean;
};

/** A link that somebody else made, for whoever it is for to be told. */
export type MadeForMeDTO = {
  readonly id: string;
  readonly purpose: LinkPurpose;
  /** Null for the command line. */
  readonly by: string | null;
  /** ISO instant. */
  readonly at: string;
};

export const LINK_PURPOSES = ['invite', 'set_up', 'sign_in', 'reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** What a one-time link opens, for its page to show before it is spent. */
export type LinkDTO = {
  readonly purpose: LinkPurpose;
  readonly email: string | null;
  readonly name: string | null;
  readonly role: Role | null;
  /** ISO instant. */
  readonly expiresAt: string;
};

/** A link as it is shown, once. */
export type MadeLink = { readonly url: string; readonly email: string | null; readonly expiresAt: string };

/** Characters a password has at least. */
export const MIN_PASSWORD = 10;
