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
  headers: async () => ({ get: (name: string) => (name === 'x-stet-path' ? '/asked/for' : null) }),
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
};

/** The next requests carry this person's session; null for nobody's. */
export async function wear(person: { id: string } | null, epoch = 0): Promise<void> {
  cookies.clear();
  if (person) cookies.set(COOKIE, await encode({ token: { sub: person.id, epoch }, secret: SECRET, maxAge: 600 }));
}
