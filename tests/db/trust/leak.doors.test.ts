import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { setMode } from '#lib/articles/mutations.ts';
import { resolveComment, writeComment } from '#lib/comments/mutations.ts';
import { editEvidence } from '#lib/evidence/mutations.ts';
import { previewRevision } from '#lib/revisions/data.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { claimsById } from '#lib/standing/data-claims.ts';
import { withdrawVerdict } from '#lib/verdicts/mutations.ts';
import { decideFix } from '#lib/verdicts/mutations-fixes.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { article, type Cast, cast, detail, judge, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from './desk.ts';
import { ACTIONS, type Door, openedBy, opensWhereNothingIsHidden, PAGES, ROUTES, rolesOf } from './doors.ts';
import { type Answer, everyDoor } from './knock.ts';
import { plant, SECRET } from './planted.ts';
import { ADDRESS, SECRET as SESSION_SECRET, wear } from './request.ts';
import { giveEverybodyAPassword, need, sceneIn } from './scene.ts';
import { type SparingScene, sparing } from './sparing.ts';

vi.mock('next/headers', async () => (await import('./request.ts')).nextHeaders);
vi.mock('next-intl/server', async () => (await import('./request.ts')).nextIntl);
vi.mock('next/cache', () => ({ refresh: () => {} }));
const database = withDatabase();
let people: Cast;
let doors: Awaited<ReturnType<typeof everyDoor>>;
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SESSION_SECRET);
  vi.stubEnv('NEXTAUTH_URL', ADDRESS);
  vi.stubEnv('STET_SECURITY_CONTACT', 'mailto:security@desk.example');
  people = await cast(database.db);
  await giveEverybodyAPassword(database.db);
  doors = await everyDoor();
}, 60_000);

const others = () => [people.second, people.editor, people.admin, people.viewer];

/** An article under blind reading with one planted claim; of the whole desk, or kept to everybody there is. */
async function planted(access: 'desk' | 'named' = 'desk') {
  const memberIds = access === 'named' ? Object.values(people).map(({ id }) => id) : [];
  const bench = await article(database.db, people.editor, { mode: 'blind', access, memberIds });
  const claimId = await plant(database.db, people.first, bench.article.id, SECRET);
  return { articleId: bench.article.id, claimId };
}

/** An article of two revisions under blind reading, each claim of which is planted. */
async function secretScene(): Promise<SparingScene> {
  const { articleId } = await planted('named');
  const plain = sceneIn(database.db, articleId, people.first, people.editor);
  const claim = async () => {
    const id = await plant(database.db, people.first, articleId, SECRET);
    return need((await claimsById(database.db, people.first, [id]))[0]);
  };
  const { revision } = await plain.bench();
  const text = typedText(`${revision.text}\n\nA line more.`);
  await revise(database.db, people.editor, { articleId, basedOn: revision.id, text, origin: 'paste' });
  return sparing({ ...plain, claim, judged: claim });
}

const epochOf = async ({ id }: PersonActor) =>
  (await database.db.user.findUniqueOrThrow({ where: { id } })).sessionEpoch;

/** What tells of the verdict: the planted words, the finding, the stance, and every digest of it. One row, for they are many. */
async function needles(): Promise<string[]> {
  const [row] = await database.db.$queryRaw<{ digests: string | null }[]>`
    select string_agg(digest, ' ') as digests from (
      select basis_digest as digest from verdicts where revealed_at is null
      union all select salt from event_details where detail like ${`%${SECRET.word}%`} and salt <> ''
    ) found`;
  return [SECRET.word, SECRET.finding, SECRET.stance, ...(row?.digests?.split(' ') ?? [])];
}

const DIGEST = /^[0-9a-f]{64}$/;

/** Which of the words stand in the text. Of digests there are thousands: they are looked up among those that it holds. */
function found(text: string, words: readonly string[]): string[] {
  const held = text.match(/[0-9a-f]{64,}/g) ?? [];
  const known = new Set(held);
  const longer = held.filter((run) => run.length > 64).join(' ');
  return words.filter((word) => (DIGEST.test(word) ? known.has(word) || longer.includes(word) : text.includes(word)));
}

