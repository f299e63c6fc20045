import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { Db } from '#lib/platform/db.ts';
import { postgresCode, troubleOf } from '#lib/platform/trouble.ts';
import { unlikeLinkKeys } from '#lib/sources/data-proof.ts';
import { unsettledOf } from '#lib/standing/data-proof.ts';
import { asOfOneMomentIn } from './data-moment.ts';
import type { ProofBreak } from './types.ts';

const AT_ONCE = 200;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** What is worked out of other records and is not what they come to; each article as of one moment. */
export async function unsettledRecords(db: Db): Promise<ProofBreak[]> {
  const breaks: ProofBreak[] = await ofSources(db);
  for (let after = NO_ID; ; ) {
    const from = after;
    const articles = await asOfOneMomentIn(db, (tx) =>
      tx.article.findMany({
        where: { id: { gt: from } },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: AT_ONCE,
      }),
    );
    for (const { id } of articles) breaks.push(...(await ofArticle(db, id)));
    const last = articles.at(-1);
    if (!last) return breaks;
    after = last.id;
  }
}

async function ofSources(db: Db): Promise<ProofBreak[]> {
  return (await asOfOneMomentIn(db, unlikeLinkKeys)).map((key) => ({
    chain: DESK_CHAIN,
    sequence: null,
    because: 'record-derived',
    record: { table: 'sources', key },
    columns: ['link_key'],
  }));
}

async function ofArticle(db: Db, id: string): Promise<ProofBreak[]> {
  try {
    const found = await asOfOneMomentIn(db, (tx) => unsettledOf(tx, id));
    return found.map(({ table, key, columns }) => ({
      chain: id,
      sequence: null,
      because: 'record-derived',
      record: { table, key },
      columns,
    }));
  } catch (error) {
    if (postgresCode(error) || troubleOf(error) === 'away') throw error;
    // A column that does not hold what its codec reads: who forged it has not stopped the proof of the rest.
    return [{ chain: id, sequence: null, because: 'record-unreadable', record: { table: 'articles', key: id } }];
  }
}
