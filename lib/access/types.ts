export const ROLES = ['viewer', 'reviewer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

declare const minted: unique symbol;

/**
 * Somebody who may ask for things, as the database knows them at this moment. Only a gate makes one: the session's,
 * an API token's, or the command line's. `id` is null for the command line, which acts for whoever runs the machine.
 */
export type Actor = {
  readonly kind: 'person' | 'token' | 'command';
  readonly id: string | null;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly [minted]: true;
};

/** A person in their own session: the only one who may give verdicts and sign off. */
export type PersonActor = Actor & { readonly kind: 'person'; readonly id: string };
