import type { Device } from '#lib/platform/session.ts';

export const ROLES = ['viewer', 'reviewer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

declare const minted: unique symbol;

/**
 * Somebody who may ask for things, as the database knows them at this moment. Only a gate makes one: the session's,
 * an API token's, the command line's, or a job's. `id` is null for the command line, which acts for whoever runs the machine,
 * and for jobs of the desk itself.
 */
export type Actor = {
  readonly kind: 'person' | 'token' | 'command' | 'job';
  readonly id: string | null;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly [minted]: true;
};

/** A person in their own session: the only one who may give verdicts and sign off. */
export type PersonActor = Actor & { readonly kind: 'person'; readonly id: string };

/**
 * A writer without an account, who came by a link to one article. No `Actor`, so that nothing which asks for one takes them: they read that
 * article's text and answer what is put to them, and there is nothing else that they could be asked to be let into. Only their gate makes one.
 */
export type Guest = {
  readonly kind: 'guest';
  /** Of their link, under which the history has what they do. */
  readonly id: string;
  readonly name: string;
  readonly articleId: string;
  readonly [minted]: true;
};

/**
 * Somebody of the public, who has no account and reads what is published. Only the public gate makes one, and only on a desk
 * that publishes.
 */
export type PublicReader = {
  readonly kind: 'public';
  /** When they ask: what comes later is not published yet. */
  readonly at: Date;
  /** Where the public pages stand for readers, without a slash at its end. */
  readonly base: string;
  readonly [minted]: true;
};

/** Where somebody who wants to sign in comes from. */
export type Visitor = {
  /** The network's address (`clientAddress`). */
  readonly address: string;
  /** What their browser calls itself. */
  readonly agent: string;
  /** The mark that earlier sign-ins left in their browser. */
  readonly device: Device | null;
};

/** A session as its person sees it in their list. */
export type OwnSessionDTO = {
  readonly id: string;
  readonly address: string;
  readonly agent: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
};
