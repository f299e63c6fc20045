import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
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
const cookieName = (name: string) => `${isSecure() ? '__Secure-' : ''}${name}`;

/** The cookie of next-auth, under its own names. */
export const sessionCookieName = () => cookieName('next-auth.session-token');

export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set');
  return secret;
}

/** What the request's cookie says, or null where there is none, or it is forged or too old. */
export async function readSession(): Promise<SessionClaims | null> {
  return claimsIn((await cookies()).get(sessionCookieName())?.value);
}

/** The same of a cookie's value. */
export async function claimsIn(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  return claimsOf(await decode({ token, secret: sessionSecret() }).catch(() => null));
}

const isId = (value: unknown): value is string => id.safeParse(value).success;

export function claimsOf(payload: Readonly<Record<string, unknown>> | null | undefined): SessionClaims | null {
  if (!isId(payload?.sub) || !isId(payload.sid) || typeof payload.epoch !== 'number') return null;
  return { userId: payload.sub, sessionId: payload.sid, epoch: payload.epoch };
}

/** What next-auth writes into the cookie. */
export const payloadOf = ({ userId, sessionId, epoch }: SessionClaims) => ({ sub: userId, sid: sessionId, epoch });

/** Gives this browser a new session cookie: after a change that ended all of a person's sessions, they go on in a new one. */
export async function renewSession(claims: SessionClaims): Promise<void> {
  const maxAge = sessionSeconds();
  const token = await encode({ token: payloadOf(claims), secret: sessionSecret(), maxAge });
  (await cookies()).set(sessionCookieName(), token, cookieOptions(maxAge));
}

const cookieOptions = (maxAge: number) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge }) as const;

// ---- devices ----

const DEVICE_SECONDS = 180 * 24 * HOUR;
/** People who may sign in from one browser without its forgetting the first. */
const MOST_KNOWN = 8;
const deviceCookieName = () => cookieName('stet-device');
// A cookie of one kind is never taken for one of the other.
const DEVICE_SALT = 'stet device';

/** A browser in which people have signed in before: its own number, and their epochs by their ids. */
export type Device = { readonly id: string; readonly known: Readonly<Record<string, number>> };

/** The browser the request comes from, as an earlier sign-in left its mark there; null where nobody signed in yet. */
export async function readDevice(): Promise<Device | null> {
  const token = (await cookies()).get(deviceCookieName())?.value;
  if (!token) return null;
  const payload = await decode({ token, secret: sessionSecret(), salt: DEVICE_SALT }).catch(() => null);
  const known = payload?.known;
  if (!isId(payload?.device) || typeof known !== 'object' || known === null) return null;
  return { id: payload.device, known: Object.fromEntries(Object.entries(known).filter(isEpoch)) };
}

const isEpoch = (entry: [string, unknown]): entry is [string, number] => typeof entry[1] === 'number';

/** Leaves the mark that this person has signed in here. It opens nothing: it only tells their browser from a stranger's. */
export async function rememberDevice({ userId, epoch }: Pick<SessionClaims, 'userId' | 'epoch'>): Promise<void> {
  const device = await readDevice();
  const others = Object.entries(device?.known ?? {}).filter(([other]) => other !== userId);
  const known = Object.fromEntries([...others.slice(1 - MOST_KNOWN), [userId, epoch]]);
  const token = await encode({
    token: { device: device?.id ?? crypto.randomUUID(), known },
    secret: sessionSecret(),
    salt: DEVICE_SALT,
    maxAge: DEVICE_SECONDS,
  });
  (await cookies()).set(deviceCookieName(), token, cookieOptions(DEVICE_SECONDS));
}
