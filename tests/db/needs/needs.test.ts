import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { archiveArticle, editArticle } from '#lib/articles/mutations.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { assignClaims } from '#lib/claims/mutations-assign.ts';
import { editComment, resolveComment, writeComment } from '#lib/comments/mutations.ts';
import type { AskedDTO } from '#lib/comments/types.ts';
import { readNeeds } from '#lib/needs/data.ts';
import { markNeeds } from '#lib/needs/mutations.ts';
import type { NeedDTO, NeedStand, NeedView } from '#lib/needs/types.ts';
import { takeAway } from '#lib/people/mutations-clean-up.ts';
import { withdrawVerdict } from '#lib/verdicts/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, attach, type Cast, cast, claimOn, judge, lead, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { need } from '../trust/scene.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const IN_A_DAY = () => new Date(Date.now() + 20 * 3_600_000).toISOString();
const LATER = () => new Date(Date.now() + 3 * 86_400_000).toISOString();

/** What needs somebody of one article. */
async function needs(actor: PersonActor, { article: { id } }: WorkbenchDTO, view: NeedView = 'now') {
  return (await readNeeds(database.db, actor, view)).items.filter((item) => item.article.id === id);
}
const kinds = async (actor: PersonActor, bench: WorkbenchDTO, view: NeedView = 'now') =>
  (await needs(actor, bench, view)).map((item) =>
    `${item.kind} ${item.claims.map(({ number }) => number).join(' ')}`.trim(),
  );
const only = async (actor: PersonActor, bench: WorkbenchDTO): Promise<NeedDTO> => need((await needs(actor, bench))[0]);
const mark = (actor: PersonActor, item: NeedDTO, as: NeedStand, until: string | null = null) =>
  markNeeds(database.db, actor, { parts: [...item.parts], as, until });

/** An article with three claims that are added in the order of the text. */
async function opened(more: Parameters<typeof article>[2] = {}) {
  const bench = await article(database.db, people.editor, more);
  const budget = await claimOn(database.db, people.first, bench, '£48.6 million budget');
  const tolls = await claimOn(database.db, people.first, bench, '4.5 per cent');
  const berths = await claimOn(database.db, people.first, bench, 'one in five berths');
  return { bench, budget, tolls, berths };
}
const versionOf = async (bench: WorkbenchDTO, id: string) =>
  need((await reopen(database.db, people.editor, bench.article.id)).claims.find((claim) => claim.id === id)).version;
async function reword(actor: PersonActor, bench: WorkbenchDTO, id: string, statement: string) {
  return editClaim(database.db, actor, { id, version: await versionOf(bench, id), statement });
}
async function give(bench: WorkbenchDTO, to: PersonActor, ...ids: string[]) {
  const claims = await Promise.all(ids.map(async (id) => ({ id, version: await versionOf(bench, id) })));
  return assignClaims(database.db, people.editor, { claims, assigneeId: to.id });
}
const write = (
  by: PersonActor,
  bench: WorkbenchDTO,
  claimId: string | null,
  body: string,
  asked?: Partial<AskedDTO>,
  threadId: string | null = null,
) =>
  writeComment(database.db, by, {
    articleId: bench.article.id,
    claimId,
    threadId,
    kind: asked ? 'query' : 'note',
    body,
    onVerdictId: null,
    ...(asked && { asked: { addressee: null, whom: null, how: null, dueAt: null, holds: null, ...asked } }),
  });

