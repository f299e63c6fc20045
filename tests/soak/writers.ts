import { z } from 'zod';

/** A write that the server has said is done: what it said, and what must be there ever after. */
export type Acknowledged = { readonly id: string; readonly headline: string };

export type Writers = {
  /** All that has been acknowledged so far. */
  readonly acknowledged: readonly Acknowledged[];
  /** Resolves when a write that began after the call is acknowledged. */
  next(): Promise<void>;
  stop(): Promise<void>;
};

const Added = z.object({ id: z.string() });

/** Signs a person in over HTTP and returns the cookies of their session. */
export async function signIn(address: string, email: string, password: string): Promise<string> {
  const first = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await first.json());
  const body = new URLSearchParams({ csrfToken, email, password, json: 'true' });
  const answer = await fetch(`${address}/api/auth/callback/password`, {
    method: 'POST',
    body,
    headers: { cookie: cookiesOf(first), 'content-type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  });
  const cookies = cookiesOf(answer);
  if (!cookies.includes('session-token')) throw new Error(`Could not sign in: ${answer.status} ${await answer.text()}`);
  return cookies;
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/**
 * People who add one article after another. What fails is tried again with other words: it may have been done without
 * our hearing of it, and counts for nothing. A refusal that is no failure of the machine ends the whole with an error.
 */
export function startWriters(address: () => string, cookies: readonly string[]): Writers {
  const acknowledged: Acknowledged[] = [];
  const heard = new Set<(began: number) => void>();
  let stopped = false;
  let failure: Error | null = null;
  const write = async (cookie: string, headline: string) => {
    const began = performance.now();
    const response = await fetch(`${address()}/api/articles`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({
        headline,
        text: `${headline}\n\nThe council approved £${acknowledged.length + 2} million on Monday.`,
      }),
      signal: AbortSignal.timeout(60_000),
    });
    const body = await response.text();
    if (response.ok) {
      acknowledged.push({ ...Added.parse(JSON.parse(body)), headline });
      for (const tell of heard) tell(began);
    } else if (response.status < 500) {
      throw new Error(`A writer was refused: ${response.status} ${body}`);
    }
  };
  const work = async (cookie: string, writer: number) => {
    for (let count = 0; !stopped; count++) {
      try {
        await write(cookie, `Writer ${writer}, article ${count}`);
      } catch (error) {
        // No answer, or half of one: fetch's own errors have no other kind.
        if (!(error instanceof TypeError || (error instanceof Error && /abort|timeout|JSON/i.test(error.name))))
          failure = error instanceof Error ? error : new Error(String(error));
        if (failure) break;
        await new Promise((done) => setTimeout(done, 50));
      }
    }
  };
  const working = Promise.all(cookies.map(work));
  return {
    acknowledged,
    next: () =>
      new Promise((done, failed) => {
        const asked = performance.now();
        const tell = (began: number) => {
          if (began < asked) return;
          heard.delete(tell);
          clearInterval(watch);
          done();
        };
        const watch = setInterval(() => failure && failed(failure), 200);
        heard.add(tell);
      }),
    stop: async () => {
      stopped = true;
      await working;
      if (failure) throw failure;
    },
  };
}
