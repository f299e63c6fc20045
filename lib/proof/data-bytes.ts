import { DESK_CHAIN } from '#lib/history/rules.ts';
import { Prisma } from '#lib/platform/db.ts';
import { cursor } from './data-history.ts';
import type { Moment } from './data-moment.ts';
import type { ProofBreak } from './types.ts';

type Unlike = { readonly id: string; readonly isThere: boolean };

/** Captures whose bytes are gone, or are not those of their hash: an event has kept the hash, and nobody the bytes. */
export async function unlikeBytes(tx: Moment): Promise<ProofBreak[]> {
  const breaks: ProofBreak[] = [];
  const query = Prisma.sql`
    select c.id, b.sha256 is not null as "isThere" from captures c left join blobs b on b.sha256 = c.sha256
    where c.erased_at is null and (b.sha256 is null or encode(sha256(b.bytes), 'hex') <> c.sha256) order by c.id`;
  for await (const rows of cursor<Unlike>(tx, query))
    breaks.push(
      ...rows.map(({ id, isThere }) => ({
        chain: DESK_CHAIN,
        sequence: null,
        because: isThere ? ('bytes-changed' as const) : ('bytes-gone' as const),
        record: { table: 'captures', key: id },
      })),
    );
  return breaks;
}
