import { type Db, database } from '#lib/platform/db.ts';
import { type Ear, listen, type Notice, tellAll } from '#lib/platform/live.ts';
import { log } from '#lib/platform/log.ts';
import { type SessionClaims, sessionSecret } from '#lib/platform/session-token.ts';
import { survey, whatToTell } from './data.ts';
import { GuestStreams } from './data-guests.ts';
import { isPlace, lostTo, seenBy } from './data-here.ts';
import { isNews, readersOf } from './rules.ts';
import { type Place, Places, readPlace, writePlace } from './rules-here.ts';
import { type Mark, markKey, OLDEST_MARK_MS, openMark, sealMark } from './rules-mark.ts';
import type { HereInput } from './schema.ts';
import type { HereDTO, LiveMessage, MissedDTO, News, Outlet } from './types.ts';

type Stream = {
  readonly reader: SessionClaims;
  readonly outlet: Outlet;
  /** What came before the first word was said; null from then on. */
  waiting: LiveMessage[] | null;
};

/** Streams that one person and one process may have. */
export const MOST_STREAMS = { person: 12, process: 2_000 } as const;

/** What comes in one burst is told at once; milliseconds. */
const GATHER_MS = 30;
/** How often sessions and places are looked at; and the events, where notices are heard and where they are not. */
const SWEEP_MS = 5_000;
const LOOK_MS = { hearing: 15_000, deaf: 1_000 } as const;
const BEAT_MS = 15_000;

/** Everything that one process tells its people as it happens. It keeps no rights: each time it asks who may know. */
export class Hub {
  /** Streams of guests, to whom nothing is told but that their own page is otherwise. */
  readonly guests: GuestStreams;
  readonly #db: Db;
  readonly #key: Buffer;
  readonly #streams = new Set<Stream>();
  readonly #places = new Places();
  readonly #ear: Ear;
  readonly #timers: NodeJS.Timeout[];
  #mark: Mark = { at: 0, heads: new Map() };
  #begun: Promise<void> | null = null;
  #here = new Set<string>();
  #isCalled = false;
  #work: Promise<void> | null = null;
  #looked = 0;
  #isClosed = false;

