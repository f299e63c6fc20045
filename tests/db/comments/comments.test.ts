import { beforeAll, describe, expect, test } from 'vitest';
import { splitClaim } from '#lib/claims/mutations-lineage.ts';
import { editComment, resolveComment, withdrawComment, writeComment } from '#lib/comments/mutations.ts';
import type { AskedDTO } from '#lib/comments/types.ts';
import { outcomeWords } from '#lib/exports/model.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { withdrawVerdict } from '#lib/verdicts/mutations.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from '../trust/desk.ts';
import { need } from '../trust/scene.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const NOBODY: AskedDTO = { addressee: null, whom: null, how: null, dueAt: null, holds: null };
const berths = (bench: WorkbenchDTO) => claimOn(database.db, people.first, bench, 'About one in five berths is closed');
async function write(
  who: keyof Cast,
  claimId: string,
  articleId: string,
  body: string,
  more: { asked?: AskedDTO; threadId?: string } = {},
) {
  const { id } = await writeComment(database.db, people[who], {
    articleId,
    claimId,
    threadId: more.threadId ?? null,
    kind: more.asked ? 'query' : 'note',
    body,
    asked: more.asked ?? null,
    onVerdictId: null,
  });
  return id;
}
const see = async (claimId: string, who: keyof Cast = 'third') => detail(database.db, people[who], claimId);
const version = async (id: string) => (await database.db.comment.findUniqueOrThrow({ where: { id } })).version;

describe('a question that is put to somebody', () => {
  test('says to whom, how and until when, holds its claim as it says, and closes with what came of it', async () => {
    const bench = await article(database.db, people.editor);
    const { id: claimId } = await berths(bench);
    const dueAt = '2026-03-13T16:00:00+01:00';
    const asked = { addressee: 'party', whom: 'Maren Holt', how: 'by phone, 11:20', dueAt, holds: 'warn' } as const;
    const id = await write('editor', claimId, bench.article.id, 'Is it one in five?', { asked });
    expect(await see(claimId)).toMatchObject({
      claim: { held: false, openQueries: 1 },
      comments: [{ asked: { ...asked, dueAt: '2026-03-13T15:00:00.000Z' }, resolved: null }],
    });
    const change = async (more: Partial<AskedDTO>) =>
      editComment(database.db, people.editor, {
        id,
        version: await version(id),
        body: 'Is it really one in five?',
        asked: { ...asked, ...more },
      });
    await change({ holds: 'hold' });
    expect(await see(claimId)).toMatchObject({ claim: { held: true }, comments: [{ editedAt: expect.any(String) }] });

    const close = async (outcome: 'answered' | 'unanswered' | 'dropped', answer: string | null) =>
      resolveComment(database.db, people.first, { id, version: await version(id), resolved: true, outcome, answer });
    // Whoever is criticised is quoted, and nobody answers by not answering.
    expect(await refusal(close('answered', null))).toBe('invalid');
    expect(await refusal(close('unanswered', 'No comment'))).toBe('invalid');
    await close('answered', 'It is one in six.');
    expect(await refusal(change({}))).toBe('conflict');
    const seen = await see(claimId);
    expect(seen.claim).toMatchObject({ held: false, openQueries: 0 });
    expect(seen.comments[0]?.resolved).toMatchObject({ by: 'Ruben', outcome: 'answered', answer: 'It is one in six.' });

    const { id: reportId } = await freezeReport(database.db, people.editor, { articleId: bench.article.id });
    const report = await readReport(database.db, people.viewer, reportId);
    const told = report?.model.claims.find((claim) => claim.id === claimId);
    expect(told?.openQueries).toEqual([]);
    expect(told?.closedQueries).toMatchObject([
      {
        by: { name: 'Edda' },
        body: 'Is it really one in five?',
        asked: { addressee: 'party', whom: 'Maren Holt', how: 'by phone, 11:20', dueAt: '2026-03-13T15:00:00.000Z' },
        outcome: 'answered',
        answer: 'It is one in six.',
        closedBy: { name: 'Ruben' },
      },
    ]);

    // What they answered stands until somebody opens the question again: nobody closes it otherwise, and the asker does not take it back.
    expect(await refusal(close('dropped', null))).toBe('conflict');
    const back = async () => withdrawComment(database.db, people.editor, { id, version: await version(id) });
    expect(await refusal(back())).toBe('conflict');
    await resolveComment(database.db, people.first, { id, version: await version(id), resolved: false });
    expect(await see(claimId)).toMatchObject({ claim: { held: true }, comments: [{ resolved: null }] });
    await back();
    expect([await refusal(back()), await refusal(close('answered', 'Late.'))]).toEqual(['conflict', 'conflict']);
    const reply = {
      articleId: bench.article.id,
      claimId,
      threadId: id,
      kind: 'note',
      body: 'So?',
      onVerdictId: null,
    } as const;
    expect(await refusal(writeComment(database.db, people.first, reply))).toBe('conflict');
    expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);
  });

  test('is a question: a note is put to nobody and comes to nothing', async () => {
    const bench = await article(database.db, people.editor);
    const { id: claimId } = await berths(bench);
    const note = { articleId: bench.article.id, claimId, threadId: null, body: 'So?', onVerdictId: null };
    expect(await refusal(writeComment(database.db, people.first, { ...note, kind: 'note', asked: NOBODY }))).toBe(
      'invalid',
    );
    const id = await write('first', claimId, bench.article.id, 'So.');
    const close = { id, version: await version(id), resolved: true, outcome: 'answered' as const };
    expect(await refusal(resolveComment(database.db, people.first, close))).toBe('invalid');
  });
});

