import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { editEvidence, restoreEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { findJob } from '#lib/jobs/data.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { captureBytes, capturesOf, openCapture } from '#lib/sources/data-captures.ts';
import { capturesToCheck } from '#lib/sources/data-recheck.ts';
import { addRecheck, askCapture, askFileCapture, askRecheck, eraseCapture } from '#lib/sources/mutations-captures.ts';
import { confirmVerdict } from '#lib/verdicts/mutations.ts';
import { runJob } from '#lib/worker/run.ts';
import { rounds } from '#tests/rounds.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { need } from '../trust/scene.ts';
import { kill, startVictim, until } from '../victim.ts';
import { plainHandlers, type Site, startSite } from './site.ts';

/* What a source said, kept byte by byte; held against what it says later; and gone where the law asks for it. */
const database = withDatabase();
let people: Cast;
let site: Site;

const PAGE = `Berth list of the harbour

Of 31 berths, 6 are closed for safety reasons. The engineers will look at them in May.

The fund for repairs holds £6.1 million.`;
const QUOTED = '6 are closed for safety reasons';

beforeAll(async () => {
  readInThisProcess(TASKS);
  people = await cast(database.db);
  site = await startSite(PAGE);
});
afterAll(() => void site.server.close());
beforeEach(() => {
  site.page = PAGE;
  site.at = null;
});

const run = async (jobId: string) => {
  await runJob(database.db, plainHandlers(site), new Map(), jobId);
  return need(await findJob(database.db, people.admin, jobId));
};
const whole = async () => expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);

/** A source that is cited on a claim of an article of its own, with a link to the site. */
async function cited(title = 'Berth list', access: 'desk' | 'named' = 'desk') {
  const bench = await article(database.db, people.editor, {
    access,
    memberIds: access === 'named' ? [people.editor.id, people.first.id] : [],
  });
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await attach(database.db, people.first, claim.id, title);
  const [piece] = (await detail(database.db, people.first, claim.id)).evidence;
  const { source, id: evidenceId } = need(piece);
  await plant(database.db, (tx) => tx.source.update({ where: { id: source.id }, data: { link: site.address } }));
  return { articleId: bench.article.id, claimId: claim.id, sourceId: source.id, evidenceId };
}
type Cited = Awaited<ReturnType<typeof cited>>;

const take = async (sourceId: string, who: PersonActor = people.first, fill = false) =>
  run((await askCapture(database.db, who, { sourceId, fill })).jobId);
const idOf = (job: Awaited<ReturnType<typeof run>>) => need(job.result?.captureId);

/** Has the evidence quote words of its source's newest capture, and gives a verdict that cites it. */
async function quote({ claimId }: Cited, captureId: string, words = QUOTED) {
  const { id, version, aspect } = need((await detail(database.db, people.first, claimId)).evidence[0]);
  const rest = { aspect, locator: null, note: null, means: null, consultedOn: null };
  await editEvidence(database.db, people.first, { id, version, stance: 'supports', quote: words, ...rest });
  const [piece] = (await detail(database.db, people.first, claimId)).evidence;
  expect(piece?.place).toMatchObject({ captureId, start: PAGE.indexOf(words) });
  await judge(database.db, people.first, claimId, 'true', { rationale: 'So the list [1].' });
}

