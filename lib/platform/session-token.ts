import { decode } from 'next-auth/jwt';
import { id } from './fields.ts';

/** What a session cookie holds: who, which session, and the epoch of their sessions. Everything else is asked of the database. */
export type SessionClaims = { readonly userId: string; readonly sessionId: string; readonly epoch: number };

const HOUR = 60 * 60;

/** Seconds that a session lasts from the sign-in on; using it does not prolong it. */
export const sessionSeconds = (): number => Number(process.env.STET_SESSION_DAYS || 14) * 24 * HOUR;
/** Seconds without a request after which a session has ended. */
export const idleSeconds = (): number => Number(process.env.STET_SESSION_IDLE_HOURS || 72) * HOUR;
/** Seconds for which a password that was typed proves who is sitting there. */
export const PROVED_SECONDS = 15 * 60;

/** Where this Stet is reached, for links that leave it. Never taken from a request, whose Host anybody may write. */
export function ownAddress(): string {
  const address = process.env.NEXTAUTH_URL;
  if (!address) throw new Error('NEXTAUTH_URL is not set');
  return address;
}

export const isSecure = () => ownAddress().startsWith('https://');
export const cookieName = (name: string) => `${isSecure() ? '__Secure-' : ''}${name}`;

/** The cookie of next-auth, under its own names. */
export const sessionCookieName = () => cookieName('next-auth.session-token');

export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set');
  return secret;
}

/** What a session cookie's value says, or null where there is none, or it is forged or too old. */
export async function claimsIn(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  return claimsOf(await decode({ token, secret: sessionSecret() }).catch(() => null));
}

export const isRecordId = (value: unknown): value is string => id.safeParse(value).success;

export function claimsOf(payload: Readonly<Record<string, unknown>> | null | undefined): SessionClaims | null {
  if (!isRecordId(payload?.sub) || !isRecordId(payload.sid) || typeof payload.epoch !== 'number') return null;
  return { userId: payload.sub, sessionId: payload.sid, epoch: payload.epoch };
}

/** What next-auth writes into the cookie. */
export const payloadOf = ({ userId, sessionId, epoch }: SessionClaims) => ({ sub: userId, sid: sessionId, epoch });
