import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { cache } from 'react';
import { attempt } from '#lib/platform/attempt.ts';
import { type Db, database } from '#lib/platform/db.ts';
import { clientAddress } from '#lib/platform/rate-limit.ts';
import type { Outcome } from '#lib/platform/result.ts';
import { readDevice, readSession, rememberDevice } from '#lib/platform/session.ts';
import { claimsOf, payloadOf, type SessionClaims, sessionSeconds, sessionSecret } from '#lib/platform/session-token.ts';
import { liveSession } from './data-sessions.ts';
import { mintActor } from './gate.ts';
import { endSessions, touchSession } from './mutations-sessions.ts';
import { hasRight, type Right } from './policy.ts';
import type { PersonActor, Role, Visitor } from './types.ts';

/** A person's record, as far as the gate reads it. */
export type Admissible = { id: string; name: string; email: string; role: Role; sessionEpoch: number };

/** The gate's own mint, lent to whoever proves a person, so that what they write to the history bears the name. */
export type Admit = (person: Admissible) => PersonActor;

/** Who has been let in, and the session that was begun for them. */
export type Admitted = Admissible & { readonly sessionId: string };

/** Proves who somebody is and begins their session, or refuses (by value, or by AppError out of a transaction). */
export type Proof = (
  db: Db,
  admit: Admit,
  credentials: Readonly<Record<string, string>>,
  from: Visitor,
) => Promise<Outcome<Admitted>>;

const admit: Admit = ({ id, name, email, role }) => mintActor({ kind: 'person', id, name, email, role }) as PersonActor;

/**
 * next-auth's options over two proofs: a password, or a one-time link. A refusal reaches the form as JSON in the
 * answer's `error`, which next-auth fills with the thrown message.
 */
export function authOptions(proofs: { readonly password: Proof; readonly link: Proof }): AuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: sessionSeconds() },
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
      jwt: ({ token, user }) => {
        if (!user) return token;
        const { id, sessionId, sessionEpoch } = user as Admitted;
        return payloadOf({ userId: id, sessionId, epoch: sessionEpoch });
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      // A copy of the cookie is worth nothing from here on.
      signOut: async ({ token }) => {
        const claims = claimsOf(token);
        if (claims) await endSessions(database(), claims.userId, claims.sessionId);
      },
    },
  };
}

async function prove(proof: Proof, credentials: Record<string, string> | undefined, head: unknown) {
  const result = await attempt(async () => proof(database(), admit, credentials ?? {}, await visitor(head)));
  if (!result.ok) throw new Error(JSON.stringify(result));
  const { id, sessionEpoch } = result.value;
  await rememberDevice({ userId: id, epoch: sessionEpoch });
  return result.value;
}

/** Where the request that is being answered comes from. */
export const currentVisitor = async (): Promise<Visitor> => visitor(Object.fromEntries(await headers()));

async function visitor(head: unknown): Promise<Visitor> {
  const sent = new Headers((head ?? {}) as Record<string, string>);
  return { address: clientAddress(sent), agent: sent.get('user-agent') ?? '', device: await readDevice() };
}

export type CurrentSession = { readonly actor: PersonActor; readonly sessionId: string; readonly isProved: boolean };

/**
 * The session this request carries, with its person as the database knows them now: null where there is none, it has
 * ended or run out, or they were disabled. Read once per rendered page.
 */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const claims = await readSession();
  if (!claims) return null;
  const live = await liveSession(database(), claims);
  if (!live) return null;
  await touchSession(database(), live.sessionId);
  return { actor: admit(live), sessionId: live.sessionId, isProved: live.isProved };
});

/** A person's page that asks by itself, and the session that it asks in. */
export type Unattended = { readonly actor: PersonActor; readonly claims: SessionClaims };

/**
 * The same for what a page asks by itself, with nobody there: it is no use of the session, which ends all the same when nobody
 * has used it for as long as sessions last.
 */
export async function unattendedSession(): Promise<Unattended | null> {
  const claims = await readSession();
  const live = claims && (await liveSession(database(), claims));
  return live ? { actor: admit(live), claims } : null;
}

export const currentActor = async (): Promise<PersonActor | null> => (await currentSession())?.actor ?? null;

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
