import { liveGuest, liveGuestIds } from '#lib/access/data-guests.ts';
import type { Guest } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Notice } from '#lib/platform/live.ts';
import { log } from '#lib/platform/log.ts';
import { digestOfPage, openSeen, sealSeen } from './rules-seen.ts';
import type { LiveMessage, MissedDTO, News, Outlet } from './types.ts';

/** Reads all that a guest is shown: the very page. Null where there is none. */
export type ShowGuest = (db: Db, guest: Guest) => Promise<unknown>;

type Stream = {
  readonly guest: Guest;
  readonly show: ShowGuest;
  readonly outlet: Outlet;
  /** The digest of the page that its reader has before them; null where that is not known. */
  seen: string | null;
  isGreeted: boolean;
};

/** Streams that one link and one process may have. */
export const MOST_GUEST_STREAMS = { link: 6, process: 500 } as const;

/** What comes in one burst is looked at once; and how often all pages are looked at, where notices are heard and where they are not; milliseconds. */
const GATHER_MS = 30;
const LOOK_MS = { hearing: 15_000, deaf: 2_000 } as const;

/**
 * What one process tells guests: that the page which is shown to them is otherwise, and nothing else. A change of the article has their page read, as a reload would, and held against
 * what they have before them; where it is the same nothing is said, so that what a guest may not see tells them nothing by being told of.
 */
export class GuestStreams {
  readonly #db: Db;
  readonly #key: Buffer;
  readonly #streams = new Set<Stream>();
  #called = new Set<string>();
  #work: Promise<void> | null = null;
  #looked = 0;
  #isClosed = false;

  constructor(db: Db, key: Buffer) {
    this.#db = db;
    this.#key = key;
  }

  /** Opens a stream, which begins with whether the page is otherwise than at the sealed mark. Null where there is no room for it; what it returns closes it. */
  open(guest: Guest, show: ShowGuest, outlet: Outlet, after: string): (() => void) | null {
    const own = [...this.#streams].filter((stream) => stream.guest.id === guest.id).length;
    if (this.#isClosed || own >= MOST_GUEST_STREAMS.link || this.#streams.size >= MOST_GUEST_STREAMS.process)
      return null;
    const stream = { guest, show, outlet, seen: openSeen(after, guest.id, this.#key), isGreeted: false };
    this.#streams.add(stream);
    this.#call([guest.id]);
    return () => this.#streams.delete(stream);
  }

  /** Whether the page is otherwise than at the sealed mark; null where the link has ended. */
  async missed(guest: Guest, show: ShowGuest, after: string): Promise<MissedDTO | null> {
    const now = await this.#digest(guest, show);
    if (now === null) return null;
    const news = newsOf(openSeen(after, guest.id, this.#key), now, guest.id);
    return { mark: sealSeen(now, guest.id, this.#key), news };
  }

  /** Something has moved on a chain: those who are shown something of it are looked after. */
  hear(notice: Notice): void {
    if (notice.kind !== 'moved') return;
    this.#call([...this.#streams].filter(({ guest }) => guest.articleId === notice.chain).map(({ guest }) => guest.id));
  }

  /** Looks at all pages. */
  look(): void {
    this.#looked = performance.now();
    this.#call([...this.#streams].map(({ guest }) => guest.id));
  }

  /** Looks by itself for what no notice told of. */
  tick(isHearing: boolean): void {
    if (performance.now() - this.#looked >= LOOK_MS[isHearing ? 'hearing' : 'deaf']) this.look();
  }

  /** Ends the streams of links that have ended: at their date nobody changes anything. */
  async sweep(): Promise<void> {
    const streams = [...this.#streams];
    if (streams.length === 0) return;
    try {
      const holding = await liveGuestIds(this.#db, [...new Set(streams.map(({ guest }) => guest.id))]);
      for (const stream of streams) if (!holding.has(stream.guest.id)) this.#over(stream);
    } catch (error) {
      log.warn({ err: error }, 'the links of guests could not be looked at');
    }
  }

  beat(): void {
    for (const stream of this.#streams) if (stream.isGreeted) this.#send(stream, { kind: 'beat' });
  }

  /** Ends all streams. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stream of [...this.#streams]) this.#end(stream);
    await this.#work;
  }

  #call(linkIds: readonly string[]): void {
    for (const id of linkIds) this.#called.add(id);
    if (this.#isClosed || this.#called.size === 0) return;
    this.#work ??= this.#tell().finally(() => {
      this.#work = null;
      this.#call([]);
    });
  }

  async #tell(): Promise<void> {
    await new Promise((done) => setTimeout(done, GATHER_MS));
    const called = this.#called;
    this.#called = new Set();
    const failed: unknown[] = [];
    // A page that cannot be read keeps no other guest from being told.
    for (const linkId of called) await this.#tellLink(linkId).catch((error: unknown) => failed.push(error));
    if (failed.length === 0) return;
    log.warn({ err: failed[0], pages: failed.length }, 'what guests are shown could not be looked at');
    this.#looked = performance.now() - LOOK_MS.hearing + LOOK_MS.deaf;
  }

  async #tellLink(linkId: string): Promise<void> {
    // A stream that is opened from here on is looked after once more.
    const streams = [...this.#streams].filter(({ guest }) => guest.id === linkId);
    const [first] = streams;
    if (!first) return;
    const now = await this.#digest(first.guest, first.show);
    for (const stream of streams) {
      if (now === null) this.#over(stream);
      else this.#say(stream, now);
    }
  }

  /** The digest of what the guest is shown now, by the database as it is; null where their link has ended. */
  async #digest(guest: Guest, show: ShowGuest): Promise<string | null> {
    if ((await liveGuest(this.#db, guest.id)) === null) return null;
    const page = await show(this.#db, guest);
    return page === null ? null : digestOfPage(page);
  }

  #say(stream: Stream, now: string): void {
    const { guest, seen, isGreeted } = stream;
    const news = newsOf(seen, now, guest.id);
    const mark = sealSeen(now, guest.id, this.#key);
    stream.seen = now;
    stream.isGreeted = true;
    if (!isGreeted) this.#send(stream, { kind: 'hello', mark, news });
    else if (news && news.articles.length > 0) this.#send(stream, { kind: 'moved', mark, news });
  }

  #send(stream: Stream, message: LiveMessage): void {
    if (this.#streams.has(stream)) stream.outlet.send(message);
  }

  /** The link has ended, and its stream with it. */
  #over(stream: Stream): void {
    this.#send(stream, { kind: 'over' });
    this.#end(stream);
  }

  #end(stream: Stream): void {
    if (this.#streams.delete(stream)) stream.outlet.end();
  }
}

/** What the guest is told who has seen one page while another is there; null where it is not known which they have seen. */
const newsOf = (seen: string | null, now: string, linkId: string): News | null =>
  seen === null ? null : { articles: seen === now ? [] : [linkId], desk: false };