test('a capture keeps the bytes, the text and where it came from, and says so; the same bytes are kept once', async () => {
  const made = await cited();
  const job = await take(made.sourceId);
  expect(job).toMatchObject({ state: 'done', error: null, sourceId: made.sourceId });
  const opened = need(await openCapture(database.db, people.viewer, idOf(job)));
  expect(opened.capture).toMatchObject({
    number: 1,
    mediaType: 'text/plain',
    askedFor: site.address,
    takenFrom: `${site.address}?final`,
    takenBy: { name: people.first.name },
    reading: { number: 1, kind: 'text' },
  });
  expect(opened.text).toMatchObject({ text: PAGE, warnings: [] });
  expect(opened.text?.places[1]).toMatchObject({ kind: 'paragraph', number: 2 });
  const bytes = need(await captureBytes(database.db, people.viewer, idOf(job)));
  expect(new TextDecoder().decode(bytes.bytes)).toBe(PAGE);

  await take(made.sourceId);
  expect(await database.db.blob.count()).toBe(1);
  const { captures, jobs } = need(await capturesOf(database.db, people.first, made.sourceId));
  expect(captures.map(({ number }) => number)).toEqual([2, 1]);
  expect(jobs).toEqual([]);
  const events = await database.db.event.findMany({ where: { action: 'capture.taken' }, include: { detail: true } });
  expect(events.map(({ chainId, actorId, actorKind }) => [chainId, actorId, actorKind])).toEqual(
    Array(2).fill(['desk', people.first.id, 'job']),
  );
  // The desk's chain is read by people whom an article may be hidden from.
  expect(events.map(({ detail: kept }) => kept?.detail).join()).not.toMatch(/Berth|127\.0\.0\.1/);
});

test('rights are asked when it is put in and when it runs; a source of a hidden article is not there', async () => {
  const made = await cited('Closed list', 'named');
  await expect(askCapture(database.db, people.viewer, { sourceId: made.sourceId, fill: false })).rejects.toThrow(
    'role-does',
  );
  await expect(askCapture(database.db, people.second, { sourceId: made.sourceId, fill: false })).rejects.toThrow(
    'no-source',
  );
  const { jobId } = await askCapture(database.db, people.first, { sourceId: made.sourceId, fill: false });
  const members = { articleId: made.articleId, userId: people.first.id };
  await plant(database.db, async (tx) => {
    await tx.articleMember.delete({ where: { articleId_userId: members } });
    await tx.source.update({ where: { id: made.sourceId }, data: { createdById: people.editor.id } });
  });
  expect(await run(jobId)).toMatchObject({ state: 'failed', error: 'There is no such source here.' });
  const kept = idOf(await take(made.sourceId, people.editor));
  for (const who of [people.second, people.viewer, people.admin]) {
    expect(await openCapture(database.db, who, kept)).toBeNull();
    expect(await captureBytes(database.db, who, kept)).toBeNull();
    expect(await capturesOf(database.db, who, made.sourceId)).toBeNull();
    await expect(askRecheck(database.db, who, kept)).rejects.toThrow(/no-capture|role-does/);
  }
});

test('what is read off the page is proposed; for a source just made from its link it is taken', async () => {
  const made = await cited();
  await plant(database.db, (tx) =>
    tx.source.update({ where: { id: made.sourceId }, data: { title: site.address, version: 1 } }),
  );
  expect((await take(made.sourceId)).state).toBe('done');
  const proposed = need(await capturesOf(database.db, people.first, made.sourceId)).proposals;
  expect(proposed).toEqual([{ field: 'title', value: 'Berth list of the harbour', from: 'markup' }]);
  expect((await database.db.source.findUniqueOrThrow({ where: { id: made.sourceId } })).title).toBe(site.address);
  expect((await take(made.sourceId, people.first, true)).state).toBe('done');
  const filled = await database.db.source.findUniqueOrThrow({ where: { id: made.sourceId } });
  expect(filled).toMatchObject({ title: 'Berth list of the harbour', version: 2 });
  expect(need(await capturesOf(database.db, people.first, made.sourceId)).proposals).toEqual([]);
});

