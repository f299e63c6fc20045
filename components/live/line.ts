import { readMessages } from '#lib/live/rules-stream.ts';
import type { LiveMessage, MissedDTO } from '#lib/live/types.ts';

/**
 * How the line to the server is. `lost`: nothing comes through, and it is tried again. `ended`: the session is over, and
 * nothing will come.
 */
export type LineState = 'open' | 'lost' | 'ended';

/** Where people's streams are; under it, at `missed`, the same is asked once. */
export const DESK_PATH = '/api/live';

/** What a line is made of; tests bring their own. */
export type LineParts = {
  readonly fetch: typeof fetch;
  /** Resolves after so many milliseconds, or at once where the line is closed or woken. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  /** False where no stream is to be opened, and the server is asked now and then instead. */
  readonly streams: boolean;
};

/** The first word comes at once: where it has not within this, something between holds back what comes. */
const FIRST_WORD_MS = 5_000;
/** Beats come every 15 s. */
const SILENT_MS = 40_000;
const POLL_MS = 2_000;
/** For how many polls no stream is tried again. */
const POLLS = 150;
const AGAIN_MS = { first: 500, most: 30_000 } as const;

export type Line = {
  readonly close: () => void;
  /** Does not wait any longer before it tries again. */
  readonly wake: () => void;
  /** Takes the stream that it has for lost, and tries again: the network has gone or come. */
  readonly renew: () => void;
};

/**
 * Keeps a line to the server from a mark on: a stream, and where none comes through, by asking now and then. Each message is
 * given once, in order; after a line was lost the next begins with what was missed.
 */
export function openLine(
  from: string,
  onMessage: (message: LiveMessage) => void,
  onState: (state: LineState) => void,
  { fetch: ask, wait, random, streams }: LineParts = browserParts,
  path = DESK_PATH,
): Line {
  let mark = from;
  let waking = new AbortController();
  let leaving = new AbortController();
  const closing = new AbortController();
  const isClosed = () => closing.signal.aborted;

  const say = (message: LiveMessage) => {
    if (isClosed()) return;
    if ('mark' in message) mark = message.mark;
    onState('open');
    onMessage(message);
  };

  async function run(): Promise<void> {
    let failures = 0;
    let polls = streams ? 0 : Number.POSITIVE_INFINITY;
    while (!isClosed()) {
      const how = polls > 0 ? await pollOnce() : await readStream();
      if (how === 'ended') {
        onState('ended');
        return;
      }
      polls = how === 'held back' ? POLLS : Math.max(0, polls - 1);
      failures = how === 'failed' ? failures + 1 : 0;
      if (how === 'failed') onState('lost');
      await pause(
        how === 'held back' ? 0 : failures > 0 ? againMs(failures, random) : polls > 0 ? POLL_MS : againMs(0, random),
      );
    }
  }

  async function pause(ms: number): Promise<void> {
    waking = new AbortController();
    await wait(ms, AbortSignal.any([closing.signal, waking.signal]));
  }

  const headers = () => ({ accept: 'text/event-stream, application/json', 'last-event-id': mark });

  async function pollOnce(): Promise<Came> {
    try {
      const response = await ask(`${path}/missed`, { headers: headers(), cache: 'no-store', signal: closing.signal });
      if (!response.ok) return refusalOf(response.status);
      const { mark: next, news } = (await response.json()) as MissedDTO;
      say({ kind: 'hello', mark: next, news });
      return 'came';
    } catch {
      return 'failed';
    }
  }

  async function readStream(): Promise<Came> {
    const mine = new AbortController();
    leaving = mine;
    const signal = AbortSignal.any([closing.signal, mine.signal]);
    try {
      const answer = ask(path, { headers: headers(), cache: 'no-store', signal });
      const response = await inTime(answer, FIRST_WORD_MS, signal);
      if (response === null) return signal.aborted ? 'failed' : 'held back';
      if (!response.ok || response.body === null) return refusalOf(response.status);
      return await readBody(response.body, signal);
    } catch {
      return 'failed';
    } finally {
      mine.abort();
    }
  }

  async function readBody(body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<Came> {
    const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
    let text = '';
    let spoke = false;
    for (;;) {
      const read = await inTime(reader.read(), spoke ? SILENT_MS : FIRST_WORD_MS, signal);
      if (read === null) return spoke || signal.aborted ? 'failed' : 'held back';
      if (read.done) return spoke ? 'came' : 'failed';
      const { messages, rest } = readMessages(text + read.value);
      text = rest;
      spoke ||= messages.length > 0;
      for (const message of messages) {
        if (message.kind === 'over') return 'ended';
        say(message);
      }
    }
  }

  /** What comes of it, or null where nothing does in time. */
  async function inTime<T>(work: Promise<T>, ms: number, signal: AbortSignal): Promise<T | null> {
    const over = new AbortController();
    const late = wait(ms, AbortSignal.any([signal, over.signal])).then(() => null);
    try {
      return await Promise.race([work, late]);
    } finally {
      over.abort();
    }
  }

  void run();
  return {
    close: () => closing.abort(),
    wake: () => waking.abort(),
    renew: () => {
      leaving.abort();
      waking.abort();
    },
  };
}

/** How an attempt went: `held back` where something between lets nothing through until the end. */
type Came = 'came' | 'failed' | 'held back' | 'ended';

/** 429: too many streams, so that asking now and then is what is left. */
const refusalOf = (status: number): Came =>
  status === 401 || status === 403 ? 'ended' : status === 429 ? 'held back' : 'failed';

/** Later each time, and for each browser otherwise, so that not all come back at once. */
const againMs = (failures: number, random: () => number): number =>
  Math.min(AGAIN_MS.most, AGAIN_MS.first * 2 ** failures) * (0.5 + random());

export const browserParts: LineParts = {
  streams: true,
  fetch: (...asked) => fetch(...asked),
  random: Math.random,
  wait: (ms, signal) =>
    new Promise((done) => {
      if (signal.aborted) return done();
      const timer = setTimeout(done, ms);
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          done();
        },
        { once: true },
      );
    }),
};
