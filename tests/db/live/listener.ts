import { openSession } from '#lib/access/mutations-sessions.ts';
import type { Guest, PersonActor } from '#lib/access/types.ts';
import type { Hub } from '#lib/live/data-hub.ts';
import type { LiveMessage, News, Outlet } from '#lib/live/types.ts';
import type { Db } from '#lib/platform/db.ts';
import type { SessionClaims } from '#lib/platform/session-token.ts';
import { guestPage } from '#lib/workbench/data-guest.ts';

/** A session of a person’s, begun now. */
export async function signedIn(db: Db, { id: userId }: PersonActor): Promise<SessionClaims> {
  const from = { address: '192.0.2.9', agent: 'Tests' };
  const sessionId = await db.$transaction((tx) => openSession(tx, userId, 'password', from, true));
  const { sessionEpoch: epoch } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return { userId, sessionId, epoch };
}

/** The other end of a stream: what it was told, and how far. */
abstract class Listener {
  readonly said: LiveMessage[] = [];
  mark = '';
  ended = false;
  #close: (() => void) | null = null;
  #waiting: (() => void)[] = [];

  protected abstract begin(hub: Hub, outlet: Outlet): (() => void) | null;

  /** Opens a stream where it left off; false where there is no room. Resolves with the first word, or the end. */
  async open(hub: Hub): Promise<boolean> {
    this.ended = false;
    const hellos = () => this.said.filter(({ kind }) => kind === 'hello').length;
    const before = hellos();
    const outlet = {
      send: (message: LiveMessage) => {
        this.said.push(message);
        if ('mark' in message) this.mark = message.mark;
        this.#wake();
      },
      end: () => {
        this.ended = true;
        this.#wake();
      },
    };
    this.#close = this.begin(hub, outlet);
    if (this.#close === null) return false;
    await this.until(() => hellos() > before || this.ended);
    return true;
  }

  /** The line is cut: what is said from now on does not arrive. */
  cut(): void {
    this.#close?.();
    this.#close = null;
  }

  /** Resolves once it is so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  /** Resolves once it has been told of the article since `from` messages were there. */
  hears(articleId: string, from = 0): Promise<void> {
    return this.until(() => this.news(from).some((news) => news === null || news.articles.includes(articleId)));
  }

  news(from = 0): (News | null)[] {
    return this.said
      .slice(from)
      .flatMap((message) => (message.kind === 'moved' || message.kind === 'hello' ? [message.news] : []));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}

/** A person's browser. */
export class Browser extends Listener {
  readonly reader: SessionClaims;

  constructor(reader: SessionClaims) {
    super();
    this.reader = reader;
  }

  protected begin(hub: Hub, outlet: Outlet) {
    return hub.open(this.reader, outlet, this.mark);
  }
}

/** A guest's browser: what it hears of is its own page, by the id of the link. */
export class GuestBrowser extends Listener {
  readonly guest: Guest;

  constructor(guest: Guest) {
    super();
    this.guest = guest;
  }

  protected begin(hub: Hub, outlet: Outlet) {
    return hub.guests.open(this.guest, guestPage, outlet, this.mark);
  }
}