test('the page of a source shows what goes on, whoever asked for it, what failed, and the evidence the reader may see', async () => {
  const made = await cited('Watched list', 'named');
  const { sourceId } = made;
  await plant(database.db, (tx) => tx.source.update({ where: { id: sourceId }, data: { shared: true } }));
  const kept = idOf(await take(sourceId));
  await quote(made, kept);
  const seenBy = async (who: PersonActor) => need(await capturesOf(database.db, who, sourceId));
  expect((await seenBy(people.first)).uses).toEqual([
    {
      captureId: kept,
      evidenceId: made.evidenceId,
      number: 1,
      claimId: made.claimId,
      claimNumber: expect.any(Number),
      articleId: made.articleId,
      headline: expect.any(String),
    },
  ]);
  expect((await seenBy(people.second)).uses).toEqual([]);

  // A look at a capture of what has become part of the source, too.
  const part = await cited('Part of it');
  const older = idOf(await take(part.sourceId));
  await plant(database.db, (tx) =>
    tx.source.update({ where: { id: part.sourceId }, data: { mergedIntoId: sourceId, archivedAt: new Date() } }),
  );
  const look = await askRecheck(database.db, people.first, older);
  const file = { sourceId, fileName: 'List.txt', mediaType: 'text/plain' };
  const bytes = new TextEncoder().encode('Kept by hand');
  const { jobId } = await askFileCapture(database.db, people.first, file, bytes);
  const going = await seenBy(people.second);
  expect(going.jobs).toMatchObject([
    { id: jobId, state: 'queued', fileName: 'List.txt', for: { name: people.first.name } },
    { id: look.jobId, kind: 'recheck', captureId: older, fileName: null },
  ]);
  await plant(database.db, (tx) => tx.blob.deleteMany({ where: { sha256: sha256(bytes) } }));
  await run(jobId);
  await run(look.jobId);
  const after = await seenBy(people.second);
  expect(after.jobs).toMatchObject([{ id: jobId, state: 'failed', error: expect.stringContaining('bytes') }]);
  expect(after.captures.find(({ id }) => id === older)?.lastCheck?.outcome).toBe('same');
  await run((await askFileCapture(database.db, people.second, file, bytes)).jobId);
  expect((await seenBy(people.first)).jobs).toEqual([]);
});

