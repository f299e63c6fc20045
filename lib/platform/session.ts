import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';

/** What a session cookie holds: who, and the epoch of their sessions. Everything else is asked of the database. */
export type SessionClaims = { readonly userId: string; readonly epoch: number };

/** Days after the sign-in; a session is not prolonged by using it. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Where this Stet is reached, for links that leave it. Never taken from a request, whose Host anybody may write. */
export function ownAddress(): string {
  const address = process.env.NEXTAUTH_URL;
  if (!address) throw new Error('NEXTAUTH_URL is not set');
  return address;
}

const isSecure = () => ownAddress().startsWith('https://');

/** The cookie of next-auth, under its own names. */
export const sessionCookieName = () => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`;

export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set');
  return secret;
}

/** What the request's cookie says, or null where there is none, or it is forged or too old. */
export async function readSession(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  return claimsOf(await decode({ token, secret: sessionSecret() }).catch(() => null));
}

function claimsOf(payload: Readonly<Record<string, unknown>> | null): SessionClaims | null {
  if (typeof payload?.sub !== 'string' || typeof payload.epoch !== 'number') return null;
  return { userId: payload.sub, epoch: payload.epoch };
}

/** Gives this browser a new cookie: after a change that ended all of a person's sessions, theirs goes on. */
export async function renewSession({ userId, epoch }: SessionClaims): Promise<void> {
  const token = await encode({ token: { sub: userId, epoch }, secret: sessionSecret(), maxAge: SESSION_SECONDS });
  (await cookies()).set(sessionCookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: SESSION_SECONDS,
  });
}
