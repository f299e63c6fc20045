import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { provenGuest } from '#lib/access/gate-guest.ts';
import { endSessions } from '#lib/access/mutations-sessions.ts';
import type { Guest, PersonActor } from '#lib/access/types.ts';
import { setAccess, setMode } from '#lib/articles/mutations.ts';
import { inviteGuest, revokeGuest } from '#lib/articles/mutations-guests.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { editComment, resolveComment, writeComment } from '#lib/comments/mutations.ts';
import { answerAsGuest } from '#lib/comments/mutations-guest.ts';
import type { AskedDTO } from '#lib/comments/types.ts';
import { MOST_GUEST_STREAMS } from '#lib/live/data-guests.ts';
import { Hub, MOST_STREAMS } from '#lib/live/data-hub.ts';
import { markKey } from '#lib/live/rules-mark.ts';
import { connect, type Db } from '#lib/platform/db.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { editSettings } from '#lib/settings/mutations.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { guestPage } from '#lib/workbench/data-guest.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, person, plant, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { Browser, GuestBrowser, signedIn } from './listener.ts';

const database = withDatabase();
const KEY = markKey('a secret of these tests, long enough');
let people: Cast;
let hubs: Hub[] = [];
let clients: Db[] = [];

beforeAll(async () => {
  people = await cast(database.db);
});
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()));
  await Promise.all(clients.map((db) => db.$disconnect()));
  hubs = [];
  clients = [];
});

/** A web process: connections of its own, and what it tells of. */
function process(): Hub {
  const db = connect(database.url, 3);
  const hub = new Hub(db, database.url, KEY);
  clients.push(db);
  hubs.push(hub);
  return hub;
}

async function browser(hub: Hub, who: PersonActor): Promise<Browser> {
  const opened = new Browser(await signedIn(database.db, who));
  expect(await opened.open(hub)).toBe(true);
  return opened;
}

async function reword(who: PersonActor, { id }: Pick<ClaimDTO, 'id'>, statement: string) {
  const { version } = (await detail(database.db, who, id)).claim;
  await editClaim(database.db, who, { id, version, statement });
}

async function opened(more: Parameters<typeof article>[2] = {}) {
  const bench = await article(database.db, people.editor, more);
  return { bench, id: bench.article.id };
}

const TABS = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()] as const;

describe('what is committed', () => {
  test('is told by every process, once it is there to be read', async () => {
    const [one, two] = [process(), process()];
    const [sanne, tove] = [await browser(one, people.second), await browser(two, people.third)];
    const { bench, id } = await opened();
    await Promise.all([sanne.hears(id), tove.hears(id)]);
    const from = [sanne.said.length, tove.said.length] as const;
    const claim = await claimOn(database.db, people.first, bench, 'one in five berths');
    await Promise.all([sanne.hears(id, from[0]), tove.hears(id, from[1])]);
    expect((await reopen(database.db, people.second, id)).claims.map((item) => item.id)).toContain(claim.id);
    // Nothing else is said of it than that it is to be asked for.
    for (const news of [...sanne.news(), ...tove.news()])
      expect(Object.keys(news ?? { articles: [], desk: 0 })).toEqual(['articles', 'desk']);
  });

  test('is found where no notice tells of it', async () => {
    const sanne = await browser(process(), people.second);
    const { id } = await opened();
    await sanne.hears(id);
    const from = sanne.said.length;
    await database.db
      .$queryRaw`select stet_append_event(${id}, null, 'machine', 'comment.resolved', 'article', ${id}, '{"claim":null}')`;
    await sanne.hears(id, from);
  });

  test('on the desk’s own chain is told to whom it concerns', async () => {
    const hub = process();
    const [ada, sanne] = [await browser(hub, people.admin), await browser(hub, people.second)];
    await person(database.db, 'Nanna', 'viewer');
    await ada.until(() => ada.news().some((news) => news?.desk));
    expect(sanne.news(1)).toEqual([]);
    const { version, timeZone, defaultMode, defaultQueries } = await database.db.setting.findFirstOrThrow();
    const deskName = 'The desk by the river';
    await editSettings(database.db, people.admin, { version, deskName, timeZone, defaultMode, defaultQueries });
    await sanne.until(() => sanne.news(1).some((news) => news?.desk));
  });
});

