import { beforeAll, describe, expect, test } from 'vitest';
import { addClaim, editClaim } from '#lib/claims/mutations.ts';
import { assignClaims } from '#lib/claims/mutations-assign.ts';
import { excludeClaims, restoreClaims } from '#lib/claims/mutations-exclude.ts';
import { mergeClaims, splitClaim, undoLineage } from '#lib/claims/mutations-lineage.ts';
import { rescopeClaim } from '#lib/claims/mutations-rescope.ts';
import { markSentences, unmarkSentences } from '#lib/claims/mutations-sentences.ts';
import { AppError, type Unsaid } from '#lib/platform/result.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

async function refusalOf(work: Promise<unknown>): Promise<Unsaid> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.refusal;
    throw error;
  }
  throw new Error('It was not refused');
}

const spanOf = (bench: WorkbenchDTO, words: string) => {
  const start = bench.revision.text.indexOf(words);
  return { start, end: start + words.length };
};

describe('a claim', () => {
  test('cannot stand on two paragraphs, nor outside the text', async () => {
    const bench = await article(database.db, people.editor);
    const base = { articleId: bench.article.id, revisionId: bench.revision.id, kind: 'event' as const };
    const across = { start: bench.revision.text.indexOf('from June'), end: bench.revision.text.indexOf('Nobody') + 6 };
    const refusal = await refusalOf(addClaim(database.db, people.first, { ...base, span: across }));
    expect(refusal).toMatchObject({ reason: 'invalid', fields: { span: { code: 'one-paragraph' } } });
    const beyond = { start: 9_000, end: 9_010 };
    expect((await refusalOf(addClaim(database.db, people.first, { ...base, span: beyond }))).reason).toBe('invalid');
  });

  test('saved by two at once keeps the first and hands the second what stands now', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
    const save = (actor: Cast['first'], statement: string) =>
      editClaim(database.db, actor, { id: claim.id, version: claim.version, statement });
    const outcomes = await Promise.allSettled([save(people.first, 'First.'), save(people.second, 'Second.')]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    const reason: unknown = lost?.reason;
    if (!(reason instanceof AppError)) throw reason;
    expect(reason.refusal.reason).toBe('stale-version');
    const now = await detail(database.db, people.first, claim.id);
    expect(reason.refusal.present).toEqual([now.claim]);
    expect(['First.', 'Second.']).toContain(now.claim.statement);
  });

  test('is excluded with a reason and brought back, in bulk', async () => {
    const bench = await article(database.db, people.editor);
    const one = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
    const two = await claimOn(database.db, people.first, bench, 'About one in five berths');
    const claims = [one, two].map(({ id, version }) => ({ id, version }));
    const out = await excludeClaims(database.db, people.first, { claims, reason: 'Too small' });
    expect(out.claims.map((claim) => claim.mark)).toEqual(['excluded', 'excluded']);
    const back = await restoreClaims(database.db, people.second, {
      claims: out.claims.map(({ id, version }) => ({ id, version })),
    });
    expect(back.claims.every((claim) => !claim.excluded)).toBe(true);
  });

  test('is assigned to others by editors, and taken on by reviewers', async () => {
    const bench = await article(database.db, people.editor);
    const { id, version } = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
    const give = (actor: Cast['first'], assigneeId: string | null, at: number) =>
      assignClaims(database.db, actor, { claims: [{ id, version: at }], assigneeId });
    expect((await refusalOf(give(people.first, people.second.id, version))).reason).toBe('forbidden');
    expect((await give(people.first, people.first.id, version)).claims[0]).toMatchObject({ progress: 'in_review' });
    expect((await refusalOf(give(people.second, people.second.id, version + 1))).reason).toBe('forbidden');
    expect((await give(people.editor, people.second.id, version + 1)).claims[0]?.assigneeId).toBe(people.second.id);
    expect((await refusalOf(give(people.editor, people.viewer.id, version + 2))).reason).toBe('invalid');
  });

  test('takes other words, and its wording follows where it was only the old ones', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
    const span = spanOf(bench, 'Lorry tolls will rise by 4.5 per cent from June');
    const { claims } = await rescopeClaim(database.db, people.first, {
      id: claim.id,
      version: claim.version,
      revisionId: bench.revision.id,
      span,
    });
    expect(claims[0]).toMatchObject({ ...span, statement: 'Lorry tolls will rise by 4.5 per cent from June' });
  });
});

