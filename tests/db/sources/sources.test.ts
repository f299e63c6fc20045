import { beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { sourcePage } from '#lib/sources/data-list.ts';
import { article, attach, type Cast, cast, claimOn, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;

beforeAll(async () => {
  const { db } = database;
  people = await cast(db);
  const open = await article(db, people.editor);
  const secret = await article(db, people.editor, { access: 'named', memberIds: [people.first.id] });
  for (const [bench, title] of [
    [open, 'Harbour accounts 2026'],
    [secret, 'A confidential letter'],
  ] as const) {
    const claim = await claimOn(db, people.first, bench, '£48.6 million budget');
    await attach(db, people.first, claim.id, title);
  }
  const source = await db.source.findFirstOrThrow({ where: { title: 'Harbour accounts 2026' } });
  const again = await claimOn(db, people.first, secret, 'one in five berths');
  await plant(db, (tx) =>
    tx.evidence.create({ data: { claimId: again.id, sourceId: source.id, number: 1, stance: 'context' } }),
  );
});

const titles = async (actor: PersonActor, words = '') =>
  (await sourcePage(database.db, actor, { words, after: null })).rows.map((row) => [row.title, row.claims]);

test('a source shows to who has added it and to who may read where it is cited, and counts only there', async () => {
  expect(await titles(people.first)).toEqual([
    ['A confidential letter', 1],
    ['Harbour accounts 2026', 2],
  ]);
  expect(await titles(people.third)).toEqual([['Harbour accounts 2026', 1]]);
  expect(await titles(people.admin, 'confid')).toEqual([]);
  expect(await titles(people.first, 'confid')).toEqual([['A confidential letter', 1]]);
  expect(await titles(people.third, 'acc 20')).toEqual([['Harbour accounts 2026', 1]]);
});

test('pages of 50 follow each other', async () => {
  const { db } = database;
  await plant(db, (tx) =>
    tx.source.createMany({
      data: Array.from({ length: 60 }, (_, i) => ({
        title: `Notebook ${i}`,
        tier: 'primary' as const,
        createdById: people.second.id,
      })),
    }),
  );
  const first = await sourcePage(db, people.second, { words: 'notebook', after: null });
  const second = await sourcePage(db, people.second, { words: 'notebook', after: first.next });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(60);
  expect((await sourcePage(db, people.third, { words: 'notebook', after: null })).rows).toEqual([]);
});