// The second verdict itself, and what can only be done to one that is out.
const DISCLOSING = new Set([
  'verdicts.giveVerdict',
  'verdicts.withdrawVerdict',
  'verdicts.withdrawSignOff',
  'verdicts.withdrawTogether',
]);

const doorsOf = (place: string, all: Record<string, Door>, name = (key: string) => `${place}.${key}`) => ({
  place,
  doors: Object.entries(all).map(([key, door]) => ({ name: name(key), door })),
});

/** Every door, by where it stands. */
const places = [
  doorsOf('pages', PAGES, (key) => `page ${key}`),
  doorsOf('routes', ROUTES, (key) => key),
  ...Object.entries(ACTIONS).map(([domain, all]) => doorsOf(domain, all)),
].map(({ place, doors }) => ({ place, doors: doors.filter(({ name }) => !DISCLOSING.has(name)) }));

// An article for each place, and not one for all: what is asked of an article costs as much as it has claims.
describe.each(places)(
  'nothing that the others can reach tells of a blind verdict, by way of $place',
  ({ doors: here }) => {
    let scene: SparingScene;
    beforeAll(async () => {
      scene = await secretScene();
    });

    describe.each(here)('$name', ({ name, door }) => {
      type Knocked = Pick<Answer, 'outcome'> & { readonly reader: PersonActor; readonly told: readonly string[] };
      let knocks: readonly Knocked[];
      beforeAll(async () => {
        const ask = need(doors.get(name));
        const all: Knocked[] = [];
        for (const reader of others()) {
          scene.nextKnock(door);
          const sent = await door.send(scene, reader);
          await wear(reader, await epochOf(reader));
          const { outcome, text } = await ask(sent);
          all.push({ reader, outcome, told: found(text, await needles()) });
        }
        knocks = all;
      });

      test('tells none of them', () => {
        expect(knocks.map(({ reader, told }) => [reader.name, told])).toEqual(others().map(({ name }) => [name, []]));
      });

      if (!opensWhereNothingIsHidden(name, door))
        test('opens to whom it is for', () => {
          const opened = knocks.filter(({ reader }) => rolesOf(door).some((role) => role === reader.role));
          expect(opened.map(({ outcome }) => outcome)).toEqual(rolesOf(door).map(() => openedBy(door)));
        });
    });
  },
);

test('and the search would find it: its author is shown it', async () => {
  const scene = await secretScene();
  await wear(people.first, await epochOf(people.first));
  const sent = await need(PAGES['/articles/[id]']).send(scene, people.first);
  const { text } = await need(doors.get('page /articles/[id]'))(sent);
  expect(found(text, await needles())).toEqual(expect.arrayContaining([SECRET.word, SECRET.finding, SECRET.stance]));
});

