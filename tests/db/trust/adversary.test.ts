import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { setMode } from '#lib/articles/mutations.ts';
import { restoreClaims, withdrawClaim } from '#lib/claims/mutations-exclude.ts';
import { splitClaim, undoLineage } from '#lib/claims/mutations-lineage.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { attachEvidence } from '#lib/evidence/mutations.ts';
import { sql } from '#lib/platform/sql.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { editSource } from '#lib/sources/mutations.ts';
import { withdrawVerdict } from '#lib/verdicts/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { articleHistory } from '#lib/workbench/data-history.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { until } from '../victim.ts';
import { refusal } from './desk.ts';
import { broken } from './rules-hold.ts';
import { need } from './scene.ts';

/* Ways round the rules of second readers that were once open. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});
afterEach(() => {
  vi.useRealTimers();
});

const WORDS = 'About one in five berths is closed';

/** Does it in a process whose clock is ahead of the others'. */
async function ahead<T>(work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  const made = await work();
  vi.useRealTimers();
  return made;
}

async function blind() {
  const bench = await article(database.db, people.editor, { mode: 'blind' });
  const { id } = await claimOn(database.db, people.first, bench, WORDS);
  return { bench, articleId: bench.article.id, id };
}

async function open() {
  const bench = await article(database.db, people.editor, { mode: 'open' });
  const { id } = await claimOn(database.db, people.first, bench, WORDS);
  await attach(database.db, people.first, id, 'Berth list');
  await judge(database.db, people.first, id, 'true', { rationale: 'So the list [1].' });
  return { bench, articleId: bench.article.id, id };
}

const takeText = async (actor: PersonActor, { article: { id } }: WorkbenchDTO, change: (text: string) => string) => {
  const { revision } = await reopen(database.db, actor, id);
  const text = change(revision.text);
  return revise(database.db, actor, { articleId: id, basedOn: revision.id, text: typedText(text), origin: 'paste' });
};
const handle = async (id: string) => {
  const { claim } = await detail(database.db, people.first, id);
  return { id, version: claim.version };
};
const halves = ({ start, end }: { start: number | null; end: number | null }) => [
  { span: { start: need(start), end: need(start) + 9 } },
  { span: { start: need(start) + 10, end: need(end) } },
];
const rulesHold = async (articleId: string) =>
  expect(await broken(database.db, Object.values(people), articleId)).toEqual([]);

describe('what is hidden stays hidden', () => {
  test('though the clock of the process that took the verdict is ahead: what its author says on it since', async () => {
    const { articleId, id } = await blind();
    await ahead(() => judge(database.db, people.first, id, 'false'));
    const note = { articleId, claimId: id, threadId: null, kind: 'note', onVerdictId: null } as const;
    await writeComment(database.db, people.first, { ...note, body: 'It cannot be one in five.' });
    const seen = await detail(database.db, people.second, id);
    expect(seen.comments).toEqual([]);
    const history = await articleHistory(database.db, people.second, { articleId, claimId: id });
    expect(JSON.stringify(history)).not.toContain('cannot be');
  });

  test('though the clock of the process that took the evidence is ahead: which piece of it a verdict cites', async () => {
    const authorsAfter = async (rationale: string) => {
      const { id } = await blind();
      await ahead(() => attach(database.db, people.first, id, 'Berth list'));
      await judge(database.db, people.first, id, 'false', { rationale });
      const { evidence } = await detail(database.db, people.editor, id);
      const { source } = need(evidence[0]);
      await editSource(database.db, people.editor, { ...source, title: 'Berth list of May' });
      const [verdict] = (await detail(database.db, people.second, id)).verdicts;
      return need(verdict)
        .authors.map(({ name }) => name)
        .sort();
    };
    expect(await authorsAfter('So the list [1].')).toEqual(await authorsAfter('By eye.'));
  });

  test('though its verdict is withdrawn and the mode opened: the claim is not divided to see its stances', async () => {
    const { bench, articleId, id } = await blind();
    await attach(database.db, people.first, id, 'Berth list', 'refutes');
    await judge(database.db, people.first, id, 'false', { rationale: 'So the list [1].' });
    const { id: verdictId } = await lead(database.db, people.first, id);
    await withdrawVerdict(database.db, people.first, { verdictId, reason: 'Too early' });
    const { version } = (await reopen(database.db, people.editor, articleId)).article;
    await setMode(database.db, people.editor, { id: articleId, version, mode: 'open' });
    const seen = await detail(database.db, people.second, id);
    expect(seen.evidence.map(({ stance }) => stance)).toEqual([null]);
    const evidence = seen.evidence.map((item) => ({ id: item.id, parts: [0] }));
    const split = { ...(await handle(id)), revisionId: bench.revision.id, parts: halves(seen.claim), evidence };
    expect(await refusal(splitClaim(database.db, people.second, split))).toBe('conflict');
    // Its author may: what they attached is theirs to carry.
    expect(await refusal(splitClaim(database.db, people.first, split))).toBe('done');
  });
});