test('a flag for legal attention holds as questions do, and is cleared with a reason by who may publish, and no other way', async () => {
  const bench = await article(database.db, people.editor);
  const { id: claimId } = await berths(bench);
  const asked = { ...NOBODY, addressee: 'legal' } as const;
  const id = await write('first', claimId, bench.article.id, 'It names a living person.', { asked });
  expect((await see(claimId)).claim).toMatchObject({ held: true, openQueries: 1, openLegal: 1 });
  const close = async (who: keyof Cast, outcome: 'answered' | 'dropped', answer: string | null) =>
    resolveComment(database.db, people[who], { id, version: await version(id), resolved: true, outcome, answer });
  expect(await refusal(close('first', 'answered', 'It is fine.'))).toBe('forbidden');
  expect(await refusal(close('editor', 'answered', null))).toBe('invalid');
  expect(await refusal(close('editor', 'dropped', null))).toBe('conflict');
  expect(await refusal(withdrawComment(database.db, people.first, { id, version: 1 }))).toBe('conflict');
  const elsewhere = { id, version: 1, body: 'It is nothing.', asked: NOBODY };
  expect(await refusal(editComment(database.db, people.first, elsewhere))).toBe('conflict');
  const report = async () => {
    const { id: reportId } = await freezeReport(database.db, people.editor, { articleId: bench.article.id });
    return (await readReport(database.db, people.viewer, reportId))?.model.claims.find((claim) => claim.id === claimId);
  };
  const flagged = await report();
  expect(flagged?.openQueries).toMatchObject([{ asked: { addressee: 'legal' }, body: 'It names a living person.' }]);
  expect(flagged && outcomeWords(flagged)).toBe('Unchecked (flagged for legal attention)');
  await close('editor', 'answered', 'The report names them too.');
  expect((await see(claimId)).claim).toMatchObject({ held: false, openLegal: 0 });
  expect((await report())?.closedQueries).toMatchObject([
    { answer: 'The report names them too.', closedBy: { name: 'Edda' } },
  ]);
});

test('a claim that is flagged for legal attention is not divided or merged out of its flag', async () => {
  const { db } = database;
  const bench = await article(db, people.editor);
  const { id: claimId } = await berths(bench);
  const { claim } = await see(claimId);
  const id = await write('first', claimId, bench.article.id, 'It names a living person.', {
    asked: { ...NOBODY, addressee: 'legal' },
  });
  const span = { start: need(claim.start), end: need(claim.end) };
  const divide = async () =>
    splitClaim(db, people.second, {
      id: claimId,
      version: (await see(claimId)).claim.version,
      revisionId: bench.revision.id,
      parts: [{ span }, { span, statement: 'Berths are closed.' }],
      evidence: [],
    });
  expect(await refusal(divide())).toBe('conflict');
  const clear = { resolved: true, outcome: 'answered', answer: 'He agreed.' } as const;
  await resolveComment(db, people.editor, { id, version: await version(id), ...clear });
  expect(await refusal(divide())).toBe('done');
});

test('a comment is changed by its author alone, and the history keeps what it was', async () => {
  const bench = await article(database.db, people.editor);
  const { id: claimId } = await berths(bench);
  const id = await write('first', claimId, bench.article.id, 'One in five of what?');
  const change = { id, version: 1, body: 'One in five of which?' };
  expect(await refusal(editComment(database.db, people.second, change))).toBe('forbidden');
  await editComment(database.db, people.first, change);
  expect(await refusal(editComment(database.db, people.first, change))).toBe('stale-version');
  const event = await database.db.event.findFirstOrThrow({
    where: { subjectId: id, action: 'comment.edited' },
    include: { detail: true },
  });
  expect(JSON.parse(event.detail?.detail ?? '')).toMatchObject({
    changes: { body: { before: 'One in five of what?', after: 'One in five of which?' } },
  });
  await withdrawComment(database.db, people.first, { id, version: 2 });
  expect(await refusal(editComment(database.db, people.first, { ...change, version: 3 }))).toBe('conflict');
});

test('who has judged blind changes no comment and records no answer on the claim until that is open', async () => {
  const bench = await article(database.db, people.editor, { mode: 'blind' });
  const { id: claimId } = await berths(bench);
  const note = await write('first', claimId, bench.article.id, 'I will look.');
  const question = await write('editor', claimId, bench.article.id, 'How many?', { asked: NOBODY });
  await attach(database.db, people.first, claimId, 'Berth list');
  const edit = () => editComment(database.db, people.first, { id: note, version: 1, body: 'It is false.' });
  const answer = () =>
    resolveComment(database.db, people.first, { id: question, version: 1, resolved: true, answer: 'It is false.' });
  await judge(database.db, people.first, claimId, 'false');
  expect([await refusal(edit()), await refusal(answer())]).toEqual(['conflict', 'conflict']);
  // Withdrawn it is hidden still.
  const { id: verdictId } = await lead(database.db, people.first, claimId);
  await withdrawVerdict(database.db, people.first, { verdictId, reason: 'I look again.' });
  expect(await refusal(edit())).toBe('conflict');
  await judge(database.db, people.first, claimId, 'false');
  await resolveComment(database.db, people.second, { id: question, version: 1, resolved: true, answer: 'Four.' });
  await judge(database.db, people.second, claimId, 'false');
  expect(await database.db.verdict.count({ where: { claimId, revealedAt: null } })).toBe(0);
  expect(await refusal(edit())).toBe('done');
});

test('nobody is called by name who may not read the article', async () => {
  const bench = await article(database.db, people.editor, {
    access: 'named',
    memberIds: [people.editor.id, people.first.id],
  });
  const { id: claimId } = await berths(bench);
  await write('first', claimId, bench.article.id, '@Tove must not know. @Edda may.');
  const row = await database.db.comment.findFirstOrThrow({ where: { claimId } });
  expect(row.mentions).toEqual([people.editor.id]);
});
