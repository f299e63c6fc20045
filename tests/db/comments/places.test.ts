import { beforeAll, expect, test } from 'vitest';
import { editComment, resolveComment, writeComment } from '#lib/comments/mutations.ts';
import type { WriteCommentInput } from '#lib/comments/schema.ts';
import type { CommentDTO } from '#lib/comments/types.ts';
import { withdrawEvidence } from '#lib/evidence/mutations.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, reopen, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from '../trust/desk.ts';
import { need } from '../trust/scene.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

type Bench = Awaited<ReturnType<typeof article>>;
const WORDS = 'doubled the sum set aside for repairs';
const plain = { claimId: null, threadId: null, kind: 'note', body: 'Is it?', onVerdictId: null } as const;
const on = ({ revision }: Bench, words: string): WriteCommentInput['stretch'] => {
  const start = revision.text.indexOf(words);
  return { revisionId: revision.id, span: { start, end: start + words.length } };
};
const say = (who: keyof Cast, bench: Bench, more: Partial<WriteCommentInput> = {}) =>
  writeComment(database.db, people[who], { ...plain, articleId: bench.article.id, ...more });
const talk = async (bench: Bench): Promise<readonly CommentDTO[]> =>
  (await reopen(database.db, people.third, bench.article.id)).talk;
async function become(bench: Bench, text: string): Promise<Bench> {
  const { revision, article: held } = await reopen(database.db, people.editor, bench.article.id);
  await revise(database.db, people.editor, {
    articleId: held.id,
    basedOn: revision.id,
    text: typedText(text),
    origin: 'paste',
  });
  return reopen(database.db, people.editor, held.id);
}

test('words that somebody speaks of are carried by revisions as claims are; what is gone says so, and keeps its words', async () => {
  const bench = await article(database.db, people.editor);
  const { id } = await say('first', bench, { stretch: on(bench, WORDS) });
  await say('second', bench, { threadId: id, body: 'It is.' });
  const whole = await say('first', bench, { body: 'Of the whole' });
  expect(await talk(bench)).toMatchObject([
    { id, stretch: { quote: WORDS, place: need(on(bench, WORDS)).span, changed: false } },
    { threadId: id, stretch: null },
    { id: whole.id, stretch: null },
  ]);
  const before = `Something new stands at the head.\n\n${TEXT}`;
  const moved = await become(bench, before);
  expect((await talk(bench))[0]?.stretch).toMatchObject({ quote: WORDS, place: need(on(moved, WORDS)).span });
  const gone = TEXT.replace(/It doubled the sum.*?million\. /, '');
  expect(gone).not.toContain(WORDS);
  await become(bench, gone);
  expect((await talk(bench))[0]?.stretch).toEqual({ quote: WORDS, place: null, changed: false });
  // And once more, from a text that has it not: still there, with its words.
  await become(bench, `${gone}\n\nA line more.`);
  expect((await talk(bench))[0]?.stretch).toEqual({ quote: WORDS, place: null, changed: false });
  // The very text that it stood in is back, and so is its place.
  const back = await become(bench, before);
  expect((await talk(bench))[0]?.stretch?.place).toEqual(need(on(back, WORDS)).span);
  expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);
});

test('a comment is on a claim, on its evidence, on words, or on the article: one of these, of the text as it is', async () => {
  const bench = await article(database.db, people.editor);
  const other = await article(database.db, people.editor);
  const { id: claimId } = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await attach(database.db, people.first, claimId, 'Berth list');
  const piece = need((await detail(database.db, people.first, claimId)).evidence[0]);
  const { id } = await say('second', bench, { claimId, evidenceId: piece.id });
  await say('first', bench, { claimId, threadId: id });
  await withdrawEvidence(database.db, people.first, { id: piece.id, version: piece.version, reason: 'Old' });
  expect((await detail(database.db, people.third, claimId)).comments).toMatchObject([
    { id, evidence: 1, stretch: null },
    { threadId: id, evidence: 1 },
  ]);
  const wrong: Partial<WriteCommentInput>[] = [
    { evidenceId: piece.id },
    { claimId, evidenceId: claimId },
    { claimId, stretch: on(bench, WORDS) },
    { stretch: on(other, WORDS) },
    { stretch: { revisionId: bench.revision.id, span: { start: 0, end: 100_000 } } },
    { stretch: on(bench, '\n\n') },
  ];
  const why: string[] = [];
  for (const more of wrong) why.push(await refusal(say('first', bench, more)));
  expect(why).toEqual(['not-found', 'not-found', 'invalid', 'stale-version', 'invalid', 'invalid']);
});

