import type { Refused } from '#lib/platform/result.ts';

export type Sent =
  | { readonly ok: true; readonly jobId: string }
  | { readonly ok: false; readonly message: string | null };

/**
 * Sends a file to be kept as a capture; `onShare` hears how much of it, 0 to 1, is over. The message is null where the
 * connection was lost. A fetch tells nothing of what is on its way, so this is the older way to send.
 */
export function sendFile(
  sourceId: string,
  file: File,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/sources/${sourceId}/captures?name=${encodeURIComponent(file.name.slice(-300))}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onload = () => done(answerOf(request.response));
    request.onerror = () => done({ ok: false, message: null });
    request.onabort = () => done({ ok: false, message: '' });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function answerOf(body: unknown): Sent {
  if (typeof body !== 'object' || body === null) return { ok: false, message: null };
  if ('jobId' in body && typeof body.jobId === 'string') return { ok: true, jobId: body.jobId };
  const error = 'error' in body ? (body.error as Pick<Refused, 'message' | 'fields'>) : null;
  return { ok: false, message: error?.fields?.file ?? error?.message ?? null };
}
