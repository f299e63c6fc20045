import type { Db, Tx } from '#lib/platform/db.ts';
import { claimStates, standingOf } from './data.ts';
import { coverageNow } from './data-coverage.ts';

/** A row with columns that are not what the records come to. */
export type Unsettled = {
  readonly table: 'articles' | 'claims';
  readonly key: string;
  readonly columns: readonly string[];
};

const COLUMNS = {
  progress: 'progress',
  settledBy: 'settled_by',
  settledVerdictId: 'settled_verdict_id',
  stale: 'stale',
  held: 'held',
  sentencesRead: 'sentences_read',
  sentencesMinor: 'sentences_minor',
  sentencesTotal: 'sentences_total',
} as const;
type Kept = keyof typeof COLUMNS;

const unlike = (kept: Partial<Record<Kept, unknown>>, now: Partial<Record<Kept, unknown>>): string[] =>
  Object.entries(COLUMNS).flatMap(([name, column]) => (kept[name as Kept] === now[name as Kept] ? [] : [column]));

const AT_ONCE = 200;

/** Whatever settle() keeps of an article and is not so: nobody writes it but settle(), at the end of every change. */
export async function unsettledOf(tx: Tx | Db, articleId: string): Promise<Unsettled[]> {
  const found: Unsettled[] = [];
  const add = (table: Unsettled['table'], key: string, columns: string[]) => {
    if (columns.length > 0) found.push({ table, key, columns });
  };
  const claims = await tx.claim.findMany({ where: { articleId }, select: { id: true }, orderBy: { id: 'asc' } });
  for (let from = 0; from < claims.length; from += AT_ONCE) {
    const ids = claims.slice(from, from + AT_ONCE).map(({ id }) => id);
    for (const state of await claimStates(tx, ids))
      add('claims', state.record.id, unlike(state.record, standingOf(state)));
  }
  const { kept, now } = await coverageNow(tx, articleId);
  add('articles', articleId, unlike(kept, now));
  return found;
}