describe('claims', () => {
  test('that are given to somebody are one item of their article, until the first verdict', async () => {
    const { bench, budget, berths } = await opened();
    await give(bench, people.second, berths.id, budget.id);
    expect(await kinds(people.second, bench)).toEqual([`assigned ${budget.number} ${berths.number}`]);
    expect(await only(people.second, bench)).toMatchObject({ by: ['Edda'], stand: 'new', words: null });
    expect(await kinds(people.first, bench)).toEqual([]);
    await judge(database.db, people.second, budget.id);
    expect(await kinds(people.second, bench)).toEqual([`assigned ${berths.number}`]);
  });

  test('wait for everybody who may judge but their authors, until they are signed off', async () => {
    const { bench, budget } = await opened();
    await judge(database.db, people.first, budget.id);
    expect(await kinds(people.first, bench)).toEqual([]);
    for (const actor of [people.second, people.editor, people.admin])
      expect(await kinds(actor, bench)).toEqual([`second ${budget.number}`]);
    expect(await only(people.second, bench)).toMatchObject({ by: ['Ruben'] });
    expect(await kinds(people.viewer, bench)).toEqual([]);
    const verdict = await lead(database.db, people.second, budget.id);
    const input = { verdictId: verdict.id, basisDigest: verdict.basisDigest ?? '', seen: verdict.seen };
    await signOff(database.db, people.second, input);
    expect(await kinds(people.third, bench)).toEqual([]);
  });

  test('that are stale ask whoever judged them, and nobody for a second reading', async () => {
    const { bench, budget } = await opened();
    await judge(database.db, people.first, budget.id);
    await reword(people.second, bench, budget.id, 'Quite another matter');
    expect(await kinds(people.first, bench)).toEqual([`stale ${budget.number}`]);
    for (const actor of [people.second, people.third]) expect(await kinds(actor, bench)).toEqual([]);
  });

  test('that are disputed ask both, and whoever may settle it', async () => {
    const { bench, budget } = await opened();
    await judge(database.db, people.first, budget.id, 'true');
    await judge(database.db, people.second, budget.id, 'false');
    for (const actor of [people.first, people.second, people.third])
      expect(await kinds(actor, bench)).toEqual([`dispute ${budget.number}`]);
    expect(await kinds(people.viewer, bench)).toEqual([]);
  });
});

describe('what is said', () => {
  test('calls somebody until they answer in the thread, or it is closed', async () => {
    const { bench, budget } = await opened();
    const { id: threadId } = await write(people.first, bench, budget.id, 'Do you know, @Tove?');
    expect(await only(people.third, bench)).toMatchObject({
      kind: 'call',
      by: ['Ruben'],
      words: 'Do you know, @Tove?',
    });
    await write(people.third, bench, budget.id, 'No. @Sanne? And @Tove herself does not count.', undefined, threadId);
    expect([await kinds(people.third, bench), await kinds(people.second, bench)]).toEqual([
      [],
      [`call ${budget.number}`],
    ]);
    await resolveComment(database.db, people.editor, { id: threadId, version: 1, resolved: true });
    expect(await kinds(people.second, bench)).toEqual([]);
  });

  test('a question is for whom it calls or names, and for whose claim it is on', async () => {
    const { bench, budget, berths } = await opened();
    await give(bench, people.third, berths.id);
    await write(people.first, bench, berths.id, 'How many?', { addressee: 'party', whom: 'The harbour' });
    await write(people.first, bench, budget.id, 'To June?', {
      addressee: 'colleague',
      whom: ' sanne',
      dueAt: IN_A_DAY(),
    });
    expect(await kinds(people.third, bench)).toEqual([`query ${berths.number}`, `assigned ${berths.number}`]);
    // It is put to somebody else, though the claim is theirs.
    expect((await needs(people.third, bench)).map(({ ofOthers }) => ofOthers)).toEqual([true, false]);
    expect(await only(people.second, bench)).toMatchObject({
      kind: 'query',
      holds: true,
      ofOthers: false,
      dueAt: expect.any(String),
    });
    expect(await kinds(people.editor, bench)).toEqual([]);
  });

  test('a question of theirs is theirs to see to once its answer is due, and news once it is answered', async () => {
    const { bench, budget } = await opened();
    const { id } = await write(people.first, bench, budget.id, 'How many?', { addressee: 'expert', dueAt: LATER() });
    expect(await kinds(people.first, bench)).toEqual([]);
    const asked = { addressee: 'expert', whom: null, how: null, dueAt: IN_A_DAY(), holds: null } as const;
    await editComment(database.db, people.first, { id, version: 1, body: 'How many?', asked });
    expect(await kinds(people.first, bench)).toEqual([`chase ${budget.number}`]);
    await resolveComment(database.db, people.second, { id, version: 2, resolved: true, answer: 'Four.' });
    expect(await only(people.first, bench)).toMatchObject({ kind: 'answered', words: 'Four.', by: ['Sanne'] });
  });
});

test('a deadline asks whoever added the article, and whose claims are in it', async () => {
  const { bench, budget } = await opened();
  const { id, version, headline } = (await reopen(database.db, people.editor, bench.article.id)).article;
  const details = { outlet: null, byline: null, link: null, publishedOn: null, dueAt: IN_A_DAY() };
  await editArticle(database.db, people.editor, { id, version, headline, ...details });
  await give(bench, people.second, budget.id);
  expect(await kinds(people.editor, bench)).toEqual(['due']);
  expect(await kinds(people.second, bench)).toEqual([`assigned ${budget.number}`, 'due']);
  expect(await kinds(people.third, bench)).toEqual([]);
});