describe('who was away', () => {
  test('is told exactly what moved meanwhile, and of nothing twice', async () => {
    const hub = process();
    const sanne = await browser(hub, people.second);
    const [harbour, tram, quay] = [await opened(), await opened(), await opened()];
    for (const { id } of [harbour, tram, quay]) await sanne.hears(id);
    sanne.cut();
    await claimOn(database.db, people.first, harbour.bench, 'one in five berths');
    await claimOn(database.db, people.first, quay.bench, 'one in five berths');
    const other = process();
    await sanne.open(other);
    expect(new Set(sanne.news().at(-1)?.articles)).toEqual(new Set([harbour.id, quay.id]));
    sanne.cut();
    await sanne.open(hub);
    expect(sanne.news().at(-1)).toEqual({ articles: [], desk: false });
  });

  test('and whose mark is another’s, or none, is told that anything may have moved', async () => {
    const hub = process();
    const sanne = await browser(hub, people.second);
    expect(sanne.news()).toEqual([null]);
    const tove = new Browser(await signedIn(database.db, people.third));
    tove.mark = sanne.mark;
    await tove.open(hub);
    expect(tove.news()).toEqual([null]);
  });

  test('is told the same when asking once', async () => {
    const hub = process();
    const reader = await signedIn(database.db, people.second);
    const first = await hub.missed(reader, '');
    const { id } = await opened();
    const missed = await hub.missed(reader, first?.mark ?? '');
    expect(missed).toMatchObject({ news: { articles: [id], desk: false } });
    expect(await hub.missed(reader, missed?.mark ?? '')).toMatchObject({ news: { articles: [], desk: false } });
  });
});

describe('nothing is told', () => {
  test('of an article that is kept to others: not that it moves, not who is on it', async () => {
    const hub = process();
    const [ruben, sanne] = [await browser(hub, people.first), await browser(hub, people.second)];
    const { bench, id } = await opened({ access: 'named', memberIds: [people.first.id, people.editor.id] });
    await ruben.hears(id);
    const [claim] = bench.claims;
    if (!claim) throw new Error('The article has no claims');
    await reword(people.first, claim, 'Another matter');
    await ruben.hears(id, 2);
    expect(await hub.place(sanne.reader, { tab: TABS[0], articleId: id, claimId: null, writes: false })).toBeNull();
    expect(await hub.place(ruben.reader, { tab: TABS[1], articleId: id, claimId: null, writes: false })).not.toBeNull();
    await ruben.until(() => ruben.said.some(({ kind }) => kind === 'here'));
    expect(sanne.said).toHaveLength(1);
    // Nor to who was away, nor to who asks once: the mark has moved no further than what they were told.
    sanne.cut();
    await sanne.open(hub);
    expect(sanne.news().at(-1)).toEqual({ articles: [], desk: false });
    expect(await hub.missed(sanne.reader, sanne.mark)).toMatchObject({ news: { articles: [], desk: false } });
  });

  test('of a blind verdict and of what would give it away, until something comes that all may see', async () => {
    const hub = process();
    const { bench, id } = await opened({ mode: 'blind' });
    const claim = await claimOn(database.db, people.editor, bench, 'one in five berths');
    const others = [people.second, people.editor, people.admin, people.viewer];
    const [ruben, ...rest] = await Promise.all([people.first, ...others].map((who) => browser(hub, who)));
    if (!ruben) throw new Error('Nobody is there');
    const deeds: (() => Promise<unknown>)[] = [
      () => attach(database.db, people.first, claim.id, 'Accounts of the harbour', 'refutes', 'They say otherwise'),
      () => judge(database.db, people.first, claim.id, 'false'),
      () => judge(database.db, people.first, claim.id, 'true'),
      () =>
        writeComment(database.db, people.first, {
          articleId: id,
          claimId: claim.id,
          threadId: null,
          kind: 'note',
          body: 'Look at page 3.',
          onVerdictId: null,
        }),
    ];
    for (const deed of deeds) {
      const from = ruben.said.length;
      await deed();
      await ruben.hears(id, from);
      // Streams are told one after another in one go: had the others been told of it, it would be there.
      for (const other of rest) expect(other.said).toHaveLength(1);
    }
    for (const other of rest) {
      other.cut();
      await other.open(hub);
      expect(other.news().at(-1)).toEqual({ articles: [], desk: false });
    }
    const from = rest.map((other) => other.said.length);
    await judge(database.db, people.second, claim.id, 'true');
    await Promise.all(rest.map((other, i) => other.hears(id, from[i])));
  });

  test('to a session that has ended, whose stream ends with it', async () => {
    const hub = process();
    const [ruben, sanne, tove] = await Promise.all(
      [people.first, people.second, people.third].map((who) => browser(hub, who)),
    );
    if (!ruben || !sanne || !tove) throw new Error('Nobody is there');
    await endSessions(database.db, people.second.id, sanne.reader.sessionId);
    const { id: leaver } = people.third;
    await plant(database.db, (tx) =>
      tx.user.update({ where: { id: leaver }, data: { sessionEpoch: { increment: 1 } } }),
    );
    const { id } = await opened();
    await ruben.hears(id);
    await Promise.all([sanne, tove].map((one) => one.until(() => one.ended)));
    for (const one of [sanne, tove]) expect(one.said.map(({ kind }) => kind)).toEqual(['hello', 'over']);
    await sanne.open(hub);
    expect(sanne).toMatchObject({ ended: true });
    expect(await hub.missed(tove.reader, tove.mark)).toBeNull();
  });

  test('but whoever has an article open that is taken from them learns that it is gone', async () => {
    const hub = process();
    const { id } = await opened();
    const [sanne, tove] = [await browser(hub, people.second), await browser(hub, people.third)];
    await hub.place(sanne.reader, { tab: TABS[0], articleId: id, claimId: null, writes: false });
    const from = sanne.said.length;
    const { version } = (await reopen(database.db, people.editor, id)).article;
    await setAccess(database.db, people.editor, {
      id,
      version,
      access: 'named',
      memberIds: [people.editor.id],
    });
    await sanne.hears(id, from);
    expect(tove.news(1)).toEqual([]);
  });
});

