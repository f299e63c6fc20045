import { beforeAll, describe, expect, test } from 'vitest';
import { editClaim } from '#lib/claims/mutations.ts';
import { decideProposal } from '#lib/claims/mutations-wording.ts';
import type { EditClaimInput } from '#lib/claims/schema.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, type Cast, cast, claimOn, detail, judge, plant, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { tamper } from '../trust/desk.ts';

/*
 * How an article says what it says belongs to its words as their figures do: no record is positive, fact or the article's
 * own over words that deny it, doubt it or hand it to somebody, unless a person has decided so, or is asked to.
 */

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const SAYS = 'The Harbour Authority doubled the repair fund to £6.1 million in 2025';
const textOf = (sentence: string) =>
  `Mayor says fund doubled\n\nBy A. Reporter\n\n${sentence}. Lorry tolls were as they had been.`;
const DENIED = `It is not true that t${SAYS.slice(1)}`;

async function take(bench: WorkbenchDTO, sentence: string) {
  const { revision } = await reopen(database.db, people.editor, bench.article.id);
  const text = typedText(textOf(sentence));
  await revise(database.db, people.editor, {
    articleId: bench.article.id,
    basedOn: revision.id,
    text,
    origin: 'paste',
  });
}
const see = (id: string) => detail(database.db, people.first, id);
const handle = async (id: string) => ({ id, version: (await see(id)).claim.version });
const edit = async (id: string, changes: Partial<EditClaimInput>) =>
  editClaim(database.db, people.first, { ...(await handle(id)), ...changes });
const decide = async (id: string, what: 'proposed' | 'own' | 'open') =>
  decideProposal(database.db, people.first, { ...(await handle(id)), take: what });
const said = async (id: string) => {
  const { polarity, factuality, claim } = await see(id);
  return [polarity, factuality, claim.claimant.name].join(', ');
};
const isWhole = async () => expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
const events = async (id: string) =>
  (
    await database.db.event.findMany({
      where: { subjectType: 'claim', subjectId: id },
      orderBy: { sequence: 'asc' },
      select: { action: true, detail: { select: { detail: true } } },
    })
  ).map(({ action, detail: told }) => ({ action, ...JSON.parse(told?.detail ?? '{}') }));

/** A claim of the engine's that somebody has judged. */
async function found() {
  const bench = await article(database.db, people.editor, { text: textOf(SAYS) });
  const id = bench.claims.find(({ statement }) => statement.includes('6.1'))?.id ?? '';
  await judge(database.db, people.first, id, 'true');
  return { bench, id };
}
/** One that somebody has picked out and worded, and judged. */
async function picked() {
  const bench = await article(database.db, people.editor, { text: textOf(SAYS) });
  const { id } = await claimOn(database.db, people.first, bench, 'doubled the repair fund to £6.1 million in 2025');
  await edit(id, { statement: 'The fund was doubled.' });
  await judge(database.db, people.first, id, 'true');
  return { bench, id };
}

describe('a text that is turned', () => {
  test.each([
    ['negative, asserted, The article', SAYS.replace('doubled', 'has not doubled')],
    ['positive, denied, The article', DENIED],
    ['positive, possible, The article', SAYS.replace('doubled', 'may double')],
    ['positive, asserted, Maren Holt', `${SAYS}, according to Maren Holt`],
  ])('asks whether it is %s: taken, the record says so', async (expected, sentence) => {
    const { bench, id } = await found();
    expect(await said(id)).toBe('positive, asserted, The article');
    await take(bench, sentence);
    expect((await see(id)).claim).toMatchObject({ stale: true, hasProposal: true });
    await decide(id, 'proposed');
    expect(await said(id)).toBe(expected);
    const { id: reportId } = await freezeReport(database.db, people.editor, { articleId: bench.article.id });
    const report = await readReport(database.db, people.editor, reportId);
    const claim = report?.model.claims.find((one) => one.id === id);
    expect([claim?.polarity, claim?.factuality, claim?.claimant.name].join(', ')).toBe(expected);
    await isWhole();
  });

  test('asks of a claim whose own words are as they were, and says that', async () => {
    const { bench, id } = await picked();
    await take(bench, DENIED);
    const { proposal } = await see(id);
    expect(proposal).toMatchObject({ around: true, said: { polarity: 'positive', factuality: 'denied' } });
    await decide(id, 'own');
    expect(await said(id)).toBe('positive, asserted, The article');
    await decide(id, 'open');
    expect((await see(id)).proposal).toEqual(proposal);
    await decide(id, 'proposed');
    expect(await said(id)).toBe('positive, denied, The article');
    await isWhole();
  });

  test('asks no more once it is turned back, and again where it was left open', async () => {
    const { bench, id } = await picked();
    await take(bench, DENIED);
    await take(bench, SAYS);
    expect((await see(id)).proposal).toBeNull();
    await take(bench, DENIED);
    await take(bench, SAYS.replace('£6.1 million', '£7 million'));
    await take(bench, DENIED);
    expect((await see(id)).proposal?.said).toMatchObject({ factuality: 'denied' });
  });

  test('leaves a wording that goes on as it is, where another only says it now', async () => {
    const { bench, id } = await picked();
    await take(bench, `${SAYS}, according to Maren Holt`);
    const proposal = { statement: 'The fund was doubled.', said: { claimant: { name: 'Maren Holt', kind: 'person' } } };
    expect((await see(id)).proposal).toMatchObject(proposal);
  });

  test('turns a claim that nobody has touched with it', async () => {
    const bench = await article(database.db, people.editor, { text: textOf(SAYS) });
    const id = bench.claims.find(({ statement }) => statement.includes('6.1'))?.id ?? '';
    await take(bench, `${SAYS}, according to Maren Holt`);
    expect((await see(id)).proposal).toBeNull();
    expect(await said(id)).toBe('positive, asserted, Maren Holt');
  });
});

