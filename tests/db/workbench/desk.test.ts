import { beforeEach, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { archiveArticle } from '#lib/articles/mutations.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { readDesk } from '#lib/workbench/data-desk.ts';
import { article, type Cast, cast, claimOn, judge, plant, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;

beforeEach(async () => {
  const { db } = database;
  people ??= await cast(db);
  // Each test has the desk to itself.
  await plant(db, (tx) => tx.article.updateMany({ data: { archivedAt: new Date() } }));
});

const desk = (actor: PersonActor) => readDesk(database.db, actor);

async function opened(more: Parameters<typeof article>[2] = {}) {
  const bench = await article(database.db, people.editor, more);
  return { bench, budget: await claimOn(database.db, people.first, bench, '£48.6 million budget') };
}

test('suggested wordings wait for who decides on them, once they may read the verdict', async () => {
  const { db } = database;
  const { bench, budget } = await opened({ mode: 'blind' });
  await judge(db, people.first, budget.id, 'false', { fix: 'a £49 million budget' });
  for (const actor of [people.second, people.editor, people.admin])
    expect((await desk(actor)).fixes).toEqual({ rows: [], more: false });
  await judge(db, people.second, budget.id, 'false');
  expect((await desk(people.editor)).fixes.rows).toMatchObject([
    {
      articleId: bench.article.id,
      claimNumber: budget.number,
      quote: '£48.6 million budget',
      replacement: 'a £49 million budget',
    },
  ]);
  expect((await desk(people.second)).fixes.rows).toEqual([]);
});

test('no count tells others that a blind verdict has become stale, which would tell what it rests on', async () => {
  const { db } = database;
  const { bench, budget } = await opened({ mode: 'blind' });
  await judge(db, people.first, budget.id);
  const claim = (await reopen(db, people.third, bench.article.id)).claims.find(({ id }) => id === budget.id);
  await editClaim(db, people.third, { id: budget.id, version: claim?.version ?? 0, statement: 'Quite another matter' });
  const [author, other] = [await desk(people.first), await desk(people.second)];
  expect(author.articles.rows[0]?.claims.stale).toBe(1);
  expect(other.articles.rows[0]?.claims.stale).toBe(0);
  expect(other.needs.items.map(({ kind }) => kind)).toEqual(['second']);
});

test('an article for named people, and an archived one, are not on it', async () => {
  const { db } = database;
  const { bench, budget } = await opened({ access: 'named', memberIds: [people.first.id, people.second.id] });
  await judge(db, people.first, budget.id, 'false', { fix: 'five per cent' });
  const seen = async (actor: PersonActor) => {
    const { articles, fixes, needs } = await desk(actor);
    return [articles.rows.length, fixes.rows.length, needs.counts.now];
  };
  for (const actor of [people.third, people.admin]) expect(await seen(actor)).toEqual([0, 0, 0]);
  expect(await seen(people.editor)).toEqual([1, 1, 1]);
  await archiveArticle(db, people.editor, { id: bench.article.id, version: 1, archived: true });
  expect(await seen(people.editor)).toEqual([0, 0, 0]);
});
