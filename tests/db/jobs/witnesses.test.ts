import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { findJob } from '#lib/jobs/data.ts';
import { sql } from '#lib/platform/sql.ts';
import { checkStampOfHash } from '#lib/platform/timestamp.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { getSettings } from '#lib/settings/data.ts';
import { editSettings } from '#lib/settings/mutations.ts';
import { capturesOf, openCapture } from '#lib/sources/data-captures.ts';
import { newSource } from '#lib/sources/mutations.ts';
import { askCapture, eraseCapture } from '#lib/sources/mutations-captures.ts';
import { askArchive, askStamp } from '#lib/sources/mutations-witnesses.ts';
import { runJob } from '#lib/worker/run.ts';
import { type Authority, startAuthority } from '#tests/timestamp-authority.ts';
import { startArchive, type WebArchive } from '#tests/web-archive.ts';
import { type Cast, cast, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { need } from '../trust/scene.ts';
import { plainHandlers, type Site, startSite } from './site.ts';

/* Others who bear witness to a capture, where the desk wants it: asked after it is kept, and kept beside it. */
const database = withDatabase();
let people: Cast;
let site: Site;
let authority: Authority;
let archive: WebArchive;

beforeAll(async () => {
  readInThisProcess(TASKS);
  people = await cast(database.db);
  site = await startSite('Of 31 berths, 6 are closed.');
  authority = await startAuthority();
  archive = await startArchive();
});
afterAll(async () => {
  site.server.close();
  await Promise.all([authority.stop(), archive.stop()]);
});
beforeEach(() => {
  vi.stubEnv('STET_TSA_URL', authority.url);
  authority.behave({});
  archive.behave({});
  archive.asked.length = 0;
});

type Choice = Partial<Pick<Awaited<ReturnType<typeof getSettings>>, 'stampCaptures' | 'archiveCaptures'>>;
async function choose(choice: Choice) {
  const { version, deskName, timeZone, defaultMode, defaultQueries } = await getSettings(database.db);
  await editSettings(database.db, people.admin, {
    ...{ version, deskName, timeZone, defaultMode, defaultQueries },
    ...choice,
  });
}
const run = async (jobId: string) => {
  await runJob(database.db, plainHandlers(site, archive.policy), new Map(), jobId);
  return need(await findJob(database.db, people.admin, jobId));
};
const proof = () => verifyHistory(sql(), [], database.db, [authority.pem]);

async function captured(link = 'https://harbour.example/list') {
  const fields = {
    kind: 'page',
    tier: 'primary',
    publisher: null,
    author: null,
    publishedOn: null,
    note: null,
  } as const;
  const { id: sourceId } = await plant(database.db, (tx) =>
    newSource(tx, people.first, { ...fields, title: 'Berth list', link }),
  );
  await plant(database.db, (tx) => tx.source.update({ where: { id: sourceId }, data: { shared: true } }));
  const { jobId } = await askCapture(database.db, people.first, { sourceId, fill: false });
  const captureId = need((await run(jobId)).result?.captureId);
  const seen = async () => need(await capturesOf(database.db, people.first, sourceId));
  return { sourceId, captureId, seen };
}
const waiting = (captureId: string, kind: string) =>
  database.db.job.findMany({ where: { captureId, kind }, orderBy: { id: 'desc' }, select: { id: true, forId: true } });

test('nobody is asked unless the desk wants it, and it can want stamps only where an authority is set', async () => {
  const { captureId, seen } = await captured();
  expect(await waiting(captureId, 'stamp')).toEqual([]);
  expect((await seen()).witnesses.stamp).toBe(false);
  await expect(askStamp(database.db, people.first, captureId)).rejects.toThrow('stamp-off');
  vi.stubEnv('STET_TSA_URL', '');
  await expect(choose({ stampCaptures: true })).rejects.toThrow('stamp-not-set');
  expect((await getSettings(database.db)).stampCaptures).toBe(false);
});

test('a capture is stamped by its hash after it is kept; the stamp stands with it, and verify checks it', async () => {
  await choose({ stampCaptures: true });
  const { captureId, seen } = await captured();
  const [job] = await waiting(captureId, 'stamp');
  expect(job?.forId).toBeNull();
  authority.behave({ status: 503 });
  expect(await run(need(job).id)).toMatchObject({ state: 'queued', error: expect.stringContaining('does not answer') });
  expect((await seen()).jobs).toMatchObject([
    { kind: 'stamp', captureId, error: expect.stringContaining('authority') },
  ]);
  authority.behave({});
  expect(await run(need(job).id)).toMatchObject({ state: 'done' });

  const { capture } = need(await openCapture(database.db, people.first, captureId));
  expect(capture.stamp).toMatchObject({ by: 'A witness for tests' });
  expect((await seen()).jobs).toEqual([]);
  const kept = await database.db.captureStamp.findUniqueOrThrow({ where: { captureId } });
  expect(await checkStampOfHash(kept.token, capture.sha256, [authority.pem])).toMatchObject({
    at: capture.stamp?.at,
    trusted: true,
  });
  expect(await proof()).toMatchObject({ breaks: [], stamps: { all: 1, trusted: 1 } });
  // Asked for again, it is the one that is there.
  expect(await run((await askStamp(database.db, people.first, captureId)).jobId)).toMatchObject({ state: 'done' });
  expect(await database.db.event.count({ where: { action: 'capture.stamped' } })).toBe(1);
  await expect(askStamp(database.db, people.viewer, captureId)).rejects.toThrow('role-does');

  // An erasure leaves the hash, and with it the stamp.
  await eraseCapture(database.db, people.admin, { id: captureId, reason: 'A court asked' });
  expect(await proof()).toMatchObject({ breaks: [], stamps: { all: 1 } });
  await expect(askStamp(database.db, people.first, captureId)).rejects.toThrow('capture-erased');
});

test('an authority that refuses, or stamps something else, leaves nothing; a stamp that is put in another’s place is found', async () => {
  await choose({ stampCaptures: true });
  const { captureId } = await captured();
  const [job] = await waiting(captureId, 'stamp');
  authority.behave({ refuses: true });
  expect((await run(need(job).id)).error).toBe('The time-stamp authority has refused.');
  authority.behave({ hash: new ArrayBuffer(32) });
  expect((await run(need(job).id)).error).toContain('no stamp of this capture');
  expect(await database.db.captureStamp.count({ where: { captureId } })).toBe(0);
  authority.behave({});
  expect((await run(need(job).id)).state).toBe('done');

  const whole = await proof();
  expect(whole.breaks).toEqual([]);
  const own = await database.db.captureStamp.findUniqueOrThrow({ where: { captureId } });
  const { id: stranger } = await plant(database.db, async (tx) => {
    const at = await tx.capture.findUniqueOrThrow({ where: { id: captureId } });
    const { id: _, headers, ...same } = at;
    return tx.capture.create({ data: { ...same, headers: headers ?? [], number: 99, sha256: '0'.repeat(64) } });
  });
  await plant(database.db, (tx) =>
    tx.captureStamp.create({ data: { captureId: stranger, token: own.token, at: own.at, byName: own.byName } }),
  );
  expect((await proof()).breaks.map(({ because }) => because).sort()).toEqual(['bytes-gone', 'stamp-wrong']);
});

/** The one open job on the archive, as the page of the source tells it, and in how many seconds it is begun. */
async function openJob(captureId: string) {
  const [job, ...more] = await database.db.job.findMany({ where: { captureId, kind: 'archive', state: 'queued' } });
  expect(more).toEqual([]);
  const { id } = need(job);
  const [row] = await database.db.$queryRaw<{ wait: number }[]>`
    select round(extract(epoch from run_at - now()))::int as wait from graphile_worker._private_jobs where key = ${id}`;
  return { id, wait: row?.wait ?? 0 };
}
const linkOf = (path: string) => path.slice(0, 12);
const now = () => new Date().toISOString().replace(/\D/g, '').slice(0, 14);

test('the archive is asked once, looked at again and again, and believed by its index: it says that it failed, and has the copy', async () => {
  await choose({ stampCaptures: false, archiveCaptures: true });
  archive.behave({ save: { status: 502, body: 'Bad Gateway' } });
  const { captureId, seen } = await captured();
  const first = await openJob(captureId);
  expect(await run(first.id)).toMatchObject({ state: 'done', for: null });
  const second = await openJob(captureId);
  expect(second.wait).toBeGreaterThan(20);
  expect((await seen()).jobs).toMatchObject([
    { id: second.id, kind: 'archive', state: 'queued', error: expect.stringContaining('status 502') },
  ]);
  archive.behave({ index: [['20200101000000', 'https://harbour.example/list', '200']] });
  await run(second.id);
  const third = await openJob(captureId);
  expect(third.wait).toBeGreaterThan(100);
  expect(archive.asked.filter(({ path }) => path === '/save')).toHaveLength(1);
  expect(archive.asked.map(({ path }) => linkOf(path))).not.toContain('/web/');

  const time = now();
  archive.behave({ index: [[time, 'http://www.harbour.example/list/', '200']] });
  expect(await run(third.id)).toMatchObject({ state: 'done' });
  const [capture] = (await seen()).captures;
  expect(capture?.archived?.address).toBe(`${archive.policy.base}/web/${time}/https://harbour.example/list`);
  expect((await seen()).jobs).toEqual([]);
  // Asked for by hand, what is there stays.
  await run((await askArchive(database.db, people.first, captureId)).jobId);
  expect(await database.db.event.count({ where: { action: 'capture.archived' } })).toBe(1);
  const said = await database.db.event.findFirst({ where: { action: 'capture.archived' }, include: { detail: true } });
  expect(said?.detail?.detail).not.toContain('harbour');
  expect((await proof()).breaks.filter(({ because }) => !/^(?:stamp|bytes)/.test(because))).toEqual([]);
});

test('a copy that never comes up is given up with what was said last; whoever asks again begins anew', async () => {
  await choose({ archiveCaptures: true });
  const { captureId, seen } = await captured();
  archive.behave({ job: { body: '{"status":"error","message":"Live page is not available"}' } });
  let looks = 0;
  for (; ; looks++) {
    const { id } = await openJob(captureId);
    if ((await run(id)).state === 'failed') break;
  }
  expect(looks).toBe(6);
  expect((await seen()).jobs).toMatchObject([
    { kind: 'archive', state: 'failed', error: 'The Internet Archive says: Live page is not available' },
  ]);
  await askArchive(database.db, people.first, captureId);
  expect((await openJob(captureId)).wait).toBeLessThan(2);
});

test('one that wants to be asked later is; what is not for everybody to see it is never told of', async () => {
  await choose({ archiveCaptures: true });
  archive.behave({ save: { status: 429, body: '' } });
  const { captureId } = await captured('https://harbour.example/other');
  await run((await openJob(captureId)).id);
  expect((await openJob(captureId)).wait).toBeGreaterThan(500);

  const inside = await captured('https://inside.example/plan');
  archive.asked.length = 0;
  expect(await run((await openJob(inside.captureId)).id)).toMatchObject({
    state: 'failed',
    error: '… is not for everybody to see: the Internet Archive is not told of it.',
  });
  expect(archive.asked).toEqual([]);
  // Nor of a source that is kept to some; once everybody may know of it, it is.
  const close = await captured();
  await plant(database.db, (tx) => tx.source.update({ where: { id: close.sourceId }, data: { shared: false } }));
  archive.asked.length = 0;
  await run((await openJob(close.captureId)).id);
  expect((await close.seen()).jobs).toMatchObject([
    { state: 'queued', error: expect.stringContaining('Not everybody') },
  ]);
  expect(archive.asked).toEqual([]);
  await plant(database.db, (tx) => tx.source.update({ where: { id: close.sourceId }, data: { shared: true } }));
  archive.behave({});
  await run((await openJob(close.captureId)).id);
  expect(archive.asked.map(({ method }) => method)).toEqual(['GET', 'POST']);
  await choose({ archiveCaptures: false });
  await expect(askArchive(database.db, people.first, inside.captureId)).rejects.toThrow('archive-off');
});
