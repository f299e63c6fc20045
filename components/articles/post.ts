import type { useTranslations } from 'next-intl';
import type { Refused } from '#lib/platform/result.ts';
import type { ReadTextDTO } from '#lib/revisions/types.ts';

export type Answer<T> = { readonly ok: true; readonly value: T } | (Refused & { readonly ok: false });

async function answerOf<T>(response: Response | null, lost: string): Promise<Answer<T>> {
  const body: unknown = await response?.json().catch(() => null);
  if (response?.ok) return { ok: true, value: body as T };
  const error =
    typeof body === 'object' && body !== null && 'error' in body ? (body.error as Omit<Refused, 'ok'>) : null;
  return error ? { ok: false, ...error } : { ok: false, reason: 'unavailable', message: lost };
}

/** Sends a form to a route, and the file that it was filled from. A lost connection is an answer too. */
export async function postForm<T>(
  address: string,
  fields: object,
  file: File | null,
  lost: string,
): Promise<Answer<T>> {
  const json = JSON.stringify(fields);
  const form = new FormData();
  form.set('fields', new Blob([json], { type: 'application/json' }));
  if (file) form.set('original', file, file.name);
  const response = await fetch(
    address,
    file
      ? { method: 'POST', body: form }
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: json },
  ).catch(() => null);
  return answerOf<T>(response, lost);
}

async function read(body: Blob | string, query: string, lost: string): Promise<Answer<ReadTextDTO>> {
  const response = await fetch(`/api/articles/guess${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  }).catch(() => null);
  return answerOf<ReadTextDTO>(response, lost);
}

/** Has the server read words that were pasted or typed: canonical text, and what its head says. */
export const readText = (text: string, lost: string): Promise<Answer<ReadTextDTO>> => read(text, '', lost);

/** How a file's tracked changes are taken. */
export type Taking = 'accepted' | 'refused';

const MAX_FILE = 10 * 1024 * 1024;

/** What can be chosen; what is dropped is told by its bytes. */
export const FILE_KINDS =
  '.txt,.md,.markdown,.html,.htm,.docx,.odt,.pdf,text/plain,text/markdown,text/html,application/pdf';

/** Has the server read a file that was chosen or dropped. One that is empty or too large is refused before it is sent. */
export async function readFile(
  file: File,
  changes: Taking,
  t: ReturnType<typeof useTranslations<'articles'>>,
): Promise<Answer<ReadTextDTO>> {
  const wrong = (message: string): Answer<ReadTextDTO> => ({
    ok: false,
    reason: 'invalid',
    message,
    fields: { text: message },
  });
  if (file.size > MAX_FILE) return wrong(t('fileTooLarge', { name: file.name }));
  if (file.size === 0) return wrong(t('fileEmpty', { name: file.name }));
  const query = new URLSearchParams({ name: file.name.slice(-300), changes });
  return read(file, `?${query}`, t('connectionLost'));
}
