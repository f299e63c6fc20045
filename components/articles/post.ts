import type { useTranslations } from 'next-intl';
import type { Refused } from '#lib/platform/result.ts';

export type Answer<T> = { readonly ok: true; readonly value: T } | (Refused & { readonly ok: false });

/** What the server read off a text. */
export type Guess = {
  readonly text: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly publishedOn: string | null;
  readonly language: string;
  readonly known: Known | null;
};

/** The article in which the very same text already stands. */
export type Known = { readonly id: string; readonly headline: string };

async function answerOf<T>(response: Response | null, lost: string): Promise<Answer<T>> {
  const body: unknown = await response?.json().catch(() => null);
  if (response?.ok) return { ok: true, value: body as T };
  const error =
    typeof body === 'object' && body !== null && 'error' in body ? (body.error as Omit<Refused, 'ok'>) : null;
  return error ? { ok: false, ...error } : { ok: false, reason: 'unavailable', message: lost };
}

/** Sends a form to a route. A lost connection is an answer too. */
export async function postJson<T>(address: string, body: object, lost: string): Promise<Answer<T>> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  return answerOf<T>(response, lost);
}

/** Has the server read a text or a file: canonical text, and what its head says. */
export async function readText(body: Blob | string, markdown: boolean, lost: string): Promise<Answer<Guess>> {
  const response = await fetch(`/api/articles/guess${markdown ? '?as=markdown' : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  }).catch(() => null);
  return answerOf<Guess>(response, lost);
}

const MAX_FILE = 10 * 1024 * 1024;
const isMarkdown = (name: string) => /\.(?:md|markdown)$/i.test(name);

/** Has the server read a file that was chosen or dropped. One that is empty or too large is refused before it is sent. */
export async function readFile(file: File, t: ReturnType<typeof useTranslations<'articles'>>): Promise<Answer<Guess>> {
  const wrong = (message: string): Answer<Guess> => ({
    ok: false,
    reason: 'invalid',
    message,
    fields: { text: message },
  });
  if (file.size > MAX_FILE) return wrong(t('fileTooLarge', { name: file.name }));
  if (file.size === 0) return wrong(t('fileEmpty', { name: file.name }));
  return readText(file, isMarkdown(file.name), t('connectionLost'));
}
