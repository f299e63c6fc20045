import type { LiveMessage, Outlet } from './types.ts';

/*
 * A stream's messages on the wire: server-sent events, as browsers and proxies know them, each with the mark as its id.
 */

/** Nothing between may keep what comes, pack it or hold it back. */
export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

export function writeMessage(message: LiveMessage): string {
  const { kind, ...rest } = message;
  const id = 'mark' in message ? `id: ${message.mark}\n` : '';
  const said = kind === 'here' ? message.here : 'news' in rest ? rest.news : null;
  return `${id}event: ${kind}\ndata: ${JSON.stringify(said)}\n\n`;
}

/** The messages in what has come so far, and the beginning of the next that is left over. What is no message of ours is passed by. */
export function readMessages(text: string): { readonly messages: LiveMessage[]; readonly rest: string } {
  const parts = text.split('\n\n');
  const rest = parts.pop() ?? '';
  return { messages: parts.flatMap((part) => readMessage(part) ?? []), rest };
}

function readMessage(part: string): LiveMessage | null {
  const fields = new Map(
    part.split('\n').map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
  );
  const [kind, mark] = [fields.get('event'), fields.get('id')];
  if (kind === 'beat' || kind === 'over') return { kind };
  const said = JSON.parse(fields.get('data') ?? 'null');
  if (kind === 'here') return { kind, here: said };
  if ((kind === 'hello' || kind === 'moved') && mark !== undefined) return { kind, mark, news: said };
  return null;
}

/** Bytes that may wait for a reader who does not fetch them. */
const MOST_WAITING = 64 * 1024;

/**
 * A body that says what it is given, until either side ends it; null where `open` finds no room. A reader who does not
 * fetch what waits is left: it comes back with its mark.
 */
export function streamOf(
  open: (outlet: Outlet) => (() => void) | null,
  signal: AbortSignal,
): ReadableStream<Uint8Array> | null {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let close: (() => void) | null = null;
  const end = () => {
    const last = controller;
    controller = null;
    close?.();
    last?.close();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      cancel: () => {
        controller = null;
        close?.();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
  close = open({
    send: (message) => {
      if (controller === null) return;
      controller.enqueue(encoder.encode(writeMessage(message)));
      if ((controller.desiredSize ?? 0) < 0) end();
    },
    end,
  });
  if (close === null) return null;
  // Who has gone already is told nothing more.
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return body;
}
