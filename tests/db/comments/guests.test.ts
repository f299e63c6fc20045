import { beforeAll, describe, expect, test } from 'vitest';
import { guestByToken, liveGuest } from '#lib/access/data-guests.ts';
import { mintGuest } from '#lib/access/gate.ts';
import { provenGuest } from '#lib/access/gate-guest.ts';
import type { Guest } from '#lib/access/types.ts';
import { guestsOf, presentGuests } from '#lib/articles/data-guests.ts';
import { archiveArticle, setAccess } from '#lib/articles/mutations.ts';
import { inviteGuest, noteGuestOpened, revokeGuest } from '#lib/articles/mutations-guests.ts';
import { inviteGuestInput } from '#lib/articles/schema-guests.ts';
import { resolveComment, withdrawComment, writeComment } from '#lib/comments/mutations.ts';
import { answerAsGuest } from '#lib/comments/mutations-guest.ts';
import type { AskedDTO } from '#lib/comments/types.ts';
import { readNeeds } from '#lib/needs/data.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { guestPage } from '#lib/workbench/data-guest.ts';
import { articleHistory } from '#lib/workbench/data-history.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from '../trust/desk.ts';
import { plant as plantSecret, SECRET } from '../trust/planted.ts';
import { need } from '../trust/scene.ts';

const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const ADDRESS = 'http://127.0.0.1:3000';
const soon = () => new Date(Date.now() + 60 * 60 * 1000).toISOString();
const NOBODY: AskedDTO = { addressee: null, whom: null, how: null, dueAt: null, holds: null };

async function guestIn(articleId: string, name = 'Jo Writer'): Promise<Guest> {
  const { url } = await inviteGuest(database.db, people.editor, ADDRESS, { articleId, name, until: soon() });
  const { pathname, hash } = new URL(url);
  return need(await provenGuest(need(pathname.split('/').at(-1)), hash.slice(1)));
}
const berths = (bench: WorkbenchDTO) => claimOn(database.db, people.first, bench, 'About one in five berths is closed');
async function say(
  articleId: string,
  claimId: string | null,
  body: string,
  more: { to?: Partial<AskedDTO>; threadId?: string; by?: keyof Cast } = {},
): Promise<string> {
  const { id } = await writeComment(database.db, people[more.by ?? 'first'], {
    articleId,
    claimId,
    threadId: more.threadId ?? null,
    kind: more.to ? 'query' : 'note',
    body,
    asked: more.to ? { ...NOBODY, ...more.to } : null,
    onVerdictId: null,
  });
  return id;
}
const toWriter = { addressee: 'writer' } as const;
const seen = async (guest: Guest) => need(await guestPage(database.db, guest));
const answer = (guest: Guest, queryId: string, body = 'From the minutes.') =>
  answerAsGuest(database.db, guest, { queryId, body });

