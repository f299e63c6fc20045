import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { cache } from 'react';
import { attempt } from '#lib/platform/attempt.ts';
import { type Db, database } from '#lib/platform/db.ts';
import { clientAddress } from '#lib/platform/rate-limit.ts';
import type { Result } from '#lib/platform/result.ts';
import { readSession, SESSION_SECONDS, sessionSecret } from '#lib/platform/session.ts';
import { mintActor } from './gate.ts';
import { hasRight, type Right } from './policy.ts';
import type { PersonActor, Role } from './types.ts';

/** A person's record, as far as the gate reads it. */
export type Admissible = { id: string; name: string; email: string; role: Role; sessionEpoch: number };

/** The gate's own mint, lent to whoever proves a person, so that what they write to the history bears the name. */
export type Admit = (person: Admissible) => PersonActor;

/** Proves who somebody is, or refuses (by value, or by AppError out of a transaction). `address` is the network's. */
export type Proof = (
  db: Db,
  admit: Admit,
  credentials: Readonly<Record<string, string>>,
  address: string,
) => Promise<Result<Admissible>>;

const admit: Admit = (person) =>
  mintActor({
    kind: 'person',
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
  }) as PersonActor;

/**
 * next-auth's options over two proofs: a password, or a one-time link. A refusal reaches the form as JSON in the
 * answer's `error`, which next-auth fills with the thrown message.
 */
export function authOptions(proofs: { readonly password: Proof; readonly link: Proof }): AuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        id: 'password',
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) => prove(proofs.password, credentials, request.headers),
      }),
      CredentialsProvider({
        id: 'link',
        credentials: { token: {}, name: {}, password: {} },
        authorize: (credentials, request) => prove(proofs.link, credentials, request.headers),
      }),
    ],
    callbacks: {
      // `user` is given at the sign-in alone. Name and address stay out of the cookie: they may change.
      jwt: ({ token, user }) =>
        user ? { sub: user.id, epoch: (user as { id: string; sessionEpoch?: number }).sessionEpoch ?? 0 } : token,
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

async function prove(proof: Proof, credentials: Record<string, string> | undefined, head: unknown) {
  const result = await attempt(() => proof(database(), admit, credentials ?? {}, clientAddress(asHeaders(head))));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const asHeaders = (head: unknown) => new Headers((head ?? {}) as Record<string, string>);

/**
 * The person whose session this request carries, as the database knows them now: null where there is none, or
 * they were disabled, or their sessions were ended. Read once per rendered page.
 */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const claims = await readSession();
  if (!claims) return null;
  const person = await database().user.findUnique({
    where: { id: claims.userId, disabledAt: null, sessionEpoch: claims.epoch },
    select: { id: true, name: true, email: true, role: true, sessionEpoch: true },
  });
  return person && admit(person);
});

/**
 * The gate of a page: the signed-in person who has the right. To whom has it not the page is not there; who is not signed
 * in is led to the sign-in, and from there back.
 */
export async function requireActor(right: Right): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor) return hasRight(actor, right) ? actor : notFound();
  const path = (await headers()).get(PATH_HEADER);
  redirect(path && path !== '/' ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in');
}

/** proxy.ts names the page asked for in this header of the request. */
const PATH_HEADER = 'x-stet-path';
