import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { editComment, resolveComment, writeComment } from '#lib/comments/mutations.ts';
import { renderReport } from '#lib/exports/render.ts';
import { readReport } from '#lib/reports/data.ts';
import { previewReturn } from '#lib/reports/data-return.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { takeCameIn } from '#lib/reports/mutations-return.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { stetHere } from '../command.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

/** A copy of a new report of an article, as it goes out. */
async function copyOf(articleId: string): Promise<Uint8Array> {
  const { id } = await freezeReport(database.db, people.editor, { articleId });
  const report = await readReport(database.db, people.editor, id);
  const file = report && (await renderReport(report, 'docx', ''));
  if (!file || typeof file === 'string') throw new Error('There is no copy');
  return file;
}

function changed(bytes: Uint8Array, changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, change] of Object.entries(changes)) {
    const before = strFromU8(parts[path] ?? new Uint8Array());
    const after = change(before);
    if (after === before) throw new Error(`${path} is as it was`);
    parts[path] = strToU8(after);
  }
  return zipSync(parts);
}

/** The writer takes every suggestion, and replies in these threads. */
function workedOn(
  copy: Uint8Array,
  replies: readonly (readonly [to: string, words: string, by: string])[],
): Uint8Array {
  const threads = strFromU8(unzipSync(copy)['word/comments.xml'] ?? new Uint8Array()).split('<w:comment ');
  const told = replies.map(([to, words, by], i) => {
    const parent = /w14:paraId="(\w+)"/.exec(threads.find((one) => one.includes(to)) ?? '')?.[1];
    if (!parent) throw new Error(`No comment ${to}`);
    return {
      comment: `<w:comment w:id="${900 + i}" w:author="${by}" w:date="2026-03-15T10:00:00Z"><w:p w14:paraId="6000000${i}"><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`,
      extended: `<w15:commentEx w15:paraId="6000000${i}" w15:paraIdParent="${parent}" w15:done="0"/>`,
    };
  });
  const added = (of: 'comment' | 'extended', end: string) => (xml: string) =>
    xml.replace(end, told.map((one) => one[of]).join('') + end);
  return changed(copy, {
    'word/document.xml': (xml) => xml.replace(/<w:del .*?<\/w:del>/g, '').replace(/<\/?w:ins\b[^>]*>/g, ''),
    'word/comments.xml': added('comment', '</w:comments>'),
    'word/commentsExtended.xml': added('extended', '</w15:commentsEx>'),
  });
}

