import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { getBlob, putBlob, removeErased, removeUnusedBlobs } from '#lib/platform/blobs.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { transact } from '#lib/platform/db.ts';
import { readConfiguration } from '#lib/platform/env.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { newSource } from '#lib/sources/mutations.ts';
import { eraseCapture } from '#lib/sources/mutations-captures.ts';
import { type S3, startS3 } from '#tests/s3.ts';
import { stet, stetHere } from '../command.ts';
import { type Cast, cast, plant, plantCapture } from '../desk.ts';
import { withDatabase } from '../harness.ts';

/* Bytes in a storage outside that speaks S3: put, had back, moved either way, erased; and what it does wrong. */
const database = withDatabase();
let people: Cast;
let s3: S3;

beforeAll(async () => {
  people = await cast(database.db);
  s3 = await startS3();
});
afterAll(() => s3.stop());
beforeEach(() => {
  s3.behave({});
  use(s3.settings);
});
const use = (settings: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
};
const without = () => use(Object.fromEntries(Object.keys(s3.settings).map((name) => [name, ''])));

const bytesOf = (words: string) => new TextEncoder().encode(words);
const put = (words: string) => transact(database.db, (tx) => putBlob(tx, bytesOf(words)));
const had = async (hash: string) => {
  const bytes = await getBlob(database.db, hash);
  return bytes && new TextDecoder().decode(bytes);
};
const breaks = async () => (await verifyHistory(sql(), [], database.db)).breaks.map(({ because }) => because);

let count = 0;
/** A capture whose bytes are where the settings say. */
async function captured(words = `Words ${++count}`) {
  const hash = await put(words);
  const id = await plant(database.db, async (tx) => {
    const fields = {
      kind: 'page',
      tier: 'primary',
      publisher: null,
      author: null,
      publishedOn: null,
      note: null,
    } as const;
    const source = await newSource(tx, people.first, { ...fields, title: 'A list', link: null });
    await tx.source.update({ where: { id: source.id }, data: { shared: true } });
    return (await plantCapture(tx, source.id, words)).id;
  });
  return { id, hash, words };
}

test('bytes are put under their hash and had back from there, once however often they are put; without the storage they are not had', async () => {
  const { hash, words } = await captured();
  await put(words);
  expect(s3.asked).toEqual([`PUT ${hash}`]);
  expect(await database.db.blob.findUniqueOrThrow({ where: { sha256: hash } })).toMatchObject({ bytes: null });
  expect(await had(hash)).toBe(words);
  expect(await breaks()).toEqual([]);
  without();
  await expect(getBlob(database.db, hash)).rejects.toThrow('bytes-away');
  expect(await had(await put('In the database'))).toBe('In the database');
});

test('a storage that is away, does not know the key, or hands out other bytes is refused, and nothing is kept of what it did not take', async () => {
  const { hash } = await captured();
  s3.behave({ isAway: true });
  await expect(put('Not taken')).rejects.toThrow('bytes-away');
  await expect(getBlob(database.db, hash)).rejects.toThrow('bytes-away');
  await expect(breaks()).rejects.toThrow('bytes-away');
  s3.behave({ handsOut: bytesOf('others') });
  await expect(getBlob(database.db, hash)).rejects.toThrow('bytes-changed');
  expect(await breaks()).toContain('bytes-changed');
  s3.behave({});
  vi.stubEnv('STET_S3_SECRET', 'another');
  await expect(put('Not taken')).rejects.toThrow('bytes-away');
  use(s3.settings);
  expect(await database.db.blob.count({ where: { sha256: sha256(bytesOf('Not taken')) } })).toBe(0);
  const kept = s3.kept.get(hash);
  s3.kept.delete(hash);
  expect(await had(hash)).toBeNull();
  expect(await breaks()).toEqual(['bytes-gone']);
  s3.kept.set(hash, kept ?? new Uint8Array());
});

