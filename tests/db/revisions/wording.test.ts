import { beforeAll, describe, expect, test } from 'vitest';
import { acceptClaim, editClaim } from '#lib/claims/mutations.ts';
import { excludeClaims, restoreClaims } from '#lib/claims/mutations-exclude.ts';
import { rescopeClaim } from '#lib/claims/mutations-rescope.ts';
import { decideProposal } from '#lib/claims/mutations-wording.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, type Cast, cast, claimOn, detail, judge, reopen, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';

/*
 * A claim's wording belongs to the words it stands on. Whatever way a text takes to the one that it is now, no claim says
 * 5.4 per cent over words that say 4.5 unless a person has decided so, or is asked to.
 */

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const SAYS = 'Lorry tolls will rise by 4.5 per cent';
const FIVE = TEXT.replace('4.5 per cent', '5.4 per cent');
const SIX = TEXT.replace('4.5 per cent', '6.6 per cent');
const elsewhere = (text: string) => text.replace('on Wednesday', 'on Thursday');

async function take(bench: WorkbenchDTO, text: string) {
  const { revision } = await reopen(database.db, people.editor, bench.article.id);
  await revise(database.db, people.editor, {
    articleId: bench.article.id,
    basedOn: revision.id,
    text: typedText(text),
    origin: 'paste',
  });
}
const see = (id: string) => detail(database.db, people.first, id);
const handle = async (id: string) => ({ id, version: (await see(id)).claim.version });
const decide = async (id: string, what: 'proposed' | 'own') =>
  decideProposal(database.db, people.first, { ...(await handle(id)), take: what });

/** Moves a claim's ends onto other words of the text. */
async function move(bench: WorkbenchDTO, id: string, words: string) {
  const { revision } = await reopen(database.db, people.first, bench.article.id);
  const start = revision.text.indexOf(words);
  const span = { start, end: start + words.length };
  await rescopeClaim(database.db, people.first, { ...(await handle(id)), revisionId: revision.id, span });
}

/** A claim that somebody has found and judged. */
async function judged() {
  const bench = await article(database.db, people.editor);
  const { id } = await claimOn(database.db, people.first, bench, SAYS);
  await judge(database.db, people.first, id, 'true');
  return { bench, id };
}

describe('a wording that was decided on', () => {
  test('is asked about again where the text goes back to what it was', async () => {
    const { bench, id } = await judged();
    await take(bench, FIVE);
    await decide(id, 'proposed');
    await take(bench, TEXT);
    const { claim, proposal } = await see(id);
    expect(claim.statement).toContain('5.4');
    expect(proposal?.statement).toContain('4.5');
  });

  test('by hand, too', async () => {
    const { bench, id } = await judged();
    await take(bench, FIVE);
    await editClaim(database.db, people.first, { ...(await handle(id)), statement: 'Tolls rise by 5.4 %.' });
    await take(bench, TEXT);
    expect((await see(id)).proposal?.statement).toContain('4.5');
  });

  test('and not about words that it was decided on for', async () => {
    const { bench, id } = await judged();
    await take(bench, FIVE);
    await decide(id, 'own');
    await take(bench, SIX);
    expect((await see(id)).claim.hasProposal).toBe(true);
    await take(bench, FIVE);
    expect((await see(id)).claim.hasProposal).toBe(false);
  });
});

describe('a wording that is open', () => {
  test('stays open where the text goes back to one that it was open on', async () => {
    const { bench, id } = await judged();
    await take(bench, FIVE);
    await take(bench, elsewhere(FIVE));
    await take(bench, FIVE);
    expect((await see(id)).proposal?.statement).toContain('5.4');
    await take(bench, SIX);
    await take(bench, FIVE);
    expect((await see(id)).proposal?.statement).toContain('5.4');
  });

  test('is no longer proposed where the words are back as they were, whatever else has changed', async () => {
    const bench = await article(database.db, people.editor);
    const claim = bench.claims.find((item) => item.statement.includes('4.5'));
    if (!claim) throw new Error('The engine reads no tolls');
    await judge(database.db, people.first, claim.id, 'true');
    await take(bench, FIVE);
    expect((await see(claim.id)).proposal?.statement).toContain('5.4');
    await take(bench, elsewhere(TEXT));
    expect(await see(claim.id)).toMatchObject({ proposal: null, claim: { statement: claim.statement } });
  });
});

