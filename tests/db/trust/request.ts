import { encode } from 'next-auth/jwt';

/** The desk's secret and address in these tests. */
export const SECRET = 'a secret of these tests, long enough';
export const ADDRESS = 'http://127.0.0.1:3000';
const COOKIE = 'next-auth.session-token';

// What Next keeps for each request: the one thing that is not real here.
const cookies = new Map<string, string>();

/** Stands in for next/headers. */
export const nextHeaders = {
  cookies: async () => ({
    get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
    set: (name: string, value: string) => void cookies.set(name, value),
  }),
  // proxy.ts names the page asked for.
  headers: async () =>
    new Headers({ 'x-stet-path': '/asked/for', 'user-agent': 'Tests', 'x-forwarded-for': '192.0.2.9' }),
};

/** Stands in for next-intl/server: words are their keys, with what is put into them. */
export const nextIntl = {
  getTranslations: async () =>
    Object.assign((key: string, values?: unknown) => `${key} ${JSON.stringify(values ?? {})}`, {
      has: () => true,
      rich: (key: string) => key,
    }),
  getFormatter: async () => ({
    dateTime: (value: unknown) => String(value),
    number: (value: unknown) => String(value),
    relativeTime: (value: unknown) => String(value),
  }),
  getLocale: async () => 'en',
  getNow: async () => new Date(),
};

/** The next requests carry a new session of this person's, with the password just typed; null for nobody's. */
export async function wear(person: { id: string } | null, epoch = 0): Promise<void> {
  cookies.clear();
  if (!person) return;
  // Not at the head: what these import asks for next/headers, which this file stands in for.
  const [{ openSession }, { database }, { payloadOf }] = await Promise.all([
    import('#lib/access/mutations-sessions.ts'),
    import('#lib/platform/db.ts'),
    import('#lib/platform/session-token.ts'),
  ]);
  const from = { address: '192.0.2.9', agent: 'Tests' };
  const sessionId = await openSession(database(), person.id, 'password', from, true);
  const token = payloadOf({ userId: person.id, sessionId, epoch });
  cookies.set(COOKIE, await encode({ token, secret: SECRET, maxAge: 600 }));
}

/** The next requests come from a browser in which a guest's link was opened, and no session of the desk. */
export async function wearGuest(linkId: string): Promise<void> {
  cookies.clear();
  const { rememberGuestLink } = await import('#lib/platform/session.ts');
  await rememberGuestLink(linkId);
}

/** What the browser holds, to be taken away or put back. */
export const held = cookies;
