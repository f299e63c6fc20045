import type { BrowserContext, Page, Request, Response } from '@playwright/test';
import { type Account, waitUntil } from './stet.ts';

/**
 * Opens an address and waits until the page hears keys and clicks (before, what is typed or pressed is lost), and until
 * what it asked for on the way is there, so that what is not on it then does not come after.
 */
export const visit = (page: Page, address: string): Promise<Response | null> => settled(page, () => page.goto(address));

/** Asks for the page again, and waits as `visit` does. */
export async function reload(page: Page): Promise<void> {
  await settled(page, () => page.reload());
}

/** Does what loads a page, and waits as `visit` does. */
export async function settled<T>(page: Page, load: () => Promise<T>): Promise<T> {
  const open = new Set<Request>();
  // What changes are told by goes on for as long as the page is there.
  const begin = (request: Request) => isStream(request) || open.add(request);
  const end = (request: Request) => open.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  try {
    const answer = await load();
    await page.locator('html[data-live]').waitFor({ state: 'attached' });
    await waitUntil(() => open.size === 0, 60_000, 10);
    return answer;
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  }
}

const isStream = (request: Request) => /^\/api\/(?:guest\/[^/]+\/)?live$/.test(new URL(request.url()).pathname);

type Cookies = Parameters<BrowserContext['addCookies']>[0];
const sessions = new Map<string, Cookies>();

/**
 * Signs in, in this page's browser, without showing a page. Who has signed in before at that address gets the cookie of
 * then: a test that ends somebody's sessions needs a person of its own. The form itself is `signInByForm`.
 */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  const { request } = page.context();
  const csrf = await request.get('/api/auth/csrf');
  const known = sessions.get(`${email} ${csrf.url()}`);
  if (known) return page.context().addCookies(known);
  const { csrfToken } = await csrf.json();
  const form = { email, password, csrfToken, callbackUrl: '/', json: 'true' };
  const { url } = await (await request.post('/api/auth/callback/password', { form })).json();
  if (new URL(url).search) throw new Error(`${email} was not signed in: ${url}`);
  const cookies = await page.context().cookies(csrf.url());
  sessions.set(
    `${email} ${csrf.url()}`,
    cookies.filter(({ name }) => name.endsWith('session-token')),
  );
}

/** Signs in through the form and waits until the desk is there. */
export async function signInByForm(page: Page, { email, password }: Account): Promise<void> {
  await visit(page, '/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Has a page hear nothing of what others do, as where its line is lost. To be called before it is opened. */
export async function unheard(page: Page): Promise<void> {
  await page.route('**/api/live', (route) => route.fulfill({ contentType: 'text/event-stream', body: BEAT }));
  await page.route('**/api/live/missed', (route) => route.fulfill({ json: { mark: '', news: NO_NEWS } }));
}
const BEAT = 'event: beat\ndata: null\n\n';
const NO_NEWS = { articles: [], desk: false };

/** Keeps an answer back until it is let go; `lost` loses it. */
export async function heldBack(page: Page, address: string): Promise<(how: 'sent' | 'lost') => void> {
  let answer: (how: 'sent' | 'lost') => void = () => undefined;
  const answered = new Promise<'sent' | 'lost'>((done) => {
    answer = done;
  });
  await page.route(address, async (route) => ((await answered) === 'sent' ? route.continue() : route.abort()));
  return answer;
}