test('what the engine read anew it reads again where the text goes back', async () => {
  const bench = await article(database.db, people.editor);
  const claim = bench.claims.find((item) => item.statement.includes('4.5'));
  if (!claim) throw new Error('The engine reads no tolls');
  await take(bench, FIVE);
  expect((await see(claim.id)).claim.statement).toContain('5.4');
  await take(bench, TEXT);
  expect((await see(claim.id)).claim).toMatchObject({ statement: claim.statement, hasProposal: false });
  await take(bench, FIVE);
  await judge(database.db, people.first, claim.id, 'true');
  await take(bench, TEXT);
  expect((await see(claim.id)).proposal?.statement).toBe(claim.statement);
});

test('an excluded claim that comes back asks for the wording of words that changed meanwhile', async () => {
  const { bench, id } = await judged();
  await excludeClaims(database.db, people.first, { claims: [await handle(id)], reason: 'Not ours' });
  await take(bench, FIVE);
  await restoreClaims(database.db, people.first, { claims: [await handle(id)] });
  expect((await see(id)).proposal?.statement).toContain('5.4');
});

describe('a decision on a wording that is taken back', () => {
  const askAgain = async (id: string, was?: { statement: string; figures: []; times: [] }) =>
    decideProposal(database.db, people.first, { ...(await handle(id)), take: 'open', was });

  test.each(['proposed', 'own'] as const)('%s, leaves the question as it was', async (what) => {
    const { bench, id } = await judged();
    const { statement } = (await see(id)).claim;
    await take(bench, FIVE);
    const { proposal } = await see(id);
    await decide(id, what);
    await askAgain(id, what === 'proposed' ? { statement, figures: [], times: [] } : undefined);
    expect(await see(id)).toMatchObject({ proposal, claim: { statement } });
    await take(bench, SIX);
    await take(bench, FIVE);
    expect((await see(id)).claim.hasProposal).toBe(true);
    expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
  });
});

test('a wording of the machine is accepted, and who did so takes it back', async () => {
  const { claims } = await article(database.db, people.editor);
  const id = claims.find(({ origin }) => origin === 'machine')?.id ?? '';
  const accept = async (who: Cast['first'], accepted: boolean) =>
    (await acceptClaim(database.db, who, { ...(await handle(id)), accepted })).claims[0]?.accepted;
  expect(await accept(people.first, true)).toBe(true);
  await expect(accept(people.second, false)).rejects.toMatchObject({ refusal: { code: 'acceptance-not-yours' } });
  expect(await accept(people.first, false)).toBe(false);
  expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
});

describe('a claim whose ends are moved', () => {
  const OTHERS = 'It doubled the sum set aside for repairs to £6.1 million';

  test('onto words without its figure is asked about, and back on its own is not', async () => {
    const { bench, id } = await judged();
    await editClaim(database.db, people.first, { ...(await handle(id)), statement: 'Tolls rise by 4.5 %.' });
    await move(bench, id, OTHERS);
    const moved = await see(id);
    expect(moved.claim).toMatchObject({ statement: 'Tolls rise by 4.5 %.', stale: true });
    const read = bench.claims.find(({ statement }) => statement.includes('6.1'));
    expect(moved.proposal).toMatchObject({
      statement: read?.statement,
      figures: [{ text: 'doubled' }, { text: '£6.1 million' }],
    });
    await move(bench, id, SAYS);
    expect(await see(id)).toMatchObject({ proposal: null, claim: { statement: 'Tolls rise by 4.5 %.' } });
  });

  test('onto more or fewer words that hold it is not asked about', async () => {
    const { bench, id } = await judged();
    await editClaim(database.db, people.first, { ...(await handle(id)), statement: 'Tolls rise by 4.5 %.' });
    await move(bench, id, 'rise by 4.5 per cent from June');
    expect((await see(id)).proposal).toBeNull();
  });

  test('onto other words is asked about, figures or none, as where a revision brings them', async () => {
    const { bench, id } = await judged();
    await editClaim(database.db, people.first, { ...(await handle(id)), statement: 'Tolls go up.' });
    await move(bench, id, 'Nobody in this trade was consulted');
    expect((await see(id)).proposal?.statement).toContain('consulted');
    await move(bench, id, 'who chairs');
    expect((await see(id)).proposal).toMatchObject({ statement: null });
    await move(bench, id, SAYS);
    expect((await see(id)).proposal).toBeNull();
  });

  test('takes along no figure of the words that it left', async () => {
    const bench = await article(database.db, people.editor);
    const found = bench.claims.find(({ statement }) => statement.includes('4.5'));
    const id = found?.id ?? '';
    const { quote, figures } = await see(id);
    expect(figures).not.toEqual([]);
    await editClaim(database.db, people.first, { ...(await handle(id)), statement: quote });
    await move(bench, id, OTHERS);
    expect(await see(id)).toMatchObject({ figures: [], proposal: null, claim: { statement: OTHERS } });
  });
});
