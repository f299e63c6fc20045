import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { article, person, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { PAGES, pageFiles } from './doors.ts';
import { everyDoor } from './knock.ts';
import { ADDRESS, SECRET, wear } from './request.ts';
import { need, type Scene, sceneIn } from './scene.ts';

vi.mock('next/headers', async () => (await import('./request.ts')).nextHeaders);
vi.mock('next-intl/server', async () => (await import('./request.ts')).nextIntl);
vi.mock('next/cache', () => ({ refresh: () => {} }));

/*
 * What an address or a record's id may be asked for with by somebody to whom it says nothing: nothing that stands in an address is a fault of the
 * server's. That what is kept from them and what was never there are not told apart, refusals.apart.test.ts has of every door.
 */

const database = withDatabase();

let scene: Scene;
let outsider: PersonActor;
let doors: Awaited<ReturnType<typeof everyDoor>>;

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('NEXTAUTH_URL', ADDRESS);
  const { db } = database;
  const [author, editor] = [await person(db, 'Aurel', 'reviewer'), await person(db, 'Edda', 'editor')];
  outsider = await person(db, 'The outsider', 'admin');
  const bench = await article(db, editor, { access: 'named', memberIds: [author.id, editor.id] });
  scene = sceneIn(db, bench.article.id, author, editor);
  doors = await everyDoor();
}, 120_000);

describe('an address', () => {
  const NASTY = [
    '1e20',
    '-1',
    '0',
    '99999999999',
    '2147483648',
    '1.5',
    'NaN',
    '',
    ' ',
    'a\0b',
    '\ud800',
    "'; drop table users; --",
    '%',
    '\\',
    "'",
    '___',
    'x'.repeat(5_000),
    '1_2026-99-99T99:99:99.999Z_------------------------------------',
    '0_0000-01-01T00:00:00.000Z_00000000-0000-7000-8000-000000000000',
    '1_none_------------------------------------',
    '2026-02-30T00:00:00.000Z_00000000-0000-7000-8000-000000000000',
    '../../etc/passwd',
  ];
  const ASKED = ['q', 'after', 'before', 'claim', 'person', 'kind', 'from', 'to', 'archived', 'next'];

  /** Whether the page asks at all for what stands behind the question mark. */
  const readsSearch = (name: string) =>
    pageFiles().some((page) => page.name === name && readFileSync(page.file, 'utf8').includes('searchParams'));
  /** For a page that does not: to it one search is as good as another, for it would fail if it read any. */
  const unread = (params: object) => ({
    params: Promise.resolve(params),
    get searchParams(): never {
      throw new Error('It reads its search after all');
    },
  });

  let somebody: PersonActor;
  let openId: string;
  beforeAll(async () => {
    somebody = await person(database.db, 'Somebody', 'admin');
    openId = (await article(database.db, scene.editor)).article.id;
  });

  test.each(Object.keys(PAGES))('of %s that says nonsense is no fault of the server’s', async (name) => {
    const ask = need(doors.get(`page ${name}`));
    await wear(somebody);
    const good = { id: openId, number: '1', token: 'x' };
    const withSearch = (params: object, search: object) => ({
      params: Promise.resolve(params),
      searchParams: Promise.resolve(search),
    });
    const reads = readsSearch(name);
    if (!reads) await ask(unread(good));
    for (const value of NASTY) {
      const asked = Object.fromEntries(ASKED.map((key) => [key, value]));
      for (const search of reads ? [asked, { ...asked, archived: '1' }, { q: [value, value] }] : [])
        await ask(withSearch(good, search));
      for (const key of ['id', 'number', 'token'].filter((part) => name.includes(`[${part}]`))) {
        const params = { ...good, [key]: value };
        await ask(reads ? withSearch(params, {}) : unread(params));
      }
    }
  });

  test('of a route that says nonsense is refused, not a fault', async () => {
    await wear(outsider);
    for (const name of ['GET /api/claims/[id]', 'GET /api/reports/[id]/[format]']) {
      for (const value of NASTY) {
        const params = Promise.resolve({ id: value, format: value });
        const { outcome } = await need(doors.get(name))({ request: new Request(`${ADDRESS}/api/x`), params });
        expect(['not-found', 'status 400']).toContain(outcome);
      }
    }
  });
});

describe('an export', () => {
  const events = () =>
    database.db.event.count({ where: { chainId: scene.articleId, action: { contains: 'exported' } } });

  test.each([
    ['a look at its head', { method: 'HEAD' }],
    ['a browser that fetches ahead', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
    ['an older one', { headers: { purpose: 'prefetch' } }],
    ['one of Mozilla’s', { headers: { 'x-moz': 'prefetch' } }],
  ])('is not handed out to %s, and nothing is written', async (_, asked) => {
    const id = await scene.report();
    await wear(scene.editor);
    const before = await events();
    const params = Promise.resolve({ id, format: 'csv' });
    const request = new Request(`${ADDRESS}/api/reports/${id}/csv`, asked);
    const { text } = await need(doors.get('GET /api/reports/[id]/[format]'))({ request, params });
    expect(text).not.toContain('content-disposition');
    expect(await events()).toBe(before);
    const wanted = new Request(`${ADDRESS}/api/reports/${id}/csv`);
    const { outcome } = await need(doors.get('GET /api/reports/[id]/[format]'))({ request: wanted, params });
    expect([outcome, await events()]).toEqual(['done', before + 1]);
  });
});

test('a claimant’s id does not tell when an article that is kept from the reader first named them', async () => {
  const { db } = database;
  const text = 'Harbour\n\n“Nobody was asked,” said Ilse Brand, the harbour master, on Monday. The toll is £4.';
  await article(db, scene.editor, { access: 'named', memberIds: [scene.editor.id], text });
  const open = await article(db, scene.editor, { text });
  const ids = (await reopen(db, outsider, open.article.id)).claims.map(({ claimant }) => claimant.id);
  expect(ids.length).toBeGreaterThan(0);
  // Version 4: nothing but chance.
  for (const id of ids) expect(id[14]).toBe('4');
});