test('questions on words and on the article are printed, and hold no claim; a question on evidence is told of it', async () => {
  const bench = await article(database.db, people.editor);
  const { id: claimId } = await claimOn(database.db, people.first, bench, WORDS);
  await attach(database.db, people.first, claimId, 'The budget');
  const piece = need((await detail(database.db, people.first, claimId)).evidence[0]);
  const asked = { addressee: null, whom: null, how: null, dueAt: null, holds: 'hold' } as const;
  await say('first', bench, { kind: 'query', asked, stretch: on(bench, WORDS), body: 'By whom?' });
  await say('first', bench, { kind: 'query', asked, body: 'Is it the last version?' });
  expect((await detail(database.db, people.third, claimId)).claim.held).toBe(false);
  await say('first', bench, { kind: 'query', asked, claimId, evidenceId: piece.id, body: 'Of which year?' });
  const { id } = await freezeReport(database.db, people.editor, { articleId: bench.article.id });
  const { model } = need(await readReport(database.db, people.viewer, id));
  expect(model.openQueries).toMatchObject([
    { body: 'By whom?', about: { evidence: null, quote: WORDS }, by: { name: 'Ruben' } },
    { body: 'Is it the last version?', about: null },
  ]);
  expect(model.people.map(({ name }) => name)).toContain('Ruben');
  expect(model.claims.find((claim) => claim.id === claimId)?.openQueries).toMatchObject([
    { about: { evidence: 1, quote: null } },
  ]);
});

test('who has judged blind says nothing of the claim’s words where everybody reads it', async () => {
  const bench = await article(database.db, people.editor, { mode: 'blind' });
  const { id: claimId } = await claimOn(database.db, people.first, bench, WORDS);
  await attach(database.db, people.first, claimId, 'The budget');
  await judge(database.db, people.first, claimId, 'false');
  const onHalf = { stretch: on(bench, 'the sum set aside') };
  expect(await refusal(say('first', bench, onHalf))).toBe('conflict');
  expect(await refusal(say('second', bench, onHalf))).toBe('done');
  expect(await refusal(say('first', bench, { stretch: on(bench, 'About one in five') }))).toBe('done');
  await judge(database.db, people.second, claimId, 'false');
  expect(await refusal(say('first', bench, onHalf))).toBe('done');
});

test('nor do they in a thread on these words that stood before: no reply, no change, no answer', async () => {
  const { db } = database;
  const bench = await article(db, people.editor, { mode: 'blind' });
  const { id: claimId } = await claimOn(db, people.first, bench, WORDS);
  await attach(db, people.first, claimId, 'The budget');
  const note = await say('first', bench, { stretch: on(bench, WORDS) });
  const question = await say('second', bench, { kind: 'query', stretch: on(bench, WORDS), body: 'Is it right?' });
  const elsewhere = await say('second', bench, { stretch: on(bench, 'About one in five') });
  await judge(db, people.first, claimId, 'false');
  const body = 'I found it false.';
  const reply = (threadId: string, who: keyof Cast = 'first') => refusal(say(who, bench, { threadId, body }));
  const edit = () => refusal(editComment(db, people.first, { id: note.id, version: 1, body }));
  const close = { id: question.id, version: 1, resolved: true, outcome: 'answered', answer: body } as const;
  expect([await reply(question.id), await reply(note.id), await edit()]).toEqual(['conflict', 'conflict', 'conflict']);
  expect(await refusal(resolveComment(db, people.first, close))).toBe('conflict');
  expect([await reply(question.id, 'second'), await reply(elsewhere.id)]).toEqual(['done', 'done']);
  await judge(db, people.second, claimId, 'false');
  expect([await reply(question.id), await edit()]).toEqual(['done', 'done']);
  expect(await refusal(resolveComment(db, people.first, close))).toBe('done');
});