describe('a guest', () => {
  test('sees the text and the questions to the writer, and nothing else of what the desk knows', async () => {
    const bench = await article(database.db, people.editor);
    const { id: articleId } = bench.article;
    const { id: claimId } = await berths(bench);
    const words = 'secretof';
    await attach(database.db, people.first, claimId, `${words} source`, 'refutes', `${words} note`);
    await judge(database.db, people.first, claimId, 'false', {
      rationale: `${words} rationale [1].`,
      fix: `${words} fix`,
    });
    await say(articleId, claimId, `${words} note between us`);
    await say(articleId, claimId, `${words} to an expert`, { to: { addressee: 'expert' } });
    await say(articleId, claimId, `${words} to nobody`, { to: {} });
    const query = await say(articleId, claimId, 'Who told you?', { to: { ...toWriter, dueAt: soon() } });
    await say(articleId, claimId, `${words} reply`, { threadId: query });
    const whole = await say(articleId, null, 'Is this the last version?', { to: toWriter });
    const gone = await say(articleId, claimId, `${words} taken back`, { to: toWriter });
    await withdrawComment(database.db, people.first, { id: gone, version: 1 });
    const other = await article(database.db, people.editor);
    await say(other.article.id, null, `${words} elsewhere`, { to: toWriter });

    const guest = await guestIn(articleId);
    const page = await seen(guest);
    expect(JSON.stringify(page)).not.toContain(words);
    expect(page).toMatchObject({ name: 'Jo Writer', text: bench.revision.text, headline: bench.article.headline });
    expect(page.questions).toMatchObject([
      { id: query, body: 'Who told you?', by: 'Ruben', quote: 'About one in five berths is closed', isClosed: false },
      { id: whole, quote: null, place: null },
    ]);
    const { start, end } = need(need(page.questions[0]).place);
    expect(page.text.slice(start, end)).toBe('About one in five berths is closed');
    // What is in it is this, and whoever adds to it says so here.
    expect(Object.keys(page).sort()).toEqual([
      'blocks',
      'byline',
      'desk',
      'headline',
      'language',
      'linkId',
      'name',
      'outlet',
      'questions',
      'text',
      'until',
    ]);
    expect(Object.keys(need(page.questions[0])).sort()).toEqual([
      'answers',
      'at',
      'body',
      'by',
      'dueAt',
      'id',
      'isClosed',
      'place',
      'quote',
    ]);
  });

  test('answers under their own name, in the thread, in the history and in the report; the desk closes the question', async () => {
    const bench = await article(database.db, people.editor);
    const { id: articleId } = bench.article;
    const { id: claimId } = await berths(bench);
    const query = await say(articleId, claimId, 'Who told you?', { to: toWriter });
    const guest = await guestIn(articleId);
    await noteGuestOpened(database.db, guest);
    await noteGuestOpened(database.db, guest);
    const { id } = await answer(guest, query);
    expect((await seen(guest)).questions).toMatchObject([{ id: query, answers: [{ id, body: 'From the minutes.' }] }]);
    const { claim, comments } = await detail(database.db, people.second, claimId);
    // It holds until somebody of the desk is content with it.
    expect(claim).toMatchObject({ held: true, openQueries: 1 });
    expect(comments[1]).toMatchObject({
      threadId: query,
      body: 'From the minutes.',
      author: { id: null, name: 'Jo Writer' },
    });
    const needs = (await readNeeds(database.db, people.first, 'now')).items.filter(
      (item) => item.article.id === articleId,
    );
    expect(needs).toMatchObject([{ kind: 'answered', by: ['Jo Writer'], words: 'From the minutes.' }]);
    const told = need(await articleHistory(database.db, people.second, { articleId })).events;
    expect(told.map(({ action }) => action).slice(0, 3)).toEqual(['comment.answered', 'guest.opened', 'guest.invited']);
    expect(told[0]).toMatchObject({ actor: { name: 'Jo Writer', guest: true }, detail: { guest: 'Jo Writer' } });

    await resolveComment(database.db, people.first, { id: query, version: 1, resolved: true, answer: 'The minutes.' });
    expect(await refusal(answer(guest, query))).toBe('conflict');
    expect((await seen(guest)).questions).toMatchObject([{ isClosed: true }]);
    const { id: reportId } = await freezeReport(database.db, people.editor, { articleId });
    const { model } = need(await readReport(database.db, people.viewer, reportId));
    expect(model.claims.find((one) => one.id === claimId)?.closedQueries).toMatchObject([
      { answer: 'The minutes.', guestAnswers: [{ guest: 'Jo Writer', body: 'From the minutes.' }] },
    ]);
    expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);
  });

  test('is asked by name where there are several: what is put to one the others do not see', async () => {
    const bench = await article(database.db, people.editor);
    const { id: articleId } = bench.article;
    const [jo, max] = [await guestIn(articleId, 'Jo Writer'), await guestIn(articleId, 'Max Writer')];
    const toJo = await say(articleId, null, 'For you alone', { to: { ...toWriter, whom: 'jo writer' } });
    const toAll = await say(articleId, null, 'For all', { to: { ...toWriter, whom: 'the two of them' } });
    const asked = async (guest: Guest) => (await seen(guest)).questions.map(({ id }) => id);
    expect([await asked(jo), await asked(max)]).toEqual([[toJo, toAll], [toAll]]);
    expect(await refusal(answer(max, toJo))).toBe('not-found');
    await answer(jo, toAll, 'Mine');
    // Not even that another has answered.
    expect((await seen(max)).questions).toMatchObject([{ id: toAll, answers: [] }]);
  });

  test('answers nothing else: no note, no question to others, none of another article, and no more than can be read', async () => {
    const bench = await article(database.db, people.editor);
    const { id: articleId } = bench.article;
    const guest = await guestIn(articleId);
    const note = await say(articleId, null, 'A note');
    const expert = await say(articleId, null, 'So?', { to: { addressee: 'expert' } });
    const query = await say(articleId, null, 'So?', { to: toWriter });
    const other = await article(database.db, people.editor);
    const elsewhere = await say(other.article.id, null, 'So?', { to: toWriter });
    const { id: own } = await answer(guest, query);
    for (const id of [note, expert, elsewhere, own]) expect(await refusal(answer(guest, id))).toBe('not-found');
    for (let i = 1; i < 20; i++) await answer(guest, query, `More ${i}`);
    expect(await refusal(answer(guest, query))).toBe('conflict');
  });

  test('learns nothing of a blind verdict, not by a question of who has given it', async () => {
    const bench = await article(database.db, people.editor, { mode: 'blind' });
    const { id: articleId } = bench.article;
    const claimId = await plantSecret(database.db, people.first, articleId, SECRET);
    const before = await say(articleId, claimId, 'Where from?', { to: toWriter, by: 'editor' });
    const tells = await say(articleId, claimId, `Is it not false? ${SECRET.word}`, { to: toWriter });
    const guest = await guestIn(articleId);
    const page = await seen(guest);
    expect(page.questions.map(({ id }) => id)).toEqual([before]);
    expect(JSON.stringify(page)).not.toContain(SECRET.word);
    expect(await refusal(answer(guest, tells))).toBe('not-found');
    await answer(guest, before);
    await judge(database.db, people.second, claimId, 'false');
    expect((await seen(guest)).questions.map(({ id }) => id)).toEqual([before, tells]);
  });
});

