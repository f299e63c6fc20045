import { beforeAll, expect, test } from 'vitest';
import { archiveArticle } from '#lib/articles/mutations.ts';
import { resolveComment, withdrawComment, writeComment } from '#lib/comments/mutations.ts';
import { article, type Cast, cast, claimOn, detail } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from '../trust/desk.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

async function asked(kind: 'note' | 'query') {
  const bench = await article(database.db, people.editor);
  const { id: claimId } = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  const thread = {
    articleId: bench.article.id,
    claimId,
    threadId: null,
    kind,
    body: 'Of how many?',
    onVerdictId: null,
  };
  const { id } = await writeComment(database.db, people.second, thread);
  return { articleId: bench.article.id, claimId, id };
}
const claim = async (id: string) => (await detail(database.db, people.first, id)).claim;

test('a question is asked at the head of a thread: a reply that asks would hold nothing', async () => {
  const { articleId, claimId, id } = await asked('note');
  const reply = { articleId, claimId, threadId: id, body: 'And when?', onVerdictId: null };
  expect(await refusal(writeComment(database.db, people.third, { ...reply, kind: 'query' }))).toBe('invalid');
  expect(await claim(claimId)).toMatchObject({ held: false, openQueries: 0 });
  expect(await refusal(writeComment(database.db, people.third, { ...reply, kind: 'note' }))).toBe('done');
});

test('in an archived article no question is answered or taken back: what it holds stays held', async () => {
  const { articleId, claimId, id } = await asked('query');
  const { version } = await database.db.article.findUniqueOrThrow({ where: { id: articleId } });
  await archiveArticle(database.db, people.editor, { id: articleId, version, archived: true });
  expect(await refusal(resolveComment(database.db, people.first, { id, version: 1, resolved: true }))).toBe('conflict');
  expect(await refusal(withdrawComment(database.db, people.second, { id, version: 1 }))).toBe('conflict');
  expect(await claim(claimId)).toMatchObject({ held: true });
});