describe('who is where', () => {
  const here = (one: Browser) => one.said.flatMap((message) => (message.kind === 'here' ? [message.here] : [])).at(-1);

  test('is seen across processes by those who are there too, with the claim in hand', async () => {
    const [one, two] = [process(), process()];
    const [ruben, sanne, tove] = [
      await browser(one, people.first),
      await browser(two, people.second),
      await browser(two, people.third),
    ];
    const { bench, id } = await opened();
    const claim = await claimOn(database.db, people.editor, bench, 'one in five berths');
    await one.place(ruben.reader, { tab: TABS[0], articleId: id, claimId: null, writes: false });
    await two.place(sanne.reader, { tab: TABS[1], articleId: id, claimId: claim.id, writes: false });
    await ruben.until(() => here(ruben)?.people[0]?.claimId === claim.id);
    expect(here(ruben)).toEqual({
      articleId: id,
      people: [{ id: people.second.id, name: people.second.name, claimId: claim.id, writes: false }],
    });
    await sanne.until(() => here(sanne)?.people.length === 1);
    expect(tove.said.filter(({ kind }) => kind === 'here')).toEqual([]);
    await two.place(sanne.reader, { tab: TABS[1], articleId: null, claimId: null, writes: false });
    await ruben.until(() => here(ruben)?.people.length === 0);
    const elsewhere = (await opened()).bench.claims[0]?.id ?? '';
    expect(
      await one.place(ruben.reader, { tab: TABS[0], articleId: id, claimId: elsewhere, writes: false }),
    ).toBeNull();
  });

  test('and who writes a verdict, in the open mode alone', async () => {
    const hub = process();
    const [ruben, sanne, vito] = [
      await browser(hub, people.first),
      await browser(hub, people.second),
      await browser(hub, people.viewer),
    ];
    for (const mode of ['open', 'one', 'blind'] as const) {
      const { bench, id } = await opened({ mode });
      const claim = await claimOn(database.db, people.editor, bench, 'one in five berths');
      await hub.place(sanne.reader, { tab: TABS[1], articleId: id, claimId: claim.id, writes: false });
      await hub.place(vito.reader, { tab: TABS[2], articleId: id, claimId: claim.id, writes: false });
      await hub.place(ruben.reader, { tab: TABS[0], articleId: id, claimId: claim.id, writes: true });
      for (const [one, sees] of [
        [sanne, mode === 'open'],
        [vito, false],
      ] as const) {
        const ofRuben = () => here(one)?.people.find((who) => who.id === people.first.id);
        await one.until(() => here(one)?.articleId === id && ofRuben()?.claimId === claim.id);
        expect(ofRuben()?.writes).toBe(sees);
      }
      expect(ruben.ended).toBe(false);
    }
  });

  test('nor on a claim that was judged blind before the mode was changed', async () => {
    const hub = process();
    const { bench, id } = await opened({ mode: 'blind' });
    const claim = await claimOn(database.db, people.editor, bench, 'one in five berths');
    await judge(database.db, people.first, claim.id, 'true');
    const { version } = (await reopen(database.db, people.editor, id)).article;
    await setMode(database.db, people.editor, { id, version, mode: 'open' });
    const [ruben, sanne] = await Promise.all([people.first, people.second].map((who) => signedIn(database.db, who)));
    if (!ruben || !sanne) throw new Error('Nobody is there');
    await hub.place(ruben, { tab: TABS[0], articleId: id, claimId: claim.id, writes: true });
    const seen = await hub.place(sanne, { tab: TABS[1], articleId: id, claimId: null, writes: false });
    expect(seen?.people).toEqual([{ id: people.first.id, name: people.first.name, claimId: claim.id, writes: false }]);
  });
});

