import { DESK_CHAIN } from '#lib/history/rules.ts';
import { Prisma } from '#lib/platform/db.ts';
import { cursor } from './data-history.ts';
import type { Moment } from './data-moment.ts';
import type { Proof, ProofBreak } from './types.ts';

type Row = { readonly id: string; readonly sha256: string; readonly token: Uint8Array; readonly at: Date };

/** Time stamps of captures that are none of their capture's hash, or say another time; and how many hold, by whom they may be signed. */
export async function unlikeStamps(
  tx: Moment,
  trusted: readonly string[],
): Promise<{ readonly breaks: ProofBreak[]; readonly stamps: Proof['stamps'] }> {
  const breaks: ProofBreak[] = [];
  const held = { all: 0, trusted: 0 };
  const query = Prisma.sql`
    select s.id, s.token, s.at, c.sha256 from capture_stamps s join captures c on c.id = s.capture_id order by s.id`;
  for await (const rows of cursor<Row>(tx, query)) {
    // Loaded where there are stamps: it is the largest thing here.
    const { checkStampOfHash, TimestampError } = await import('#lib/platform/timestamp.ts');
    for (const { id, token, at, sha256 } of rows) {
      const stamp = await checkStampOfHash(token, sha256, trusted).catch((error: unknown) => {
        if (error instanceof TimestampError) return null;
        throw error;
      });
      if (stamp === null || stamp.at !== at.toISOString()) {
        const record = { table: 'capture_stamps', key: id };
        breaks.push({ chain: DESK_CHAIN, sequence: null, because: 'stamp-wrong', record });
      } else {
        held.all += 1;
        if (stamp.trusted) held.trusted += 1;
      }
    }
  }
  return { breaks, stamps: held };
}
