import { beforeAll, describe, expect, test } from 'vitest';
import { blocksColumn, sentencesColumn } from '#lib/articles/schema-columns.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { excludeClaims, withdrawClaim } from '#lib/claims/mutations-exclude.ts';
import { markSentences } from '#lib/claims/mutations-sentences.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { transact } from '#lib/platform/db.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { reextract } from '#lib/revisions/mutations-reextract.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { unsettledOf } from '#lib/standing/data-proof.ts';
import { sentenceStates } from '#lib/standing/rules-coverage.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, type Cast, cast, claimOn, detail, judge, plant, reopen, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

test('reading again leaves alone what a person touched, proposes nothing that was excluded, withdraws what is gone', async () => {
  const bench = await article(database.db, people.editor);
  const [edited, excluded, gone] = bench.claims;
  if (!edited || !excluded || !gone) throw new Error('The engine proposes too little for this test');
  await editClaim(database.db, people.first, {
    id: edited.id,
    version: edited.version,
    statement: 'A person’s wording.',
  });
  await excludeClaims(database.db, people.first, {
    claims: [{ id: excluded.id, version: excluded.version }],
    reason: 'Not a claim',
  });
  // As an older engine would have left it: on words that the present one does not propose.
  await plant(database.db, (tx) =>
    tx.anchor.updateMany({ where: { claimId: gone.id }, data: { start: 0, end: 3, exact: 'Har' } }),
  );
  const counts = await reextract(database.db, people.editor, bench.article.id);
  expect(counts).toMatchObject({ added: 1, withdrawn: 1 });
  const after = await reopen(database.db, people.editor, bench.article.id);
  expect(after.claims.find((claim) => claim.id === edited.id)?.statement).toBe('A person’s wording.');
  expect(after.claims.filter((claim) => claim.start === excluded.start && claim.end === excluded.end)).toHaveLength(1);
  expect(after.claims.some((claim) => claim.id === gone.id)).toBe(false);
  expect((await detail(database.db, people.editor, gone.id)).withdrawnBecause).toContain('No longer proposed');
  expect(await reextract(database.db, people.editor, bench.article.id)).toMatchObject({ added: 0, withdrawn: 0 });
});

const readingsOf = (revisionId: string) =>
  database.db.reading.findMany({ where: { revisionId }, orderBy: { number: 'asc' } });
const lastEvent = (chainId: string) =>
  database.db.event.findFirstOrThrow({ where: { chainId }, orderBy: { sequence: 'desc' }, include: { detail: true } });

test('a text has its reading from the first; the same engine makes no other of it', async () => {
  const bench = await article(database.db, people.editor);
  const [first, ...others] = await readingsOf(bench.revision.id);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ number: 1, engineVersion: bench.revision.engineVersion });
  const revision = await database.db.revision.findUniqueOrThrow({ where: { id: bench.revision.id } });
  expect(revision).toMatchObject({ blocks: null, sentences: null, engineVersion: null });
  const both = await Promise.all([
    reextract(database.db, people.editor, bench.article.id),
    reextract(database.db, people.editor, bench.article.id),
  ]);
  expect(both).toMatchObject([
    { marksMoved: 0, marksEnded: [] },
    { marksMoved: 0, marksEnded: [] },
  ]);
  expect(await readingsOf(bench.revision.id)).toEqual([first]);
  const { action, detail: said } = await lastEvent(bench.article.id);
  expect(action).toBe('article.extracted');
  expect(JSON.parse(said?.detail ?? '')).toMatchObject({ engine: first?.engineVersion, revision: 1, reading: 1 });
});

type Place = { readonly start: number; readonly end: number };

/** Has an older engine have read a text last: it took all of it for one paragraph, and cut these sentences otherwise. */
async function readByOlder({ article: { id }, revision, claims }: WorkbenchDTO, other: readonly Place[]) {
  const suggested = { suggestion: 'nothing to check' as const, reason: 'greets' };
  const sentences = [
    ...revision.sentences.filter(({ start, end }) => !other.some((place) => start < place.end && place.start < end)),
    ...other.map((place) => ({ ...place, ...suggested })),
  ].sort((a, b) => a.start - b.start);
  const blocks = [{ start: 0, end: revision.text.length, role: 'paragraph' as const }];
  const reading = { revisionId: revision.id, number: 2, engineVersion: '0.9.0' };
  await transact(database.db, async (tx) => {
    await tx.reading.create({
      data: { ...reading, blocks: blocksColumn.write(blocks), sentences: sentencesColumn.write(sentences) },
    });
    await appendEvent(tx, people.editor, {
      chain: id,
      action: 'article.extracted',
      subject: { type: 'article', id },
      detail: { engine: '0.9.0', revision: 1, reading: 2, added: 0, withdrawn: 0, kept: claims.length },
    });
  });
  return sentences;
}