describe('nobody signs off what is their own', () => {
  test('by bringing in a text that changes what the verdict rests on, and taking it back', async () => {
    const { bench, articleId, id } = await open();
    await takeText(people.editor, bench, (text) => text.replace('one in five', 'one in six'));
    expect((await detail(database.db, people.first, id)).claim.stale).toBe(true);
    await takeText(people.admin, bench, (text) => text.replace('one in six', 'one in five'));
    const { claim, verdicts, seen } = await detail(database.db, people.first, id);
    expect(claim.stale).toBe(false);
    const [verdict] = verdicts;
    const input = { verdictId: need(verdict).id, basisDigest: need(verdict?.basisDigest), seen: [...seen] };
    for (const reviser of [people.editor, people.admin]) {
      expect((await detail(database.db, reviser, id)).signOffRefusal).toContain('You have edited');
      expect(await refusal(signOff(database.db, reviser, input))).toBe('own-verdict');
    }
    expect(await refusal(signOff(database.db, people.second, input))).toBe('done');
    await rulesHold(articleId);
  });

  test('and a text that leaves the claim and its sentence as they were makes nobody an author', async () => {
    const { bench, id } = await open();
    await takeText(people.editor, bench, (text) => text.replace('from June', 'from July').replace('“', '"'));
    const { id: verdictId, basisDigest, authors, seen } = await lead(database.db, people.editor, id);
    expect(authors.map(({ name }) => name)).toEqual([people.first.name]);
    const input = { verdictId, basisDigest: need(basisDigest), seen };
    expect(await refusal(signOff(database.db, people.editor, input))).toBe('done');
  });

  test('nor agrees with one verdict while another of theirs says otherwise', async () => {
    const { articleId, id } = await open();
    const { id: verdictId, basisDigest } = await lead(database.db, people.first, id);
    await judge(database.db, people.second, id, 'false');
    const seen = await detail(database.db, people.second, id);
    expect(seen.claim.progress).toBe('disputed');
    expect(seen.signOffRefusal).toContain('another verdict');
    const input = { verdictId, basisDigest: need(basisDigest), seen: [...seen.seen] };
    expect(await refusal(signOff(database.db, people.second, input))).toBe('conflict');
    // Withdrawing theirs, or giving another in its place, they may.
    await judge(database.db, people.second, id, 'true');
    expect((await detail(database.db, people.second, id)).claim).toMatchObject({
      progress: 'settled',
      settledBy: 'two',
    });
    await rulesHold(articleId);
  });
});

