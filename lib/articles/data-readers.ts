import type { Db, Tx } from '#lib/platform/db.ts';

/** Who may read an article, of those who can sign in. */
export function readersOf(db: Db | Tx, articleId: string): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw`
    select u.id, u.name from users u join articles on articles.id = ${articleId}::uuid
    where u.disabled_at is null and (articles.access = 'desk' or exists (
      select from article_members m where m.article_id = articles.id and m.user_id = u.id))
    order by u.name, u.id`;
}