describe('held against what the page says later', () => {
  const standing = async ({ claimId }: Cited) =>
    (await database.db.claim.findUniqueOrThrow({ where: { id: claimId } })).stale;
  const recheck = async (captureId: string) => run((await askRecheck(database.db, people.second, captureId)).jobId);

  test('one digit of a quoted stretch makes what rests on it stale; words elsewhere do not; and back again', async () => {
    const made = await cited();
    const captureId = idOf(await take(made.sourceId));
    await quote(made, captureId);

    expect((await recheck(captureId)).result).toMatchObject({ outcome: 'same', captureId });
    expect(await standing(made)).toBe(false);

    site.page = PAGE.replace('£6.1 million', '£7.1 million');
    const elsewhere = await recheck(captureId);
    expect(elsewhere.result?.outcome).toBe('changed');
    expect(idOf(elsewhere)).not.toBe(captureId);
    expect(await standing(made)).toBe(false);

    site.page = PAGE.replace('6 are closed', '8 are closed');
    const within = await recheck(captureId);
    expect(within.result?.outcome).toBe('changed');
    expect(await standing(made)).toBe(true);
    const { basisChanges } = await detail(database.db, people.second, made.claimId);
    expect(basisChanges).toEqual([{ what: 'recheck', evidence: 1, before: QUOTED, after: '' }]);
    const { checks, evidence } = need(await openCapture(database.db, people.second, captureId));
    expect(evidence).toMatchObject([{ evidenceId: made.evidenceId, number: 1, stance: 'supports' }]);
    const [stretch] = need(checks[0]).stretches;
    expect(stretch).toMatchObject({ evidenceId: made.evidenceId, outcome: 'changed' });
    const parts = need(stretch).diff.filter(({ kind }) => kind !== 'same');
    expect(parts).toEqual([
      { text: '6', kind: 'removed' },
      { text: '8', kind: 'added' },
    ]);
    expect(await database.db.event.count({ where: { chainId: made.articleId, action: 'capture.checked' } })).toBe(1);
    // Found again, the same bytes are the same capture.
    expect(idOf(await recheck(captureId))).toBe(idOf(within));

    site.page = PAGE;
    expect((await recheck(captureId)).result?.outcome).toBe('same');
    expect(await standing(made)).toBe(false);
  });

  test('who sets the words of the evidence right has looked: it is not said of them any more', async () => {
    const made = await cited();
    const captureId = idOf(await take(made.sourceId));
    await quote(made, captureId);
    site.page = PAGE.replace('6 are closed', '8 are closed');
    await recheck(captureId);
    const { id, version, aspect } = need((await detail(database.db, people.first, made.claimId)).evidence[0]);
    const words = { quote: '8 are closed for safety reasons', locator: 'para. 2', note: null, means: null };
    await editEvidence(database.db, people.first, {
      id,
      version,
      stance: 'refutes',
      aspect,
      ...words,
      consultedOn: null,
    });
    const { basisChanges } = await detail(database.db, people.first, made.claimId);
    expect(basisChanges.map(({ what }) => what)).toEqual(['stance', 'evidenceQuote', 'locator']);
  });

  test('and put back as they were, by whomever, they ask for a fresh look as before', async () => {
    const made = await cited();
    const captureId = idOf(await take(made.sourceId));
    await quote(made, captureId);
    site.page = PAGE.replace('6 are closed', '8 are closed');
    await recheck(captureId);
    const piece = async () => need((await detail(database.db, people.first, made.claimId)).evidence[0]);
    const { quote: said, locator, ...was } = await piece();
    const set = async (words: { quote: string | null; locator: string | null }) =>
      editEvidence(database.db, people.third, {
        ...was,
        ...words,
        stance: was.stance ?? 'supports',
        version: (await piece()).version,
      });
    for (const other of [
      { quote: said, locator: 'p. 99' },
      { quote: '8 are closed for safety reasons', locator },
    ]) {
      await set(other);
      await set({ quote: said, locator });
      expect(await standing(made)).toBe(true);
    }
  });

  test('nor does withdrawn evidence come back as if its source had not changed meanwhile', async () => {
    const made = await cited();
    const captureId = idOf(await take(made.sourceId));
    await quote(made, captureId);
    const handle = async () => {
      const { id, version } = need((await detail(database.db, people.first, made.claimId)).evidence[0]);
      return { id, version };
    };
    await withdrawEvidence(database.db, people.third, { ...(await handle()), reason: 'Not ours' });
    site.page = PAGE.replace('6 are closed', '8 are closed');
    await recheck(captureId);
    await restoreEvidence(database.db, people.third, await handle());
    expect(await standing(made)).toBe(true);
  });

  test('words that change once more after somebody has looked ask again; the same words do not', async () => {
    const made = await cited();
    const captureId = idOf(await take(made.sourceId));
    await quote(made, captureId);
    const confirm = async () => {
      const { verdicts, basisDigest, seen } = await detail(database.db, people.first, made.claimId);
      const verdictId = need(verdicts.find(({ inForce }) => inForce)).id;
      const given = { claimId: made.claimId, verdictId, basisDigest: basisDigest ?? '', seen: [...seen] };
      await confirmVerdict(database.db, people.first, { ...given, rationale: null });
    };
    const says = async (words: string, elsewhere = '') => {
      site.page = PAGE.replace('6 are closed', words) + elsewhere;
      await recheck(captureId);
      return standing(made);
    };
    expect(await says('6 were closed')).toBe(true);
    await confirm();
    expect(await says('6 were closed', ' And more.')).toBe(false);
    expect(await says('None is closed')).toBe(true);
    await confirm();
    expect(await says('None is closed')).toBe(false);
    expect(await says('6 are closed')).toBe(true);
  });

  test('a page that is gone is said to be, and takes nothing from what was kept of it', async () => {
    const made = await cited();
    const captureId = idOf(await take(made.sourceId));
    await quote(made, captureId);
    site.page = null;
    expect((await recheck(captureId)).result).toMatchObject({ outcome: 'gone', captureId });
    expect(await standing(made)).toBe(false);
    const { capture } = need(await openCapture(database.db, people.first, captureId));
    expect(capture.lastCheck?.outcome).toBe('gone');
  });

  test('by itself where the desk wants it, of captures that evidence rests on and that were not checked for long', async () => {
    const made = await cited();
    site.at = new Date(Date.now() - 11 * 86_400_000);
    const captureId = idOf(await take(made.sourceId));
    await quote(made, captureId);
    const due = async (days: number | null) => {
      await plant(database.db, (tx) => tx.setting.updateMany({ data: { recheckDays: days } }));
      return (await capturesToCheck(database.db)).some(({ id }) => id === captureId);
    };
    expect(await due(null)).toBe(false);
    expect(await due(12)).toBe(false);
    expect(await due(10)).toBe(true);
    const look = await plant(database.db, (tx) => addRecheck(tx, null, captureId, made.sourceId));
    expect(await run(look)).toMatchObject({ state: 'done', for: null, result: { outcome: 'same' } });
    expect(await due(10)).toBe(false);
  });

  test('and the history of all this is whole', whole);
});