test('a copy that has come back is shown, and taken piece by piece as words from outside', async () => {
  const { db } = database;
  const { editor, first, second, viewer } = people;
  const bench = await article(db, editor);
  const articleId = bench.article.id;
  const budget = await claimOn(db, first, bench, 'approved a £48.6 million budget');
  await attach(db, first, budget.id, 'The minutes');
  await judge(db, first, budget.id, 'false', { rationale: 'Less [1].', fix: 'approved a £46.8 million budget' });
  const { id: verdictId, basisDigest, seen } = await lead(db, second, budget.id);
  await signOff(db, second, { verdictId, basisDigest: basisDigest ?? '', seen });
  const consulted = await claimOn(db, first, bench, 'Nobody in this trade was consulted');
  const ask = (body: string) =>
    writeComment(db, editor, {
      articleId,
      claimId: consulted.id,
      threadId: null,
      kind: 'query',
      body,
      onVerdictId: null,
    });
  await ask('Whom did you ask?');
  const later = await ask('And when?');
  const copy = await copyOf(articleId);
  const back = workedOn(copy, [
    ['Whom did you ask?', 'Three of them, @Ada.', 'Hanna Osei'],
    ['And when?', 'On Monday.', people.first.name],
    [`Claim ${budget.number}<`, 'I have the bill.', ''],
  ]);

  const eventsOf = () => db.event.count({ where: { chainId: articleId } });
  const before = await eventsOf();
  const shown = await previewReturn(db, editor, articleId, back);
  expect(await eventsOf()).toBe(before);
  expect(shown.fixes.map(({ fate }) => fate)).toEqual(['accepted']);
  expect(shown.preview.after).toBe(bench.revision.text.replace('£48.6', '£46.8'));
  expect(shown.preview.claims.find(({ id }) => id === budget.id)?.isFixApplied).toBe(true);
  const items = shown.cameIn.map(({ by, text, question, isTaken }) => ({ by, text, question, isTaken }));
  expect(items).toEqual([
    { by: 'Hanna Osei', text: 'Three of them, @Ada.', question: 'Whom did you ask?', isTaken: false },
    { by: first.name, text: 'On Monday.', question: 'And when?', isTaken: false },
    { by: '', text: 'I have the bill.', question: null, isTaken: false },
  ]);

  const [answer, remark, unsigned] = shown.cameIn.map(({ key }) => key);
  const take = (key: string | undefined, as: 'answer' | 'comment', who = editor) =>
    takeCameIn(db, who, articleId, back, { key: key ?? '', as });
  await expect(take(answer, 'answer', first)).rejects.toThrow(/forbidden/);
  await expect(take(answer, 'answer', viewer)).rejects.toThrow(/forbidden/);
  await expect(take('0'.repeat(24), 'comment')).rejects.toThrow(/return-taken/);
  await take(answer, 'answer');
  await take(remark, 'comment');
  await take(unsigned, 'comment');
  await expect(take(answer, 'answer')).rejects.toThrow(/return-taken/);
  await expect(take(remark, 'comment')).rejects.toThrow(/return-taken/);

  // Whoever the file names: the words are the file's, the deed the editor's.
  const { comments } = await detail(db, viewer, consulted.id);
  const [asked, second2, reply] = comments;
  expect(asked?.resolved).toMatchObject({
    by: editor.name,
    outcome: 'answered',
    answer: 'Three of them, @Ada.',
    answerFrom: 'Hanna Osei',
  });
  expect(second2?.resolved).toBeNull();
  expect(reply).toMatchObject({
    threadId: later.id,
    body: 'On Monday.',
    cameFrom: first.name,
    author: { id: editor.id },
    mentions: [],
  });
  expect((await detail(db, viewer, budget.id)).comments).toMatchObject([{ cameFrom: '', body: 'I have the bill.' }]);
  expect((await db.comment.findMany({ where: { articleId } })).flatMap(({ mentions }) => mentions)).toEqual([]);
  const edit = editComment(db, editor, { id: reply?.id ?? '', version: 1, body: 'On Sunday.' });
  await expect(edit).rejects.toThrow(/comment-from-file/);
  expect((await previewReturn(db, editor, articleId, back)).cameIn.map(({ isTaken }) => isTaken)).toEqual([
    true,
    true,
    true,
  ]);
  expect(await stetHere(['verify'])).toMatchObject({ code: 0 });

  // The text is taken as any other, with the file that it came in.
  const { basedOn, after } = shown.preview;
  const file = { bytes: back, name: 'copy.docx' };
  await revise(db, editor, { articleId, basedOn, text: typedText(after), origin: 'file' }, file);
  expect((await previewReturn(db, editor, articleId, back)).preview).toMatchObject({ isSameText: true });
  const next = await copyOf(articleId);
  expect((await previewReturn(db, editor, articleId, back)).report.revision).toBe(1);
  expect(strFromU8(unzipSync(next)['word/comments.xml'] ?? new Uint8Array())).toContain(
    'Answered by a file, from Hanna Osei',
  );
  const reopened = (await detail(db, editor, consulted.id)).comments[0];
  await resolveComment(db, editor, { id: reopened?.id ?? '', version: reopened?.version ?? 0, resolved: false });
  expect((await detail(db, editor, consulted.id)).comments[0]?.resolved).toBeNull();
  expect(await stetHere(['verify'])).toMatchObject({ code: 0 });
});

test('what is no copy of this article’s report is refused with words', async () => {
  const { db } = database;
  const { editor } = people;
  const { article: one } = await article(db, editor);
  const { article: other } = await article(db, editor);
  const copy = await copyOf(one.id);
  const back = (articleId: string, bytes: Uint8Array) => previewReturn(db, editor, articleId, bytes);
  expect((await back(one.id, copy)).preview.isSameText).toBe(true);
  await expect(back(other.id, copy)).rejects.toThrow(/return-other-article/);
  const forged = changed(copy, {
    'docProps/custom.xml': (xml) => xml.replace(/>[0-9a-f]{64}</, `>${'0'.repeat(64)}<`),
  });
  await expect(back(one.id, forged)).rejects.toThrow(/return-other-report/);
  await expect(back(one.id, strToU8('Just words'))).rejects.toThrow(/return-not-docx/);
  await expect(back(one.id, zipSync({ 'word/document.xml': strToU8('<a/>') }))).rejects.toThrow(/return-not-ours/);
});
