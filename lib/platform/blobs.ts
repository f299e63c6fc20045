import { sha256 } from './canonical.ts';
import { type Db, Prisma, type Tx, transact } from './db.ts';

/*
 * Bytes by their own hash, in Postgres: the same bytes are kept once, whoever brings them. The database itself refuses bytes
 * under another hash than theirs, and takes none away that a capture stands on.
 */

/** Puts and erasures of the same bytes take turns: none is kept as being there while another takes it away. */
const takeTurns = (tx: Tx, hash: string) =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`blob ${hash}`}, 0))::text`;

/** Keeps bytes, and returns their SHA-256 in lower-case hex. */
export async function putBlob(tx: Tx, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  await takeTurns(tx, hash);
  const there = await tx.blob.count({ where: { sha256: hash } });
  if (there === 0)
    await tx.blob.create({
      data: { sha256: hash, bytes: new Uint8Array(bytes), size: bytes.length },
      select: { size: true },
    });
  return hash;
}

/** The bytes, or null where they are not kept. */
export async function getBlob(db: Db | Tx, hash: string): Promise<Uint8Array | null> {
  const row = await db.blob.findUnique({ where: { sha256: hash }, select: { bytes: true } });
  return row?.bytes ?? null;
}

/** What needs the bytes of a row `b` still: a capture, a job to come, an article whose text is still to come, a file in the inbox. */
const needed = Prisma.sql`
  exists (select from captures c where c.sha256 = b.sha256 and c.erased_at is null)
  or exists (select from jobs j left join articles a on a.id = j.article_id
    where (j.state in ('queued', 'running') or (j.kind = 'article' and a.revision_id is null and a.archived_at is null))
      and b.sha256 in (j.input ->> 'sha256', j.input ->> 'original'))
  or exists (select from inbox_items i where i.sha256 = b.sha256 and i.state = 'waiting')`;

/** Takes the bytes away unless something needs them still. True where they are gone. */
export async function eraseBlob(tx: Tx, hash: string): Promise<boolean> {
  await takeTurns(tx, hash);
  const gone = await tx.$executeRaw`
    delete from blobs b where b.sha256 = ${hash} and not (${needed})`;
  return gone > 0;
}

/** Takes away what was put for something that never came about, or has come about and keeps bytes of its own, a day after. Returns how many. */
export async function removeUnusedBlobs(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    select b.sha256 from blobs b where b.created_at < now() - interval '1 day' and not (${needed}) limit 100`;
  for (const { sha256: hash } of rows) await transact(db, (tx) => eraseBlob(tx, hash));
  return rows.length;
}
