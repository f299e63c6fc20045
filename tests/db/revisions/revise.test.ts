import { beforeAll, describe, expect, test } from 'vitest';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { markSentences } from '#lib/claims/mutations-sentences.ts';
import { decideProposal } from '#lib/claims/mutations-wording.ts';
import { AppError } from '#lib/platform/result.ts';
import { previewRevision } from '#lib/revisions/data.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { confirmVerdict } from '#lib/verdicts/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { workbench } from '#lib/workbench/data.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, type Cast, cast, claimOn, detail, judge, lead, reopen, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const take = (bench: WorkbenchDTO, text: string) =>
  revise(database.db, people.editor, {
    articleId: bench.article.id,
    basedOn: bench.revision.id,
    text: typedText(text),
    origin: 'paste',
  });

async function settledOn(bench: WorkbenchDTO, words: string, fix?: string) {
  const claim = await claimOn(database.db, people.first, bench, words);
  await judge(database.db, people.first, claim.id, 'true', { fix });
  const verdict = await lead(database.db, people.second, claim.id);
  await signOff(database.db, people.second, {
    verdictId: verdict.id,
    basisDigest: verdict.basisDigest ?? '',
    seen: verdict.seen,
  });
  return claim;
}

const handle = async (id: string) => {
  const { version } = await now(id);
  return { id, version };
};
const now = async (id: string) => (await detail(database.db, people.first, id)).claim;

