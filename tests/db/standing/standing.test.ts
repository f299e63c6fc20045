import { beforeAll, describe, expect, test } from 'vitest';
import { editClaim } from '#lib/claims/mutations.ts';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { decideProposal } from '#lib/claims/mutations-wording.ts';
import { resolveComment, withdrawComment, writeComment } from '#lib/comments/mutations.ts';
import { AppError } from '#lib/platform/result.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { setArticleRules } from '#lib/standing/mutations-rules.ts';
import { confirmVerdict, giveVerdict } from '#lib/verdicts/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import type { ClaimDetailDTO, WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead, ratingId, reopen, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.refusal.reason;
    throw error;
  }
  return 'done';
}

const WORDS = 'Lorry tolls will rise by 4.5 per cent';
async function claimed(mode: 'one' | 'open' | 'blind' = 'open') {
  const bench = await article(database.db, people.editor, { mode });
  const { id } = await claimOn(database.db, people.first, bench, WORDS);
  await attach(database.db, people.first, id, 'Minutes');
  return { bench, id };
}
const see = (who: Cast['first'], id: string) => detail(database.db, who, id);
const now = async (id: string) => (await see(people.first, id)).claim;
const handle = async (id: string) => {
  const { version } = await now(id);
  return { id, version };
};
const row = (id: string) => database.db.claim.findUniqueOrThrow({ where: { id } });
const articleRow = (bench: WorkbenchDTO) => database.db.article.findUniqueOrThrow({ where: { id: bench.article.id } });

/** Gives a verdict on what a page showed, whatever has come since. */
const giveOn = async (who: Cast['first'], shown: ClaimDetailDTO, rating: string) =>
  giveVerdict(database.db, who, {
    claimId: shown.claim.id,
    basisDigest: shown.basisDigest ?? '',
    seen: [...shown.seen],
    ratingId: await ratingId(database.db, rating),
    attributionFinding: null,
    rationale: 'So the minutes [1].',
    cites: [],
    fix: null,
    overrideReason: null,
  });

async function sign(who: Cast['first'], id: string) {
  const { id: verdictId, basisDigest, seen } = await lead(database.db, who, id);
  return signOff(database.db, who, { verdictId, basisDigest: basisDigest ?? '', seen });
}

describe('what came meanwhile', () => {
  test('a verdict from a page that does not show the first one is no second reading of it', async () => {
    const { id } = await claimed();
    const shown = await see(people.second, id);
    await judge(database.db, people.first, id, 'true');
    expect(await refusal(giveOn(people.second, shown, 'false'))).toBe('moved-on');
    expect((await see(people.first, id)).verdicts).toHaveLength(1);
    await giveOn(people.second, await see(people.second, id), 'false');
    expect(await now(id)).toMatchObject({ progress: 'disputed' });
  });

  test('nor is one from a page that shows a verdict which was given anew', async () => {
    const { id } = await claimed();
    await judge(database.db, people.first, id, 'true');
    const shown = await see(people.second, id);
    await judge(database.db, people.first, id, 'mostly-true');
    expect(await refusal(giveOn(people.second, shown, 'true'))).toBe('moved-on');
  });

  test('a verdict that is still hidden is nothing to read first: both have judged blind', async () => {
    const { id } = await claimed('blind');
    const shown = await see(people.second, id);
    await judge(database.db, people.first, id, 'true');
    await giveOn(people.second, shown, 'true');
    expect(await now(id)).toMatchObject({ progress: 'settled', settledBy: 'two' });
  });

  test('nobody signs off what another has just signed off', async () => {
    const { id } = await claimed();
    await judge(database.db, people.first, id, 'true');
    const { id: verdictId, basisDigest, seen } = await lead(database.db, people.third, id);
    await sign(people.second, id);
    const late = signOff(database.db, people.third, { verdictId, basisDigest: basisDigest ?? '', seen });
    expect(await refusal(late)).toBe('moved-on');
  });
});

describe('an open query', () => {
  const ask = (bench: WorkbenchDTO, id: string, who = people.editor, onVerdictId: string | null = null) =>
    writeComment(database.db, who, {
      articleId: bench.article.id,
      claimId: id,
      threadId: null,
      kind: 'query',
      body: 'Per cent of what?',
      onVerdictId,
    });

  test('holds its claim: it stays where it is, keeps its sentence unread, and is not signed off', async () => {
    const { bench, id } = await claimed();
    const others = bench.claims.map(({ id: other, version }) => ({ id: other, version }));
    await excludeClaims(database.db, people.first, { claims: others, reason: 'Said elsewhere' });
    await judge(database.db, people.first, id, 'true');
    const query = await ask(bench, id);
    expect(await now(id)).toMatchObject({ progress: 'awaiting_second_reader', held: true, openQueries: 1 });
    expect((await see(people.second, id)).signOffRefusal).toContain('waits for its answer');
    expect(await refusal(sign(people.second, id))).toBe('held');
    await resolveComment(database.db, people.first, { id: query.id, version: 1, resolved: true });
    expect(await now(id)).toMatchObject({ held: false, openQueries: 0 });
    const before = (await articleRow(bench)).sentencesRead;
    await sign(people.second, id);
    expect((await articleRow(bench)).sentencesRead).toBe(before + 1);
    await resolveComment(database.db, people.first, { id: query.id, version: 2, resolved: false });
    expect(await now(id)).toMatchObject({ progress: 'settled', settledBy: 'two', held: true });
    expect((await articleRow(bench)).sentencesRead).toBe(before);
    await withdrawComment(database.db, people.editor, { id: query.id, version: 3 });
    expect(await now(id)).toMatchObject({ held: false });
  });

  test('is only shown where the article says so, and the rule is changed for all its claims at once', async () => {
    const { bench, id } = await claimed();
    await judge(database.db, people.first, id, 'true');
    await ask(bench, id);
    const rules = (queries: 'hold' | 'warn', version: number) =>
      setArticleRules(database.db, people.editor, { id: bench.article.id, version, queries, minorCounts: false });
    const { version } = (await reopen(database.db, people.editor, bench.article.id)).article;
    const after = await rules('warn', version);
    expect(await now(id)).toMatchObject({ held: false, openQueries: 1 });
    await sign(people.second, id);
    await rules('hold', after.version);
    expect(await now(id)).toMatchObject({ progress: 'settled', held: true });
    const refused = setArticleRules(database.db, people.first, {
      id: bench.article.id,
      version: after.version + 1,
      queries: 'warn',
      minorCounts: false,
    });
    expect(await refusal(refused)).toBe('forbidden');
  });

  test('on a verdict that is still hidden counts once it is revealed', async () => {
    const { bench, id } = await claimed('blind');
    await judge(database.db, people.first, id, 'true');
    await ask(bench, id, people.first, (await lead(database.db, people.first, id)).id);
    expect((await row(id)).held).toBe(false);
    expect(await see(people.second, id)).toMatchObject({ comments: [], claim: { openQueries: 0, held: false } });
    await judge(database.db, people.second, id, 'true');
    expect(await row(id)).toMatchObject({ progress: 'settled', held: true });
  });
});

