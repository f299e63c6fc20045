import { sha256 } from './canonical.ts';
import { type Db, Prisma, type Tx, transact } from './db.ts';
import { elsewhere } from './elsewhere.ts';
import { refuse } from './result.ts';

/*
 * Bytes by their own hash: the same bytes are kept once, whoever brings them. They are in the database, or in a storage outside
 * where one is set: then their row says that they are, and holds none. The database itself refuses bytes under another hash than
 * theirs, and takes none away that a capture stands on.
 */

/** Puts and erasures of the same bytes take turns: none is kept as being there while another takes it away. */
const takeTurns = (tx: Tx, hash: string) =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`blob ${hash}`}, 0))::text`;

/** Keeps bytes, and returns their SHA-256 in lower-case hex. */
export async function putBlob(tx: Tx, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  await takeTurns(tx, hash);
  const there = await tx.blob.findUnique({ where: { sha256: hash }, select: { erasedAt: true } });
  if (there?.erasedAt === null) return hash;
  const storage = elsewhere();
  if (there === null || storage === null) {
    // What is marked as erased, and cannot be put back to where it was, is here from now on.
    if (there !== null) await tx.blob.delete({ where: { sha256: hash }, select: { size: true } });
    // Put there before its row says so: what a transaction that fails leaves outside is under no row, and harmless.
    await storage?.put(hash, bytes);
    const kept = storage === null ? new Uint8Array(bytes) : null;
    await tx.blob.create({ data: { sha256: hash, bytes: kept, size: bytes.length }, select: { size: true } });
    return hash;
  }
  await storage.put(hash, bytes);
  await tx.blob.update({ where: { sha256: hash }, data: { erasedAt: null }, select: { size: true } });
  return hash;
}

/**
 * The bytes, or null where they are not kept.
 *
 * @throws AppError `unavailable` where they are elsewhere and cannot be had, `conflict` where what is there are others.
 */
export async function getBlob(db: Db | Tx, hash: string): Promise<Uint8Array | null> {
  const row = await db.blob.findUnique({ where: { sha256: hash }, select: { bytes: true, erasedAt: true } });
  if (row === null || row.erasedAt !== null) return null;
  return row.bytes ?? bytesElsewhere(hash);
}

/** The bytes in the storage outside, or null where there are none; refusals as in `getBlob`. */
export async function bytesElsewhere(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const storage = elsewhere();
  if (storage === null) refuse('unavailable', 'bytes-away');
  return storage.get(hash);
}

/** What needs the bytes of a row `b` still: a capture, an article of another desk, a job to come, an article whose text is still to come, a file in the inbox. */
const needed = Prisma.sql`
  exists (select from captures c where c.sha256 = b.sha256 and c.erased_at is null)
  or exists (select from foreign_files f where f.sha256 = b.sha256 and f.format = 'article')
  or exists (select from jobs j left join articles a on a.id = j.article_id
    where (j.state in ('queued', 'running') or (j.kind = 'article' and a.revision_id is null and a.archived_at is null))
      and b.sha256 in (j.input ->> 'sha256', j.input ->> 'original'))
  or exists (select from inbox_items i where i.sha256 = b.sha256 and i.state = 'waiting')`;

/**
 * Takes the bytes away unless something needs them still. True where they are gone: those that are elsewhere are handed out no
 * more from then on, and `removeErased` takes them away there.
 */
export async function eraseBlob(tx: Tx, hash: string): Promise<boolean> {
  await takeTurns(tx, hash);
  const gone = await tx.$executeRaw`
    delete from blobs b where b.sha256 = ${hash} and b.bytes is not null and not (${needed})`;
  const marked = await tx.$executeRaw`
    update blobs b set erased_at = now()
    where b.sha256 = ${hash} and b.bytes is null and b.erased_at is null and not (${needed})`;
  return gone + marked > 0;
}

const AT_ONCE = 100;

/** Takes away what was put for something that never came about, or has come about and keeps bytes of its own, a day after. Returns how many. */
export async function removeUnusedBlobs(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    select b.sha256 from blobs b
    where b.created_at < now() - interval '1 day' and b.erased_at is null and not (${needed}) limit ${AT_ONCE}`;
  for (const { sha256: hash } of rows) await transact(db, (tx) => eraseBlob(tx, hash));
  return rows.length;
}

/** Takes away elsewhere what was erased there, and its rows with it: some at a time. Returns how many. */
export async function removeErased(db: Db): Promise<number> {
  const storage = elsewhere();
  if (storage === null) return 0;
  const rows = await db.blob.findMany({ where: { erasedAt: { not: null } }, select: { sha256: true }, take: AT_ONCE });
  for (const { sha256: hash } of rows)
    await transact(db, async (tx) => {
      await takeTurns(tx, hash);
      const isStill = (await tx.blob.count({ where: { sha256: hash, erasedAt: { not: null } } })) > 0;
      if (!isStill) return;
      await storage.remove(hash);
      await tx.blob.delete({ where: { sha256: hash }, select: { size: true } });
    });
  return rows.length;
}

/** Where bytes are to be from now on. */
export type BlobPlace = 'database' | 'elsewhere';

/** The hashes after that one of what is not erased, in their order, and whether the bytes are elsewhere. */
export const blobsAfter = (db: Db, hash: string): Promise<{ sha256: string; isElsewhere: boolean }[]> =>
  db.$queryRaw`
    select sha256, bytes is null as "isElsewhere" from blobs
    where sha256 > ${hash} and erased_at is null order by sha256 limit ${AT_ONCE}`;

/**
 * Moves bytes to where they are to be, by a connection that owns the tables. Killed at any point, they are in one place or in both, and a row
 * says where they are to be read; once more, it does what is left. True where there was something to move.
 *
 * @throws AppError `unavailable` where the storage cannot be asked, `conflict` where it does not hand out what it was given,
 * `not-found` where the bytes are not there.
 */
export async function moveBlob(owner: Db, hash: string, to: BlobPlace): Promise<boolean> {
  const storage = elsewhere();
  if (storage === null) refuse('conflict', 'storage-not-set');
  return transact(
    owner,
    async (tx) => {
      await takeTurns(tx, hash);
      const row = await tx.blob.findUnique({ where: { sha256: hash }, select: { bytes: true, erasedAt: true } });
      if (row === null || row.erasedAt !== null) return false;
      if (to === 'elsewhere') {
        if (row.bytes === null) return false;
        await storage.put(hash, row.bytes);
        // Taken out of the database only once the storage has handed the same bytes out.
        if ((await storage.get(hash)) === null) refuse('conflict', 'bytes-changed');
        await tx.blob.update({ where: { sha256: hash }, data: { bytes: null }, select: { size: true } });
        return true;
      }
      if (row.bytes !== null) return false;
      const bytes = await storage.get(hash);
      if (bytes === null) refuse('not-found', 'bytes-missing');
      await tx.blob.update({ where: { sha256: hash }, data: { bytes }, select: { size: true } });
      return true;
    },
    120_000,
  );
}

/** Takes the copy away elsewhere of bytes that are in the database. */
export async function removeCopy(db: Db, hash: string): Promise<void> {
  await transact(db, async (tx) => {
    await takeTurns(tx, hash);
    if ((await tx.blob.count({ where: { sha256: hash, bytes: { not: null } } })) > 0) await elsewhere()?.remove(hash);
  });
}