describe('a decision', () => {
  test('is a statement: figures or periods alone leave the question open, on whatever way back', async () => {
    const { bench, id } = await found();
    const SEVEN = SAYS.replace('£6.1 million', '£7 million');
    await take(bench, SEVEN);
    const { proposal, figures, times } = await see(id);
    await edit(id, { figures: proposal?.figures.map((one) => ({ ...one, range: null, tally: null })) });
    expect((await see(id)).figures).not.toEqual(figures);
    await edit(id, { times: times.map(({ ofSaying: _, ...one }) => ({ ...one, from: '2025-02-01' })) });
    expect((await see(id)).proposal).toEqual(proposal);
    await take(bench, SAYS.replace('£6.1 million', '£8 million'));
    await take(bench, SEVEN);
    expect((await see(id)).proposal?.statement).toBe(proposal?.statement);
  });

  test('is the same statement, said again, which keeps what it says', async () => {
    const { bench, id } = await found();
    const { claim } = await see(id);
    await take(bench, SAYS.replace('doubled', 'has not doubled'));
    await edit(id, { statement: claim.statement });
    expect((await see(id)).proposal).toBeNull();
    expect(await said(id)).toBe('positive, asserted, The article');
    expect((await events(id)).at(-1)).toMatchObject({ action: 'claim.wordingKept', statement: claim.statement });
  });

  test('in words of one’s own takes along how the article says it, but for what is set with them', async () => {
    const sentence = `${SAYS.replace('doubled', 'may double')}, according to Maren Holt`;
    const { bench, id } = await found();
    await take(bench, sentence);
    await edit(id, { statement: 'The fund may be doubled.' });
    expect(await said(id)).toBe('positive, possible, Maren Holt');
    const other = await found();
    await take(other.bench, sentence);
    await edit(other.id, { statement: 'The fund was doubled.', factuality: 'planned' });
    expect(await said(other.id)).toBe('positive, planned, Maren Holt');
    await isWhole();
  });

  test('on a proposal of before it said how leaves that as it was', async () => {
    const { bench, id } = await found();
    await edit(id, { factuality: 'expected' });
    const proposal = { revisionId: bench.revision.id, statement: 'As it was', figures: [], times: [] };
    await plant(database.db, (tx) => tx.claim.update({ where: { id }, data: { proposal } }));
    await decide(id, 'proposed');
    expect(await said(id)).toBe('positive, expected, The article');
  });
});

test('a person sets right how it is said: the history names it, its verdict is stale, and a forged record is found', async () => {
  const { id } = await found();
  const set = { polarity: 'negative', factuality: 'possible' } as const;
  await editClaim(database.db, people.second, { ...(await handle(id)), ...set });
  const { claim, basisChanges } = await see(id);
  expect(claim.stale).toBe(true);
  expect(basisChanges.map(({ what }) => what)).toEqual(['polarity', 'factuality']);
  expect((await events(id)).at(-1)).toMatchObject({
    action: 'claim.edited',
    changes: {
      polarity: { before: 'positive', after: 'negative' },
      factuality: { before: 'asserted', after: 'possible' },
    },
  });
  const own = await database.db.verdictAuthor.findMany({ where: { verdict: { claimId: id }, part: 'edited_basis' } });
  expect(own.map(({ userId }) => userId)).toEqual([people.second.id]);
  await isWhole();
  const forge = (polarity: string, factuality: string) =>
    tamper((tx) => tx`update claims set ${tx({ polarity, factuality })} where id = ${id}`);
  await forge('positive', 'asserted');
  expect((await verifyHistory(sql(), [])).breaks).toContainEqual(
    expect.objectContaining({ because: 'record-changed', columns: ['polarity', 'factuality'] }),
  );
  await forge(set.polarity, set.factuality);
});
