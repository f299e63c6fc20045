import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { archiveArticle, setAccess } from '#lib/articles/mutations.ts';
import { Prisma } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { SIGNS, wordsQuery } from '#lib/platform/search-words.ts';
import { findArticles } from '#lib/workbench/data-find.ts';
import { articlePage } from '#lib/workbench/data-list.ts';
import type { ArticlePage } from '#lib/workbench/types-lists.ts';
import { article, type Cast, cast, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { tamper } from '../trust/desk.ts';

const database = withDatabase();
let people: Cast;
/** Headlines in the order the list must have. */
let expected: string[] = [];

beforeAll(async () => {
  const { db } = database;
  people = await cast(db);
  const first = await article(db, people.editor);
  const {
    headline: _,
    id: __,
    revisionId: ___,
    ...like
  } = await db.article.findUniqueOrThrow({
    where: { id: first.article.id },
  });
  const revision = await db.revision.findFirstOrThrow({ where: { articleId: first.article.id } });
  await plant(db, (tx) =>
    tx.article.update({ where: { id: first.article.id }, data: { headline: 'Made by hand', dueAt: null } }),
  );
  // Deadlines that tie, none at all, and articles with nothing left unread.
  const plans = Array.from({ length: 130 }, (_, i) => ({
    id: newId(Date.UTC(2026, 0, 1) + i * 1000),
    headline: `Harbour piece ${i}`,
    dueAt: i % 7 === 0 ? null : new Date(Date.UTC(2026, 0, 1 + (i % 5))),
    isDone: i % 11 === 0,
  }));
  const texts = plans.map(({ id }) => ({ id: newId(), articleId: id }));
  await plant(db, async (tx) => {
    await tx.article.createMany({
      data: plans.map(({ isDone, ...plan }) => ({
        ...like,
        readOff: Prisma.DbNull,
        ...plan,
        sentencesTotal: 4,
        sentencesRead: isDone ? 4 : 1,
      })),
    });
    await tx.revision.createMany({
      data: texts.map((text) => ({
        ...text,
        number: 1,
        language: 'en',
        text: revision.text,
        sha256: revision.sha256,
        origin: 'command' as const,
      })),
    });
    await tx.reading.createMany({
      data: texts.map(({ id }) => ({ revisionId: id, number: 1, engineVersion: 'test', blocks: [], sentences: [] })),
    });
    await tx.$executeRaw`update articles a set revision_id = r.id from revisions r where r.article_id = a.id and a.revision_id is null`;
  });
  const due = (at: Date | null) => at?.getTime() ?? Number.POSITIVE_INFINITY;
  const all = [...plans, { id: first.article.id, headline: 'Made by hand', dueAt: null, isDone: false }];
  expected = all
    .sort(
      (a, b) =>
        Number(a.isDone) - Number(b.isDone) ||
        (due(a.dueAt) === due(b.dueAt) ? 0 : due(a.dueAt) - due(b.dueAt)) ||
        (a.id < b.id ? 1 : -1),
    )
    .map((plan) => plan.headline);
});

async function allPages(actor: PersonActor, words = '', archived = false): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | null = null, last = false; !last; ) {
    const page: ArticlePage = await articlePage(database.db, actor, { words, archived, after });
    pages.push(page.rows.map((row) => row.headline));
    after = page.next;
    last = after === null;
  }
  return pages;
}

