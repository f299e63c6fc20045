import pg from 'pg';
import type { Prisma } from './generated/prisma/client.ts';
import { log } from './log.ts';

/*
 * Word between processes of what has been committed: one channel, one listening connection a process. A notice says that
 * something moved and never what: whoever hears it asks the database. One that is lost costs time and nothing else, since
 * those who listen look for themselves as well.
 */

const CHANNEL = 'stet_live';

export type Notice =
  /** A chain of the history has reached this sequence. */
  | { readonly kind: 'moved'; readonly chain: string; readonly sequence: number }
  /** Somebody is somewhere: what of it, whoever says it and whoever hears it agree on. At most some hundred characters. */
  | { readonly kind: 'here'; readonly words: string }
  /** A process calls to hear whether it hears. */
  | { readonly kind: 'call'; readonly id: string };

const written = (notice: Notice): string =>
  notice.kind === 'moved'
    ? `m ${notice.chain} ${notice.sequence}`
    : notice.kind === 'here'
      ? `h ${notice.words}`
      : `c ${notice.id}`;

/** What a notice's words say, or null where they are none of ours: anybody in the database may write to the channel. */
export function readNotice(words: string): Notice | null {
  const rest = words.slice(2);
  if (words.startsWith('h ')) return { kind: 'here', words: rest };
  if (words.startsWith('c ')) return { kind: 'call', id: rest };
  const moved = /^m (desk|[0-9a-f-]{36}) (\d{1,9})$/.exec(words);
  return moved?.[1] === undefined ? null : { kind: 'moved', chain: moved[1], sequence: Number(moved[2]) };
}

type Speaker = Pick<Prisma.TransactionClient, '$queryRaw'>;

/**
 * Tells all processes. To be called when what is told of is committed, in no transaction: Postgres lets one transaction with
 * a notice commit at a time, and one that writes nothing else has no disk to wait for.
 */
export async function tellAll(db: Speaker, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await db.$queryRaw`select pg_notify(${CHANNEL}, n)::text from unnest(${notices.map(written)}::text[]) n`;
}

// ---- what a transaction will have moved ----

const moves = new WeakMap<object, Map<string, number>>();

/** Notes that this transaction has brought a chain to a sequence: told when it is committed. */
export function noteMove(tx: object, chain: string, sequence: number): void {
  const noted = moves.get(tx) ?? new Map<string, number>();
  moves.set(tx, noted.set(chain, Math.max(sequence, noted.get(chain) ?? 0)));
}

/** Tells what a transaction that is committed has moved. It fails nobody's change: what is not told is found all the same. */
export async function tellMoves(db: Speaker, tx: object): Promise<void> {
  const noted = moves.get(tx);
  if (!noted) return;
  moves.delete(tx);
  const notices = [...noted].map(([chain, sequence]) => ({ kind: 'moved', chain, sequence }) as const);
  await tellAll(db, notices).catch((error: unknown) => log.warn({ err: error }, 'a change could not be told'));
}

// ---- listening ----

export type Ear = {
  /** False from when nothing can be heard any more until it can again: then one has to look. */
  readonly hears: () => boolean;
  readonly close: () => Promise<void>;
};

/** How often a process calls itself, and how long it waits to hear that; how long after a connection has failed it tries again. */
const CALL_EVERY_MS = 10_000;
const HEARD_WITHIN_MS = 5_000;
const AGAIN_MS = { first: 200, most: 10_000 };

/**
 * Listens on one connection of its own, made anew whenever it fails. A connection that says it listens need not hear: a
 * pooler may stand between, or a network that has forgotten it. So a process calls itself by the way that changes are told.
 */
export function listen(
  url: string,
  db: Speaker,
  onNotice: (notice: Notice) => void,
  onHearing: () => void = () => {},
): Ear {
  const id = crypto.randomUUID();
  let client: pg.Client | null = null;
  let hearing = false;
  let closed = false;
  let again: number = AGAIN_MS.first;
  let timer: NodeJS.Timeout | undefined;

  const soon = (work: () => void, ms: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(work, ms).unref();
  };

  async function open(): Promise<void> {
    const mine = new pg.Client({
      connectionString: url,
      application_name: 'stet live',
      keepAlive: true,
      connectionTimeoutMillis: HEARD_WITHIN_MS,
    });
    client = mine;
    mine.on('error', () => lose(mine));
    mine.on('end', () => lose(mine));
    mine.on('notification', ({ payload = '' }) => {
      const notice = readNotice(payload);
      if (notice?.kind === 'call') hear(notice.id);
      else if (notice) onNotice(notice);
    });
    try {
      await mine.connect();
      await mine.query(`listen ${CHANNEL}`);
      await call();
    } catch (error) {
      log.warn({ err: error }, 'listening for changes failed');
      lose(mine);
    }
  }

  async function call(): Promise<void> {
    soon(() => client && lose(client), HEARD_WITHIN_MS);
    await tellAll(db, [{ kind: 'call', id }]);
  }

  function hear(called: string): void {
    if (called !== id) return;
    again = AGAIN_MS.first;
    soon(() => void call().catch(() => client && lose(client)), CALL_EVERY_MS);
    if (hearing) return;
    hearing = true;
    onHearing();
  }

  function lose(mine: pg.Client): void {
    if (client !== mine) return;
    client = null;
    hearing = false;
    void mine.end().catch(() => undefined);
    soon(() => void open(), again * (0.5 + Math.random()));
    again = Math.min(AGAIN_MS.most, again * 2);
  }

  void open();
  return {
    hears: () => hearing,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