  /** @param url The database, by a way on which one can listen. @param key What marks are sealed with. */
  constructor(db: Db, url: string, key: Buffer) {
    this.#db = db;
    this.#key = key;
    this.guests = new GuestStreams(db, key);
    this.#ear = listen(
      url,
      db,
      (notice) => this.#hear(notice),
      () => this.#lookAtAll(),
    );
    this.#timers = [
      setInterval(() => this.#tick(), 500).unref(),
      setInterval(() => void this.#sweep(), SWEEP_MS).unref(),
      setInterval(() => this.#beat(), BEAT_MS).unref(),
    ];
  }

  get count(): number {
    return this.#streams.size;
  }
  get hears(): boolean {
    return this.#ear.hears();
  }

  /**
   * Opens a stream, which begins with what was missed since the sealed mark. Null where there is no room for it.
   * What it returns closes it.
   */
  open(reader: SessionClaims, outlet: Outlet, after: string): (() => void) | null {
    const own = [...this.#streams].filter((stream) => stream.reader.userId === reader.userId).length;
    if (this.#isClosed || own >= MOST_STREAMS.person || this.#streams.size >= MOST_STREAMS.process) return null;
    // Where nobody listened, nobody looked.
    if (this.#streams.size === 0) this.#begun = null;
    const stream: Stream = { reader, outlet, waiting: [] };
    this.#streams.add(stream);
    void this.#greet(stream, after);
    return () => this.#streams.delete(stream);
  }

  /** What was missed since the sealed mark; null where the session has ended. */
  async missed(reader: SessionClaims, after: string): Promise<MissedDTO | null> {
    const since = openMark(after, reader.userId, this.#key);
    const { mark, moved } = await survey(this.#db, since);
    const isKnown = since !== null && mark.at - since.at <= OLDEST_MARK_MS;
    const [told] = await whatToTell(this.#db, [reader], isKnown ? moved : []);
    return told ? { mark: sealMark(mark, reader.userId, this.#key), news: isKnown ? told.news : null } : null;
  }

  /**
   * Says where a person's window is: here at once, and to all other processes. Returns who else is there, nobody where it has
   * left; null where it cannot be there.
   */
  async place(reader: SessionClaims, { tab, articleId, claimId, writes }: HereInput): Promise<HereDTO | null> {
    const { userId } = reader;
    if (articleId !== null && !(await isPlace(this.#db, userId, { articleId, claimId }))) return null;
    const place = { userId, tab, articleId, claimId, writes: writes && claimId !== null };
    this.#put(place);
    await tellAll(this.#db, [{ kind: 'here', words: writePlace(place) }]);
    if (articleId === null) return { articleId: '', people: [] };
    const [seen] = await seenBy(this.#db, [reader], [articleId], this.#places.on(articleId));
    return seen?.here ?? null;
  }

  /** Ends all streams. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const stream of [...this.#streams]) this.#end(stream);
    await this.guests.close();
    await this.#ear.close();
    await this.#work;
  }

  /** From here on everything that moves is told: what moved before, each stream's first word tells. */
  #begin(): Promise<void> {
    this.#begun ??= survey(this.#db, null).then(
      ({ mark }) => {
        this.#mark = mark;
      },
      (error: unknown) => {
        this.#begun = null;
        throw error;
      },
    );
    return this.#begun;
  }

  async #greet(stream: Stream, after: string): Promise<void> {
    const { reader, outlet } = stream;
    try {
      await this.#begin();
      const missed = await this.missed(reader, after);
      if (!missed) return this.#over(stream);
      if (!this.#streams.has(stream)) return;
      const waiting = stream.waiting ?? [];
      stream.waiting = null;
      for (const message of [{ kind: 'hello', mark: missed.mark, news: missed.news } as const, ...waiting])
        outlet.send(message);
    } catch (error) {
      log.warn({ err: error }, 'a stream could not be begun');
      this.#end(stream);
    }
  }

  #hear(notice: Notice): void {
    this.guests.hear(notice);
    if (notice.kind === 'here') {
      const place = readPlace(notice.words);
      if (place) this.#put(place);
    } else if (notice.kind === 'moved' && (this.#mark.heads.get(notice.chain) ?? 0) < notice.sequence) this.#call();
  }

  #put(place: Place): void {
    for (const articleId of this.#places.put(place, performance.now())) this.#here.add(articleId);
    if (this.#here.size > 0) this.#call();
  }

  #call(): void {
    if (this.#isClosed || this.#streams.size === 0) return;
    this.#isCalled = true;
    this.#work ??= this.#tell().finally(() => {
      this.#work = null;
      if (this.#isCalled) this.#call();
    });
  }

  async #tell(): Promise<void> {
    await new Promise((done) => setTimeout(done, GATHER_MS));
    this.#isCalled = false;
    this.#looked = performance.now();
    try {
      await this.#tellNews();
      await this.#tellHere();
    } catch (error) {
      log.warn({ err: error }, 'what has moved could not be told');
      this.#looked = performance.now() - LOOK_MS.hearing + LOOK_MS.deaf;
    }
  }

  async #tellNews(): Promise<void> {
    await this.#begin();
    const { mark, moved } = await survey(this.#db, this.#mark);
    if (moved.length === 0) {
      this.#mark = mark;
      return;
    }
    // A stream that is opened from here on looks for itself, and later than this.
    const streams = [...this.#streams];
    const told = await whatToTell(this.#db, readersOf(streams), moved);
    const chains = new Set(moved.map(({ chain }) => chain));
    const pairs = this.#places.pairs(chains);
    const lost = pairs.length === 0 ? [] : await lostTo(this.#db, pairs);
    this.#mark = mark;
    const bySession = new Map(told.map(({ sessionId, news }) => [sessionId, news]));
    for (const stream of streams) {
      const { userId, sessionId } = stream.reader;
      const known = bySession.get(sessionId);
      if (!known) {
        this.#over(stream);
        continue;
      }
      const gone = lost.filter((pair) => pair.userId === userId).map(({ articleId }) => articleId);
      const news: News = { ...known, articles: [...new Set([...known.articles, ...gone])] };
      if (isNews(news)) this.#send(stream, { kind: 'moved', mark: sealMark(mark, userId, this.#key), news });
    }
  }

  async #tellHere(): Promise<void> {
    const articleIds = [...this.#here];
    this.#here = new Set();
    for (const articleId of articleIds) {
      const places = this.#places.on(articleId);
      const users = new Set(places.map(({ userId }) => userId));
      const streams = [...this.#streams].filter(({ reader }) => users.has(reader.userId));
      const seen = await seenBy(this.#db, readersOf(streams), [articleId], places);
      const bySession = new Map(seen.map(({ sessionId, here }) => [sessionId, here]));
      for (const stream of streams) {
        const here = bySession.get(stream.reader.sessionId);
        if (here) this.#send(stream, { kind: 'here', here });
      }
    }
  }

  /** What was told while nothing was heard. */
  #lookAtAll(): void {
    this.#call();
    this.guests.look();
  }

  /** Looks by itself for what no notice told of. */
  #tick(): void {
    const every = this.#ear.hears() ? LOOK_MS.hearing : LOOK_MS.deaf;
    if (performance.now() - this.#looked >= every) this.#call();
    this.guests.tick(this.#ear.hears());
  }

  async #sweep(): Promise<void> {
    void this.guests.sweep();
    for (const articleId of this.#places.expire(performance.now())) this.#here.add(articleId);
    if (this.#here.size > 0) this.#call();
    const streams = [...this.#streams];
    if (streams.length === 0) return;
    try {
      const told = await whatToTell(this.#db, readersOf(streams), []);
      const holding = new Set(told.map(({ sessionId }) => sessionId));
      for (const stream of streams) if (!holding.has(stream.reader.sessionId)) this.#over(stream);
    } catch (error) {
      log.warn({ err: error }, 'the sessions of streams could not be looked at');
    }
  }

  #beat(): void {
    for (const stream of this.#streams) this.#send(stream, { kind: 'beat' });
    this.guests.beat();
  }

  #send(stream: Stream, message: LiveMessage): void {
    if (!this.#streams.has(stream)) return;
    if (stream.waiting) stream.waiting.push(message);
    else stream.outlet.send(message);
  }

  /** The session has ended, and its stream with it. */
  #over(stream: Stream): void {
    if (this.#streams.has(stream)) stream.outlet.send({ kind: 'over' });
    this.#end(stream);
  }

  #end(stream: Stream): void {
    if (this.#streams.delete(stream)) stream.outlet.end();
  }
}

// Next's server and what starts it load this module apart from each other; the hub is the process's.
const shared = globalThis as typeof globalThis & { stetHub?: Hub };

/** The process's hub, on DATABASE_URL; it listens on STET_LISTEN_URL where that is set, because a pooler stands in the way. */
export function hub(): Hub {
  const url = process.env.STET_LISTEN_URL || process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set');
  shared.stetHub ??= new Hub(database(), url, markKey(sessionSecret()));
  return shared.stetHub;
}

/** Ends the process's streams; the next use begins anew. */
export async function closeHub(): Promise<void> {
  const open = shared.stetHub;
  shared.stetHub = undefined;
  await open?.close();
}