describe('what somebody says of it', () => {
  test('holds for the state it was in: changed, it is there again', async () => {
    const { bench, budget, berths } = await opened();
    await judge(database.db, people.first, budget.id);
    await mark(people.second, await only(people.second, bench), 'done');
    expect([await kinds(people.second, bench), await kinds(people.second, bench, 'done')]).toEqual([
      [],
      [`second ${budget.number}`],
    ]);
    expect(await kinds(people.third, bench)).toEqual([`second ${budget.number}`]);
    // Another claim of the article is not done with it.
    await judge(database.db, people.first, berths.id);
    expect(await kinds(people.second, bench)).toEqual([`second ${berths.number}`]);
    await judge(database.db, people.first, budget.id, 'false');
    expect(await kinds(people.second, bench)).toEqual([`second ${budget.number} ${berths.number}`]);
  });

  test('is read, put off until its time, and taken back', async () => {
    const { bench, budget } = await opened();
    await write(people.first, bench, budget.id, '@Tove?');
    await mark(people.third, await only(people.third, bench), 'read');
    const item = await only(people.third, bench);
    expect(item.stand).toBe('read');
    await mark(people.third, item, 'later', LATER());
    expect([await kinds(people.third, bench), await kinds(people.third, bench, 'later')]).toEqual([
      [],
      [`call ${budget.number}`],
    ]);
    await mark(people.third, item, 'later', new Date(Date.now() - 1000).toISOString());
    expect((await only(people.third, bench)).stand).toBe('new');
    await mark(people.third, item, 'new');
    expect(
      await database.db.needMark.count({
        where: { userId: people.third.id, key: { in: item.parts.map(({ key }) => key) } },
      }),
    ).toBe(0);
  });

  test('is kept of what needs them alone, and goes after a year', async () => {
    const { bench, budget } = await opened();
    await write(people.first, bench, budget.id, '@Tove?');
    const item = await only(people.third, bench);
    await mark(people.second, item, 'done');
    expect(
      await database.db.needMark.count({ where: { userId: people.second.id, key: need(item.parts[0]).key } }),
    ).toBe(0);
    await mark(people.third, item, 'done');
    await database.owner`update need_marks set changed_at = now() - interval '400 days' where user_id = ${people.third.id}`;
    expect((await database.db.$transaction(takeAway)).marks).toBe(1);
    expect(await kinds(people.third, bench)).toEqual([`call ${budget.number}`]);
  });
});

describe('what does not show', () => {
  test('a restricted article and an archived one', async () => {
    const named = await opened({ access: 'named', memberIds: [people.first.id, people.second.id, people.editor.id] });
    await judge(database.db, people.first, named.budget.id);
    expect(await kinds(people.second, named.bench)).toEqual([`second ${named.budget.number}`]);
    for (const actor of [people.third, people.admin]) expect(await kinds(actor, named.bench)).toEqual([]);
    const put = await opened();
    await judge(database.db, people.first, put.budget.id);
    await archiveArticle(database.db, people.editor, { id: put.bench.article.id, version: 1, archived: true });
    expect(await kinds(people.second, put.bench)).toEqual([]);
  });

  test('that a blind verdict is given anew, or has become stale, or what is said on it', async () => {
    const { bench, budget } = await opened({ mode: 'blind' });
    await attach(database.db, people.first, budget.id, 'The accounts');
    await judge(database.db, people.first, budget.id, 'false');
    const before = await needs(people.second, bench);
    expect(before).toMatchObject([{ kind: 'second', by: [], at: null, words: null, claims: [{ mark: 'await' }] }]);
    await mark(people.second, need(before[0]), 'read');
    const read = await needs(people.second, bench);
    await judge(database.db, people.first, budget.id, 'true');
    await write(people.first, bench, budget.id, 'I say it is true, @Sanne.');
    expect(await needs(people.second, bench)).toEqual(read);
    await reword(people.third, bench, budget.id, 'Quite another matter');
    const after = await needs(people.second, bench);
    expect(after).toMatchObject([{ kind: 'second', stand: 'read', claims: [{ mark: 'await' }] }]);
    expect(await kinds(people.first, bench)).toEqual([`stale ${budget.number}`]);
    await withdrawVerdict(database.db, people.first, {
      verdictId: (await lead(database.db, people.first, budget.id)).id,
      reason: 'Again.',
    });
    expect(await kinds(people.second, bench)).toEqual([]);
  });
});