describe('a text that an older engine read otherwise', () => {
  const GREETING = `${TEXT}

Good morning, everybody. Welcome to the quay. “Thank you all.” Goodbye.`;
  let before: WorkbenchDTO;
  let reportId: string;
  const placeOf = (words: string): Place => {
    const start = GREETING.indexOf(words);
    if (start === -1) throw new Error(`The article does not say ${words}`);
    return { start, end: start + words.length };
  };
  const statesIn = ({ revision, claims, marks, article: { minorCounts } }: WorkbenchDTO) => {
    const states = sentenceStates(revision.sentences, claims, marks, minorCounts);
    return (words: string) => {
      const { start, end } = placeOf(words);
      return states[revision.sentences.findIndex((sentence) => sentence.start === start && sentence.end === end)];
    };
  };

  beforeAll(async () => {
    const bench = await article(database.db, people.editor, { text: GREETING });
    const { id } = bench.revision;
    // The older engine joined two greetings, and left quotation marks outside.
    const other = ['Good morning, everybody. Welcome to the quay.', 'Thank you all.'].map(placeOf);
    const older = await readByOlder(bench, other);
    expect(older.length).toBeLessThan(bench.revision.sentences.length);
    const seen = await reopen(database.db, people.editor, bench.article.id);
    expect(seen.revision).toMatchObject({ engineVersion: '0.9.0', sentences: older });
    await markSentences(database.db, people.first, {
      articleId: bench.article.id,
      revisionId: id,
      sentences: [...other, placeOf('Goodbye.')],
      reason: 'A greeting',
    });
    ({ id: reportId } = await freezeReport(database.db, people.editor, { articleId: bench.article.id }));
    before = await reopen(database.db, people.editor, bench.article.id);
    expect(statesIn(before)('Thank you all.')).toBe('read');
  });

  test('is read again into a reading of its own; marks follow their words or are ended on record', async () => {
    const { id } = before.article;
    const frozen = await readReport(database.db, people.editor, reportId);
    const joined = placeOf('Good morning, everybody. Welcome to the quay.');
    const ended = [{ ...joined, exact: GREETING.slice(joined.start, joined.end) }];
    expect(await reextract(database.db, people.editor, id)).toMatchObject({ marksMoved: 1, marksEnded: ended });

    const readings = await readingsOf(before.revision.id);
    expect(readings.map(({ number, engineVersion }) => [number, engineVersion === '0.9.0'])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    const after = await reopen(database.db, people.editor, id);
    expect(after.revision).toMatchObject({
      id: before.revision.id,
      engineVersion: readings[0]?.engineVersion,
      blocks: readings[0]?.blocks,
      sentences: readings[0]?.sentences,
    });
    const stateOf = statesIn(after);
    expect(stateOf('“Thank you all.”')).toBe('read');
    expect(stateOf('Goodbye.')).toBe('read');
    expect(stateOf('Good morning, everybody.')).toBe('unread');
    expect(stateOf('Welcome to the quay.')).toBe('unread');

    const marks = await database.db.sentenceMark.findMany({
      where: { revisionId: after.revision.id },
      orderBy: [{ start: 'asc' }, { createdAt: 'asc' }],
    });
    const old = marks.find((mark) => mark.exact === 'Thank you all.');
    expect(
      marks.map(({ exact, withdrawnAt, carriedFromId, reason, byId }) => ({
        exact,
        ended: withdrawnAt !== null,
        carriedFromId,
        reason,
        byId,
      })),
    ).toEqual(
      [
        { exact: 'Good morning, everybody. Welcome to the quay.', ended: true, carriedFromId: null },
        { exact: '“Thank you all.”', ended: false, carriedFromId: old?.id },
        { exact: 'Thank you all.', ended: true, carriedFromId: null },
        { exact: 'Goodbye.', ended: false, carriedFromId: null },
      ].map((mark) => ({ ...mark, reason: 'A greeting', byId: people.first.id })),
    );

    const { detail: said } = await lastEvent(id);
    expect(JSON.parse(said?.detail ?? '')).toMatchObject({
      engine: after.revision.engineVersion,
      revision: 1,
      reading: 3,
      marksMoved: 1,
      marksEnded: ended,
    });
    expect(await unsettledOf(database.db, id)).toEqual([]);
    const { sentencesTotal } = await database.db.article.findUniqueOrThrow({ where: { id } });
    expect(sentencesTotal).toBe(after.revision.sentences.length);
    expect((await verifyHistory(sql(), [])).breaks).toEqual([]);

    const still = await readReport(database.db, people.editor, reportId);
    expect(still).toMatchObject({ snapshot: frozen?.snapshot, digest: frozen?.digest });
    expect(still?.model.article.blocks).toHaveLength(1);
    const anew = await freezeReport(database.db, people.editor, { articleId: id });
    expect((await readReport(database.db, people.editor, anew.id))?.model.article.blocks).toEqual(
      after.revision.blocks,
    );

    expect(await reextract(database.db, people.editor, id)).toMatchObject({ marksMoved: 0, marksEnded: [] });
    expect(await readingsOf(after.revision.id)).toHaveLength(3);
  });

  test('takes no mark on a sentence of another reading than the present one', async () => {
    const { start, end } = placeOf('Good morning, everybody. Welcome to the quay.');
    await expect(
      markSentences(database.db, people.first, {
        articleId: before.article.id,
        revisionId: before.revision.id,
        sentences: [{ start, end }],
        reason: 'A greeting',
      }),
    ).rejects.toThrow(/not-a-sentence|not a sentence/);
  });
});

test('what a person withdrew in an earlier text is not proposed again in a later one', async () => {
  const bench = await article(database.db, people.editor);
  const [claim] = bench.claims;
  if (!claim) return expect.unreachable();
  await withdrawClaim(database.db, people.first, { id: claim.id, version: claim.version, reason: 'Not one' });
  await revise(database.db, people.editor, {
    articleId: bench.article.id,
    basedOn: bench.revision.id,
    text: typedText(`${TEXT}\n\nThe port of Rotterdam handled 436 million tonnes in 2024.`),
    origin: 'paste',
  });
  await reextract(database.db, people.editor, bench.article.id);
  const after = await reopen(database.db, people.editor, bench.article.id);
  expect(after.claims.filter(({ statement }) => statement === claim.statement)).toEqual([]);
});

describe('a verdict that was given on a sentence as an older engine cut it', () => {
  const SENTENCE =
    'The Harbour Authority approved a £48.6 million budget on Wednesday. It doubled the sum set aside for repairs to £6.1 million.';
  const WORDS = 'It doubled the sum set aside for repairs';
  const MORE = `${TEXT}\n\nThe port of Rotterdam handled 436 million tonnes in 2024.`;
  const take = async (articleId: string, text: string) => {
    const { revision } = await reopen(database.db, people.editor, articleId);
    await revise(database.db, people.editor, {
      articleId,
      basedOn: revision.id,
      text: typedText(text),
      origin: 'paste',
    });
  };

  async function judged() {
    const bench = await article(database.db, people.editor);
    const start = TEXT.indexOf(SENTENCE);
    await readByOlder(bench, [{ start, end: start + SENTENCE.length }]);
    const claim = await claimOn(database.db, people.first, bench, WORDS);
    await judge(database.db, people.first, claim.id);
    const anchor = () =>
      database.db.anchor.findFirstOrThrow({ where: { claimId: claim.id }, orderBy: { revisionId: 'desc' } });
    expect((await anchor()).sentence).toBe(SENTENCE);
    return {
      articleId: bench.article.id,
      anchor,
      stale: async () => (await detail(database.db, people.first, claim.id)).claim.stale,
      authors: () => database.db.verdictAuthor.count({ where: { verdict: { claimId: claim.id } } }),
    };
  }

  test.each([
    ['read again', (id: string) => reextract(database.db, people.editor, id)],
    ['revised elsewhere', (id: string) => take(id, MORE)],
    [
      'read again, and revised elsewhere',
      async (id: string) => {
        await reextract(database.db, people.editor, id);
        await take(id, MORE);
      },
    ],
  ])('stands when the text is %s', async (_, work) => {
    const { articleId, anchor, stale, authors } = await judged();
    await work(articleId);
    expect(await anchor()).toMatchObject({ state: 'unchanged', sentence: SENTENCE });
    expect(await stale()).toBe(false);
    expect(await authors()).toBe(1);
  });

  test('is stale when the words of that sentence change', async () => {
    const { articleId, anchor, stale, authors } = await judged();
    await take(articleId, TEXT.replace('on Wednesday', 'on Thursday'));
    expect(await anchor()).toMatchObject({ exact: WORDS, sentence: `${WORDS} to £6.1 million.` });
    expect(await stale()).toBe(true);
    expect(await authors()).toBe(2);
  });
});