test('streams are bounded for each person, and one that ends makes room', async () => {
  const hub = process();
  const reader = await signedIn(database.db, people.second);
  const open = Array.from({ length: MOST_STREAMS.person }, () => new Browser(reader));
  await Promise.all(open.map((one) => one.open(hub)));
  const last = new Browser(reader);
  expect(await last.open(hub)).toBe(false);
  expect(await (await browser(hub, people.third)).open(hub)).toBe(true);
  open[0]?.cut();
  expect(await last.open(hub)).toBe(true);
});

describe('a guest', () => {
  const NOBODY: AskedDTO = { addressee: null, whom: null, how: null, dueAt: null, holds: null };
  const TO_WRITER = { addressee: 'writer' } as const;

  async function guestOf(articleId: string, name: string): Promise<Guest> {
    const until = new Date(Date.now() + 60 * 60 * 1000).toISOString();
    const { url } = await inviteGuest(database.db, people.editor, 'http://127.0.0.1:3000', { articleId, name, until });
    const { pathname, hash } = new URL(url);
    const guest = await provenGuest(pathname.split('/').at(-1) ?? '', hash.slice(1));
    if (!guest) throw new Error('The link opens nothing');
    return guest;
  }
  const say = (articleId: string, claimId: string | null, body: string, to: Partial<AskedDTO> | null = null) =>
    writeComment(database.db, people.first, {
      articleId,
      claimId,
      threadId: null,
      kind: to ? 'query' : 'note',
      body,
      asked: to ? { ...NOBODY, ...to } : null,
      onVerdictId: null,
    });
  /** How often it was said that the page is otherwise. */
  const told = (guest: GuestBrowser) => guest.said.filter(({ kind }) => kind === 'moved').length;

  async function opening(mode: 'open' | 'blind' = 'open') {
    const hub = process();
    const { bench, id } = await opened({ mode });
    const claim = await claimOn(database.db, people.editor, bench, 'one in five berths');
    const jo = new GuestBrowser(await guestOf(id, 'Jo Writer'));
    await jo.open(hub);
    expect(jo.said).toMatchObject([{ kind: 'hello', news: null }]);
    return { hub, bench, id, claim, jo };
  }

  test('is told by every process when their own page is otherwise, and never of what', async () => {
    const { hub, id, claim, jo } = await opening();
    const other = process();
    const again = new GuestBrowser(jo.guest);
    await again.open(other);
    let question = '';
    const deeds: (() => Promise<unknown>)[] = [
      async () => {
        question = (await say(id, claim.id, 'Who told you?', TO_WRITER)).id;
      },
      () => editComment(database.db, people.first, { id: question, version: 1, body: 'Who told you so?' }),
      () => answerAsGuest(database.db, jo.guest, { queryId: question, body: 'The minutes.' }),
      () =>
        resolveComment(database.db, people.first, { id: question, version: 2, resolved: true, answer: 'The minutes.' }),
      async () => {
        const { revision } = await reopen(database.db, people.editor, id);
        const text = typedText(`${revision.text}\n\nA line more.`);
        await revise(database.db, people.editor, { articleId: id, basedOn: revision.id, text, origin: 'paste' });
      },
    ];
    for (const deed of deeds) {
      const from = [jo.said.length, again.said.length] as const;
      await deed();
      await Promise.all([jo.hears(jo.guest.id, from[0]), again.hears(jo.guest.id, from[1])]);
    }
    expect(told(jo)).toBe(deeds.length);
    for (const news of jo.news(1)) expect(news).toEqual({ articles: [jo.guest.id], desk: false });
    expect(JSON.stringify(jo.said)).not.toContain(id);
    // Who was away is told whether anything is otherwise, and by asking once the same.
    jo.cut();
    await jo.open(other);
    expect(jo.news().at(-1)).toEqual({ articles: [], desk: false });
    const { mark } = again;
    again.cut();
    await say(id, null, 'And the date?', TO_WRITER);
    expect(await hub.guests.missed(jo.guest, guestPage, mark)).toMatchObject({ news: { articles: [jo.guest.id] } });
    await again.open(hub);
    expect(again.news().at(-1)).toEqual({ articles: [jo.guest.id], desk: false });
  });

  test('of what a guest does not see nothing is told: not by a word, not by a mark, not when it comes out later', async () => {
    const { hub, bench, id, claim, jo } = await opening('blind');
    const max = await guestOf(id, 'Max Writer');
    const toAll = await say(id, null, 'Is this the last version?', TO_WRITER);
    await jo.hears(jo.guest.id, 1);
    const ruben = await browser(hub, people.first);
    const hidden: (() => Promise<unknown>)[] = [
      () => claimOn(database.db, people.first, bench, 'The Harbour Authority approved'),
      () => reword(people.first, claim, 'Another matter'),
      () => say(id, claim.id, 'Between us'),
      () => say(id, claim.id, 'For an expert', { addressee: 'expert' }),
      () => say(id, null, 'For Max alone', { ...TO_WRITER, whom: 'Max Writer' }),
      () => answerAsGuest(database.db, max, { queryId: toAll.id, body: 'It is.' }),
      () => attach(database.db, people.first, claim.id, 'Accounts of the harbour', 'refutes', 'They say otherwise'),
      () => judge(database.db, people.first, claim.id, 'false'),
      () => say(id, claim.id, 'Is it not false?', TO_WRITER),
    ];
    const { mark } = jo;
    const count = told(jo);
    for (const deed of hidden) {
      const from = ruben.said.length;
      await deed();
      await ruben.hears(id, from);
      const missed = await hub.guests.missed(jo.guest, guestPage, mark);
      expect(missed?.news).toEqual({ articles: [], desk: false });
      expect([missed?.mark.length, missed?.mark === mark]).toEqual([mark.length, false]);
    }
    // The second verdict brings out what was asked under the first, and with it the first word.
    const from = jo.said.length;
    await judge(database.db, people.second, claim.id, 'false');
    await jo.hears(jo.guest.id, from);
    expect(told(jo)).toBe(count + 1);
    // Another's mark is none of theirs.
    expect(await hub.guests.missed(max, guestPage, jo.mark)).toMatchObject({ news: null });
    expect(await hub.guests.missed(jo.guest, guestPage, ruben.mark)).toMatchObject({ news: null });
  });

  test('whose link ends is told so, and nothing after: revoked, or over with nobody changing anything', async () => {
    const { hub, id, jo } = await opening();
    const max = new GuestBrowser(await guestOf(id, 'Max Writer'));
    await max.open(hub);
    await revokeGuest(database.db, people.editor, { id: jo.guest.id });
    await jo.until(() => jo.ended);
    expect(jo.said.at(-1)).toEqual({ kind: 'over' });
    expect(await hub.guests.missed(jo.guest, guestPage, jo.mark)).toBeNull();
    await jo.open(hub);
    expect(jo.ended).toBe(true);
    await hub.guests.sweep();
    expect(max.ended).toBe(false);
    await plant(database.db, (tx) => tx.article.update({ where: { id }, data: { archivedAt: new Date() } }));
    await hub.guests.sweep();
    expect(max.ended).toBe(true);
  });

  test('is greeted though the page of another who came at the same time cannot be read', async () => {
    const { hub, id, jo } = await opening();
    const max = new GuestBrowser(await guestOf(id, 'Max Writer'));
    hub.guests.open(jo.guest, () => Promise.reject(new Error('broken')), { send: () => {}, end: () => {} }, '');
    await max.open(hub);
    expect(max.said).toMatchObject([{ kind: 'hello' }]);
  });

  test('has so many streams, and one that ends makes room', async () => {
    const { hub, jo } = await opening();
    const more = Array.from({ length: MOST_GUEST_STREAMS.link - 1 }, () => new GuestBrowser(jo.guest));
    await Promise.all(more.map((one) => one.open(hub)));
    const last = new GuestBrowser(jo.guest);
    expect(await last.open(hub)).toBe(false);
    jo.cut();
    expect(await last.open(hub)).toBe(true);
  });
});
