import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { foreignPage } from '#lib/foreign/data.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import type { ArchiveOptions } from '#lib/travel/data-archive.ts';
import { askToBring } from '#lib/travel/mutations.ts';
import { bringArchive } from '#lib/travel/mutations-archive.ts';
import { runJob } from '#lib/worker/run.ts';
import { stet } from '../command.ts';
import { article, type Cast, cast, claimOn, detail } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { plainHandlers } from '../jobs/site.ts';

const database = withDatabase();
const folder = mkdtempSync(join(tmpdir(), 'stet-archives-'));
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bring = (text: string, name: string, more: Partial<ArchiveOptions> = {}, who: PersonActor = people.editor) =>
  bringArchive(
    database.db,
    who,
    {
      name,
      read: async function* () {
        yield new TextEncoder().encode(text);
      },
    },
    { publisher: null, columns: {}, leaveOut: false, ...more },
  );

const review = (claimReviewed: string, rating: string, more: object = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed,
  url: 'https://check.example/berths',
  datePublished: '2026-02-01',
  author: { '@type': 'Organization', name: 'Harbour Check' },
  reviewRating: { '@type': 'Rating', alternateName: rating },
  ...more,
});
const feed = (...items: object[]) =>
  JSON.stringify({
    '@type': 'DataFeed',
    dataFeedElement: items.map((item) => ({ '@type': 'DataFeedItem', item: [item] })),
  });

const FEED = feed(
  review('About one in five berths is closed', 'Mostly true 🚢'),
  review('Nobody has ever seen the accounts of the fishery', 'False'),
);

test('an archive comes in whole and once, and its claims are offered by who has checked them', async () => {
  const { db } = database;
  const brought = await bring(FEED, 'feed.json');
  expect(brought).toMatchObject({ title: 'feed.json', claims: 2, leftOut: 0, isKnown: false });
  const before = await db.event.count();
  expect(await bring(FEED, 'the same.json')).toEqual({ ...brought, isKnown: true });
  expect(await db.event.count()).toBe(before);
  expect(await foreignPage(db, brought.id, 0)).toMatchObject({
    file: { format: 'claim-review', desk: 'Harbour Check', events: null, broughtBy: 'Edda' },
    rows: [
      { number: 1, rating: 'Mostly true 🚢', said: { findings: [{ by: 'Harbour Check', at: '2026-02-01' }] } },
      { number: 2 },
    ],
    next: null,
  });
  const bench = await article(db, people.editor);
  const claim = await claimOn(db, people.first, bench, 'About one in five berths is closed');
  const { precedents } = await detail(db, people.viewer, claim.id);
  expect(precedents).toMatchObject([
    {
      publisher: 'Harbour Check',
      rating: 'Mostly true 🚢',
      link: 'https://check.example/berths',
      checkedOn: '2026-02-01',
      // A claim that was added by hand has no figures yet.
      relation: 'less precise',
    },
  ]);
  expect((await verifyHistory(sql(), [], db)).breaks).toEqual([]);
});

test('a row that cannot be read keeps all out, unless it is to be left out', async () => {
  const { db } = database;
  const table =
    'claim,verdict,publisher,date\nTolls rise in June,True,Toll Watch,2026-03-01\nTolls fall in May,,Toll Watch,2026-03-01\nTolls stay,False,Toll Watch,soon\n';
  const count = () => db.foreignClaim.count();
  const before = await count();
  await expect(bring(table, 'tolls.csv')).rejects.toMatchObject({
    refusal: { code: 'archive-rows', values: { count: 2, rows: '3: verdict; 4: date' } },
  });
  expect(await count()).toBe(before);
  expect(await bring(table, 'tolls.csv', { leaveOut: true })).toMatchObject({ claims: 1, leftOut: 2 });
  await expect(bring('claim,verdict\n', 'none.csv')).rejects.toMatchObject({ refusal: { code: 'archive-none' } });
  await expect(bring(FEED, 'feed.json', {}, people.first)).rejects.toMatchObject({ refusal: { reason: 'forbidden' } });
});

test('what is sent by the web comes in by a job, an article and an archive alike', async () => {
  const { db } = database;
  const send = async (text: string, name: string) => {
    const input = { name, publisher: 'Gate Watch', leaveOut: false };
    const { jobId } = await askToBring(db, people.editor, input, new TextEncoder().encode(text));
    await runJob(db, plainHandlers(), new Map(), jobId);
    return db.job.findUniqueOrThrow({ where: { id: jobId }, select: { state: true, error: true, result: true } });
  };
  const table = 'claim,rating\nThe gates rust,True\n';
  expect(await send(table, 'gates.csv')).toMatchObject({
    state: 'done',
    result: { counts: { claims: 1, leftOut: 0, known: 0 } },
  });
  expect(await send(table, 'gates.csv')).toMatchObject({ state: 'done', result: { counts: { known: 1 } } });
  expect(await send('{"article":{}}\n', 'none.stet')).toMatchObject({
    state: 'failed',
    error: { code: 'article-file-line' },
  });
  expect(
    await db.foreignFile.findFirst({ where: { title: 'gates.csv' }, select: { broughtById: true, desk: true } }),
  ).toEqual({
    broughtById: people.editor.id,
    desk: 'Gate Watch',
  });
});

test('by command', async () => {
  const file = join(folder, 'gates.csv');
  writeFileSync(file, 'Behauptung,Urteil\nDie Hälfte der Tore ist zu,falsch\n');
  const named = ['--publisher', 'Torprüfung', '--column', 'statement=Behauptung', '--column', 'rating=Urteil'];
  const first = await stet(['precedents', file, ...named]);
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^[0-9a-f-]{36}\tgates\.csv\n$/) });
  expect(first.err).toContain('1 claim brought in.');
  expect(await stet(['precedents', file, ...named])).toMatchObject({
    code: 0,
    out: first.out,
    err: expect.stringContaining('is here already'),
  });
});