test('an erasure takes the bytes and the text, and leaves the hash, who did it and why', async () => {
  const [made, other] = [await cited(), await cited('The same list elsewhere')];
  site.page = `${PAGE}\n\nTo be erased.`;
  const captureId = idOf(await take(made.sourceId));
  const same = idOf(await take(other.sourceId));
  const { capture } = need(await openCapture(database.db, people.first, captureId));
  await expect(eraseCapture(database.db, people.editor, { id: captureId, reason: 'x' })).rejects.toThrow('role-does');
  await eraseCapture(database.db, people.admin, { id: captureId, reason: 'Asked for by a court' });
  const opened = need(await openCapture(database.db, people.first, captureId));
  expect(opened).toMatchObject({
    text: null,
    capture: { sha256: capture.sha256, erased: { reason: 'Asked for by a court', by: { name: people.admin.name } } },
  });
  expect(await captureBytes(database.db, people.first, captureId)).toBeNull();
  // Another source's capture stands on the same bytes.
  expect(await captureBytes(database.db, people.first, same)).not.toBeNull();
  await expect(askRecheck(database.db, people.first, captureId)).rejects.toThrow('capture-erased');
  await whole();
  await eraseCapture(database.db, people.admin, { id: same, reason: 'The same' });
  expect(await database.db.blob.count({ where: { sha256: capture.sha256 } })).toBe(0);
  await expect(eraseCapture(database.db, people.admin, { id: same, reason: 'x' })).rejects.toThrow('capture-erased');
  await whole();
});

test('a file is a capture too, a picture without a text; and verify finds bytes that are gone', async () => {
  const made = await cited();
  const file = { sourceId: made.sourceId, fileName: 'List.txt', mediaType: 'text/plain' };
  const text = new TextEncoder().encode('A file of its own.');
  const kept = idOf(await run((await askFileCapture(database.db, people.first, file, text)).jobId));
  const opened = need(await openCapture(database.db, people.first, kept));
  expect(opened).toMatchObject({
    capture: { fileName: 'List.txt', askedFor: null },
    text: { text: 'A file of its own.' },
  });
  await expect(askRecheck(database.db, people.first, kept)).rejects.toThrow('capture-not-of-link');
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const picture = { ...file, fileName: 'List.png', mediaType: 'image/png' };
  const shown = idOf(await run((await askFileCapture(database.db, people.first, picture, png)).jobId));
  expect(await openCapture(database.db, people.first, shown)).toMatchObject({ text: null, capture: { reading: null } });
  await whole();

  // Whoever holds the database can switch its guards off.
  const forged = async (change: string) => {
    await database.owner.unsafe(
      `set session_replication_role = replica; ${change}; set session_replication_role = origin`,
    );
    const { breaks } = await verifyHistory(sql(), [], database.db);
    return breaks.map(({ because, record }) => [because, record?.key]);
  };
  const hash = opened.capture.sha256;
  expect(
    await forged(
      `create table kept as select * from blobs where sha256 = '${hash}'; delete from blobs where sha256 = '${hash}'`,
    ),
  ).toEqual([['bytes-gone', kept]]);
  expect(
    await forged(`alter table blobs drop constraint blobs_stand_under_their_hash;
      insert into blobs select sha256, 'other'::bytea, size, created_at from kept`),
  ).toEqual([['bytes-changed', kept]]);
  await forged(`delete from blobs where sha256 = '${hash}'; insert into blobs select * from kept; drop table kept`);
  await whole();
});