describe('a guest’s link', () => {
  test('is an editor’s to make and to revoke, in articles that are theirs', async () => {
    const named = await article(database.db, people.editor, { access: 'named', memberIds: [people.first.id] });
    const input = { articleId: named.article.id, name: 'Jo', until: soon() };
    const { id } = await guestIn(named.article.id);
    for (const who of [people.first, people.viewer]) {
      expect(await refusal(inviteGuest(database.db, who, ADDRESS, input))).toBe('forbidden');
      expect(await refusal(revokeGuest(database.db, who, { id }))).toBe('forbidden');
    }
    expect(await refusal(inviteGuest(database.db, people.admin, ADDRESS, input))).toBe('not-found');
    expect(await refusal(revokeGuest(database.db, people.admin, { id }))).toBe('not-found');
    // To close the article further keeps who was let in by name.
    const { version, access } = named.article;
    await setAccess(database.db, people.editor, { id: named.article.id, version, access, memberIds: [] });
    expect(await liveGuest(database.db, id)).not.toBeNull();
  });

  test.each([
    ['revoked', (_: string, id: string) => revokeGuest(database.db, people.editor, { id })],
    [
      'past its date',
      // Made past, for nobody changes until when a link lasts.
      null,
    ],
    [
      'of an article that is archived',
      async (articleId: string) => {
        const { version } = (await reopen(database.db, people.editor, articleId)).article;
        await archiveArticle(database.db, people.editor, { id: articleId, version, archived: true });
      },
    ],
  ] as const)('that is %s opens nothing and takes nothing', async (_, end) => {
    const bench = await article(database.db, people.editor);
    const query = await say(bench.article.id, null, 'So?', { to: toWriter });
    const until = end === null ? new Date(Date.now() - 1000).toISOString() : soon();
    const input = { articleId: bench.article.id, name: 'Jo', until };
    const { url } = await inviteGuest(database.db, people.editor, ADDRESS, input);
    const [id, token] = [need(new URL(url).pathname.split('/').at(-1)), new URL(url).hash.slice(1)];
    const guest = mintGuest({ id, name: 'Jo', articleId: bench.article.id });
    expect((await guestByToken(database.db, id, token)) === null).toBe(end === null);
    await end?.(bench.article.id, id);
    expect([await liveGuest(database.db, id), await guestByToken(database.db, id, token)]).toEqual([null, null]);
    expect(await refusal(answer(guest, query))).toBe('not-found');
    expect(await refusal(noteGuestOpened(database.db, guest))).toBe('not-found');
  });

  test('says until when, on the article, and lasts no longer than it may', async () => {
    const bench = await article(database.db, people.editor);
    const guest = await guestIn(bench.article.id);
    await noteGuestOpened(database.db, guest);
    expect(await presentGuests(database.db, bench.article.id)).toEqual(['Jo Writer']);
    await revokeGuest(database.db, people.editor, { id: guest.id });
    expect(await guestsOf(database.db, bench.article.id)).toMatchObject([
      { name: 'Jo Writer', invitedBy: 'Edda', openedAt: expect.any(String), ended: 'revoked' },
    ]);
    expect(await presentGuests(database.db, bench.article.id)).toEqual([]);
    const asked = (days: number) =>
      inviteGuestInput.safeParse({
        articleId: bench.article.id,
        name: 'Jo',
        until: new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString(),
      }).success;
    expect([asked(-0.01), asked(0.01), asked(89.9), asked(90.1)]).toEqual([false, true, true, false]);
  });
});
