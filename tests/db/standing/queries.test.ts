import { beforeAll, expect, test } from 'vitest';
import { archiveArticle } from '#lib/articles/mutations.ts';
import { withdrawClaim } from '#lib/claims/mutations-exclude.ts';
import { mergeClaims, splitClaim } from '#lib/claims/mutations-lineage.ts';
import { resolveComment, withdrawComment, writeComment } from '#lib/comments/mutations.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { article, type Cast, cast, claimOn, detail, reopen } from '../desk.ts';
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
const handle = async (id: string) => {
  const { version } = (await detail(database.db, people.first, id)).claim;
  return { id, version };
};
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

test('a question that holds a claim is not shaken off by dividing it or merging it with another', async () => {
  const { articleId, claimId, id } = await asked('query');
  const { revision, claims } = await reopen(database.db, people.first, articleId);
  const words = 'About one in five berths is closed';
  const start = revision.text.indexOf(words);
  const parts = [
    { span: { start, end: start + words.length } },
    { span: { start: start + 6, end: start + words.length } },
  ];
  const split = async () =>
    refusal(
      splitClaim(database.db, people.first, {
        ...(await handle(claimId)),
        revisionId: revision.id,
        parts,
        evidence: [],
      }),
    );
  const other = claims.find((one) => one.id !== claimId)?.id ?? '';
  const both = [await handle(claimId), await handle(other)];
  const merge = () =>
    mergeClaims(database.db, people.first, {
      claims: both,
      revisionId: revision.id,
      statement: 'Berths are closed.',
      evidence: [],
    });
  expect(await split()).toBe('held');
  expect(await refusal(merge())).toBe('held');
  const { version } = await database.db.comment.findUniqueOrThrow({ where: { id } });
  await resolveComment(database.db, people.second, { id, version, resolved: true });
  expect(await split()).toBe('done');
});

test('a claim that is let go keeps its open question in the report, and its legal flag keeps it', async () => {
  const { articleId, claimId } = await asked('query');
  const flag = { articleId, claimId, threadId: null, kind: 'query', body: 'Libel?', onVerdictId: null } as const;
  const { id } = await writeComment(database.db, people.editor, {
    ...flag,
    asked: { addressee: 'legal', whom: null, how: null, dueAt: null, holds: null },
  });
  const gone = async () =>
    refusal(withdrawClaim(database.db, people.first, { ...(await handle(claimId)), reason: 'No longer there' }));
  expect(await gone()).toBe('conflict');
  await resolveComment(database.db, people.editor, { id, version: 1, resolved: true, answer: 'No.' });
  expect(await gone()).toBe('done');
  const { id: reportId } = await freezeReport(database.db, people.editor, { articleId });
  const report = await readReport(database.db, people.viewer, reportId);
  expect(report?.model.formerClaims.map(({ openQueries }) => openQueries.map(({ body }) => body))).toEqual([
    ['Of how many?'],
  ]);
});