describe('killed', () => {
  const traces = async (sourceId: string, before: number) => ({
    captures: await database.db.capture.count({ where: { sourceId } }),
    readings: await database.db.captureReading.count({ where: { capture: { sourceId } } }),
    events: (await database.db.event.count({ where: { action: 'capture.taken' } })) - before,
    title: (await database.db.source.findUniqueOrThrow({ where: { id: sourceId } })).title !== site.address,
  });
  const NOTHING = { captures: 0, readings: 0, events: 0, title: false };
  const ALL = { captures: 1, readings: 1, events: 1, title: true };

  async function waiting() {
    const made = await cited();
    await plant(database.db, (tx) =>
      tx.source.update({ where: { id: made.sourceId }, data: { title: site.address, version: 1 } }),
    );
    site.page = `${PAGE}\n\n${made.sourceId}`;
    const { jobId } = await askCapture(database.db, people.first, { sourceId: made.sourceId, fill: true });
    return { ...made, jobId, before: await database.db.event.count({ where: { action: 'capture.taken' } }) };
  }
  const start = (jobId: string) => startVictim('tests/db/jobs/runner.ts', { url: database.url, jobId });

  type Holding = (tx: TransactionSql, made: Awaited<ReturnType<typeof waiting>>) => Promise<unknown>;
  const POINTS: readonly (readonly [string, Holding])[] = [
    ['before it has begun', (tx, { jobId }) => tx`select 1 from jobs where id = ${jobId} for update`],
    ['before it has its source', (tx, { sourceId }) => tx`select 1 from sources where id = ${sourceId} for update`],
    ['after its rows, before its event', (tx) => tx`select 1 from chains where id = 'desk' for update`],
  ];
  test.each(POINTS)('%s, nothing of the capture is there; taken up again, all of it is', async (_, hold) => {
    const made = await waiting();
    await database.owner.begin(async (tx) => {
      await hold(tx, made);
      const victim = await start(made.jobId);
      await until('waiting', 1);
      await kill(victim);
    });
    await until('gone', 0);
    expect(await traces(made.sourceId, made.before)).toEqual(NOTHING);
    expect(await run(made.jobId)).toMatchObject({ state: 'done' });
    expect(await traces(made.sourceId, made.before)).toEqual(ALL);
  });

  test('at any moment, it is there in whole or not at all, and its job says which', async () => {
    for (let round = 0; round < rounds(2); round++) {
      const made = await waiting();
      const victim = await start(made.jobId);
      await new Promise((resolve) => setTimeout(resolve, 10 + ((round * 25) % 120)));
      await kill(victim);
      await until('gone', 0);
      const { state } = need(await findJob(database.db, people.admin, made.jobId));
      expect(await traces(made.sourceId, made.before)).toEqual(state === 'done' ? ALL : NOTHING);
      await run(made.jobId);
      expect(await traces(made.sourceId, made.before)).toEqual(ALL);
    }
    await whole();
  });
});
