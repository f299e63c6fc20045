import type { LiveMessage, MissedDTO, News } from '#lib/live/types.ts';
import { browserParts, DESK_PATH, type Line, type LineState, openLine } from './line.ts';

/*
 * One line for all windows of a browser: the window that holds a lock keeps it and passes on what it says. Where the window
 * is closed, or stands still, another takes the lock and goes on from where that one was.
 */

/** Whose line it is, by a name for this browser, and where it is asked for. */
export type Whose = { readonly name: string; readonly path: string };
export const lineOfPerson = (id: string): Whose => ({ name: id, path: DESK_PATH });
export const lineOfGuest = (linkId: string): Whose => ({ name: `guest ${linkId}`, path: `/api/guest/${linkId}/live` });

/** What windows say to each other. */
type Passed =
  | { readonly kind: 'said'; readonly message: LiveMessage }
  | { readonly kind: 'state'; readonly state: LineState }
  /** A window that has just come asks how the line is. */
  | { readonly kind: 'asks' };

type Listener = (message: LiveMessage) => void;

/** Longer than a line is silent: whoever keeps it stands still. */
const STOOD_STILL_MS = 60_000;

export class SharedLine {
  readonly #name: string;
  readonly #path: string;
  readonly #channel: BroadcastChannel | null;
  readonly #listeners = new Set<Listener>();
  readonly #closing = new AbortController();
  #mark: string;
  #line: Line | null = null;
  #state: LineState = 'open';
  #heard = Date.now();

  /** @param mark Where the page stands that the window shows. */
  constructor({ name, path }: Whose, mark: string) {
    this.#name = `stet-live ${name}`;
    this.#path = path;
    this.#mark = mark;
    // Neither is there where a page comes by http from another machine. A stream for each window would take all connections
    // that a browser has for a server: then each window asks now and then.
    const isShared = 'locks' in navigator && 'BroadcastChannel' in window;
    this.#channel = isShared ? new BroadcastChannel(this.#name) : null;
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<Passed>) => this.#hear(data));
    const until = { signal: this.#closing.signal };
    for (const event of ['online', 'offline']) window.addEventListener(event, () => this.#line?.renew(), until);
    // A page that was put away, and is taken out again as it was.
    window.addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (persisted && !this.#line) void this.#catchUp();
        this.#line?.wake();
      },
      until,
    );
    document.addEventListener('visibilitychange', () => this.#look(), until);
    if (isShared) void this.#join();
    else this.#lead();
  }

  get state(): LineState {
    return this.#state;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What has moved since a page was read that is shown only now; null where anything may have. */
  async missedSince(mark: string): Promise<News | null> {
    const response = await fetch(`${this.#path}/missed`, { headers: { 'last-event-id': mark }, cache: 'no-store' });
    if (!response.ok) return null;
    return ((await response.json()) as MissedDTO).news;
  }

  close(): void {
    this.#closing.abort();
    this.#line?.close();
    this.#channel?.close();
  }

  /** Takes the lock where it is free; else asks what has moved since the page was read, and waits for it. */
  async #join(): Promise<void> {
    const took = await navigator.locks.request(this.#name, { ifAvailable: true }, (lock) => lock && this.#keep());
    if (took !== null || this.#closing.signal.aborted) return;
    this.#pass({ kind: 'asks' });
    void this.#catchUp();
    await this.#waitForLock();
  }

  /** What this window has not heard, where another keeps the line. */
  async #catchUp(): Promise<void> {
    const mark = this.#mark;
    const news = await this.missedSince(mark).catch(() => null);
    this.#tell({ kind: 'hello', mark, news });
  }

  async #waitForLock(options: LockOptions = { signal: this.#closing.signal }): Promise<void> {
    // Ended by being closed, or by another window that has taken it away.
    await navigator.locks.request(this.#name, options, () => this.#keep()).catch(() => undefined);
    this.#line?.close();
    this.#line = null;
    if (!this.#closing.signal.aborted) await this.#waitForLock();
  }

  /** Keeps the line for as long as the lock is held. */
  #keep(): Promise<true> {
    this.#lead();
    return new Promise((done) => this.#closing.signal.addEventListener('abort', () => done(true), { once: true }));
  }

  #lead(): void {
    this.#line = openLine(
      this.#mark,
      (message) => {
        this.#pass({ kind: 'said', message });
        this.#tell(message);
      },
      (state) => {
        if (state !== this.#state) this.#pass({ kind: 'state', state });
        this.#setState(state);
      },
      this.#channel === null ? { ...browserParts, streams: false } : browserParts,
      this.#path,
    );
  }

  #hear(passed: Passed): void {
    this.#heard = Date.now();
    if (passed.kind === 'said') this.#tell(passed.message);
    else if (passed.kind === 'state') this.#setState(passed.state);
    else if (this.#line) this.#pass({ kind: 'state', state: this.#state });
  }

  /** Somebody looks at this window: a line that nothing is heard of is taken over. */
  #look(): void {
    if (document.visibilityState !== 'visible') return;
    this.#line?.wake();
    if (this.#line || this.#channel === null || Date.now() - this.#heard < STOOD_STILL_MS) return;
    this.#heard = Date.now();
    void this.#waitForLock({ steal: true });
  }

  #pass(passed: Passed): void {
    this.#channel?.postMessage(passed);
  }

  #tell(message: LiveMessage): void {
    if ('mark' in message) this.#mark = message.mark;
    for (const listener of [...this.#listeners]) listener(message);
  }

  #setState(state: LineState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of stateListeners) listener();
  }
}

let open: { readonly name: string; readonly line: SharedLine } | null = null;

/** This window's line, begun where the page stands that is shown first. `isNew` where that is this page. */
export function lineOf(whose: Whose, mark: string): { readonly line: SharedLine; readonly isNew: boolean } {
  if (open?.name === whose.name) return { line: open.line, isNew: false };
  open?.line.close();
  open = { name: whose.name, line: new SharedLine(whose, mark) };
  return { line: open.line, isNew: true };
}

const stateListeners = new Set<() => void>();

/** How this window's line is; one that has not been begun is well. */
export const lineState = (): LineState => open?.line.state ?? 'open';

export function onLineState(listener: () => void): () => void {
  stateListeners.add(listener);
  return () => stateListeners.delete(listener);
}
