import { visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { wordsQuery } from '#lib/platform/search-words.ts';
import { atWorkSql, holdsWords } from './data-list.ts';
import { find } from './rules-find.ts';
import type { ArticleNameDTO } from './types-lists.ts';

/** No more are found by typing: who has not found it by then types another letter. */
const MOST = 12;
/** Where nothing is found as typed, so many that begin alike are looked through for a slip. */
const LOOKED_THROUGH = 200;
/** With so many of its first letters right, a slip in a word is forgiven. */
const RIGHT = 2;

/**
 * Articles that the actor may read, by the words of their headline, outlet and byline, those at work first; where none has the
 * words as they are typed, those that nearly do. Without any, the ones at work that come first. At most 12.
 */
export async function findArticles(db: Db, actor: Actor, typed: string): Promise<ArticleNameDTO[]> {
  if (typed.trim() === '') return named(db, actor, Prisma.sql`archived_at is null`, MOST);
  const words = wordsQuery(typed);
  if (words === null) return [];
  const found = await named(db, actor, holdsWords(words), MOST);
  if (found.length > 0) return found;
  const begun = wordsQuery(
    typed.replace(/[\p{L}\p{N}]+/gu, (word) => (word.length > RIGHT ? word.slice(0, RIGHT) : word)),
  );
  if (begun === null) return [];
  const alike = await named(db, actor, holdsWords(begun), LOOKED_THROUGH);
  return find(typed, alike, ({ headline, outlet }) => `${headline} ${outlet ?? ''}`)
    .hits.slice(0, MOST)
    .map(({ item }) => item);
}

const named = (db: Db, actor: Actor, where: Prisma.Sql, limit: number): Promise<ArticleNameDTO[]> =>
  db.$queryRaw<ArticleNameDTO[]>`
    select id, headline, outlet, archived_at is not null as archived from articles where ${visibleSql(actor)} and ${where}
    order by archived_at is not null, ${atWorkSql} limit ${limit}`;