describe('splitting and merging', () => {
  test('a split carries evidence over on purpose, keeps the old claim with its verdict, and can be taken back', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(
      database.db,
      people.first,
      bench,
      'It doubled the sum set aside for repairs to £6.1 million',
    );
    await attach(database.db, people.first, claim.id, 'Budget 2025');
    await attach(database.db, people.first, claim.id, 'Budget 2026');
    await judge(database.db, people.first, claim.id);
    const before = await detail(database.db, people.first, claim.id);
    const [a, b] = before.evidence;
    if (!a || !b) return expect.unreachable();
    const { claims } = await splitClaim(database.db, people.second, {
      id: claim.id,
      version: before.claim.version,
      revisionId: bench.revision.id,
      parts: [
        { span: spanOf(bench, 'It doubled the sum set aside for repairs') },
        { span: spanOf(bench, 'to £6.1 million') },
      ],
      evidence: [
        { id: a.id, parts: [0] },
        { id: b.id, parts: [0, 1] },
      ],
    });
    const [first, second] = claims.filter((item) => item.id !== claim.id).sort((x, y) => x.number - y.number);
    if (!first || !second) return expect.unreachable();
    expect(
      (await detail(database.db, people.first, first.id)).evidence.map((item) => [item.number, item.source.title]),
    ).toEqual([
      [1, 'Budget 2025'],
      [2, 'Budget 2026'],
    ]);
    expect(
      (await detail(database.db, people.first, second.id)).evidence.map((item) => [item.number, item.source.title]),
    ).toEqual([[1, 'Budget 2026']]);
    const old = await detail(database.db, people.first, claim.id);
    expect(old.claim.replaced).toBe(true);
    expect(old.verdicts).toHaveLength(1);
    expect(old.became.map((link) => link.claim.number)).toEqual([first.number, second.number]);
    expect(first.progress).toBe('in_review');
    const undo = {
      kind: 'split' as const,
      from: [claim.id],
      to: [first, second].map(({ id, version }) => ({ id, version })),
    };
    await undoLineage(database.db, people.second, undo);
    const again = await reopen(database.db, people.first, bench.article.id);
    expect(again.claims.some((item) => item.id === claim.id)).toBe(true);
    expect(again.claims.some((item) => item.id === first.id)).toBe(false);
  });

  test('a merge spans both, and is not taken back once somebody has worked on it', async () => {
    const bench = await article(database.db, people.editor);
    const one = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
    const two = await claimOn(database.db, people.first, bench, 'by 4.5 per cent from June');
    const { claims } = await mergeClaims(database.db, people.first, {
      claims: [one, two].map(({ id, version }) => ({ id, version })),
      revisionId: bench.revision.id,
      statement: 'Lorry tolls will rise by 4.5 per cent from June.',
      evidence: [],
    });
    const merged = claims.find((item) => item.id !== one.id && item.id !== two.id);
    if (!merged) return expect.unreachable();
    expect({ start: merged.start, end: merged.end }).toEqual(
      spanOf(bench, 'Lorry tolls will rise by 4.5 per cent from June'),
    );
    const { claims: edited } = await editClaim(database.db, people.first, {
      id: merged.id,
      version: merged.version,
      statement: 'Worked on.',
    });
    const to = edited.map(({ id, version }) => ({ id, version }));
    expect(
      (await refusalOf(undoLineage(database.db, people.first, { kind: 'merge', from: [one.id, two.id], to }))).reason,
    ).toBe('conflict');
  });
});

test('a sentence is read once a person says there is nothing to check, not before', async () => {
  const bench = await article(database.db, people.editor, {
    text: 'The board met on Tuesday in the old hall.\n\nWhat a day it was.',
  });
  const sentence = bench.revision.sentences.at(-1);
  if (!sentence) return expect.unreachable();
  const readNow = async () =>
    (await database.db.article.findUniqueOrThrow({ where: { id: bench.article.id } })).sentencesRead;
  expect(await readNow()).toBe(0);
  const { marks } = await markSentences(database.db, people.first, {
    articleId: bench.article.id,
    revisionId: bench.revision.id,
    sentences: [{ start: sentence.start, end: sentence.end }],
    reason: 'no claim',
  });
  expect(await readNow()).toBe(1);
  await unmarkSentences(database.db, people.first, {
    articleId: bench.article.id,
    marks: marks.map((mark) => mark.id),
  });
  expect(await readNow()).toBe(0);
});
