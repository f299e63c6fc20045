import { beforeAll, expect, test } from 'vitest';
import { attachPassage } from '#lib/evidence/mutations-passage.ts';
import { READER_VERSION } from '#lib/ingest/read/types.ts';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { findJob } from '#lib/jobs/data.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { openCapture } from '#lib/sources/data-captures.ts';
import { sourceHistory } from '#lib/sources/data-history.ts';
import { capturesToReread } from '#lib/sources/data-reread.ts';
import { eraseCapture } from '#lib/sources/mutations-captures.ts';
import { putInRereads } from '#lib/sources/mutations-reread.ts';
import { runJob } from '#lib/worker/run.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, plant, plantCapture } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { need } from '../trust/scene.ts';
import { plainHandlers } from './site.ts';

/* The bytes of a capture, read again by a newer reader: the places of quotations go along with their words. */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  readInThisProcess(TASKS);
  people = await cast(database.db);
});

/** As the bytes are, which the reader of now takes line by line; and as an older reader has taken them. */
const BYTES = `Menu

Of 31 berths, 6 are closed for safety reasons.

The fund for repairs holds £6.1 million.`;
const OLD = `Of 31 berths, 6 are closed for safety reasons.
The fund for repairs holds £6.1 million. Terms of use apply.`;

const run = async (jobId: string) => {
  await runJob(database.db, plainHandlers(), new Map(), jobId);
  return need(await findJob(database.db, people.admin, jobId));
};
const jobOf = async (captureId: string) =>
  need(await database.db.job.findFirst({ where: { captureId, kind: 'reread-capture' }, orderBy: { id: 'desc' } })).id;

async function quoted(words: readonly string[]) {
  const bench = await article(database.db, people.editor);
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await attach(database.db, people.first, claim.id, 'A list');
  const sourceId = need((await detail(database.db, people.first, claim.id)).evidence[0]).source.id;
  const { id: captureId } = await plant(database.db, (tx) =>
    plantCapture(tx, sourceId, BYTES, { readerVersion: 'read/0', text: OLD }),
  );
  for (const quote of words) {
    const start = OLD.indexOf(quote);
    const claims = [{ id: claim.id, stance: 'supports', aspect: 'content' } as const];
    const span = { start, end: start + quote.length };
    await attachPassage(database.db, people.first, { captureId, reading: 1, passage: { span }, claims });
  }
  await judge(database.db, people.first, claim.id, 'true', { rationale: 'So the list [2].' });
  return { bench, claim, sourceId, captureId };
}

test('quotations go along to where their words stand now, and one that is not there any more is marked; no verdict asks for a fresh look', async () => {
  const KEPT = '6 are closed for safety reasons';
  const { bench, claim, sourceId, captureId } = await quoted([KEPT, 'Terms of use apply.']);
  await putInRereads(database.db);
  const job = await run(await jobOf(captureId));
  expect(job).toMatchObject({ state: 'done', for: null, error: null });

  const opened = need(await openCapture(database.db, people.first, captureId));
  expect(opened.capture.reading).toMatchObject({ number: 2, readerVersion: READER_VERSION });
  const text = need(opened.text).text;
  expect(text).toBe(BYTES);
  expect(opened.evidence).toHaveLength(1);
  const { start, end } = need(opened.evidence[0]);
  expect(text.slice(start, end)).toBe(KEPT);
  const pieces = (await detail(database.db, people.first, claim.id)).evidence;
  expect(pieces.map(({ quoteCheck, quote }) => [quoteCheck, quote])).toEqual([
    [null, 'Words of A list'],
    ['exact', KEPT],
    ['not_found', 'Terms of use apply.'],
  ]);
  expect((await database.db.claim.findUniqueOrThrow({ where: { id: claim.id } })).stale).toBe(false);
  const said = await database.db.event.findMany({ where: { action: 'capture.reread' }, orderBy: { chainId: 'asc' } });
  expect(said.map(({ chainId }) => chainId).sort()).toEqual([bench.article.id, 'desk'].sort());
  expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);

  // Read by the reader of now, it is not read again.
  expect((await capturesToReread(database.db)).map(({ id }) => id)).not.toContain(captureId);

  // Whoever chose words in what was read before chooses them once more.
  const claims = [{ id: claim.id, stance: 'supports', aspect: 'content' } as const];
  const passage = { captureId, passage: { span: { start, end } }, claims };
  await expect(attachPassage(database.db, people.first, { ...passage, reading: 1 })).rejects.toThrow('read-anew');
  await attachPassage(database.db, people.first, { ...passage, reading: 2 });

  // The page of the source tells it once, to whoever knows of the source.
  await eraseCapture(database.db, people.admin, { id: captureId, reason: 'A court asked' });
  const told = (await sourceHistory(database.db, people.viewer, sourceId, 'A list')).map(({ action }) => action);
  expect(told.filter((action) => action.startsWith('capture'))).toEqual(['capture.erased', 'capture.reread']);
  await putInRereads(database.db);
  expect((await capturesToReread(database.db)).map(({ id }) => id)).not.toContain(captureId);
});

test('words that somebody quotes meanwhile are not left at a place of another text', async () => {
  const KEPT = 'The fund for repairs holds £6.1 million.';
  const { captureId, claim } = await quoted([KEPT]);
  await putInRereads(database.db);
  const id = await jobOf(captureId);
  const handlers = plainHandlers();
  const meanwhile = async () => {
    const start = OLD.indexOf('Of 31');
    await attachPassage(database.db, people.second, {
      ...{ captureId, reading: 1, passage: { span: { start, end: start + 12 } } },
      claims: [{ id: claim.id, stance: 'context', aspect: 'content' }],
    });
  };
  let isFirst = true;
  await runJob(
    database.db,
    {
      ...handlers,
      'reread-capture': {
        seconds: 60,
        run: (job) =>
          handlers['reread-capture'].run({
            ...job,
            progress: async (step) => {
              if (step === 'keeping' && isFirst) {
                isFirst = false;
                await meanwhile();
              }
            },
          }),
      },
    },
    new Map(),
    id,
  );
  expect(await findJob(database.db, people.admin, id)).toMatchObject({ state: 'queued' });
  expect(await run(id)).toMatchObject({ state: 'done' });
  const { text, evidence } = need(await openCapture(database.db, people.first, captureId));
  expect(evidence.map(({ start, end }) => need(text).text.slice(start, end))).toEqual(['Of 31 berths', KEPT]);
  expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);
});

test('a working that is attached while it waits keeps the reading that its figures were chosen from', async () => {
  const { captureId, claim } = await quoted(['Terms of use apply.']);
  await putInRereads(database.db);
  const figures = ['6', '31'].map((figure) => ({
    start: OLD.indexOf(figure),
    end: OLD.indexOf(figure) + figure.length,
  }));
  const claims = [{ id: claim.id, stance: 'supports', aspect: 'content' } as const];
  const passage = { working: 'share', figures } as const;
  await attachPassage(database.db, people.first, { captureId, reading: 1, passage, claims });
  expect(await run(await jobOf(captureId))).toMatchObject({ state: 'done', error: null });
  expect(await database.db.captureReading.count({ where: { captureId } })).toBe(1);
  expect((await capturesToReread(database.db)).map(({ id }) => id)).not.toContain(captureId);
});
