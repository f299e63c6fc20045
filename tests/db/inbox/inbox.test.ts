import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { readInbox } from '#lib/inbox/data.ts';
import { inboxHandlers, watchFolder } from '#lib/inbox/jobs.ts';
import { acceptItems, addFeed, dismissItems, readFeedNow, removeFeed, returnItems } from '#lib/inbox/mutations.ts';
import { putInDueFeeds } from '#lib/inbox/mutations-take.ts';
import { readArticleFile } from '#lib/ingest/article.ts';
import { readFeed } from '#lib/ingest/feed/read.ts';
import type { Known } from '#lib/ingest/fetch/index.ts';
import { findJob } from '#lib/jobs/data.ts';
import { changeRole } from '#lib/people/mutations.ts';
import { removeUnusedBlobs } from '#lib/platform/blobs.ts';
import { done, type Outcome, refused } from '#lib/platform/result.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { linkKeyOf } from '#lib/sources/rules-link-key.ts';
import { workbench } from '#lib/workbench/data.ts';
import { runJob } from '#lib/worker/run.ts';
import { type Cast, cast, person, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { plainHandlers } from '../jobs/site.ts';
import { need } from '../trust/scene.ts';

/* Feeds and a folder bring pieces; people decide on them; nothing comes twice. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

type Answer = { readonly items: readonly number[]; readonly etag?: string; readonly title?: string };
/** What the site says of each feed now, and what it was last asked with. */
const site: Record<string, Answer | Outcome<never>> = {};
let asked: Known | null = null;

const item = (feed: string, n: number) =>
  `<item><title>Piece ${n}</title><link>https://${feed}/${n}</link><guid>${feed} ${n}</guid><pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate>
   <description>The harbour has ${n} berths.</description></item>`;
const handlers = {
  ...plainHandlers(),
  ...inboxHandlers({
    fetchFeed: async (link, known) => {
      asked = known;
      const host = new URL(link).hostname;
      const answer = site[host];
      if (answer === undefined) return refused('not-found', 'fetch-gone', { values: { host } });
      if ('ok' in answer) return answer;
      if (known.etag !== null && known.etag === answer.etag) return refused('conflict', 'fetch-unchanged');
      const items = answer.items.map((n) => item(host, n)).join('');
      const text = `<rss version="2.0"><channel><title>${answer.title ?? 'The Estuary Post'}</title>${items}</channel></rss>`;
      const headers = answer.etag === undefined ? [] : [['etag', answer.etag] as const];
      return done({ address: link, charset: null, headers, bytes: new TextEncoder().encode(text) });
    },
    readFeed: async (input) => {
      const read = readFeed(input);
      if (!read.ok || !input.address.includes('faulty.example')) return read;
      // What Postgres does not take, as if the reading had let it through.
      return done({ ...read.value, items: read.value.items.map((item) => ({ ...item, key: `${item.key}\0` })) });
    },
    readFile: readArticleFile,
  }),
};
async function run(id: string) {
  await runJob(database.db, handlers, new Map(), id);
  return need(await findJob(database.db, people.admin, id));
}
/** Whatever waits of a kind is run, in its order. */
async function runAll(kind: string) {
  const jobs = await database.db.job.findMany({ where: { kind, state: 'queued' }, orderBy: { id: 'asc' } });
  return Promise.all(jobs.map(({ id }) => run(id)));
}
const inbox = (who: PersonActor = people.editor) => readInbox(database.db, who, null);
const titles = async () => (await inbox()).items.map(({ title }) => title);
const add = async (host: string, minutes: 15 | 60 = 60) => {
  const made = await addFeed(database.db, people.editor, { link: `https://${host}/feed`, minutes });
  return { ...made, job: await run(made.jobId) };
};
const feedRow = (id: string) => database.db.feed.findUniqueOrThrow({ where: { id } });
const minutesUntil = async (id: string) => Math.round(((await feedRow(id)).nextAt.getTime() - Date.now()) / 60_000);
const turnCame = (id: string) => database.db.feed.update({ where: { id }, data: { nextAt: new Date() } });
const everythingGoes = async () => {
  const { items } = await inbox();
  if (items.length > 0)
    await dismissItems(
      database.db,
      people.editor,
      items.map(({ id }) => id),
    );
};
afterEach(everythingGoes);

describe('a feed', () => {
  test('brings its newest at once and then what is new, each once, by guid and by link', async () => {
    site['post.example'] = { items: Array.from({ length: 30 }, (_, i) => 30 - i), etag: '"a"' };
    const { id, job } = await add('post.example');
    expect(job).toMatchObject({ state: 'done', for: { name: 'Edda' }, result: { counts: { items: 30 } } });
    // Of thirty the newest twenty wait, the newest first; the rest is of before.
    expect(await titles()).toEqual(Array.from({ length: 20 }, (_, i) => `Piece ${30 - i}`));
    const { items, waiting, feeds } = await inbox();
    expect(waiting).toBe(20);
    expect(items[0]).toMatchObject({
      outlet: 'The Estuary Post',
      publishedOn: '2026-03-12',
      link: 'https://post.example/30',
      snippet: 'The harbour has 30 berths.',
      known: null,
    });
    expect(feeds).toMatchObject([
      { id, title: 'The Estuary Post', minutes: 60, addedBy: 'Edda', error: null, waiting: 20 },
    ]);
    expect(await minutesUntil(id)).toBe(60);

    // Its turn comes in its own time, and not before; the site is told what is here already.
    await putInDueFeeds(database.db);
    expect(await runAll('feed')).toEqual([]);
    await turnCame(id);
    await Promise.all([putInDueFeeds(database.db), putInDueFeeds(database.db)]);
    expect(await runAll('feed')).toMatchObject([{ for: null, state: 'done', result: { counts: { items: 0 } } }]);
    expect(asked).toMatchObject({ etag: '"a"' });

    // What was put away, and a page that another feed has brought under another guid, are here already.
    await everythingGoes();
    site['post.example'] = { items: [32, 31, 30], etag: '"b"' };
    site['other.example'] = { items: [] };
    const other = await add('other.example');
    await database.db.inboxItem.create({
      data: {
        feedId: other.id,
        key: 'moved',
        link: 'https://post.example/31',
        linkKey: linkKeyOf('https://post.example/31'),
        title: 'Moved',
        state: 'passed',
      },
    });
    await run((await readFeedNow(database.db, people.admin, id)).jobId);
    expect(await titles()).toEqual(['Piece 32']);
    await removeFeed(database.db, people.editor, other.id);
    await removeFeed(database.db, people.editor, id);
    await expect(readFeedNow(database.db, people.editor, id)).rejects.toThrow('no-feed');
    expect((await inbox()).feeds).toEqual([]);
  });

  test('that cannot be read says why, is left alone for longer each time, and goes on when it can', async () => {
    site['slow.example'] = refused('unavailable', 'fetch-site-trouble', {
      values: { host: 'slow.example', status: 503 },
    });
    const { id, job } = await add('slow.example', 15);
    expect(job).toMatchObject({ state: 'done', result: { outcome: 'fetch-site-trouble' } });
    const rests = [await minutesUntil(id)];
    for (let round = 0; round < 8; round++) {
      await turnCame(id);
      await putInDueFeeds(database.db);
      await runAll('feed');
      rests.push(await minutesUntil(id));
    }
    expect(rests).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
    expect((await inbox()).feeds[0]?.error).toContain('slow.example');
    site['slow.example'] = { items: [1] };
    await run((await readFeedNow(database.db, people.editor, id)).jobId);
    expect((await inbox()).feeds[0]).toMatchObject({ error: null, waiting: 1 });
    expect(await feedRow(id)).toMatchObject({ failures: 0 });
    await removeFeed(database.db, people.editor, id);
  });

  test('whose reading is a fault is noted as such, asked no more than once, and left alone like any other', async () => {
    site['faulty.example'] = { items: [1] };
    const { id, job } = await add('faulty.example', 15);
    expect(job).toMatchObject({ state: 'done', result: { outcome: 'fault' } });
    expect(await feedRow(id)).toMatchObject({ failures: 1, error: { code: 'fault' } });
    expect(await minutesUntil(id)).toBe(30);
    await putInDueFeeds(database.db);
    expect(await runAll('feed')).toEqual([]);
    expect(await titles()).toEqual([]);
    await removeFeed(database.db, people.editor, id);
  });

  test('is added once, by who may, and read in the adder’s name only while they may', async () => {
    const { db } = database;
    const link = 'https://post.example/feed?utm_source=x';
    for (const who of [people.first, people.viewer])
      await expect(addFeed(db, who, { link, minutes: 60 })).rejects.toThrow('role-does-not-allow');
    const leaver = await person(db, 'Lea', 'editor');
    const made = await addFeed(db, leaver, { link, minutes: 60 });
    await expect(addFeed(db, people.editor, { link: 'https://post.example/feed', minutes: 15 })).rejects.toThrow(
      'feed-known',
    );
    await changeRole(db, people.admin, { id: leaver.id, version: 1, role: 'reviewer' });
    expect(await run(made.jobId)).toMatchObject({ state: 'failed' });
    expect(await titles()).toEqual([]);
    await removeFeed(db, people.editor, made.id);
    const gone = await addFeed(db, people.editor, { link, minutes: 60 });
    await removeFeed(db, people.editor, gone.id);
    expect(await run(gone.jobId)).toMatchObject({ state: 'done', result: { counts: { items: 0 } } });
  });
});

test('pieces are accepted and put away, several at once, by one person alone; putting away is taken back', async () => {
  const { db } = database;
  const { editor, admin, first } = people;
  site['desk.example'] = { items: [4, 3, 2, 1], title: 'Desk' };
  const { id } = await add('desk.example');
  const ids = (await inbox()).items.map((one) => one.id);
  const [four = '', three = '', two = '', one = ''] = ids;
  for (const deed of [acceptItems, dismissItems, returnItems])
    await expect(deed(db, first, [four])).rejects.toThrow('role-does-not-allow');
  const raced = await Promise.allSettled([
    acceptItems(db, editor, [four, three]),
    dismissItems(db, admin, [three, two]),
  ]);
  expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  // All or none: whoever was slower has changed nothing.
  const left = await titles();
  expect(left).toEqual(raced[0]?.status === 'fulfilled' ? ['Piece 2', 'Piece 1'] : ['Piece 4', 'Piece 1']);
  if (raced[0]?.status === 'rejected') {
    await returnItems(db, editor, [three, two]);
    await acceptItems(db, editor, [four, three]);
  }
  await dismissItems(db, editor, [two, one]);
  await expect(acceptItems(db, editor, [two])).rejects.toThrow('no-inbox-item');
  await returnItems(db, admin, [one]);
  expect(await titles()).toEqual(['Piece 1']);

  const articles = await db.article.findMany({
    where: { link: { startsWith: 'https://desk.example/' } },
    orderBy: { link: 'asc' },
  });
  expect(articles).toMatchObject([
    { headline: 'Piece 3', outlet: 'Desk', revisionId: null, createdById: editor.id },
    { headline: 'Piece 4', outlet: 'Desk', revisionId: null },
  ]);
  expect(await db.job.count({ where: { kind: 'article', state: 'queued', forId: editor.id } })).toBe(2);
  // What is here as an article is said to be, to who may see it.
  const again = { feedId: id, key: 'again', link: 'https://desk.example/4', title: 'Again' };
  await db.inboxItem.create({ data: again });
  expect((await inbox()).items.find(({ title }) => title === 'Again')?.known).toMatchObject({ headline: 'Piece 4' });
  const told = await db.event.findMany({ where: { action: { startsWith: 'inbox.' } }, include: { detail: true } });
  expect(JSON.stringify(told)).not.toContain('Piece');
  expect((await verifyHistory(sql(), [], db)).breaks).toEqual([]);
  await removeFeed(db, editor, id);
});

describe('the watched folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-inbox-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    vi.unstubAllEnvs();
  });
  const put = (name: string, words: string, at = 0) => {
    writeFileSync(join(folder, name), words);
    // Nobody is writing it any more.
    utimesSync(join(folder, name), 1_700_000_000 + at, 1_700_000_000 + at);
  };
  const look = async () => {
    await watchFolder(database.db);
    return runAll('inbox-folder');
  };

  test('brings plain files once each, whatever else lies there, and makes articles of them', async () => {
    const { db } = database;
    await watchFolder(db);
    expect(await db.job.count({ where: { kind: 'inbox-folder' } })).toBe(0);
    vi.stubEnv('STET_INBOX_FOLDER', folder);
    put('harbour.txt', TEXT);
    put('broken.pdf', '%PDF-1.7 and nothing');
    put('.hidden.txt', 'Hidden');
    put('empty.txt', '');
    // Still being written, however long this test takes.
    put('being-written.txt', 'Half of', 3_000_000_000);
    mkdirSync(join(folder, 'within'));
    symlinkSync('/etc/hostname', join(folder, 'link.txt'));
    expect(await look()).toMatchObject([{ state: 'done', for: null, result: { counts: { items: 2 } } }]);
    expect(await look()).toEqual([]);
    const { items, hasFolder } = await inbox();
    expect(hasFolder).toBe(true);
    expect(items).toMatchObject([
      { title: 'Harbour authority doubles repair fund', fileName: 'harbour.txt', link: null },
      { title: 'broken.pdf', fileName: 'broken.pdf', snippet: '' },
    ]);
    // The same bytes under another name or written anew are the same piece; other bytes are another.
    put('copy.txt', TEXT);
    put('harbour.txt', TEXT, 60);
    put('second.txt', `${TEXT}\n\nMore.`);
    // A name of blanks alone is nothing to press.
    put('\u200b \u3000', '%PDF-1.7 and less');
    expect(await look()).toMatchObject([{ result: { counts: { items: 2 } } }]);
    const blank = need((await inbox()).items.find(({ title }) => /^[0-9a-f]{12}$/.test(title)));
    expect((await acceptItems(db, people.editor, [blank.id])).articles).toMatchObject([{ headline: blank.title }]);
    expect(await look()).toEqual([]);

    // Bytes are kept while they are needed.
    const daysLater = async () => {
      await database.owner.unsafe(
        `set session_replication_role = replica; update blobs set created_at = now() - interval '2 days'; set session_replication_role = origin`,
      );
      await removeUnusedBlobs(db);
    };
    await daysLater();
    const byName = new Map((await inbox()).items.map(({ id, fileName }) => [fileName, id]));
    const { articles } = await acceptItems(db, people.editor, [
      need(byName.get('harbour.txt')),
      need(byName.get('broken.pdf')),
    ]);
    await dismissItems(db, people.editor, [need(byName.get('second.txt'))]);
    await daysLater();
    await expect(returnItems(db, people.editor, [need(byName.get('second.txt'))])).rejects.toThrow('bytes-missing');
    const states = new Map<string, string>();
    for (const { id, headline } of articles) {
      const job = await db.job.findFirstOrThrow({ where: { articleId: id } });
      states.set(headline, (await run(job.id)).state);
    }
    expect(Object.fromEntries(states)).toEqual({
      'broken.pdf': 'failed',
      'Harbour authority doubles repair fund': 'done',
    });
    const made = articles.find(({ headline }) => headline !== 'broken.pdf');
    const opened = need(await workbench(db, people.editor, need(made).id));
    expect(opened).toMatchObject({
      article: { outlet: null },
      revision: { origin: 'file', createdBy: 'Edda' },
    });
  });
});
