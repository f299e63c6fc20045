import { maskedTitle } from '#lib/access/rules-confidential.ts';
import type { Db, Tx } from '#lib/platform/db.ts';

/**
 * What the confidential sources of an article are called where they are not named, by their ids: counted in the order in which they were first
 * cited there, so that the same number in two articles says nothing. One that is confidential no longer keeps its number to itself.
 */
export async function masksIn(db: Db | Tx, articleId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ id: string; number: number }[]>`
    select sources.id, row_number() over (order by min(e.created_at), min(e.id::text))::int as number
    from evidence e join claims c on c.id = e.claim_id join sources on sources.id = e.source_id
    where c.article_id = ${articleId}::uuid and sources.mask_salt is not null
    group by sources.id`;
  return new Map(rows.map(({ id, number }) => [id, maskedTitle(number)]));
}