describe('while it is hidden', () => {
  const shows = async (reader: PersonActor, claimId: string) =>
    found(JSON.stringify(await claimDetail(database.db, reader, claimId)), await needles());

  test('changing the mode reveals nothing', async () => {
    const { articleId, claimId } = await planted();
    for (const mode of ['open', 'one'] as const) {
      const { version } = (await reopen(database.db, people.editor, articleId)).article;
      await setMode(database.db, people.editor, { id: articleId, version, mode });
      for (const reader of others()) expect(await shows(reader, claimId)).toEqual([]);
    }
    const seen = await detail(database.db, people.second, claimId);
    expect(seen.claim.progress).toBe('awaiting_second_reader');
    expect(seen).toMatchObject({ verdictSeat: 2, verdictMode: 'blind' });
  });

  test('it is withdrawn as hidden as it was given, until a second verdict is in', async () => {
    const { claimId } = await planted();
    const own = need((await detail(database.db, people.first, claimId)).verdicts.find((item) => item.inForce));
    await withdrawVerdict(database.db, people.first, { verdictId: own.id, reason: `${SECRET.word} why` });
    for (const reader of others()) expect(await shows(reader, claimId)).toEqual([]);
    // The next first verdict is blind too: nobody has read anything yet.
    await judge(database.db, people.second, claimId, 'true');
    for (const reader of [people.editor, people.admin]) expect(await shows(reader, claimId)).toEqual([]);
    expect((await detail(database.db, people.editor, claimId)).verdicts.map(({ content }) => content)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('nobody signs it off, decides on its wording, replies to what is said of it, or edits what they cannot see', async () => {
    const { articleId, claimId } = await planted();
    const own = await detail(database.db, people.first, claimId);
    const verdict = need(own.verdicts.find((item) => item.inForce));
    const fix = need(verdict.content?.fix);
    const { db } = database;
    const digest = need(verdict.basisDigest);
    const seen = [...own.seen];
    for (const basisDigest of [digest, 'f'.repeat(64)])
      expect(await refusal(signOff(db, people.second, { verdictId: verdict.id, basisDigest, seen }))).toBe('conflict');
    const past = db.signOff.create({ data: { verdictId: verdict.id, userId: people.second.id, basisDigest: digest } });
    await expect(past).rejects.toThrow(/still hidden/);
    const decide = { id: fix.id, version: fix.version, state: 'accepted', reason: null } as const;
    expect(await refusal(decideFix(db, people.editor, decide))).toBe('not-found');
    for (const comment of own.comments) {
      const reply = {
        articleId,
        claimId,
        threadId: comment.threadId ?? comment.id,
        kind: 'note',
        body: 'What?',
        onVerdictId: null,
      } as const;
      expect(await refusal(writeComment(db, people.second, reply))).toBe('not-found');
      const resolve = { id: comment.id, version: comment.version, resolved: true };
      expect(await refusal(resolveComment(db, people.second, resolve))).toBe('not-found');
    }
    const { id, version, quote, locator, aspect } = need(own.evidence[0]);
    const words = { id, version, quote, locator, aspect, note: null, means: null, consultedOn: null };
    expect(await refusal(editEvidence(db, people.editor, { ...words, stance: 'supports' }))).toBe('conflict');
  });

  test('a text with the wording it proposes is previewed as any other', async () => {
    const { articleId } = await planted();
    const { revision } = await reopen(database.db, people.editor, articleId);
    const text = revision.text.replace('About one in five berths is closed', need(SECRET.fix));
    const preview = await previewRevision(database.db, people.editor, { articleId, text: typedText(text) });
    expect(preview.claims.filter((claim) => claim.isFixApplied)).toEqual([]);
  });
});

test('once the second verdict is in, everything is there for everybody', async () => {
  const { articleId, claimId } = await planted();
  const own = await detail(database.db, people.first, claimId);
  await judge(database.db, people.second, claimId, 'true');
  const scene = sceneIn(database.db, articleId, people.first, people.editor);
  for (const reader of others()) {
    const seen = await detail(database.db, reader, claimId);
    expect(seen.comments.map(({ body }) => body)).toEqual(own.comments.map(({ body }) => body));
    expect(seen.evidence).toEqual(own.evidence.map((item) => ({ ...item })));
    const theirs = seen.verdicts.filter(({ author }) => author.id === people.first.id);
    expect(theirs.map(({ content }) => content?.rationale)).toEqual([
      `${SECRET.word} first thoughts`,
      `${SECRET.word} second thoughts`,
    ]);
    await wear(reader, await epochOf(reader));
    const history = await need(doors.get('page /articles/[id]/history'))(
      await need(PAGES['/articles/[id]/history']).send(scene, reader),
    );
    expect(found(history.text, [SECRET.word, SECRET.finding, SECRET.stance])).toHaveLength(3);
    const report = await need(doors.get('page /reports/[id]'))(await need(PAGES['/reports/[id]']).send(scene, reader));
    expect(found(report.text, [SECRET.word, SECRET.finding, SECRET.stance])).toHaveLength(3);
  }
});
