import { DESK_CHAIN } from '#lib/history/rules.ts';
import { bytesElsewhere } from '#lib/platform/blobs.ts';
import { Prisma } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/result.ts';
import { cursor } from './data-history.ts';
import type { Moment } from './data-moment.ts';
import type { ProofBreak } from './types.ts';

type Held = 'gone' | 'changed' | 'elsewhere' | 'whole';
type Row = { readonly table: string; readonly id: string; readonly sha256: string; readonly held: Held };

/** Captures, and articles of other desks, whose bytes are gone, or are not those of their hash: an event has kept the hash, and nobody the bytes. */
export async function unlikeBytes(tx: Moment): Promise<ProofBreak[]> {
  const breaks: ProofBreak[] = [];
  const query = Prisma.sql`
    select "table", id, sha256, held from (
      select c."table", c.id, c.sha256, case
        when b.sha256 is null or b.erased_at is not null then 'gone'
        when b.bytes is null then 'elsewhere'
        when encode(sha256(b.bytes), 'hex') <> c.sha256 then 'changed'
        else 'whole' end as held
      from (select 'captures' as "table", id, sha256 from captures where erased_at is null
        union all select 'foreign_files', id, sha256 from foreign_files where format = 'article') c
      left join blobs b on b.sha256 = c.sha256) as kept
    where held <> 'whole' order by "table", id`;
  for await (const rows of cursor<Row>(tx, query))
    for (const { table, id, sha256, held } of rows) {
      const found = held === 'elsewhere' ? await heldElsewhere(sha256) : held;
      if (found === 'whole') continue;
      breaks.push({
        chain: DESK_CHAIN,
        sequence: null,
        because: found === 'changed' ? 'bytes-changed' : 'bytes-gone',
        record: { table, key: id },
      });
    }
  return breaks;
}

/** A storage that cannot be asked leaves the question open, which is no proof: it is thrown. */
async function heldElsewhere(hash: string): Promise<Held> {
  try {
    return (await bytesElsewhere(hash)) === null ? 'gone' : 'whole';
  } catch (error) {
    if (error instanceof AppError && error.refusal.code === 'bytes-changed') return 'changed';
    throw error;
  }
}
