import type { PersonActor } from '#lib/access/types.ts';
import { Hub } from '#lib/live/data-hub.ts';
import { markKey } from '#lib/live/rules-mark.ts';
import { connect, type Db } from '#lib/platform/db.ts';
import { workbench } from '#lib/workbench/data.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { article, claimOn } from '#tests/db/desk.ts';
import { Browser, signedIn } from '#tests/db/live/listener.ts';
import { DEEDS } from '#tests/db/trust/deeds.ts';

export type Watched = {
  readonly changes: number;
  /** How often a browser was cut off, and how many changes were made meanwhile, over all of them. */
  readonly cuts: number;
  readonly whileAway: number;
  /** Articles of which some browser shows at the end what the server does not have: none, or something was missed. */
  readonly unlike: readonly string[];
  /** Articles that somebody was told of who may not read them. */
  readonly leaked: readonly string[];
};

const WORK = [
  'comment',
  'reword',
  'assign',
  'evidence',
  'mark',
  'unmark',
  'resolve',
  'ask',
  'exclude',
  'restore',
] as const;
const SENTENCES = ['The Harbour Authority approved', 'one in five berths', 'between £14 million'] as const;

/** A browser that shows articles as it has read them last, when it was told to. */
class Reader {
  readonly browser: Browser;
  readonly who: PersonActor;
  readonly shows = new Map<string, string>();
  readonly told = new Set<string>();
  isAway = true;
  #heard = 0;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(browser: Browser, who: PersonActor) {
    this.browser = browser;
    this.who = who;
  }

  /** Reads anew what it has been told of since it looked last. */
  async look(db: Db, all: readonly string[]): Promise<void> {
    const news = this.browser.news(this.#heard);
    this.#heard = this.browser.said.length;
    const moved = new Set(news.flatMap((one) => one?.articles ?? all));
    for (const one of news) for (const id of one?.articles ?? []) this.told.add(id);
    this.#reading = this.#reading.then(() => Promise.all([...moved].map((id) => this.read(db, id))));
    await this.#reading;
  }

  async read(db: Db, id: string): Promise<void> {
    this.shows.set(id, await shown(db, this.who, id));
  }
}

const shown = async (db: Db, who: PersonActor, id: string): Promise<string> =>
  JSON.stringify(await workbench(db, who, id));

/**
 * Browsers over two web processes, cut off at random for random numbers of changes, under people who work: at the end each
 * shows exactly what the server has, of what it was told alone.
 */
export async function watch(
  url: string,
  people: { readonly editor: PersonActor; readonly writer: PersonActor; readonly readers: readonly PersonActor[] },
  changes: number,
  random: () => number,
): Promise<Watched> {
  const db = connect(url, 5);
  const clients = [connect(url, 3), connect(url, 3)];
  const key = markKey('a secret of this soak, long enough for it');
  const hubs = clients.map((client) => new Hub(client, url, key));
  const hub = () => hubs[Math.floor(random() * hubs.length)] ?? hubs[0];
  try {
    const { editor, writer } = people;
    const open = await Promise.all([0, 1, 2].map(() => article(db, editor)));
    const kept = await article(db, editor, { access: 'named', memberIds: [editor.id, writer.id] });
    const benches = [...open, kept];
    const claims = await Promise.all(
      benches.map((bench) => Promise.all(SENTENCES.map((words) => claimOn(db, writer, bench, words)))),
    );
    const all = open.map((bench) => bench.article.id);
    const readers = await Promise.all(
      people.readers.map(async (who) => new Reader(new Browser(await signedIn(db, who)), who)),
    );
    let [cuts, whileAway] = [0, 0];
    for (let change = 0; change < changes; change++) {
      for (const reader of readers) {
        const { browser } = reader;
        if (!reader.isAway && random() < 0.08) {
          await reader.look(db, all);
          browser.cut();
          reader.isAway = true;
          cuts += 1;
        } else if (reader.isAway && random() < 0.2) {
          const to = hub();
          if (to && !(await browser.open(to))) throw new Error('There was no room for a stream');
          reader.isAway = false;
        }
        if (reader.isAway) whileAway += 1;
        else if (random() < 0.3) await reader.look(db, all);
      }
      const at = Math.floor(random() * benches.length);
      const claim = claims[at]?.[Math.floor(random() * SENTENCES.length)];
      const seen = claim && (await claimDetail(db, writer, claim.id));
      const articleId = benches[at]?.article.id ?? '';
      const deed = DEEDS[WORK[Math.floor(random() * WORK.length)] ?? 'comment'];
      // What cannot be done as things stand is refused, and changes nothing.
      if (seen && deed)
        await deed(db, writer, seen, { articleId, claimIds: [], shutOut: '', demoted: '' }).catch(() => undefined);
    }
    await settle(db, readers, all, editor, hub);
    const unlike = new Set<string>();
    const leaked = new Set<string>();
    for (const reader of readers) {
      for (const id of all) if (reader.shows.get(id) !== (await shown(db, reader.who, id))) unlike.add(id);
      if (reader.told.has(kept.article.id)) leaked.add(kept.article.id);
    }
    return { changes, cuts, whileAway, unlike: [...unlike], leaked: [...leaked] };
  } finally {
    await Promise.all(hubs.map((one) => one.close()));
    await Promise.all([db, ...clients].map((client) => client.$disconnect()));
  }
}

/** Everybody is back, and has been told of something that came after everything else. */
async function settle(
  db: Db,
  readers: readonly Reader[],
  all: readonly string[],
  editor: PersonActor,
  hub: () => Hub | undefined,
): Promise<void> {
  for (const reader of readers) {
    const to = hub();
    if (reader.isAway && to) await reader.browser.open(to);
  }
  const last = await article(db, editor);
  for (const reader of readers) {
    await reader.browser.hears(last.article.id);
    await reader.look(db, all);
  }
}