describe('what comes back has its place', () => {
  test.each([
    ['where its words still stand', (text: string) => text.replace('from June', 'from July'), WORDS],
    ['and is lost where they do not', (text: string) => text.replace('one in five', 'a fifth of the'), null],
  ])('a claim that was withdrawn when a new text came in, %s', async (_, change, words) => {
    const { bench, articleId, id } = await open();
    await withdrawClaim(database.db, people.first, { ...(await handle(id)), reason: 'By mistake' });
    await takeText(people.editor, bench, change);
    // While it is away, no text makes its verdict stale.
    expect((await detail(database.db, people.first, id)).verdicts.map(({ stale }) => stale)).toEqual([false]);
    await restoreClaims(database.db, people.first, { claims: [await handle(id)] });
    const { claim } = await detail(database.db, people.first, id);
    const { text } = (await reopen(database.db, people.first, articleId)).revision;
    expect(claim.anchorState).toBe(words ? 'moved' : 'lost');
    expect(claim.start === null ? null : text.slice(claim.start, need(claim.end))).toBe(words);
    await rulesHold(articleId);
  });

  test('a claim whose division is taken back after a new text', async () => {
    const { bench, articleId, id } = await open();
    const { claim } = await detail(database.db, people.first, id);
    const split = { ...(await handle(id)), revisionId: bench.revision.id, parts: halves(claim), evidence: [] };
    const { claims } = await splitClaim(database.db, people.first, split);
    await takeText(people.editor, bench, (text) => text.replace('from June', 'from July'));
    const to = claims.filter((made) => made.id !== id).map((made) => ({ id: made.id, version: made.version }));
    await undoLineage(database.db, people.first, { kind: 'split', from: [id], to });
    expect((await detail(database.db, people.first, id)).claim).toMatchObject({ anchorState: 'moved', stale: false });
    // Its parts do not come back beside it.
    const part = need((await detail(database.db, people.first, need(to[0]).id)).claim);
    const back = { claims: [{ id: part.id, version: part.version }] };
    expect(await refusal(restoreClaims(database.db, people.first, back))).toBe('conflict');
    await rulesHold(articleId);
  });

  test.each([
    ['attached evidence to', (id: string) => attach(database.db, people.second, id, 'Another list')],
    [
      'commented on',
      async (id: string) => {
        const { articleId } = (await detail(database.db, people.second, id)).claim;
        const note = { articleId, claimId: id, threadId: null, kind: 'note', onVerdictId: null } as const;
        await writeComment(database.db, people.second, { ...note, body: 'Half of it holds.' });
      },
    ],
  ])('but no division is taken back with what somebody has %s', async (_, work) => {
    const { bench, id } = await open();
    const seen = await detail(database.db, people.first, id);
    const evidence = seen.evidence.map((item) => ({ id: item.id, parts: [0, 1] }));
    const split = { ...(await handle(id)), revisionId: bench.revision.id, parts: halves(seen.claim), evidence };
    const { claims } = await splitClaim(database.db, people.first, split);
    const to = claims.filter((made) => made.id !== id).map((made) => ({ id: made.id, version: made.version }));
    await work(need(to[1]).id);
    const undo = undoLineage(database.db, people.first, { kind: 'split', from: [id], to });
    expect(await refusal(undo)).toBe('conflict');
  });
});

test('a source is edited while somebody in another article begins to cite it: the verdict there asks for a fresh look', async () => {
  const { id } = await open();
  const { source } = need((await detail(database.db, people.first, id)).evidence[0]);
  const other = await article(database.db, people.editor);
  const there = await claimOn(database.db, people.first, other, WORDS);
  let editing: Promise<unknown> | undefined;
  await sql().begin(async (tx) => {
    await tx`select 1 from sources where id = ${source.id} for share`;
    // Waits for the source with the articles held that cite it so far.
    editing = editSource(database.db, people.editor, { ...source, title: 'Berth list of May' });
    await until('waiting', 1);
    await attachEvidence(database.db, people.first, {
      claimId: there.id,
      source: { id: source.id },
      stance: 'supports',
      aspect: 'content',
      quote: null,
      locator: null,
      note: null,
      means: null,
      consultedOn: null,
    });
    await judge(database.db, people.first, there.id, 'true', { rationale: 'So the list [1].' });
  });
  await editing;
  expect((await detail(database.db, people.first, there.id)).claim.stale).toBe(true);
  await rulesHold(other.article.id);
  const history = await articleHistory(database.db, people.first, { articleId: other.article.id, kind: 'source' });
  expect(history?.events.map(({ action }) => action)).toEqual(['source.edited']);
});
