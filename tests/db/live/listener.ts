import { openSession } from '#lib/access/mutations-sessions.ts';
import type { PersonActor } from '#lib/access/types.ts';
import type { Hub } from '#lib/live/data-hub.ts';
import type { LiveMessage, News } from '#lib/live/types.ts';
import type { Db } from '#lib/platform/db.ts';
import type { SessionClaims } from '#lib/platform/session-token.ts';

/** A session of a person’s, begun now. */
export async function signedIn(db: Db, { id: userId }: PersonActor): Promise<SessionClaims> {
  const from = { address: '192.0.2.9', agent: 'Tests' };
  const sessionId = await db.$transaction((tx) => openSession(tx, userId, 'password', from, true));
  const { sessionEpoch: epoch } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return { userId, sessionId, epoch };
}

/** A browser at the other end of a stream: what it was told, and how far. */
export class Browser {
  readonly reader: SessionClaims;
  readonly said: LiveMessage[] = [];
  mark = '';
  ended = false;
  #close: (() => void) | null = null;
  #waiting: (() => void)[] = [];

  constructor(reader: SessionClaims) {
    this.reader = reader;
  }

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
    this.#close = hub.open(this.reader, outlet, this.mark);
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
