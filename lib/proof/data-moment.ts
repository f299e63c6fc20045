import type { Db, Tx } from '#lib/platform/db.ts';
import type { Sql } from '#lib/platform/sql.ts';

/*
 * How everything of the proof is read: as of one moment, and meaning by every name what Stet means by it. Whoever owns the
 * database may have it look for functions, operators and tables elsewhere first.
 */

const OUR_NAMES = 'set local search_path = pg_catalog, public, pg_temp';

/** A transaction that reads as of one moment. */
export type Moment = Pick<Sql, 'unsafe'>;

export async function asOfOneMoment<T>(sql: Sql, work: (tx: Moment) => Promise<T>): Promise<T> {
  let answer: { value: T } | undefined;
  await sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx.unsafe(OUR_NAMES);
    answer = { value: await work(tx) };
  });
  if (!answer) throw new Error('Nothing was read');
  return answer.value;
}

/** The same for what reads records by Prisma, at most two minutes long. */
export const asOfOneMomentIn = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(OUR_NAMES);
      return work(tx);
    },
    { isolationLevel: 'RepeatableRead', timeout: 120_000 },
  );
