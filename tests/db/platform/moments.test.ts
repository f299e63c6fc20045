import { beforeAll, expect, test } from 'vitest';
import { editArticle } from '#lib/articles/mutations.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { readNumbers } from '#lib/numbers/data.ts';
import { periodInput } from '#lib/numbers/schema.ts';
import { readDesk } from '#lib/workbench/data-desk.ts';
import { articlePage } from '#lib/workbench/data-list.ts';
import { article, type Cast, cast, claimOn, detail } from '../desk.ts';
import { withDatabase } from '../harness.ts';

/* An instant that the database can keep and no page can read would take pages down for everybody. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

test.each(['9999-12-31T23:59:59-14:00', '9999-01-01T00:00:00Z', '0999-12-31T23:59:59Z'])(
  'the database refuses %s where a schema has let it through, and nothing is harmed',
  async (dueAt) => {
    const { db } = database;
    const bench = await article(db, people.editor);
    const { id, version } = await db.article.findUniqueOrThrow({ where: { id: bench.article.id } });
    const details = { headline: 'X', outlet: null, byline: null, link: null, publishedOn: null };
    await expect(editArticle(db, people.editor, { ...details, id, version, dueAt })).rejects.toThrow(
      'articles_due_in_years',
    );
    const claim = await claimOn(db, people.first, bench, 'About one in five berths is closed');
    const asked = { addressee: null, whom: null, how: null, dueAt, holds: null };
    const question = {
      articleId: id,
      claimId: claim.id,
      threadId: null,
      kind: 'query',
      body: 'When?',
      onVerdictId: null,
    } as const;
    await expect(writeComment(db, people.first, { ...question, asked })).rejects.toThrow('comments_due_in_years');
    const late = { ...asked, dueAt: '9998-12-31T23:59:59.999Z' };
    await writeComment(db, people.first, { ...question, asked: late });
    await editArticle(db, people.editor, { ...details, id, version, dueAt: late.dueAt });
    expect((await detail(db, people.second, claim.id)).comments).toMatchObject([{ asked: { dueAt: late.dueAt } }]);
    expect((await articlePage(db, people.viewer, { words: '', archived: false, after: null })).rows).not.toEqual([]);
    await readDesk(db, people.viewer);
  },
);

test.each([
  ['1000-01-01', '1000-12-31'],
  ['9998-01-01', '9998-12-31'],
])('numbers are counted from %s to %s', async (from, to) => {
  expect(periodInput.safeParse({ from, to }).success).toBe(true);
  expect(await readNumbers(database.db, people.editor, { from, to })).toMatchObject({ period: { from, to } });
});