test('what is erased is handed out no more at once, and is gone from the storage soon; put again meanwhile it is there', async () => {
  const [erased, again] = [await captured(), await captured()];
  for (const { id } of [erased, again]) await eraseCapture(database.db, people.admin, { id, reason: 'A court asked' });
  expect([await had(erased.hash), s3.kept.has(erased.hash)]).toEqual([null, true]);
  await put(again.words);
  s3.behave({ isAway: true });
  await expect(removeErased(database.db)).rejects.toThrow('bytes-away');
  s3.behave({});
  expect(await removeErased(database.db)).toBe(1);
  expect([s3.kept.has(erased.hash), await had(again.hash)]).toEqual([false, again.words]);
  expect(await database.db.blob.count({ where: { sha256: erased.hash } })).toBe(0);
  expect(await removeErased(database.db)).toBe(0);
  expect(await breaks()).toEqual([]);

  const unused = await put('Never captured');
  await database.owner`alter table blobs disable trigger unused_only`;
  await database.owner`update blobs set created_at = now() - interval '2 days' where sha256 = ${unused}`;
  await database.owner`alter table blobs enable trigger unused_only`;
  await removeUnusedBlobs(database.db);
  await removeErased(database.db);
  expect(s3.kept.has(unused)).toBe(false);
});

test('a command moves them out and back, by the role that owns the tables; broken off anywhere it goes on, and nothing is lost', async () => {
  without();
  const all = [await captured(), await captured(), await captured()];
  use(s3.settings);
  const env = { ...s3.settings, DATABASE_OWNER_URL: database.ownerUrl };
  const whereAll = async () =>
    (await database.db.blob.findMany({ where: { sha256: { in: all.map(({ hash }) => hash) } } })).map(
      ({ bytes }) => bytes === null,
    );
  // As a kill has left it: one is outside as well, and its row says that it is here.
  s3.kept.set(all[0]?.hash ?? '', bytesOf(all[0]?.words ?? ''));
  const out = await stet(['blobs', 'move', '--to', 's3'], { env });
  expect(out).toMatchObject({ code: 0, err: '' });
  expect(out.out).toMatch(/^[4-9] blobs moved\.\n$/);
  expect(await whereAll()).toEqual([true, true, true]);
  for (const { hash, words } of all) expect(await had(hash)).toBe(words);
  expect(await breaks()).toEqual([]);
  expect(await stetHere(['blobs', 'move', '--to', 's3'], { env })).toMatchObject({ code: 0, out: '0 blobs moved.\n' });

  s3.behave({ isAway: true });
  expect(await stetHere(['blobs', 'move', '--to', 'database'], { env })).toMatchObject({ code: 1 });
  s3.behave({});
  expect(await stetHere(['blobs', 'move', '--to', 'database'], { env })).toMatchObject({ code: 0 });
  expect(await whereAll()).toEqual([false, false, false]);
  expect(s3.kept.size).toBe(0);
  // Its copy outside was left by a kill after it had moved: called again, that is taken away.
  s3.kept.set(all[1]?.hash ?? '', bytesOf(all[1]?.words ?? ''));
  expect(await stetHere(['blobs', 'move', '--to', 'database'], { env })).toMatchObject({ out: '0 blobs moved.\n' });
  expect(s3.kept.size).toBe(0);
  expect(await breaks()).toEqual([]);
  expect(await stetHere(['blobs', 'move', '--to', 'moon'], { env })).toMatchObject({ code: 2 });
  without();
  expect(await stetHere(['blobs', 'move', '--to', 's3'])).toMatchObject({ code: 4, out: '' });
});

test('the settings come together or not at all', () => {
  expect(readConfiguration(s3.settings).storage).toMatchObject({ region: 'here' });
  expect(readConfiguration({}).storage).toBeNull();
  expect(() => readConfiguration({ STET_S3_KEY: 'stet' })).toThrow('must come together');
  expect(() => readConfiguration({ ...s3.settings, STET_S3_ENDPOINT: 'https://s3.example' })).toThrow('a bucket');
});