describe('a new revision', () => {
  test('keeps what stands, asks for a fresh look at what changed, and keeps what is lost in sight', async () => {
    const bench = await article(database.db, people.editor);
    const same = await settledOn(bench, 'About one in five berths is closed');
    const digit = await settledOn(bench, 'Lorry tolls will rise by 4.5 per cent');
    const context = await settledOn(bench, 'approved a £48.6 million budget on Wednesday');
    const gone = await settledOn(bench, 'The engineers put the cost of the quay');
    const text = TEXT.replace('4.5 per cent', '5.4 per cent')
      .replace('The Harbour Authority approved', 'Critics deny that the Harbour Authority approved')
      .replace(/\n\nThe engineers.*$/s, '')
      .replace('“Nobody', 'Few were surprised. "Nobody')
      .replace('consulted,”', 'consulted,"');
    const { counts } = await take(bench, text);
    expect(await now(same.id)).toMatchObject({ anchorState: 'unchanged', progress: 'settled', stale: false });
    expect(await now(digit.id)).toMatchObject({ anchorState: 'changed', progress: 'settled', stale: true });
    expect(await now(context.id)).toMatchObject({ anchorState: 'context_changed', stale: true });
    expect(await now(gone.id)).toMatchObject({ anchorState: 'lost', start: null, stale: true });
    expect(counts.lost).toBeGreaterThan(0);
    await decideProposal(database.db, people.first, { ...(await handle(digit.id)), take: 'proposed' });
    const stale = await detail(database.db, people.first, digit.id);
    expect(stale.basisChanges).toContainEqual(
      expect.objectContaining({ what: 'quote', after: expect.stringContaining('5.4') }),
    );
    const verdict = await lead(database.db, people.first, digit.id);
    await confirmVerdict(database.db, people.first, {
      claimId: digit.id,
      verdictId: verdict.id,
      basisDigest: stale.basisDigest ?? '',
      seen: [...stale.seen],
      rationale: null,
    });
    expect(await now(digit.id)).toMatchObject({ stale: false, progress: 'awaiting_second_reader' });
  });

  test('is shown first, and showing it changes nothing', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
    const preview = await previewRevision(database.db, people.editor, {
      articleId: bench.article.id,
      text: typedText(TEXT.replace('one in five', 'one in four')),
    });
    expect(preview.claims.find((item) => item.id === claim.id)).toMatchObject({
      state: 'changed',
      after: 'About one in four berths is closed',
    });
    expect((await reopen(database.db, people.editor, bench.article.id)).revision.number).toBe(1);
  });

  test('with the old text again brings everything back to its place', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await settledOn(bench, 'Lorry tolls will rise by 4.5 per cent');
    await take(bench, TEXT.replace(/Lorry tolls[^.]*\.5 per cent from June\./, 'Nothing was said of tolls.'));
    expect(await now(claim.id)).toMatchObject({ anchorState: 'lost', stale: true });
    await take(await reopen(database.db, people.editor, bench.article.id), TEXT);
    const back = await reopen(database.db, people.editor, bench.article.id);
    expect(back.revision.number).toBe(3);
    expect(await now(claim.id)).toMatchObject({
      start: claim.start,
      end: claim.end,
      stale: false,
      progress: 'settled',
    });
  });

  test('recognises a suggested wording that was taken over', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await settledOn(bench, 'About one in five berths is closed', 'About one in six berths was closed');
    await take(bench, TEXT.replace('About one in five berths is closed', 'About one in six berths was closed'));
    const after = await detail(database.db, people.first, claim.id);
    expect(after.verdicts[0]?.content?.fix?.state).toBe('applied');
    expect(after.claim).toMatchObject({ anchorState: 'changed', stale: true });
  });

  test('proposes nothing again that was there, and carries marks with their sentences', async () => {
    const bench = await article(database.db, people.editor);
    const sentence = bench.revision.sentences.at(-1);
    if (!sentence) return expect.unreachable();
    await markSentences(database.db, people.first, {
      articleId: bench.article.id,
      revisionId: bench.revision.id,
      sentences: [{ start: sentence.start, end: sentence.end }],
      reason: 'seen',
    });
    await take(bench, `${TEXT}\n\nThe port of Rotterdam handled 436 million tonnes in 2024.`);
    const after = await reopen(database.db, people.editor, bench.article.id);
    expect(after.marks).toHaveLength(1);
    const fresh = after.claims.filter((claim) => !bench.claims.some((old) => old.id === claim.id));
    expect(fresh.length).toBeGreaterThan(0);
    const from = after.revision.text.indexOf('The port of Rotterdam');
    expect(fresh.every((claim) => (claim.start ?? 0) >= from)).toBe(true);
  });

  test('leaves the earlier text to be read, with the claims where they stood in it', async () => {
    const bench = await article(database.db, people.editor);
    const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
    await take(bench, TEXT.replace('About one in five', 'By now about one in six'));
    const earlier = await workbench(database.db, people.first, bench.article.id, 1);
    if (!earlier) return expect.unreachable();
    expect(earlier).toMatchObject({ presentRevision: 2, revision: { number: 1, text: TEXT }, reader: { may: [] } });
    expect(earlier.claims.find(({ id }) => id === claim.id)).toMatchObject({ start: claim.start, end: claim.end });
    expect(await workbench(database.db, people.first, bench.article.id, 3)).toBeNull();
  });

  test('proposes nothing that was excluded, not even where its sentence moved', async () => {
    const bench = await article(database.db, people.editor);
    const excluded = bench.claims.find((item) => item.statement.includes('4.5 per cent'));
    if (!excluded) return expect.unreachable();
    await excludeClaims(database.db, people.first, {
      claims: [{ id: excluded.id, version: excluded.version }],
      reason: 'Agreed with the desk',
    });
    const sentence = 'Lorry tolls will rise by 4.5 per cent from June.';
    await take(bench, `${TEXT.replace(` ${sentence}`, '')}\n\n${sentence}`);
    const after = await reopen(database.db, people.editor, bench.article.id);
    const same = after.claims.filter((item) => item.statement.includes('4.5 per cent'));
    expect(same).toMatchObject([{ id: excluded.id, excluded: true, anchorState: 'moved' }]);
  });

  test('of two at once one wins, and the other is told which', async () => {
    const bench = await article(database.db, people.editor);
    const outcomes = await Promise.allSettled([take(bench, `${TEXT}\n\nOne.`), take(bench, `${TEXT}\n\nTwo.`)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const reason: unknown = outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
    if (!(reason instanceof AppError)) throw reason;
    expect(reason.refusal).toMatchObject({ reason: 'stale-version', present: { number: 2 } });
  });
});
