import type { ChainHead } from '#lib/history/rules.ts';
import { checkHistory, type HistoryItem, type Verification } from '#lib/history/rules-verify.ts';
import { type ChainSays, hear, holdAgainst } from '#lib/proof/rules-said.ts';
import type { ProofBreak } from '#lib/proof/types.ts';
import type { ArticleFile } from './rules-file.ts';
import { recordsAsSaid } from './rules-said.ts';

export type Verified = Omit<Verification, 'breaks'> & {
  readonly records: number;
  /** Details that were erased by law: the desk the file came from alone can say by whom, and what they said of records cannot be held against anything. */
  readonly erasedThere: number;
  readonly breaks: readonly ProofBreak[];
};

/**
 * Proves an article's file out of itself: its history is one whole chain that ends where the file says, and every record is as the history's events
 * say; `seen` are ends of it that others have kept.
 */
export async function verifyArticle(file: ArticleFile, seen: readonly ChainHead[] = []): Promise<Verified> {
  const { id } = file.article;
  const heads = file.head.filter(({ chain }) => chain === id);
  const items: HistoryItem[] = [
    ...file.event.map((link) => ({ kind: 'event', link }) as const),
    ...heads.map((head) => ({ kind: 'head', head }) as const),
  ];
  const history = await checkHistory(
    (async function* () {
      yield items;
    })(),
    seen.filter(({ chain }) => chain === id),
  );
  const strange: ProofBreak[] = file.event
    .filter(({ chain }) => chain !== id)
    .slice(0, 1)
    .map(({ chain, sequence }) => ({ chain, sequence, because: 'chain-unknown' }));
  const none: ProofBreak[] = heads.length === 1 ? [] : [{ chain: id, sequence: 0, because: 'head' }];
  const broken = history.breaks.filter(({ because }) => because !== 'erasure');
  const records = recordsAsSaid(file);
  return {
    ...history,
    erased: 0,
    erasedThere: history.erased,
    records: records.length,
    breaks: [...strange, ...none, ...broken, ...unlikeSaid(file, records)],
  };
}

/** Of these tables every row is in the file. */
const WHOLE = new Set(['claims', 'evidence', 'verdicts', 'sign_offs', 'comments', 'reports', 'revisions']);

function unlikeSaid(file: ArticleFile, records: ReturnType<typeof recordsAsSaid>): ProofBreak[] {
  const { id: chain } = file.article;
  const says: ChainSays = new Map();
  for (const link of file.event) hear(says, link);
  const there = new Set(records.map(({ table, key }) => `${table} ${key}`));
  const gone = [...says].flatMap(([name, columns]): ProofBreak[] => {
    const [table = '', key = ''] = name.split(' ');
    if (columns === null || !WHOLE.has(table) || there.has(name)) return [];
    return [{ chain, sequence: null, because: 'record-gone', record: { table, key } }];
  });
  return [...records.flatMap((record) => holdAgainst(says, chain, record) ?? []), ...gone];
}