describe('the list of articles', () => {
  test('pages of 50 follow each other without a gap: something unread first, by deadline, then the newest', async () => {
    const pages = await allPages(people.viewer);
    expect(pages.map((page) => page.length)).toEqual([50, 50, 31]);
    expect(pages.flat()).toEqual(expected);
  });

  test('a cursor that this list has not made is the first page', async () => {
    for (const after of ['x', "1_none_' or true", '0_2026-01-01_00000000-0000-7000-8000-000000000000']) {
      const { rows } = await articlePage(database.db, people.viewer, { words: '', archived: false, after });
      expect(rows[0]?.headline).toBe(expected[0]);
    }
  });

  test.each([
    ['piece 129', ['Harbour piece 129']],
    ['harb 12', ['12', '120', '121', '122', '123', '124', '125', '126', '127', '128', '129']],
    ['estuary hand', ['Made by hand']],
    ['“made', ['Made by hand']],
    ["hand' | 'x", []],
    ['…', []],
  ])('words %j find what begins with each of them', async (words, found) => {
    const pages = await allPages(people.viewer, words);
    expect(
      pages
        .flat()
        .map((headline) => headline.replace(/^Harbour piece (?=12)/, words === 'harb 12' ? '' : 'Harbour piece '))
        .sort(),
    ).toEqual([...found].sort());
  });

  test('the archive is a list of its own, last archived first', async () => {
    const { db } = database;
    const rows = await db.article.findMany({ where: { headline: { in: ['Harbour piece 3', 'Harbour piece 4'] } } });
    for (const { id, version } of rows.sort((a, b) => (a.headline < b.headline ? -1 : 1))) {
      await archiveArticle(db, people.editor, { id, version, archived: true });
    }
    expect(await allPages(people.viewer, '', true)).toEqual([['Harbour piece 4', 'Harbour piece 3']]);
    const left = (await allPages(people.viewer)).flat();
    expect(left).toHaveLength(129);
    expect(left).not.toContain('Harbour piece 3');
  });

  test('an article for named people is there for them alone: in the list, the search, and among the names', async () => {
    const { db } = database;
    const { second, editor, admin, viewer } = people;
    const secret = await article(db, editor, { access: 'named', memberIds: [second.id] });
    await plant(db, (tx) =>
      tx.article.update({ where: { id: secret.article.id }, data: { headline: 'Zanzibar', dueAt: new Date(0) } }),
    );
    const sees = async (actor: PersonActor) => [
      (await articlePage(db, actor, { words: '', archived: false, after: null })).rows.some(
        (row) => row.headline === 'Zanzibar',
      ),
      (await articlePage(db, actor, { words: 'zanz', archived: false, after: null })).rows.length === 1,
      ...(await Promise.all(
        // At rest, as typed, and with a slip.
        ['', 'zanz', 'Zanizbar'].map(async (typed) =>
          (await findArticles(db, actor, typed)).some((name) => name.headline === 'Zanzibar'),
        ),
      )),
    ];
    for (const actor of [second, editor]) expect(await sees(actor)).toEqual([true, true, true, true, true]);
    for (const actor of [viewer, admin, people.first]) expect(await sees(actor)).toEqual(Array(5).fill(false));
  });

  test('naming the same people again writes nothing; one more is a change', async () => {
    const { db } = database;
    const { first, second, editor } = people;
    const { article: secret } = await article(db, editor, { access: 'named', memberIds: [second.id] });
    const name = (memberIds: string[]) =>
      setAccess(db, editor, { id: secret.id, version: secret.version, access: 'named', memberIds });
    const written = () => db.event.count({ where: { chainId: secret.id, action: 'article.access' } });
    expect(await name([editor.id, second.id])).toEqual({ id: secret.id, version: secret.version });
    expect(await written()).toBe(0);
    expect(await name([second.id, first.id])).toEqual({ id: secret.id, version: secret.version + 1 });
    expect(await written()).toBe(1);
  });
});

test('the signs that part words are the same here and in the database', async () => {
  const { db } = database;
  const text = `“Nobody” said ‘so’—«he» asked…`;
  const [row] = await db.$queryRaw<{ words: string }[]>`select stet_words(${text})::text as words`;
  expect(row?.words).toBe("'asked':5 'he':4 'nobody':1 'said':2 'so':3");
  const [source] = await db.$queryRaw<{ source: string }[]>`
    select pg_get_functiondef('stet_words'::regproc) as source`;
  for (const sign of source?.source.match(/[^\0-\x7f]/gu) ?? []) expect(sign).toMatch(new RegExp(SIGNS.source));
  expect(wordsQuery('“Nobody” said')).toBe("'Nobody':* & 'said':*");
});

test('a page deep in a large archive reads its own rows, not those before it', async () => {
  const { db } = database;
  const like = await db.article.findFirstOrThrow({ where: { headline: 'Harbour piece 1' } });
  // Without the triggers that hold each row to its event: here only the reading is looked at.
  await tamper(
    (tx) => tx`
    insert into articles (id, headline, outlet, mode, queries, archived_at, created_at)
    select ('018f0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Old piece ' || n, ${like.outlet}, 'open', 'hold',
      timestamptz '2020-01-01' + n * interval '1 hour', timestamptz '2020-01-01'
    from generate_series(1, 20000) n`,
  );
  await database.owner`analyze articles`;
  const after = `${new Date(Date.UTC(2020, 0, 1) + 5000 * 3_600_000).toISOString()}_018f0000-0000-7000-8000-000000001388`;
  const plan = await db.$queryRaw<{ 'QUERY PLAN': unknown }[]>`
    explain (analyze, format json) select id from articles
    where archived_at is not null
      and (archived_at, id) < (${after.split('_')[0]}::timestamptz, ${after.split('_')[1]}::uuid)
    order by archived_at desc, id desc limit 51`;
  const text = JSON.stringify(plan);
  expect(text).toContain('articles_put_away');
  expect(text).not.toContain('Seq Scan');
  const { rows } = await articlePage(db, people.viewer, { words: '', archived: true, after });
  expect(rows.map(({ headline }) => headline)).toEqual(Array.from({ length: 50 }, (_, n) => `Old piece ${4999 - n}`));
});
