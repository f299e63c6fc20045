import type { Refused } from '#lib/platform/result.ts';

export type Posted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly reason: Refused['reason'] };

/** Sends a file's bytes to a route. A lost connection is an answer too, and says `lost`. */
export async function postFile<T>(address: string, file: Blob, lost: string): Promise<Posted<T>> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => null);
  const body: unknown = await response?.json().catch(() => null);
  if (response?.ok) return { ok: true, value: body as T };
  const error =
    typeof body === 'object' && body !== null && 'error' in body ? (body.error as Omit<Refused, 'ok'>) : null;
  return error
    ? { ok: false, reason: error.reason, message: error.message }
    : { ok: false, reason: 'unavailable', message: lost };
}