describe('words that a revision changes', () => {
  const take = async (bench: WorkbenchDTO, text: string) => {
    const { revision } = await reopen(database.db, people.editor, bench.article.id);
    return revise(database.db, people.editor, {
      articleId: bench.article.id,
      basedOn: revision.id,
      text: typedText(text),
      origin: 'paste',
    });
  };
  const CHANGED = TEXT.replace('4.5 per cent', '5.4 per cent');
  async function changed() {
    const { bench, id } = await claimed();
    await judge(database.db, people.first, id, 'true');
    await sign(people.second, id);
    await take(bench, CHANGED);
    return { bench, id };
  }
  const confirm = async (who: Cast['first'], id: string, rationale: string | null = null) => {
    const { basisDigest, seen } = await see(who, id);
    const { id: verdictId } = await lead(database.db, who, id);
    const input = { claimId: id, verdictId, basisDigest: basisDigest ?? '', seen: [...seen], rationale };
    return confirmVerdict(database.db, who, input);
  };

  test('bring a wording that a person decides on before the verdict is confirmed', async () => {
    const { id } = await changed();
    const { proposal, claim } = await see(people.third, id);
    expect(claim).toMatchObject({ stale: true, hasProposal: true });
    expect(proposal?.statement).toContain('5.4');
    expect(proposal?.figures).toContainEqual(expect.objectContaining({ value: 5.4 }));
    expect(await refusal(confirm(people.third, id))).toBe('undecided-wording');
    expect(await refusal(judge(database.db, people.third, id, 'true'))).toBe('undecided-wording');
    await decideProposal(database.db, people.third, { ...(await handle(id)), take: 'proposed' });
    const after = await see(people.third, id);
    expect(after.claim.statement).toContain('5.4');
    expect(after.figures).toContainEqual(expect.objectContaining({ value: 5.4 }));
    await confirm(people.third, id);
    expect(await now(id)).toMatchObject({ stale: false, progress: 'awaiting_second_reader' });
  });

  test('are confirmed in the confirmer’s own name; the rationale stays its author’s', async () => {
    const { id } = await changed();
    await decideProposal(database.db, people.third, { ...(await handle(id)), take: 'proposed' });
    await confirm(people.third, id);
    const { content, author } = await lead(database.db, people.second, id);
    expect(author.name).toBe(people.third.name);
    expect(content).toMatchObject({
      rationale: '',
      confirms: { author: { name: people.first.name }, rationale: 'The accounts say so.' },
    });
  });

  test('may be kept as they are worded, or worded by hand; that too is a decision', async () => {
    const { id } = await changed();
    const kept = await now(id);
    await decideProposal(database.db, people.first, { ...(await handle(id)), take: 'own' });
    expect(await see(people.first, id)).toMatchObject({ proposal: null, claim: { statement: kept.statement } });
    const other = await changed();
    await editClaim(database.db, people.first, { ...(await handle(other.id)), statement: 'Tolls rise by 5.4 %.' });
    expect((await see(people.first, other.id)).proposal).toBeNull();
    expect(await refusal(decideProposal(database.db, people.first, { ...(await handle(id)), take: 'own' }))).toBe(
      'conflict',
    );
  });

  test('that are back as they were ask for nothing', async () => {
    const { bench, id } = await changed();
    await take(bench, TEXT);
    expect(await see(people.first, id)).toMatchObject({
      proposal: null,
      claim: { stale: false, progress: 'settled', hasProposal: false },
    });
  });

  test('give a claim that nobody has touched the engine’s new reading', async () => {
    const bench = await article(database.db, people.editor);
    const claim = bench.claims.find((item) => item.statement.includes('4.5'));
    await take(bench, CHANGED);
    const after = (await reopen(database.db, people.editor, bench.article.id)).claims.find(
      (item) => item.id === claim?.id,
    );
    expect(after).toMatchObject({ anchorState: 'changed', touched: false, hasProposal: false });
    expect(after?.statement).toContain('5.4');
  });
});
