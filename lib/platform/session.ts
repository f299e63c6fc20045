import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import {
  claimsIn,
  cookieName,
  isRecordId,
  isSecure,
  payloadOf,
  type SessionClaims,
  sessionCookieName,
  sessionSeconds,
  sessionSecret,
} from './session-token.ts';

/** What the request's cookie says, or null where there is none, or it is forged or too old. */
export async function readSession(): Promise<SessionClaims | null> {
  return claimsIn((await cookies()).get(sessionCookieName())?.value);
}

/** Gives this browser a new session cookie: after a change that ended all of a person's sessions, they go on in a new one. */
export async function renewSession(claims: SessionClaims): Promise<void> {
  const maxAge = sessionSeconds();
  const token = await encode({ token: payloadOf(claims), secret: sessionSecret(), maxAge });
  (await cookies()).set(sessionCookieName(), token, cookieOptions(maxAge));
}

const cookieOptions = (maxAge: number) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge }) as const;

// ---- devices ----

const DEVICE_SECONDS = 180 * 24 * 60 * 60;
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
  if (!isRecordId(payload?.device) || typeof known !== 'object' || known === null) return null;
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

// ---- guests ----

const GUEST_SECONDS = 90 * 24 * 60 * 60;
/** Links that one browser keeps open: who writes for the desk often has several pieces with it. */
const MOST_GUEST_LINKS = 20;
const guestCookieName = () => cookieName('stet-guest');
const GUEST_SALT = 'stet guest';

/** The guests' links, by their ids, that were opened in the browser which asks. Whether they still hold the gate asks. */
export async function readGuestLinks(): Promise<readonly string[]> {
  const token = (await cookies()).get(guestCookieName())?.value;
  if (!token) return [];
  const payload = await decode({ token, secret: sessionSecret(), salt: GUEST_SALT }).catch(() => null);
  return Array.isArray(payload?.links) ? payload.links.filter(isRecordId) : [];
}

/** Leaves in this browser that it has opened a guest's link, whose token it need not keep. */
export async function rememberGuestLink(linkId: string): Promise<void> {
  const others = (await readGuestLinks()).filter((id) => id !== linkId);
  const links = [...others.slice(1 - MOST_GUEST_LINKS), linkId];
  const token = await encode({ token: { links }, secret: sessionSecret(), salt: GUEST_SALT, maxAge: GUEST_SECONDS });
  (await cookies()).set(guestCookieName(), token, cookieOptions(GUEST_SECONDS));
}
