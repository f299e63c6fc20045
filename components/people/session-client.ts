'use client';

/** Why somebody was not let in, as the server says it. */
export type SignInRefusal = {
  readonly reason: string;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
};

/**
 * Signs in at next-auth's own endpoint. Null on success; throws where the server cannot be reached or does not answer
 * as it should.
 */
export async function signInBy(
  way: 'password' | 'link',
  credentials: Readonly<Record<string, string>>,
): Promise<SignInRefusal | null> {
  const answer = await post(`callback/${way}`, { ...credentials, callbackUrl: '/' });
  const url = new URL(answer.url);
  const error = url.searchParams.get('error');
  if (error) return JSON.parse(error) as SignInRefusal;
  if (url.searchParams.has('csrf')) throw new Error('The sign-in was not taken');
  return null;
}

/** Ends this browser's session and leads to the sign-in. */
export async function signOut(): Promise<void> {
  await post('signout', { callbackUrl: '/sign-in' });
  window.location.assign('/sign-in');
}

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<{ url: string }> {
  const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
  return (await response.json()) as { url: string };
}
